import SourceText

/// What to do with something that a line cannot hold.
extension SyntaxReader {
  /// Reports a comma behind something that is no list.
  mutating func reportComma(_ cursor: LineCursor) {
    let before = cursor.position > 0 ? text(cursor.position - 1) : ""
    guard before == "any" || before == "stated" else {
      log.report(
        .danglingComma, "this comma separates nothing", at: place(cursor),
        help: ["delete it: a comma can stand only between the members of a list"])
      return
    }
    log.report(
      .danglingComma, "`\(before == "any" ? before : "not stated")` cannot be joined with other values",
      at: place(cursor),
      help: aloneHelp(cursor.line, any: before == "any", beside: cursor.position + 1..<cursor.end))
  }

  /// What was probably meant by something that a line cannot hold.
  mutating func restAdvice(_ cursor: LineCursor, _ found: String) -> [String] {
    let position = cursor.position
    let previous = position > 0 ? tree.tokens[position - 1] : nil
    let touches = previous?.end == tree.tokens[position].start
    if previous?.kind.isString ?? false {
      if touches { return [innerMarksHelp(cursor)] }
      if tree.tokens[position].kind.isString { return ["write both in one pair of quotation marks"] }
    }
    if Conjunction(found) != nil { return ["write what follows `\(found)` on a line of its own"] }
    if let unit = DurationUnit(rawValue: found) {
      return unit.isYear ? [unitHelp(unit, cursor)] : monthsHelp(unit, cursor)
    }
    if tree.tokens[position].kind.isString {
      return ["delete it, or write it in a `note \"…\"` of the article"]
    }
    guard tree.tokens[position].kind == .word else { return ["begin a new line before it"] }
    let newLine = "write `;` before it\(newLineHelp(cursor, found))"
    let beginning = seemsToBeginLine(position, cursor)
    if beginning == .yes { return ["begin a new line with `\(found)`, or \(newLine)"] }
    guard let loose = looseWords(cursor, asLine: beginning == .perhaps ? newLine : nil) else {
      return ["delete it, or begin a new line with it"]
    }
    if !log.isFull { looseWords.append(loose) }
    return loose.help
  }

  /// A text that holds quotation marks of its own.
  private func innerMarksHelp(_ cursor: LineCursor) -> String {
    let advice = "a quotation mark inside a text needs `\\` before it"
    let last = (cursor.position..<cursor.end).last { tree.tokens[$0].kind.isString }
    guard let last else { return advice }
    let range = tree.tokens[cursor.position - 1].range.lowerBound + 1..<tree.tokens[last].range.upperBound - 1
    guard range.count < 80 else { return advice }
    let written = source.text(range)
    guard !written.contains("\\"), !written.contains("`") else { return advice }
    return advice + ": `\""
      + written.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
      + "\"`"
  }

  /// `age under 18 years`, which may leave the unit out.
  private func unitHelp(_ unit: DurationUnit, _ cursor: LineCursor) -> String {
    let line = lineText(cursor.line, replacing: cursor.position..<cursor.position + 1).map {
      ": write `\($0)`"
    }
    return "leave out `\(unit.rawValue)`\(line ?? ""); ages are always counted in years"
  }

  /// Whether a word begins a line of its own.
  private enum Beginning {
    case yes, no, perhaps
  }

  private func seemsToBeginLine(_ token: Int, _ cursor: LineCursor) -> Beginning {
    if let word = ReservedWord(rawValue: text(token)) {
      return [.to, .not, .any, .under, .at, .from].contains(word) ? .no : .yes
    }
    let next = token + 1
    guard next < cursor.end, tree.tokens[next].kind == .word, !isWord(next, "evidence") else { return .no }
    // No two values stand side by side, so what holds a number or a choice is a line of its own.
    let isChoice =
      ReservedWord(rawValue: text(next)).map { [.any, .not, .under, .at, .from].contains($0) } ?? false
      || source.bytes[tree.tokens[next].range.lowerBound].isDigit
    return isChoice ? .yes : .perhaps
  }

  /// The line with `;` before its rest.
  private func newLineHelp(_ cursor: LineCursor, _ found: String) -> String {
    let shown = lineText(cursor.line, replacing: cursor.position..<cursor.position + 1, by: [";", found])
    return shown.map { ": `" + $0.split(separator: " ;").joined(separator: ";") + "`" } ?? ""
  }

  /// How many values are shown again.
  private static let mostValues = 12

  /// The words at the cursor, if they stand behind the values of an element and may be more of them.
  private func looseWords(_ cursor: LineCursor, asLine: String?) -> LooseWords? {
    let element = keyword(of: cursor.line)
    guard isElement(element) else { return nil }
    let first = tree.lines[cursor.line].arguments.lowerBound
    let end = (first..<cursor.position).first { tree.tokens[$0].kind.isString } ?? cursor.position
    guard end > first else { return nil }
    let rest = (cursor.position..<cursor.end).prefix {
      tree.tokens[$0].kind == .word && !isWord($0, "evidence")
    }
    let words = rest.map { text($0) }
    let isShort = rest.count <= Self.mostValues && lineText(cursor.line) != nil
    let values = isShort ? lineText(cursor.line, replacing: end..<cursor.end) : nil
    return LooseWords(
      first: word(cursor.position), element: element, words: words, asLine: asLine,
      shown: values.map { ($0, shownText(end..<cursor.position)) })
  }

  /// Words of the law as they are shown again behind a blank; nothing if there are none.
  private func shownText(_ tokens: Range<Int>) -> String {
    guard let token = tokens.first, tree.tokens[token].kind.isString else { return "" }
    let isShown =
      tree.tokens[token].range.count <= Self.longestText && tree.tokens[token].kind == .plainString
    return isShown ? " " + text(token) : " \"…\""
  }

  /// How long words of the law are that are shown again, in bytes.
  private static let longestText = 90

  /// Whether a first word can be an element: no word that lacuna uses itself.
  func isElement(_ word: String) -> Bool { !KeywordAdvice.allWords.contains(word) }

  /// What to do about a name that means something else.
  func reservedNameHelp(_ name: WordSyntax, _ cursor: LineCursor, example: String) -> String {
    guard name.text == keyword(of: cursor.line) else { return "choose another name, such as `\(example)`" }
    // The same word twice: the name was forgotten.
    let token = tree.lines[cursor.line].arguments.lowerBound
    let line = lineText(cursor.line, replacing: token..<token + 1, by: [example], holdsTexts: true)
    return "write for example `\(line ?? example)`"
  }
}
