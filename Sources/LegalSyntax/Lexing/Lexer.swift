import SourceText

/// Splits a file into tokens. Works on bytes and makes no string; one pass after one check of the encoding.
struct Lexer {
  /// The largest file that is read, in bytes: larger ones are refused, so that offsets fit 32 bits.
  static let largestFile = 64 << 20

  /// All tokens in order; the last is the end of the file.
  var tokens: [Token] = []
  /// All comments in order.
  private(set) var comments: [Comment] = []

  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  var log: MistakeLog
  private var hasLoneCarriageReturn = false
  private var lineCount = 0
  /// The line on which an opening bracket was reported last.
  private var lineOfBracket: Int?
  /// A `"` further on, on the line of the text that is being read.
  var straightMark = -1
  /// Where the slips stand that are told once.
  var slips: [RepeatedSlip: [Range<Int>]] = [:]

  /// Reads the whole file and reports what is wrong with its characters.
  static func run(
    _ file: SourceFile, _ log: inout MistakeLog
  ) -> (tokens: [Token], comments: [Comment]) {
    file.bytes.withUnsafeBufferPointer { buffer in
      TextCheck.run(buffer, &log)
      if log.isGivenUp { return ([], []) }
      var lexer = Lexer(bytes: buffer, log: log)
      lexer.readAll()
      log = lexer.log
      return (lexer.tokens, lexer.comments)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, log: MistakeLog) {
    self.bytes = bytes
    self.log = log
    tokens.reserveCapacity(bytes.count / 6 + 4)
  }

  // MARK: The loop

  private mutating func readAll() {
    // A byte order mark says "UTF-8" and nothing else; elsewhere than at the start it is a mistake.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count, !log.isGivenUp {
      let byte = bytes[index]
      switch ByteClass.of(byte) {
      case .space: index += 1
      case .word: word()
      case .newline:
        lineCount += 1
        single(.newline)
      case .quote: string()
      case .comma: single(.comma)
      case .openBrace: single(.openBrace)
      case .closeBrace: single(.closeBrace)
      case .semicolon: single(.semicolon)
      case .hash: comment()
      case .carriageReturn: carriageReturn()
      case .control: control()
      case .high: nonASCII()
      case .joiner: joiner()
      case .other:
        if isFence(at: index) {
          passFence()
        } else if bytes[index] == 0x27 || bytes[index] == 0x60 {
          let mark = bytes[index]
          // Two single marks are meant as one double mark.
          if index + 1 < bytes.count, bytes[index + 1] == mark { index += 1 }
          foreignString { $0.bytes[$1] == mark }
        } else {
          unexpected(length: 1)
        }
      }
    }
    tokens.append(Token(.endOfFile, bytes.count, bytes.count))
    if !log.isGivenUp { reportSlips() }
  }

  private mutating func single(_ kind: Token.Kind) {
    tokens.append(Token(kind, index, index + 1))
    index += 1
  }

  // MARK: Words

  private mutating func word() {
    let start = index
    index += 1
    endWord(from: start)
  }

