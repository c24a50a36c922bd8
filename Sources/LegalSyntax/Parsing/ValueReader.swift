import SourceText

/// Lists of values, numbers and durations.
extension SyntaxReader {
  /// The largest number that may be written: it still fits 64 bits when years are counted in days.
  static let largestNumber = 1_000_000_000_000_000

  /// `any`, `not stated`, or a list. Nil after a mistake that left nothing.
  mutating func selection(_ cursor: inout LineCursor, of element: String) -> SelectionSyntax? {
    switch nextWord(cursor) {
    case "any":
      cursor.position += 1
      return .any(log.span(tree.tokens[cursor.position - 1].range))
    case "not":
      let start = tree.tokens[cursor.position].range.lowerBound
      if failIfWordedComparison(&cursor) { return nil }
      if cursor.position + 1 >= cursor.end || !isWord(cursor.position + 1, "stated") {
        failAtNegation(&cursor, of: element)
        return nil
      }
      cursor.position += 2
      return .notStated(log.span(start..<tree.tokens[cursor.position - 1].range.upperBound))
    default:
      let list = values(&cursor, of: element)
      return list.isEmpty ? nil : .list(list)
    }
  }

  /// Values separated by commas.
  mutating func values(
    _ cursor: inout LineCursor, of element: String, in meaning: ListMeaning = .alternatives
  ) -> [SelectionItemSyntax] {
    guard !cursor.hasFailed else { return [] }
    guard nextWord(cursor) != nil else {
      failWithoutValue(&cursor, of: element)
      return []
    }
    var result: [SelectionItemSyntax] = []
    repeat {
      if failAtConjunction(&cursor, in: meaning) { break }
      if nextWord(cursor) == "not" { failAtNot(&cursor, of: element) }
      if let value = value(&cursor) { result.append(value) }
    } while !cursor.hasFailed && passComma(&cursor, in: meaning)
    return result
  }

  /// Passes a comma between two members of a list; reports one with nothing behind it.
  mutating func passComma(_ cursor: inout LineCursor, in meaning: ListMeaning = .enumeration) -> Bool {
    if failAtConjunction(&cursor, in: meaning) { return false }
    guard !cursor.isAtEnd, tree.tokens[cursor.position].kind == .comma else { return false }
    let comma = tree.tokens[cursor.position].range
    cursor.position += 1
    // After a comma the list may go on below.
    while cursor.position < cursor.end, tree.tokens[cursor.position].isSpace { cursor.position += 1 }
    if nextWord(cursor) != nil { return true }
    log.report(
      .danglingComma, "nothing follows this comma", at: comma,
      help: ["delete the comma, or write one more member of the list after it"])
    cursor.hasFailed = true
    return false
  }

  /// One value, or a range of numbers.
  mutating func value(_ cursor: inout LineCursor) -> SelectionItemSyntax? {
    guard !cursor.hasFailed else { return nil }
    guard let first = nextWord(cursor) else {
      fail(.missingValue, "a value is missing here", &cursor)
      return nil
    }
    let start = tree.tokens[cursor.position].range.lowerBound
    switch first {
    case "under":
      cursor.position += 1
      return range(&cursor, from: start) { reader, cursor in
        guard let bound = reader.number(&cursor, example: "under 18") else { return nil }
        if bound == 0 {
          cursor.position -= 1
          reader.fail(
            .badNumber, "nobody is under 0", &cursor, help: ["for younger than 18 write `under 18`"])
        }
        return (nil, bound - 1)
      }
    case "at":
      if failIfWordedComparison(&cursor) { return nil }
      cursor.position += 1
      link("least", &cursor, example: "at least 15")
      return range(&cursor, from: start) { reader, cursor in
        reader.number(&cursor, example: "at least 15").map { ($0, nil) }
      }
    case "from":
      cursor.position += 1
      return range(&cursor, from: start) { reader, cursor in
        guard let low = reader.number(&cursor, example: "from 15 to 17") else { return nil }
        reader.link("to", &cursor, example: "from 15 to 17")
        guard let high = reader.number(&cursor, example: "from 15 to 17") else { return nil }
        return (low, high)
      }
    default:
      return nameOrNumber(first, &cursor)
    }
  }

