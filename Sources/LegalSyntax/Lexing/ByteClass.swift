/// What a byte can be at the beginning of a token.
enum ByteClass: UInt8 {
  /// A space or a tab.
  case space
  /// LF.
  case newline
  /// A letter or a digit: begins a word and goes on with it.
  case word
  /// `_ - . / * :` go on with a word.
  case joiner
  /// `"`
  case quote
  /// `,`
  case comma
  /// `{`
  case openBrace
  /// `}`
  case closeBrace
  /// `;`
  case semicolon
  /// `#`
  case hash
  /// CR.
  case carriageReturn
  /// An invisible character.
  case control
  /// Part of a character outside ASCII.
  case high
  /// Any other visible character.
  case other

  /// Whether no word goes on with such a byte.
  var endsWord: Bool {
    switch self {
    case .word, .joiner, .high: false
    case .space, .newline, .quote, .comma, .openBrace, .closeBrace, .semicolon, .hash, .carriageReturn,
      .control, .other:
      true
    }
  }

  /// The class of a byte.
  @inline(__always)
  static func of(_ byte: UInt8) -> ByteClass {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: .word
    case 0x20, 0x09: .space
    case 0x0A: .newline
    case 0x22: .quote
    case 0x2C: .comma
    case 0x2D, 0x2E, 0x2F, 0x5F, 0x2A, 0x3A: .joiner
    case 0x7B: .openBrace
    case 0x7D: .closeBrace
    case 0x3B: .semicolon
    case 0x23: .hash
    case 0x0D: .carriageReturn
    case 0x00...0x1F, 0x7F: .control
    case 0x80...0xFF: .high
    default: .other
    }
  }
}
