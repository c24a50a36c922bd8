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

  /// `YYYY-MM-DD`. A date that is wrong or missing is reported, and stands for one that is not known: the line is there,
  /// and later stages must not call it missing as well.
  mutating func date(_ cursor: inout LineCursor, allowsUnknown: Bool = false) -> DateSyntax? {
    guard !cursor.hasFailed else { return nil }
    guard nextWord(cursor) != nil else {
      let place = log.span(place(cursor))
      let text = isBeforeString(cursor) ? quoted(cursor.position).text : ""
      fail(
        .badDate, text.isEmpty ? "a date is missing here" : "a date must not stand in quotation marks",
        &cursor,
        help: Self.quotedDateHelp(text, allowsUnknown))
      return DateSyntax(nil, place)
    }
    let word = word(cursor.position)
    if allowsUnknown, word.text == "unknown" {
      cursor.position += 1
      return DateSyntax(nil, word.span)
    }
    guard let date = CalendarDate(word.text) else { return wrongDate(&cursor, allowsUnknown) }
    cursor.position += 1
    return DateSyntax(date, word.span)
  }

  /// Reports all words that seem to belong to a date as one mistake.
  private mutating func wrongDate(_ cursor: inout LineCursor, _ allowsUnknown: Bool) -> DateSyntax {
    // After a comma it may go on below: where a line is broken means nothing.
    let parts = (cursor.position..<cursor.end).filter { tree.tokens[$0].kind != .newline }
    let first = cursor.position
    let meant = Array(parts.prefix { $0 == first || !isBehindDate($0) }.prefix(5))
    let words = meant.map { text($0) }
    let last = meant.last ?? first
    let range = tree.tokens[first].range.lowerBound..<tree.tokens[last].range.upperBound
    cursor.position = parts.first { $0 > last } ?? cursor.end
    if !log.hasCharacterMistake(in: range) {
      let missing = words.count == 1 ? MissingDay(words[0]) : nil
      let message =
        if words == ["unknown"] {
          "this date must be known"
        } else if missing != nil {
          "there is no day `\(words[0])` in the calendar"
        } else {
          "the date `\(Self.shown(words))` is not in the form that lacuna reads"
        }
      log.report(
        .badDate, message, at: range,
        help: missing.map { $0.help + Self.unknownHelp(allowsUnknown) } ?? Self.dateHelp(words, allowsUnknown)
      )
    }
    return DateSyntax(nil, log.span(range))
  }

  /// Words with single spaces between them and none before a comma.
  private static func shown(_ words: [String]) -> String {
    words.reduce("") { text, word in text.isEmpty || word == "," ? text + word : text + " " + word }
  }

  /// Whether a token can only stand behind a date.
  private func isBehindDate(_ token: Int) -> Bool {
    guard tree.tokens[token].kind == .word || tree.tokens[token].kind == .comma else { return true }
    return isWord(token, "until") || isWord(token, "evidence") || isWord(token, "from")
  }

  private static func dateHelp(_ words: [String], _ allowsUnknown: Bool) -> [String] {
    let date = WordedDate(words.filter { $0 != "," })
    if let meant = date.meant { return ["write it year-month-day: `\(meant)`"] }
    if date.possible.count == 2 {
      let (first, second) = (date.possible[0], date.possible[1])
      return ["it can be \(first.spelled) or \(second.spelled): write `\(first)` or `\(second)`"]
    }
    return ["write a date year-month-day, such as `2002-01-18`"] + unknownHelp(allowsUnknown)
  }

  private static func unknownHelp(_ allowsUnknown: Bool) -> [String] {
    allowsUnknown ? ["write `unknown` if the date is not known"] : []
  }

  private static func quotedDateHelp(_ text: String, _ allowsUnknown: Bool) -> [String] {
    CalendarDate(text) == nil
      ? dateHelp([text], allowsUnknown) : ["write the date without quotation marks: `\(text)`"]
  }

  /// `from (DATE | unknown) [until DATE] [evidence …]`, for lines where it must stand.
  mutating func period(_ cursor: inout LineCursor) -> PeriodSyntax? {
    linkToDate("from", &cursor, example: "from 2002-01-18")
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
    let unknown = DateSyntax(nil, titleSpan(of: line))
    return result ?? earlier ?? PeriodSyntax(from: unknown, until: nil, evidence: nil)
  }

  /// Passes a linking word before a date; another word in its place is told together with the date behind it.
  mutating func linkToDate(_ expected: StaticString, _ cursor: inout LineCursor, example: String) {
    guard !cursor.hasFailed, !skip(expected, &cursor) else { return }
    let words = (cursor.position..<cursor.end).filter { tree.tokens[$0].kind == .word }.prefix(4).map {
      text($0)
    }
    guard let found = words.first, CalendarDate(found) == nil else {
      link(expected, &cursor, example: example)
      return
    }
    let date = words.first { CalendarDate($0) != nil }
    let meant = example.split(separator: " ").dropLast().joined(separator: " ")
    fail(
      .missingLink, "`\(found)` is not known here", &cursor,
      help: ["write `\(date.map { meant + " " + $0 } ?? example)`"])
  }

  // MARK: Lines that hold one thing

  /// Reports a line that stood in its block already.
  mutating func once(_ line: Int, _ earlier: SourceSpan?) {
    guard let earlier else { return }
    var range = keywordRange(of: line)
    var words = keyword(of: line)
    // `in` alone says nothing.
    if words == "in", let next = tree.lines[line].arguments.first, isWord(next, "force") {
      words = "in force"
      range = range.lowerBound..<tree.tokens[next].range.upperBound
    }
    log.report(
      .repeatedLine, "`\(words)` may stand here only once", at: range,
      related: [Diagnostic.Label(earlier, "first written here")], help: [adviceOnTwo(line)])
  }

  private func adviceOnTwo(_ line: Int) -> String {
    switch keyword(of: line) {
    case "liability":
      """
      one offence has one kind of liability: if the law provides for several, write the offence once for each, with \
      a title to tell them apart
      """
    default: "remove one of the two lines"
    }
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
    let text =
      optionalText(&cursor) ?? requiredText("the text of `\(keyword(of: line))`", &cursor, isRest: true)
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
