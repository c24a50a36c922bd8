import SourceText

/// Evidence marks, dates and periods: parts of lines of every family.
extension SyntaxReader {
  /// `evidence GRADE [KEY] ["source"]`, if it stands here.
  mutating func optionalEvidence(_ cursor: inout LineCursor) -> EvidenceSyntax? {
    guard skip("evidence", &cursor) else { return nil }
    return evidence(&cursor)
  }

  /// A line `evidence …` for a whole block.
  mutating func evidenceLine(_ line: Int, replacing earlier: EvidenceSyntax?) -> EvidenceSyntax? {
    once(line, earlier?.grade.span)
    var cursor = cursor(of: line)
    let result = evidence(&cursor)
    finish(cursor)
    return result ?? earlier
  }

  private mutating func evidence(_ cursor: inout LineCursor) -> EvidenceSyntax? {
    guard let grade = choice("a grade of evidence", of: EvidenceWord.self, &cursor) else { return nil }
    var key: WordSyntax?
    if let next = nextWord(cursor), ReservedWord(rawValue: next) == nil {
      key = word(cursor.position)
      cursor.position += 1
    }
    return EvidenceSyntax(grade: grade, key: key, source: optionalText(&cursor))
  }

  /// `YYYY-MM-DD`.
  mutating func date(_ cursor: inout LineCursor, allowsUnknown: Bool = false) -> DateSyntax? {
    guard !cursor.hasFailed else { return nil }
    guard nextWord(cursor) != nil else {
      fail(.badDate, "a date is missing here", &cursor, help: Self.dateHelp(allowsUnknown))
      return nil
    }
    let word = word(cursor.position)
    cursor.position += 1
    if allowsUnknown, word.text == "unknown" { return DateSyntax(nil, word.span) }
    guard let date = CalendarDate(word.text) else {
      // The line is there, only its date is wrong: later stages must not call it missing as well.
      reportDate(word, allowsUnknown: allowsUnknown)
      return DateSyntax(nil, word.span)
    }
    return DateSyntax(date, word.span)
  }

  private mutating func reportDate(_ word: WordSyntax, allowsUnknown: Bool) {
    let parts = word.text.split(separator: "-").map(\.utf8.count)
    log.report(
      .badDate,
      parts == [4, 2, 2] ? "`\(word.text)` is no day of the calendar" : "`\(word.text)` is no date",
      at: word.span.start..<word.span.end, help: Self.dateHelp(allowsUnknown))
  }

  private static func dateHelp(_ allowsUnknown: Bool) -> [String] {
    let form = "a date is written year-month-day, such as `2002-01-18`"
    return allowsUnknown ? [form, "write `unknown` if the date is not known"] : [form]
  }

  /// `from (DATE | unknown) [until DATE] [evidence …]`, for lines where it must stand.
  mutating func period(_ cursor: inout LineCursor) -> PeriodSyntax? {
    link("from", &cursor, example: "from 2002-01-18")
    guard let from = date(&cursor, allowsUnknown: true) else {
      // The rest is still looked at, so that a second mistake in the line is not lost.
      if !cursor.hasFailed { _ = until(&cursor) }
      if !cursor.hasFailed { _ = optionalEvidence(&cursor) }
      return nil
    }
    let until = until(&cursor)
    return PeriodSyntax(from: from, until: until, evidence: optionalEvidence(&cursor))
  }

  private mutating func until(_ cursor: inout LineCursor) -> DateSyntax? {
    skip("until", &cursor) ? date(&cursor) : nil
  }

  /// A line `in force from …`.
  mutating func periodLine(_ line: Int, replacing earlier: PeriodSyntax?) -> PeriodSyntax? {
    once(line, earlier?.from.span)
    var cursor = cursor(of: line)
    link("force", &cursor, example: "in force from 2002-01-18")
    let result = period(&cursor)
    finish(cursor)
    return result ?? earlier
  }

  // MARK: Lines that hold one thing

  /// Reports a line that stood in its block already.
  mutating func once(_ line: Int, _ earlier: SourceSpan?) {
    guard let earlier else { return }
    let range = keywordRange(of: line)
    log.report(
      .repeatedLine, "`\(keyword(of: line))` may stand here only once", at: range,
      related: [Diagnostic.Label(earlier, "first written here")], help: ["remove one of the two lines"])
  }

  /// A line `WORD "text"` that may stand once.
  mutating func textLine(_ line: Int, replacing earlier: QuotedSyntax?) -> QuotedSyntax? {
    once(line, earlier?.span)
    return textLine(line) ?? earlier
  }

  /// A line `WORD "text"`.
  mutating func textLine(_ line: Int) -> QuotedSyntax? {
    var cursor = cursor(of: line)
    // The words of the message are only put together where it is needed: most lines are right.
    let text = optionalText(&cursor) ?? requiredText("the text of `\(keyword(of: line))`", &cursor)
    finish(cursor)
    return text
  }

  /// A line `liability KIND` that may stand once.
  mutating func liabilityLine(_ line: Int, replacing earlier: WordSyntax?) -> WordSyntax? {
    once(line, earlier?.span)
    var cursor = cursor(of: line)
    let kind = choice("a kind of liability", of: LiabilityWord.self, &cursor)
    finish(cursor)
    return kind ?? earlier
  }
}
