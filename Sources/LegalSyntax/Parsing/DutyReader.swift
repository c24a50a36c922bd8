import SourceText

/// What a rule asks: the lines that begin with `must`.
extension SyntaxReader {
  /// `must punish …`, `must not punish …`, `must prohibit …`, `must define …`
  mutating func duty(_ line: Int) -> DutySyntax? {
    var cursor = cursor(of: line)
    let isNegated = skip("not", &cursor)
    switch nextWord(cursor) {
    case "punish":
      cursor.position += 1
      return isNegated ? mustNotPunish(&cursor) : mustPunish(&cursor)
    case "prohibit" where !isNegated:
      cursor.position += 1
      return closed(&cursor).map { .prohibit($0, wholeSpan(of: line)) }
    case "define" where !isNegated:
      cursor.position += 1
      return closed(&cursor).map { .define($0, wholeSpan(of: line)) }
    case let other:
      let choices = isNegated ? ["punish"] : ["punish", "not punish", "prohibit", "define"]
      fail(
        .unknownChoice,
        other.map { "`must\(isNegated ? " not" : "") \($0)` is not a duty that lacuna knows" }
          ?? "what must be done is missing here",
        &cursor, help: Self.advice(for: other ?? "", among: choices))
      return nil
    }
  }

  private mutating func mustNotPunish(_ cursor: inout LineCursor) -> DutySyntax? {
    closed(&cursor).map { .notPunish($0, wholeSpan(of: cursor.line)) }
  }

  /// `must punish TARGET [by imprisonment [of at least DURATION]]`
  private mutating func mustPunish(_ cursor: inout LineCursor) -> DutySyntax? {
    let target = target(&cursor)
    let span = wholeSpan(of: cursor.line)
    guard skip("by", &cursor) else {
      finish(cursor)
      return target.map { .punish($0, span) }
    }
    let example = "by imprisonment of at least 1 year"
    link("imprisonment", &cursor, example: example)
    var days: Int?
    if skip("of", &cursor) {
      link("at", &cursor, example: example)
      link("least", &cursor, example: example)
      days = duration(&cursor)
    }
    finish(cursor)
    return target.map { .penaltyFloor($0, days: days, span) }
  }

  /// A target with nothing behind it.
  private mutating func closed(_ cursor: inout LineCursor) -> DutyTargetSyntax? {
    let target = target(&cursor)
    finish(cursor)
    return target
  }

  /// A block, or rules with changes.
  private mutating func target(_ cursor: inout LineCursor) -> DutyTargetSyntax? {
    if isBeforeBlock(cursor) {
      let region = region(of: cursor.line, in: "what a rule asks")
      passBlock(&cursor)
      return .region(region)
    }
    guard nextWord(cursor) != nil else {
      fail(
        .missingBlock, "what this duty is about is missing here", &cursor,
        help: ["write a block `{ … }`, or the numbers of other rules such as `3.1.*`"])
      return nil
    }
    let rules = ruleNames(&cursor)
    var changes: [ElementLineSyntax] = []
    while skip("with", &cursor) {
      if let change = change(&cursor) { changes.append(change) }
    }
    return rules.isEmpty ? nil : .rules(rules, changes: changes)
  }

  /// `ELEMENT VALUES` inside a line.
  mutating func change(_ cursor: inout LineCursor) -> ElementLineSyntax? {
    let start = cursor.position
    guard let element = name("the name of an element", &cursor, example: "stage") else { return nil }
    guard let selection = selection(&cursor, of: element.text) else { return nil }
    let end = tree.tokens[max(start, cursor.position - 1)].range.upperBound
    return ElementLineSyntax(
      element: element, selection: selection, words: nil, evidence: nil,
      span: log.span(tree.tokens[start].range.lowerBound..<end))
  }

  private func ruleNumberHelp(_ word: String, _ cursor: LineCursor) -> String {
    let line = lineText(cursor.line, replacing: cursor.position..<cursor.position + 1)
    return "leave out the word `\(word)`: `\(line ?? "3.1.a.i.c")`"
  }

  /// `3.1.a, 3.1.b.*`
  mutating func ruleNames(_ cursor: inout LineCursor) -> [WordSyntax] {
    var result: [WordSyntax] = []
    if let word = nextWord(cursor), ["article", "articles", "art.", "rule", "rules"].contains(word) {
      fail(
        .unexpectedText, "`\(word)` is not expected here", &cursor, help: [ruleNumberHelp(word, cursor)])
      return []
    }
    repeat {
      if let rule = name("the number of a rule", &cursor, example: "3.1.a.i.c") { result.append(rule) }
    } while !cursor.hasFailed && passComma(&cursor)
    return result
  }
}
