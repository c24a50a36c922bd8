import SourceText

/// Finds what no text file may hold: bytes that are no UTF-8, and characters that deceive the eye.
enum TextCheck {
  /// Reports all such places; bytes that are no UTF-8 together, for they have one cause. Cost: one pass; eight bytes at
  /// a time where the text is plain ASCII.
  static func run(_ bytes: UnsafeBufferPointer<UInt8>, _ log: inout MistakeLog) {
    var index = 0
    var bad = BadBytes()
    var direction = DirectionMarks(bytes)
    while true {
      index = skipASCII(bytes, from: index)
      guard index < bytes.count else { break }
      let length = sequenceLength(bytes, at: index)
      if length == 0 {
        index = bad.add(bytes, from: index)
        continue
      }
      if DirectionMarks.isMark(bytes, at: index, length: length) { direction.add(index, to: &log) }
      index += length
    }
    direction.report(to: &log)
    bad.report(to: &log)
  }

  /// Reports bytes of some ranges that are no UTF-8, and nothing else.
  static func checkEncoding(
    _ bytes: UnsafeBufferPointer<UInt8>, in ranges: [Range<Int>], _ log: inout MistakeLog
  ) {
    var bad = BadBytes()
    for range in ranges {
      let part = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
      var index = range.lowerBound
      while true {
        index = skipASCII(part, from: index)
        guard index < part.count else { break }
        let length = sequenceLength(part, at: index)
        index = length == 0 ? bad.add(part, from: index) : index + length
      }
    }
    bad.report(to: &log)
  }

  /// The runs of bytes that are no UTF-8.
  private struct BadBytes {
    private var first: Range<Int>?
    private var count = 0

    /// Notes a whole run, and returns the offset behind it.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      var end = start + 1
      while end < bytes.count, bytes[end] >= 0x80, sequenceLength(bytes, at: end) == 0 { end += 1 }
      first = first ?? start..<end
      count += 1
      return end
    }

    /// Reports them as one mistake: what was meant by the letters is not known.
    func report(to log: inout MistakeLog) {
      guard let first else { return }
      log.giveUp(
        .invalidUTF8,
        "this file was saved in an old form of text, and its accented letters and signs cannot be read",
        at: first, label: count == 1 ? "" : "the first of \(count) places",
        help: [
          "open it in the program it was written with, choose \"Save as\", and there, under encoding, \"UTF-8\""
        ])
    }
  }

  /// The first offset at or behind `start` whose byte is not ASCII.
  private static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The number of bytes of the well-formed character at `index`, 2 to 4; 0 if it is not well formed.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func continues(_ offset: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && allowed.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