  private mutating func nameOrNumber(_ text: String, _ cursor: inout LineCursor) -> SelectionItemSyntax? {
    // Only what begins with a number or is followed by a word can be more than a name.
    let isFollowed = cursor.position + 1 < cursor.end && tree.tokens[cursor.position + 1].kind == .word
    let isNumeric = text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    if isFollowed || isNumeric, failIfWordedComparison(&cursor) { return nil }
    // What a wrong character cuts short is not what was meant.
    if log.hasCharacterMistake(near: tree.tokens[cursor.position].range) {
      cursor.hasFailed = true
      return nil
    }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let start = tree.tokens[cursor.position].range.lowerBound
      return range(&cursor, from: start) { reader, cursor in
        reader.number(&cursor, example: "15").map { ($0, $0) }
      }
    }
    if ReservedWord(rawValue: text) != nil {
      failAtReservedValue(text, &cursor)
      return nil
    }
    cursor.position += 1
    return .name(word(cursor.position - 1))
  }

  /// Reports `not stated` in a list, or `not` before a value.
  private mutating func failAtNot(_ cursor: inout LineCursor, of element: String) {
    let next = cursor.position + 1
    let isStated = next < cursor.end && isWord(next, "stated")
    if isStated { failAtReservedValue("not", &cursor) } else { failAtNegation(&cursor, of: element) }
  }

  /// Reports a word that means something else than a value.
  private mutating func failAtReservedValue(_ text: String, _ cursor: inout LineCursor) {
    let first = tree.lines[cursor.line].arguments.lowerBound
    guard text == "any" || text == "not", first < cursor.position else {
      fail(
        .reservedWord, "`\(text)` is a word that lacuna itself uses, and no value", &cursor,
        help: ["a value is missing before it"])
      return
    }
    fail(
      .reservedWord, "`\(text == "any" ? text : "not stated")` cannot be joined with other values", &cursor,
      help: aloneHelp(cursor.line, any: text == "any", beside: first..<cursor.position - 1))
  }

  /// Completes a range with its span, and reports one that is the wrong way round.
  private mutating func range(
    _ cursor: inout LineCursor, from start: Int,
    _ bounds: (inout SyntaxReader, inout LineCursor) -> (lowest: Int?, highest: Int?)?
  ) -> SelectionItemSyntax? {
    guard let (lowest, highest) = bounds(&self, &cursor), !cursor.hasFailed else { return nil }
    let span = log.span(start..<tree.tokens[cursor.position - 1].range.upperBound)
    guard let lowest, let highest else { return .range(lowest: lowest, highest: highest, span: span) }
    checkOrder(lowest, highest, span, meant: "from \(highest) to \(lowest)")
    return .range(lowest: min(lowest, highest), highest: max(lowest, highest), span: span)
  }

  /// Reports a range that ends before it begins.
  ///
  /// - Parameter meant: the range the right way round.
  mutating func checkOrder(_ lowest: Int, _ highest: Int, _ span: SourceSpan, meant: String) {
    guard lowest > highest else { return }
    log.report(
      .reversedRange, "this range ends before it begins", at: span.start..<span.end,
      help: ["write the smaller number first: `\(meant)`"])
  }

  // MARK: Numbers

  /// A whole number in digits.
  mutating func number(_ cursor: inout LineCursor, example: String) -> Int? {
    guard !cursor.hasFailed else { return nil }
    guard let text = nextWord(cursor) else {
      failWithoutNumber(&cursor, example: example)
      return nil
    }
    guard text.utf8.allSatisfy(\.isDigit) else {
      failAtWordedNumber(text, &cursor, example: example)
      return nil
    }
    guard let number = Int(text), number <= Self.largestNumber else {
      fail(
        .badNumber, "this number is too large", &cursor,
        help: ["check the number of digits; the largest number is 1 000 000 000 000 000"])
      return nil
    }
    cursor.position += 1
    return number
  }

  // MARK: Durations

  /// `NUMBER UNIT`, in days.
  mutating func duration(_ cursor: inout LineCursor) -> Int? {
    guard let count = number(&cursor, example: "5 years") else { return nil }
    return unit(&cursor).map { count * $0.days }
  }

  /// `day`, `months`, `years` …
  mutating func unit(_ cursor: inout LineCursor) -> DurationUnit? {
    guard !cursor.hasFailed else { return nil }
    guard let text = nextWord(cursor) else {
      fail(
        .missingName, "the unit of time is missing here", &cursor,
        help: ["expected `days`, `months` or `years`"])
      return nil
    }
    guard let unit = DurationUnit(rawValue: text) else {
      let help = Self.advice(for: text, among: ["days", "months", "years"])
      fail(.unknownChoice, "`\(text)` is not a unit of time", &cursor, help: help)
      return nil
    }
    cursor.position += 1
    return unit
  }

  /// Words as written between two tokens, with single spaces.
  func writtenText(_ tokens: Range<Int>) -> String { tokens.map(text).joined(separator: " ") }
}
