import LegalSyntax
import SourceText

/// Treaties and their rules.
extension Resolution {
  /// Rules are known as their text is read; there is no evidence to grade.
  private static let treatyText = Evidence(grade: .text)

  mutating func resolveInstruments() {
    corpus.definitions = collected.definitions.enumerated().map { index, syntax in
      Definition(
        name: syntax.name.text, title: syntax.title?.text, cite: syntax.cite?.text,
        owner: collected.definitionOwners[index], region: Region(items: [], span: syntax.region.span),
        evidence: Self.treatyText, span: syntax.span)
    }
    // Instruments first, so that rules can name each other.
    for (index, parts) in collected.instruments.enumerated() {
      let head = parts.syntax[0]
      let inForce = parts.syntax.lazy.compactMap(\.inForce).first
      if inForce == nil {
        report(
          .missingPart, "the treaty `\(head.name.text)` does not say from when it is in force",
          at: head.span,
          help: ["add a line such as `in force from 2002-01-18` (year-month-day)"])
      }
      corpus.instruments.append(
        Instrument(
          name: head.name.text, title: parts.syntax.lazy.compactMap(\.title).first?.text ?? head.name.text,
          adopted: parts.syntax.lazy.compactMap(\.adopted).first?.date,
          period: period(inForce, evidence: Self.treatyText),
          source: parts.syntax.lazy.compactMap(\.source).first?.text, rules: parts.rules.map(\.id),
          span: head.span))
      for rule in parts.rules {
        corpus.rules.append(placeholder(rule.syntax, instrument: InstrumentID(index)))
      }
    }
    for (index, parts) in collected.instruments.enumerated() {
      resolveBodies(parts, instrument: InstrumentID(index))
    }
  }

  private mutating func placeholder(_ syntax: RuleSyntax, instrument: InstrumentID) -> Rule {
    let name = corpus[instrument].name
    if syntax.cite == nil, syntax.source == nil {
      report(
        .missingPart, "the rule `\(syntax.name.text)` does not say where it comes from", at: syntax.span,
        help: ["add `cite \"article …\"` if it stands in the treaty, or `source \"…\"` for another document"])
    }
    if syntax.level == nil {
      report(
        .missingPart, "the rule `\(syntax.name.text)` does not say how binding it is", at: syntax.span,
        help: ["add `level binding`, `level conditional`, `level recommended` or `level optional`"])
    }
    if syntax.duties.isEmpty, syntax.notChecked.isEmpty {
      report(
        .dutyMissing, "the rule `\(syntax.name.text)` asks nothing", at: syntax.span,
        help: ["add `must punish { … }` or another duty, or `not checked \"why\"`"])
    }
    if syntax.duties.count > 1 {
      report(
        .dutyMissing, "the rule `\(syntax.name.text)` has more than one duty",
        at: syntax.duties[1].span, related: [Diagnostic.Label(syntax.duties[0].span, "the first duty")],
        help: ["make a rule of each"])
    }
    let liability = Set(syntax.liability.compactMap { Liability(rawValue: $0.text) })
    return Rule(
      instrument: instrument, name: syntax.name.text, identity: name + " " + syntax.name.text,
      title: syntax.title?.text ?? syntax.name.text,
      level: Level(rawValue: syntax.level?.text ?? "") ?? .binding,
      cite: syntax.cite?.text, source: syntax.source?.text,
      period: syntax.inForce == nil
        ? corpus[instrument].period : period(syntax.inForce, evidence: Self.treatyText),
      liability: liability.isEmpty ? [.criminal] : liability, duty: nil, mayExclude: [],
      notChecked: syntax.notChecked.map(\.text), notes: syntax.notes.map(\.text), span: syntax.span)
  }

