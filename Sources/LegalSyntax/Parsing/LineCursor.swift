import SourceText

/// A place inside one line while it is read. After the first mistake it yields nothing more, so that one
/// mistake is reported once.
struct LineCursor {
  /// The number of the line.
  let line: Int
  /// The next token.
  var position: Int
  /// Where the line, or the part before its block, ends.
  var end: Int
  /// Whether the line had a mistake already.
  var hasFailed = false
  /// Whether the block of the line was read.
  var hasReadBlock = false

  /// Whether nothing is left.
  var isAtEnd: Bool { hasFailed || position >= end }
}

extension SyntaxReader {
  /// Begins behind the first word of a line.
  func cursor(of line: Int) -> LineCursor {
    let arguments = tree.lines[line].arguments
    return LineCursor(line: line, position: arguments.lowerBound, end: arguments.upperBound)
  }

  /// Whether the cursor stands right before the block of its line.
  func isBeforeBlock(_ cursor: LineCursor) -> Bool {
    cursor.isAtEnd && !cursor.hasFailed && !cursor.hasReadBlock && tree.lines[cursor.line].openBrace != nil
  }

  /// Steps over the block to what stands behind it.
  func passBlock(_ cursor: inout LineCursor) {
    let trailing = tree.lines[cursor.line].trailing
    cursor.hasReadBlock = true
    cursor.position = trailing.lowerBound
    cursor.end = trailing.upperBound
  }

  // MARK: Looking

  /// The next token, if it is a word.
  func nextWord(_ cursor: LineCursor) -> String? {
    guard !cursor.isAtEnd, tree.tokens[cursor.position].kind == .word else { return nil }
    return text(cursor.position)
  }

  /// Whether the next token is a string.
  func isBeforeString(_ cursor: LineCursor) -> Bool {
    !cursor.isAtEnd && tree.tokens[cursor.position].kind.isString
  }

  /// Where a missing part is reported: the next token, or the place behind the last one.
  func place(_ cursor: LineCursor) -> Range<Int> {
    if cursor.position < cursor.end { return tree.tokens[cursor.position].range }
    let behind =
      cursor.position > 0 && cursor.hasReadBlock == false
      ? max(tree.tokens[cursor.position - 1].range.upperBound, keywordRange(of: cursor.line).upperBound)
      : wholeSpan(of: cursor.line).end
    return behind..<behind
  }

  // MARK: Taking

  /// Passes a word if it is the next one.
  mutating func skip(_ expected: StaticString, _ cursor: inout LineCursor) -> Bool {
    guard !cursor.isAtEnd, isWord(cursor.position, expected) else { return false }
    cursor.position += 1
    return true
  }

  /// Passes a linking word that must be there.
  mutating func link(_ expected: StaticString, _ cursor: inout LineCursor, example: String) {
    guard !cursor.hasFailed, !skip(expected, &cursor) else { return }
    fail(.missingLink, "`\(expected)` is missing here", &cursor, help: ["write for example `\(example)`"])
  }

  /// Takes a name that must be there.
  mutating func name(
    _ what: String, _ cursor: inout LineCursor, example: String
  ) -> WordSyntax? {
    guard !cursor.hasFailed else { return nil }
    guard nextWord(cursor) != nil else { return quotedName(what, &cursor, example: example) }
    cursor.position += 1
    let word = word(cursor.position - 1)
    // What such a name refers to is not known.
    if log.hasCharacterMistakes, log.hasCharacterMistake(in: word.span.start..<word.span.end) {
      cursor.hasFailed = true
      return nil
    }
    return word
  }

  /// Takes a name that is being declared: no word of the language. A reserved one is reported and used.
  mutating func newName(
    _ what: String, _ cursor: inout LineCursor, example: String
  ) -> WordSyntax? {
    let isDamaged = nextWord(cursor) != nil && log.hasCharacterMistake(in: place(cursor))
    if isDamaged { cursor.position += 1 }
    let taken = isDamaged ? word(cursor.position - 1) : self.name(what, &cursor, example: example)
    guard let name = taken else { return nil }
    passRestOfName(&cursor, name)
    if ReservedWord(rawValue: name.text) != nil {
      log.report(
        .reservedWord, "`\(name.text)` is a word that lacuna itself uses, and cannot be \(what)",
        at: name.span.start..<name.span.end, help: [reservedNameHelp(name, cursor, example: example)])
    }
    return name
  }

  /// Takes text in quotation marks if it is there.
  mutating func optionalText(_ cursor: inout LineCursor) -> QuotedSyntax? {
    guard isBeforeString(cursor) else { return nil }
    cursor.position += 1
    return quoted(cursor.position - 1)
  }

