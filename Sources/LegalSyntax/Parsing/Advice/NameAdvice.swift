import SourceText

/// Names and numbers that are written otherwise than they are in this language.
extension SyntaxReader {
  /// Takes a name in quotation marks, which it needs not, or reports that there is none.
  mutating func quotedName(_ what: String, _ cursor: inout LineCursor, example: String) -> WordSyntax? {
    if isBeforeString(cursor) {
      let text = quoted(cursor.position)
      let isName =
        !text.text.isEmpty && text.text.utf8.count < 60 && !text.text.contains { $0 == " " || $0 == "," }
      // A title behind it shows that this text is no title.
      let isFollowed = cursor.position + 1 < cursor.end && tree.tokens[cursor.position + 1].kind.isString
      if isName, isFollowed || takesNoText(cursor) {
        log.report(
          .missingName, "a \(Self.isNumber(text.text) ? "number" : "name") must not stand in quotation marks",
          at: text.span.start..<text.span.end, help: ["write it without quotation marks: `\(text.text)`"])
        cursor.position += 1
        return WordSyntax(text.text, text.span)
      }
    }
    fail(
      .missingName, "\(what) is missing here", &cursor,
      help: [
        lineWithName(cursor, example: example)
          ?? "write one word without quotation marks, such as `\(example)`"
      ])
    return nil
  }

  /// The heading with a name before its title.
  private func lineWithName(_ cursor: LineCursor, example: String) -> String? {
    guard isBeforeString(cursor), Self.named.contains(keyword(of: cursor.line)),
      let line = lineText(
        cursor.line, replacing: cursor.position..<cursor.position, by: [example], holdsTexts: true)
    else { return nil }
    return "write it before the title, as one word: `\(line)`"
  }

  /// Whether a name is a number, perhaps with letters behind it.
  private static func isNumber(_ name: String) -> Bool { name.utf8.first.map(\.isDigit) ?? false }

  /// The lines in which a name is followed by its title or its block, and by nothing else.
  private static let named: Set<String> = [
    "statute", "article", "rule", "instrument", "jurisdiction", "element", "define", "uses",
  ]

  /// Passes the words of a name that was written with blanks, and reports them.
  mutating func passRestOfName(_ cursor: inout LineCursor, _ name: WordSyntax) {
    guard Self.named.contains(keyword(of: cursor.line)) else { return }
    var end = cursor.position
    while end < cursor.end, isPartOfName(end, cursor) { end += 1 }
    // Words without a text behind them may be the text that lacks its marks.
    guard end > cursor.position, end == cursor.end ? takesNoText(cursor) : tree.tokens[end].kind.isString,
      !hasCharacterMistake(on: cursor.line)
    else { return }
    let isParagraph = ["para", "para.", "paragraph", "sub", "no."]
    let rest = (cursor.position..<end).filter { tree.tokens[$0].kind != .newline }.map { text($0) }
    let words = [name.text] + rest.filter { $0 != "," && !isParagraph.contains($0) }
    let meant = words.joined(separator: rest.contains(where: isParagraph.contains) ? "." : "-")
    let range = name.span.start..<tree.tokens[end - 1].range.upperBound
    log.report(
      .unexpectedText, "no blank may stand inside a \(Self.isNumber(name.text) ? "number" : "name")",
      at: range,
      help: ["write `\(meant)`"])
    cursor.position = end
  }

  private func isPartOfName(_ token: Int, _ cursor: LineCursor) -> Bool {
    switch tree.tokens[token].kind {
    // After a comma the line may go on below.
    case .comma, .newline: return !takesNoText(cursor)
    case .word:
      let word = text(token)
      let isLink = ["claimed", "meaning", "source", "of"].contains(word)
      return ReservedWord(rawValue: word) == nil && (!isLink || isNameToItsBlock(token, cursor))
    case .plainString, .escapedString, .damagedString, .openBrace, .closeBrace, .semicolon, .endOfFile:
      return false
    }
  }

  /// Whether all words up to the block of a definition are its name.
  private func isNameToItsBlock(_ word: Int, _ cursor: LineCursor) -> Bool {
    takesNoText(cursor) && (word..<cursor.end).allSatisfy { tree.tokens[$0].kind == .word }
  }

  /// Definitions need no title, and uses of them have none.
  private func takesNoText(_ cursor: LineCursor) -> Bool {
    let word = keyword(of: cursor.line)
    return word == "define" || word == "uses"
  }

  /// Reports a number of an article or a rule that another spelling of the same number would not match.
  mutating func checkNumber(_ name: WordSyntax, of what: String) {
    var digits = name.text[...]
    while digits.last == "." || digits.last == ":" || digits.last == "-" { digits.removeLast() }
    let ending = digits.count < name.text.count
    let bare = digits.drop { $0 == "0" }
    let isPadded = bare.count < digits.count && (bare.first?.isNumber ?? false)
    guard ending || isPadded, !digits.isEmpty else { return }
    log.report(
      .badNumber,
      "the number of \(what) must not \(ending ? "end in `\(name.text.suffix(1))`" : "begin with a zero")",
      at: name.span.start..<name.span.end, help: ["write `\(isPadded ? bare : digits)`"])
  }
}
