import SourceText

/// The words that begin a line of an instrument.
enum InstrumentWord: String, CaseIterable {
  case adopted, `in`, source, define, rule
}

/// The words that begin a line of a rule.
enum RuleWord: String, CaseIterable {
  case level, cite, source, `in`, liability, must, may, not, note
}

/// Instruments and their rules, without the duties.
extension SyntaxReader {
  /// `instrument NAME "title" { … }`
  mutating func instrument(_ line: Int) -> InstrumentSyntax? {
    let heading = heading(
      line, name: "the short name of the instrument", example: "OPSC", title: "the title of the instrument",
      content: "its rules")
    guard let heading else { return nil }
    var result = InstrumentSyntax(name: heading.name, title: heading.title, span: titleSpan(of: line))
    for child in children(of: line) { instrumentPart(child, &result) }
    return result
  }

  private mutating func instrumentPart(_ line: Int, _ instrument: inout InstrumentSyntax) {
    guard let word = lineWord(line, of: InstrumentWord.self, in: "an instrument") else { return }
    switch word {
    case .adopted:
      once(line, instrument.adopted?.span)
      var cursor = cursor(of: line)
      instrument.adopted = date(&cursor) ?? instrument.adopted
      finish(cursor)
    case .in: instrument.inForce = periodLine(line, replacing: instrument.inForce)
    case .source: instrument.source = textLine(line, replacing: instrument.source)
    case .define:
      if let definition = definition(line, in: .instrument) { instrument.definitions.append(definition) }
    case .rule:
      if let rule = rule(line) { instrument.rules.append(rule) }
    }
  }

  private mutating func rule(_ line: Int) -> RuleSyntax? {
    let heading = heading(
      line, name: "the number of the rule", example: "3.1.a.i.c", title: "the title of the rule",
      content: "its level and what it asks")
    guard let heading else { return nil }
    checkNumber(heading.name, of: "a rule")
    var result = RuleSyntax(name: heading.name, title: heading.title, span: titleSpan(of: line))
    for child in children(of: line) { rulePart(child, &result) }
    return result
  }

  private mutating func rulePart(_ line: Int, _ rule: inout RuleSyntax) {
    guard let word = lineWord(line, of: RuleWord.self, in: "a rule") else { return }
    switch word {
    case .level: rule.level = levelLine(line, replacing: rule.level)
    case .cite: rule.cite = textLine(line, replacing: rule.cite)
    case .source: rule.source = textLine(line, replacing: rule.source)
    case .in: rule.inForce = periodLine(line, replacing: rule.inForce)
    case .liability: rule.liability = liabilityKinds(line, replacing: rule.liability)
    case .must:
      if let duty = duty(line) { rule.duties.append(duty) }
    case .may:
      if let exclusion = exclusion(line) { rule.mayExclude.append(exclusion) }
    case .not:
      if let text = notChecked(line) { rule.notChecked.append(text) }
    case .note:
      if let text = textLine(line) { rule.notes.append(text) }
    }
  }

  private mutating func levelLine(_ line: Int, replacing earlier: WordSyntax?) -> WordSyntax? {
    once(line, earlier?.span)
    var cursor = cursor(of: line)
    let level = choice("a level", of: LevelWord.self, &cursor)
    finish(cursor)
    return level ?? earlier
  }

  private mutating func liabilityKinds(_ line: Int, replacing earlier: [WordSyntax]) -> [WordSyntax] {
    once(line, earlier.first?.span)
    var cursor = cursor(of: line)
    var kinds: [WordSyntax] = []
    repeat {
      if let kind = choice("a kind of liability", of: LiabilityWord.self, &cursor) { kinds.append(kind) }
    } while !cursor.hasFailed && passComma(&cursor)
    finish(cursor)
    return kinds.isEmpty ? earlier : kinds
  }

  private mutating func exclusion(_ line: Int) -> ExceptSyntax? {
    var cursor = cursor(of: line)
    link("exclude", &cursor, example: "may exclude { lawfulness official-duty }")
    guard !cursor.hasFailed else { return nil }
    return exception(line, from: cursor, in: "what a rule lets a State exclude")
  }

  private mutating func notChecked(_ line: Int) -> QuotedSyntax? {
    var cursor = cursor(of: line)
    link("checked", &cursor, example: "not checked \"seizure of assets\"")
    let text = requiredText("the text of `not checked`", &cursor)
    finish(cursor)
    return text
  }
}