  /// The offset behind the letters, digits and joiners from `start` on.
  func endOfWord(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let kind = ByteClass.of(bytes[end])
      if kind == .word || kind == .joiner {
        end += 1
      } else if kind == .high, let length = letterLength(at: end, first: false) {
        end += length
      } else {
        break
      }
    }
    return end
  }

  /// The longest word that is read, in bytes. Names are compared and shown; none of a law is a hundredth as long.
  static let longestWord = 2_000

  private mutating func endWord(from start: Int) {
    index = endOfWord(from: index)
    if index - start > Self.longestWord {
      log.giveUp(
        .workLimit, "a word of this file is far longer than any word of a law", at: start..<start + 1,
        label: "begins here", help: ["is this really a file for lacuna?"])
    }
    // Other languages write a colon behind a name; here it stands only inside one.
    if bytes[index - 1] == 0x3A, index - 1 > start {
      tokens.append(Token(.word, start, index - 1))
      index -= 1
      unexpected(length: 1)
    } else {
      tokens.append(Token(.word, start, index))
    }
  }

  /// `*` alone is a word: it stands for all rules. Otherwise no word begins with a joiner.
  private mutating func joiner() {
    let isAlone = index + 1 == bytes.count || ByteClass.of(bytes[index + 1]).endsWord
    if bytes[index] == 0x2A, isAlone { word() } else { unexpected(length: 1) }
  }

  /// A word may begin with a letter of any script.
  private mutating func nonASCII() {
    if let length = letterLength(at: index, first: true) {
      let start = index
      index += length
      endWord(from: start)
    } else if isForeignQuote(at: index) {
      foreignString { $0.bytes[$1] == 0x22 || $0.isForeignQuote(at: $1) }
    } else if bytes[index...].starts(with: [0xE2, 0x80, 0x98]) {
      foreignString { $0.bytes[$1...].starts(with: [0xE2, 0x80, 0x99]) }
    } else {
      unexpected(length: max(1, TextCheck.sequenceLength(bytes, at: index)))
    }
  }

  /// The length of the letter, mark or digit outside ASCII at `position`; nil if it is none.
  private func letterLength(at position: Int, first: Bool) -> Int? {
    let length = TextCheck.sequenceLength(bytes, at: position)
    guard length > 0, let scalar = scalar(at: position, length: length) else { return nil }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      return length
    case .nonspacingMark, .spacingMark, .enclosingMark:
      return first ? nil : length
    default:
      return nil
    }
  }

  private func scalar(at position: Int, length: Int) -> Unicode.Scalar? {
    var value = UInt32(bytes[position]) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    return Unicode.Scalar(value)
  }

  // MARK: Strings and comments

  private mutating func string() {
    let start = index
    var kind = Token.Kind.plainString
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        index += 1
        tokens.append(Token(kind, start, index))
        return
      case 0x5C:
        kind = .escapedString
        escape()
      case 0xE2 where isForeignQuote(at: index) && bytes[start..<index].count > 1:
        if endsMixed(from: start) { return }
      case 0x0A:
        unterminated(from: start)
        return
      case 0x00...0x1F, 0x7F:
        if isLineEnd(index) {
          unterminated(from: start)
          return
        }
        if bytes[index] == 0x09 { index += 1 } else { control() }
      default:
        index += 1
      }
    }
    unterminated(from: start)
  }

  private mutating func escape() {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
    if next == 0x22 || next == 0x5C {
      index += 2
    } else {
      log.report(
        .unknownEscape, "a backslash can stand only before a quotation mark or another backslash",
        at: index..<index + 1, help: ["write `\\\\` for one backslash"])
      index += 1
    }
  }

  /// “…”, „…“ and «…» come from word processors, '…' and `…` from other languages: one mistake, and the text between
  /// them is still read.
  private mutating func foreignString(until isEnd: (Lexer, Int) -> Bool) {
    let start = index
    index += max(1, TextCheck.sequenceLength(bytes, at: index))
    while index < bytes.count, bytes[index] != 0x0A, !isLineEnd(index) {
      if isEnd(self, index) {
        let mark = bytes[index]
        index += max(1, TextCheck.sequenceLength(bytes, at: index))
        if mark == 0x27, index < bytes.count, bytes[index] == mark { index += 1 }
        break
      }
      index += 1
    }
    let isValue = !log.isFull && isQuotedValue(start..<index)
    tokens.append(Token(.damagedString, start, index))
    if isValue { reportQuotedValue(start..<index) } else { reportForeignMarks(start..<index) }
  }

  func isForeignQuote(at position: Int) -> Bool {
    let rest = bytes[position...]
    return rest.starts(with: [0xC2, 0xAB]) || rest.starts(with: [0xC2, 0xBB])
      || (rest.starts(with: [0xE2, 0x80]) && rest.count > 2
        && (0x9C...0x9F).contains(bytes[position + 2]))
  }

  private mutating func comment() {
    let start = index
    let alone = tokens.last.map { $0.kind == .newline } ?? true
    while index < bytes.count, bytes[index] != 0x0A, !isLineEnd(index) {
      let byte = bytes[index]
      if (byte < 0x20 && byte != 0x09) || byte == 0x7F { control() } else { index += 1 }
    }
    comments.append(Comment(range: start..<index, isAloneOnLine: alone))
  }

  // MARK: Everything else

  /// Whether a CR LF begins at `position`.
  func isLineEnd(_ position: Int) -> Bool {
    bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
  }

  /// CR alone ended the lines of very old systems: reported once, and read as the end of a line.
  private mutating func carriageReturn() {
    if isLineEnd(index) {
      index += 1
      return
    }
    if !hasLoneCarriageReturn {
      log.report(
        .controlCharacter, "the lines of this file end as on very old computers", at: index..<index + 1,
        help: [
          "open it in a text editor, choose \"Save as\", and there, under line endings, \"Windows (CRLF)\" or "
            + "\"Unix (LF)\"; or copy all its text into a new file"
        ])
    }
    hasLoneCarriageReturn = true
    single(.newline)
  }

  private mutating func control() {
    index += 1
    reportInvisible(.controlCharacter, index - 1..<index)
  }

  /// Whether a bracket closes one that was reported on the same line.
  private mutating func isClosingBracket(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch text.first {
    case 0x28, 0x5B:
      lineOfBracket = lineCount
      return false
    case 0x29, 0x5D: return lineOfBracket == lineCount
    default: return false
    }
  }

  /// Reports a run of the same character once. Bytes that are no text were reported by the check before.
  private mutating func unexpected(length: Int) {
    let start = index
    index += length
    let first = bytes[start..<index]
    guard first.first.map({ $0 < 0x80 }) == true || TextCheck.sequenceLength(bytes, at: start) > 0 else {
      return
    }
    while index + length <= bytes.count, bytes[index..<index + length].elementsEqual(first) {
      index += length
    }
    if isClosingBracket(first) || log.isFull || recover(from: start) { return }
    let advice = CharacterAdvice(String(decoding: first, as: UTF8.self))
    log.report(.unexpectedCharacter, advice.message, at: start..<index, help: [advice.help])
  }
}
