/// The smallest unit of a file: where it stands and what it is. Its characters stay in the file until needed.
struct Token: Sendable {
  /// What a token is.
  enum Kind: UInt8, Sendable {
    /// A name, a number, a date or a word of the language.
    case word
    /// Text in quotation marks that holds no backslash.
    case plainString
    /// Text in quotation marks with `\"` or `\\` in it.
    case escapedString
    /// Text whose quotation marks are wrong; already reported.
    case damagedString
    /// `{`
    case openBrace
    /// `}`
    case closeBrace
    /// `,`
    case comma
    /// `;`
    case semicolon
    /// The end of a line of text.
    case newline
    /// The end of the file; always the last token.
    case endOfFile

    /// Whether it is text in quotation marks, right or wrong.
    var isString: Bool {
      switch self {
      case .plainString, .escapedString, .damagedString: true
      case .word, .openBrace, .closeBrace, .comma, .semicolon, .newline, .endOfFile: false
      }
    }
  }

  /// What it is.
  let kind: Kind
  /// Offset of its first byte. 32 bits: a file is at most ``Lexer/largestFile`` bytes long.
  let start: Int32
  /// Offset behind its last byte.
  let end: Int32

  /// Makes a token of the bytes `start..<end`.
  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// Whether it stands between lines and is no part of one.
  var isSpace: Bool { kind == .newline || kind == .semicolon }

  /// Its bytes.
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// A comment, `#` included, without the end of its line. Only the formatter needs comments.
struct Comment: Sendable {
  /// Its bytes.
  let range: Range<Int>
  /// Whether nothing but space stands before it on its line.
  let isAloneOnLine: Bool
}
