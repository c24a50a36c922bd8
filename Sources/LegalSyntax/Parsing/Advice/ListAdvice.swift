import SourceText

/// The author's own line, put right, and what is wrong with its list.
extension SyntaxReader {
  /// How long a line is that is shown again, in bytes.
  private static let longestShown = 90

  /// A line up to its block, with other words in the place of some of its tokens; nil if it is too long to be shown.
  ///
  /// - Parameter holdsTexts: whether text in quotation marks is shown too; else the line is shown up to it.
  func lineText(
    _ line: Int, replacing replaced: Range<Int>? = nil, by words: [String] = [], holdsTexts: Bool = false
  ) -> String? {
    guard let keyword = tree.lines[line].keyword else { return nil }
    var result: [String] = []
    var isReplaced = false
    // The verb of an amendment stands before the line that it changes.
    var token = keyword > 0 && tree.tokens[keyword - 1].kind == .word ? keyword - 1 : keyword
    while token < tree.lines[line].arguments.upperBound, result.count <= Self.longestShown {
      if let replaced, token == replaced.lowerBound, !isReplaced {
        isReplaced = true
        result += words
        token = replaced.upperBound
        continue
      }
      switch tree.tokens[token].kind {
      case .word, .comma: result.append(text(token))
      case .plainString, .escapedString, .damagedString:
        guard holdsTexts else { return Self.shown(result) }
        result.append(text(token))
      case .newline, .semicolon: break
      case .openBrace, .closeBrace, .endOfFile: return Self.shown(result)
      }
      token += 1
    }
    if holdsTexts, tree.lines[line].openBrace != nil { result.append("{") }
    return Self.shown(result)
  }

  /// Words of a line as people write them; nil if they are too many.
  private static func shown(_ words: [String]) -> String? {
    var line = ""
    for word in words { line += line.isEmpty || word == "," ? word : " " + word }
    return line.utf8.count <= longestShown ? line : nil
  }

  /// Reports `and` or `or` where a comma must stand.
  ///
  /// - Returns: whether there is such a word between two members.
  mutating func failAtConjunction(_ cursor: inout LineCursor, in meaning: ListMeaning) -> Bool {
    let next = cursor.position + 1
    guard !cursor.isAtEnd, next < cursor.end, tree.tokens[next].kind == .word,
      tree.tokens[cursor.position].kind == .word, let conjunction = Conjunction(text(cursor.position))
    else { return false }
    let word = text(cursor.position)
    let line = lineWithCommas(cursor)
    let help: [String]
    switch (meaning, line) {
    case (_, nil): help = ["write a comma between the members of a list"]
    case (.enumeration, let line?): help = ["write a comma: `\(line)`"]
    case (.alternatives, let line?):
      if let range = rangeAround(cursor) {
        help = ["write `\(range)`"]
      } else if startsWithDigit(next) {
        help = Conjunction.or.help(line)
      } else {
        help = conjunction.help(line)
      }
    }
    fail(.unexpectedText, "`\(word)` is not expected here", &cursor, help: help)
    return true
  }

  /// A line with commas in the place of all its conjunctions from the cursor on.
  private func lineWithCommas(_ cursor: LineCursor) -> String? {
    let rest = (cursor.position..<cursor.end).prefix {
      tree.tokens[$0].kind == .word || tree.tokens[$0].kind == .comma
    }
    guard rest.count <= Self.longestShown else { return nil }
    var words: [String] = []
    var isBehindComma = tree.tokens[cursor.position - 1].kind == .comma
    for token in rest {
      let isConjunction = Conjunction(text(token)) != nil
      if !isConjunction || !isBehindComma { words.append(isConjunction ? "," : text(token)) }
      isBehindComma = isConjunction || tree.tokens[token].kind == .comma
    }
    return lineText(cursor.line, replacing: cursor.position..<rest.endIndex, by: words)
  }

  private func startsWithDigit(_ token: Int) -> Bool {
    source.bytes[tree.tokens[token].range.lowerBound].isDigit
  }

  /// `at least 15 and under 18`, which is a range.
  private func rangeAround(_ cursor: LineCursor) -> String? {
    let first = tree.lines[cursor.line].arguments.lowerBound
    let words = (first..<min(cursor.end, first + 7)).map { text($0) }
    guard words.count >= 6, words[0] == "at", words[1] == "least", words[3] == "and", words[4] == "under",
      let low = Int(words[2]), let high = Int(words[5]), low < high
    else { return nil }
    return "\(keyword(of: cursor.line)) from \(low) to \(high - 1)"
  }

  /// What to do with `any` or `not stated` beside other values of a list, given the other values as written.
  func aloneHelp(_ line: Int, any isAny: Bool, beside others: Range<Int>) -> [String] {
    let element = keyword(of: line)
    let words = others.prefix(Self.longestShown).prefix {
      tree.tokens[$0].kind == .word || tree.tokens[$0].kind == .comma
    }.map { text($0) }
    let alone = isAny ? "any" : "not stated"
    guard ReservedWord(rawValue: element) == nil, let values = Self.shown(words), !values.isEmpty else {
      return ["write `\(alone)` alone, or the other values without it"]
    }
    let choice = "write `\(element) \(alone)` or `\(element) \(values)`"
    return [
      isAny
        ? "`any` already includes `\(values)`: \(choice)"
        : "`not stated` means that the law is silent: \(choice)"
    ]
  }
}

extension UInt8 {
  /// Whether it is one of the digits of ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