  /// Takes text in quotation marks that must be there. A missing text does not end the reading of the line.
  ///
  /// - Parameter isRest: whether nothing can follow it, so that all words of the line are meant as its words.
  mutating func requiredText(
    _ what: String, _ cursor: inout LineCursor, isRest: Bool = false
  ) -> QuotedSyntax? {
    guard !cursor.hasFailed else { return nil }
    if let text = optionalText(&cursor) { return text }
    let isWord = nextWord(cursor).map { isRest || !Self.isLink($0) } ?? false
    if hasCharacterMistake(on: cursor.line) {
      cursor.hasFailed = cursor.hasFailed || isWord
      return nil
    }
    log.report(
      .missingText, isWord ? "\(what) must stand in quotation marks" : "\(what) is missing here",
      at: place(cursor),
      help: ["write \(isWord ? lineInMarks(cursor, isRest: isRest) : "it in quotation marks: `\"…\"`")"])
    if isWord { cursor.hasFailed = true }
    return nil
  }

  /// A line with its next words in quotation marks.
  private func lineInMarks(_ cursor: LineCursor, isRest: Bool) -> String {
    // The words between a name and a block are the title.
    let isWhole = isRest || tree.lines[cursor.line].openBrace != nil
    let end =
      (cursor.position..<cursor.end).first {
        tree.tokens[$0].kind != .word || !isWhole && Self.isLink(text($0))
      } ?? cursor.end
    guard end - cursor.position <= Self.mostWords else { return "them in quotation marks: `\"…\"`" }
    let marked = "\"" + writtenText(cursor.position..<end) + "\""
    let line = lineText(cursor.line, replacing: cursor.position..<end, by: [marked], holdsTexts: true)
    return line.map { "`\($0)`" } ?? "them in quotation marks: `\"…\"`"
  }

  /// How many words are shown again in quotation marks.
  private static let mostWords = 20

  /// Words behind a text that is missing, which tell that it was not merely left without its marks.
  private static func isLink(_ word: String) -> Bool {
    ReservedWord(rawValue: word) != nil || ["meaning", "source", "of", "status"].contains(word)
  }

  /// Takes one word of a fixed list. Another word is reported with the nearest of the list, and used.
  mutating func choice<Choice: CaseIterable & RawRepresentable>(
    _ what: String, of type: Choice.Type, _ cursor: inout LineCursor
  ) -> WordSyntax? where Choice.RawValue == String {
    guard let word = name(what, &cursor, example: Choice.allCases.first?.rawValue ?? "") else { return nil }
    if Choice(rawValue: word.text) == nil {
      log.report(
        .unknownChoice, "`\(word.text)` is not \(what)", at: word.span.start..<word.span.end,
        help: Self.advice(for: word.text, among: Choice.allCases.map(\.rawValue)))
    }
    return word
  }

  // MARK: Ending

  /// Reports what is left on a line, and a block that it does not take.
  mutating func finish(_ cursor: LineCursor, takesBlock: Bool = false) {
    if cursor.hasFailed { return }
    if cursor.position < cursor.end {
      reportRest(cursor)
    } else if !takesBlock && !cursor.hasReadBlock {
      forbidBlock(of: cursor.line)
    } else if takesBlock && !cursor.hasReadBlock {
      var behind = cursor
      passBlock(&behind)
      if behind.position < behind.end { reportRest(behind) }
    }
  }

  private mutating func reportRest(_ cursor: LineCursor) {
    // A character that was reported already may be why the rest does not fit.
    let whole = wholeSpan(of: cursor.line)
    guard !log.hasCharacterMistake(in: whole.start..<whole.end) else { return }
    let found = source.text(place(cursor))
    let kind = tree.tokens[cursor.position].kind
    if kind == .comma {
      reportComma(cursor)
      return
    }
    log.report(
      .unexpectedText, kind.isString ? "this text is not expected here" : "`\(found)` is not expected here",
      at: place(cursor), help: restAdvice(cursor, found))
  }

  /// Reports a mistake at the cursor and gives the line up.
  mutating func fail(
    _ code: DiagnosticCode, _ message: String, _ cursor: inout LineCursor, help: [String] = []
  ) {
    guard !cursor.hasFailed else { return }
    // What a wrong character hides or cuts short is told once, at the character.
    if !hasCharacterMistake(on: cursor.line) { log.report(code, message, at: place(cursor), help: help) }
    cursor.hasFailed = true
  }

  /// Whether a wrong character was reported on a line, outside its block.
  func hasCharacterMistake(on line: Int) -> Bool {
    guard log.hasCharacterMistakes else { return false }
    let title = titleSpan(of: line)
    return log.hasCharacterMistake(in: title.start..<title.end + 3)
      || log.hasCharacterMistake(near: title.start..<title.end)
  }

  /// "did you mean …", or the whole list if nothing is near.
  static func advice(for word: String, among choices: [String]) -> [String] {
    if let nearest = NameSuggestion.nearest(to: word, among: choices) {
      return ["did you mean `\(nearest)`?"]
    }
    let list = choices.map { "`\($0)`" }
    guard let last = list.last, list.count > 1 else { return list.map { "expected \($0)" } }
    return ["expected " + list.dropLast().joined(separator: ", ") + " or " + last]
  }
}
