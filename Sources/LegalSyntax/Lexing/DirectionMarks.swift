import SourceText

/// The characters that turn the direction of writing, U+202A to U+202E and U+2066 to U+2069: they can make an exception
/// look like an offence. Those of one line are one mistake, for they come in pairs.
struct DirectionMarks {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The marks of the line that is being read.
  private var places: [Int] = []

  /// The length of each of them, in bytes.
  private static let length = 3
  /// How much text around them is shown at most, in bytes.
  private static let longestShown = 60

  /// Starts without any.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether such a character of a given length stands at an offset.
  static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
    guard length == Self.length, bytes[index] == 0xE2 else { return false }
    switch bytes[index + 1] {
    case 0x80: return (0xAA...0xAE).contains(bytes[index + 2])
    case 0x81: return (0xA6...0xA9).contains(bytes[index + 2])
    default: return false
    }
  }

  /// Notes one more; those of an earlier line are reported first.
  mutating func add(_ index: Int, to log: inout MistakeLog) {
    if let last = places.last, bytes[last..<index].contains(0x0A) { report(to: &log) }
    places.append(index)
  }

  /// Reports those noted as one mistake.
  mutating func report(to log: inout MistakeLog) {
    guard let first = places.first, let last = places.last else { return }
    let count = places.count
    places = []
    guard !log.isFull else { return }
    let end = last + Self.length
    let effect = "the direction of writing, so that the line can look different from what it says"
    log.report(
      .controlCharacter,
      count == 1
        ? "an invisible character here changes \(effect)"
        : "\(count) invisible characters in this line change \(effect)",
      at: first..<(count == 1 ? end : first + Self.length),
      help: [
        shown(around: first..<end).map { "delete `\($0)` and type it again" }
          ?? "delete the words around it and type them again"
      ])
  }

  /// The words around the marks, without them: deleted together, nothing invisible is left.
  private func shown(around range: Range<Int>) -> String? {
    var start = range.lowerBound
    let first = max(0, start - Self.longestShown)
    while start > first, bytes[start - 1] == 0x20 { start -= 1 }
    while start > first, !ends(bytes[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, end - start <= Self.longestShown, !ends(bytes[end]) { end += 1 }
    guard end - start <= Self.longestShown else { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let visible = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
    return visible.allSatisfy({ $0 == " " }) ? nil : visible
  }

  /// Whether a byte stands outside the words that are shown.
  private func ends(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x22 || byte == 0x7B || byte == 0x7D || byte == 0x60
  }
}