  private mutating func resolveBodies(
    _ parts: CollectedDeclarations.InstrumentParts, instrument: InstrumentID
  ) {
    for id in parts.definitions.values.sorted() {
      let context = RegionContext(
        owner: .definition(id), evidence: Self.treatyText, definitions: parts.definitions)
      corpus.definitions[id.index].region = region(collected.definitions[id.index].region, context)
    }
    for rule in parts.rules {
      let context = RegionContext(
        owner: .rule(rule.id), evidence: Self.treatyText, definitions: parts.definitions)
      corpus.rules[rule.id.index].mayExclude = rule.syntax.mayExclude.map { exception($0, context) }
      if let duty = rule.syntax.duties.first {
        corpus.rules[rule.id.index].duty = self.duty(duty, context, instrument: instrument)
      }
    }
  }

  private mutating func duty(_ syntax: DutySyntax, _ context: RegionContext, instrument: InstrumentID)
    -> Duty?
  {
    switch syntax {
    case .punish(let target, _): self.target(target, context, instrument).map { .punish($0) }
    case .prohibit(let target, _): self.target(target, context, instrument).map { .prohibit($0) }
    case .notPunish(let target, _): self.target(target, context, instrument).map { .notPunish($0) }
    case .define(let target, _): self.target(target, context, instrument).map { .define($0) }
    case .penaltyFloor(let target, let days, _):
      self.target(target, context, instrument).map { .penaltyFloor($0, days: days) }
    }
  }

  private mutating func target(
    _ syntax: DutyTargetSyntax, _ context: RegionContext, _ instrument: InstrumentID
  ) -> DutyTarget? {
    switch syntax {
    case .region(let body):
      return .region(region(body, context))
    case .rules(let patterns, let changes):
      let named = self.rules(patterns, in: instrument)
      let rules = named.filter { corpus[$0].duty != nil || isPunishing($0) }
      let lines = changes.compactMap { line($0, context) }
      if rules.isEmpty, !named.isEmpty, let first = patterns.first {
        report(
          .dutyMissing, "`\(first.text)` asks nothing that another rule could vary", at: first.span,
          help: ["name rules that have a duty"])
      }
      return rules.isEmpty ? nil : .rules(rules, changes: lines)
    }
  }

  /// Whether a rule, perhaps not yet resolved, has a duty that others can vary.
  private func isPunishing(_ id: RuleID) -> Bool {
    for parts in collected.instruments {
      for rule in parts.rules where rule.id == id { return !rule.syntax.duties.isEmpty }
    }
    return false
  }

  /// The rules that patterns name, in the order of the instrument; reports patterns that name none.
  mutating func rules(_ patterns: [WordSyntax], in instrument: InstrumentID) -> [RuleID] {
    var found = Set<RuleID>()
    for pattern in patterns {
      let matches = corpus.rules(matching: pattern.text, in: instrument)
      if matches.isEmpty { reportUnknownRule(pattern, of: corpus[instrument]) }
      found.formUnion(matches)
    }
    return found.sorted()
  }

  /// Reports a treaty that nothing declares.
  mutating func reportUnknownInstrument(_ word: WordSyntax) {
    let names = corpus.instruments.map(\.name)
    reportUnknown(
      .unknownInstrument, "treaty", word, among: names,
      help: [
        names.isEmpty
          ? """
          none of these files holds a treaty: leave out \(CommandText.rulesOption) to use the rules that come \
          with lacuna, or name another folder of rules
          """
          : "\(CommandText.rules) lists the treaties and their rules"
      ])
  }

  private mutating func reportUnknownRule(_ pattern: WordSyntax, of instrument: Instrument) {
    guard !isFull(pattern.span.file) else { return }
    let names = instrument.rules.map { corpus[$0].name }
    let list: Advice =
      "the rules of \(instrument.name) are \(sample(names)); \(CommandText.rules) lists them"
    if pattern.text.hasSuffix("*") {
      report(
        .unknownRule, "there is no rule whose number begins with `\(pattern.text.dropLast())`",
        at: pattern.span, help: [list])
    } else if names.contains(where: { $0.hasPrefix(pattern.text + ".") }) {
      report(
        .unknownRule, "there is no rule `\(pattern.text)` itself, only rules below it", at: pattern.span,
        help: ["for all rules below it write `\(pattern.text).*`", list])
    } else {
      reportUnknownRule(pattern, among: names, help: list)
    }
  }
}
