/// A line of Markdown that begins a fenced block: three or more backticks or tildes, and perhaps a word.
struct Fence {
  /// The backtick or the tilde.
  let mark: UInt8
  /// How often it stands there; the closing fence needs as many.
  let length: Int
  /// The bytes of the fence itself, without what stands before and behind it.
  let range: Range<Int>
  /// The spaces before it.
  let margin: Int
  /// Whether the block holds an encoding.
  let isEncoding: Bool

  /// The word that marks an encoding, in any case.
  private static let word = Array("lacuna".utf8)

  /// Reads a line; nil if it begins no block. More than three spaces before the fence make it ordinary text.
  init?(_ line: Range<Int>, of bytes: [UInt8]) {
    self.init(line, of: bytes, skipping: { $0 == 0x20 })
    guard margin <= 3 else { return nil }
  }

  /// A fence behind anything that can stand before one in quotations, lists and indented text.
  init?(anywhereIn line: Range<Int>, of bytes: [UInt8]) {
    let marks = Set(" \t>-+*.)0123456789".utf8)
    self.init(line, of: bytes, skipping: marks.contains)
  }

  private init?(_ line: Range<Int>, of bytes: [UInt8], skipping isSkipped: (UInt8) -> Bool) {
    var start = line.lowerBound
    while start < line.upperBound, isSkipped(bytes[start]) { start += 1 }
    guard start < line.upperBound, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
    let mark = bytes[start]
    var end = start
    while end < line.upperBound, bytes[end] == mark { end += 1 }
    guard end - start >= 3 else { return nil }
    let rest = bytes[end..<line.upperBound]
    // Three backticks with another one behind them are code inside a sentence.
    if mark == 0x60, rest.contains(0x60) { return nil }
    let info = rest.drop(while: Self.isSpace).prefix { !Self.isSpace($0) }
    self.mark = mark
    length = end - start
    range = start..<end
    margin = start - line.lowerBound
    isEncoding = info.elementsEqual(Self.word) { $0 | 0x20 == $1 }
  }

  /// Whether a line closes the block that this fence begins.
  func isClosed(by line: Range<Int>, of bytes: [UInt8]) -> Bool {
    let trimmed = bytes[line].drop { $0 == 0x20 }
    guard trimmed.startIndex - line.lowerBound <= 3 else { return false }
    let marks = trimmed.prefix { $0 == mark }
    return marks.count >= length && trimmed.dropFirst(marks.count).allSatisfy(Self.isSpace)
  }

  /// Whether another fence would have ended the block if it carried no word: it tells of a forgotten end.
  func seemsForgotten(at other: Fence) -> Bool { other.mark == mark && other.length >= length }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
