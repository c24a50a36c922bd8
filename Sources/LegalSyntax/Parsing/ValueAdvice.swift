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
    let isOfYears = !words.contains { DurationUnit(rawValue: $0).map { !$0.isYear } ?? false }
    let range =
      tree.tokens[cursor.position].range
      .lowerBound..<tree.tokens[cursor.position + words.count - 1].range
      .upperBound
    log.report(
      .unknownChoice, isOfYears ? comparison.message : "`\(comparison.written)` is not known here", at: range,
      help: isOfYears ? comparison.help : [Self.wholeYears])
    cursor.hasFailed = true
    return true
  }

  /// What to do with an age in months.
  static let wholeYears =
    "ages are counted in whole years: write whole years, and the exact limit in the article with `note \"…\"`"

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
