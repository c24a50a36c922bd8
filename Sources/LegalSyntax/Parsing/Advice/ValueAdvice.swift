import SourceText

/// What was probably meant by something that is no list of values.
extension SyntaxReader {
  /// The words of one member of a list, from the cursor on.
  private func memberWords(_ cursor: LineCursor) -> [String] {
    var words: [String] = []
    var position = cursor.position
    while position < cursor.end, words.count < 8, tree.tokens[position].kind == .word {
      words.append(text(position))
      position += 1
    }
    return words
  }

  /// Reports a comparison that is written in other words than those of the language.
  ///
  /// - Returns: whether the member of the list was one.
  mutating func failIfWordedComparison(_ cursor: inout LineCursor) -> Bool {
    let words = memberWords(cursor)
    guard let comparison = WordedComparison(words) else { return false }
    // A number of months is no number of years, whatever stands before it.
    let unit = words.lazy.compactMap(DurationUnit.init).first { !$0.isYear }
    let range =
      tree.tokens[cursor.position].range
      .lowerBound..<tree.tokens[cursor.position + words.count - 1].range
      .upperBound
    let tokens = cursor.position..<cursor.position + words.count
    log.report(
      .unknownChoice, unit == nil ? comparison.message : AgeInMonths.message, at: range,
      help: unit.map { monthsHelp(comparison, $0, tokens, cursor) }
        ?? comparison.help(isAge: isAboutAge(cursor)))
    cursor.hasFailed = true
    return true
  }

  /// Whether an element on the line before the cursor is an age.
  private func isAboutAge(_ cursor: LineCursor) -> Bool {
    let first = tree.lines[cursor.line].keyword ?? cursor.position
    return (first..<max(first, cursor.position)).contains { WordedComparison.isAge(text($0)) }
  }

  /// What to do with an age in months or days in other words than those of the language.
  private func monthsHelp(
    _ comparison: WordedComparison, _ unit: DurationUnit, _ tokens: Range<Int>, _ cursor: LineCursor
  ) -> [String] {
    guard let bound = comparison.bound, let number = comparison.number,
      let age = AgeInMonths(bound, number, unit)
    else { return [AgeInMonths.wholeYears] }
    return age.help { lineText(cursor.line, replacing: tokens, by: [$0]) ?? $0 }
  }

  /// What to do with months or days behind an age in the words of the language: `under 18 months`.
  func monthsHelp(_ unit: DurationUnit, _ cursor: LineCursor) -> [String] {
    let end = cursor.position
    guard end > 2, let number = Int(text(end - 1)) else { return [AgeInMonths.wholeYears] }
    let isUnder = isWord(end - 2, "under")
    let isLeast = isWord(end - 2, "least") && isWord(end - 3, "at")
    guard isUnder || isLeast, let age = AgeInMonths(isUnder ? .under : .atLeast, number, unit) else {
      return [AgeInMonths.wholeYears]
    }
    let tokens = end - (isUnder ? 2 : 3)..<end + 1
    return age.help { lineText(cursor.line, replacing: tokens, by: [$0]) ?? $0 }
  }

  /// A list of values as it was written, up to the text or the evidence behind it.
  private func listText(from first: Int, to end: Int) -> String {
    let last =
      (first..<max(first, end)).first { tree.tokens[$0].kind.isString || isWord($0, "evidence") } ?? end
    guard first < last else { return "…" }
    return source.text(tree.tokens[first].range.lowerBound..<tree.tokens[last - 1].range.upperBound)
  }

  /// Reports `not` before a value, or inside a list.
  mutating func failAtNegation(_ cursor: inout LineCursor, of element: String) {
    let values = String(listText(from: cursor.position + 1, to: cursor.end).prefix(60))
    fail(
      .missingLink, "a value cannot be negated with `not`", &cursor,
      help: [
        "write the values that are meant, or `except { \(element) \(values) }`",
        "`\(element) not stated` is another thing: it means that the law is silent",
      ])
  }

  /// Reports an element whose line holds no word behind it.
  mutating func failWithoutValue(_ cursor: inout LineCursor, of element: String) {
    // A character that was reported may be what hides the value.
    if log.hasCharacterMistake(near: place(cursor)) { cursor.hasFailed = true }
    if cursor.hasFailed { return }
    if isBeforeString(cursor) {
      let content = quoted(cursor.position).text
      let isName =
        !content.isEmpty && !content.contains(where: { $0 == " " || $0 == "," }) && content.count < 40
      fail(
        .missingValue, isName ? QuotedValue.message : "`\(element)` has no value", &cursor,
        help: isName
          ? QuotedValue.help("\(element) \(content)")
          : ["write its values before the words of the law, as in `\(element) any \"…\"`"])
      return
    }
    let isBare = tree.lines[cursor.line].arguments.isEmpty && tree.lines[cursor.line].openBrace == nil
    // What is not listed any more needs no better words.
    if isBare, !log.isFull, let keyword = tree.lines[cursor.line].keyword { bareWords.append(word(keyword)) }
    fail(
      .missingValue, "`\(element)` has no value", &cursor,
      help: ["write one of its values, `any` or `not stated`; `lacuna vocabulary` lists elements and values"])
  }
}
