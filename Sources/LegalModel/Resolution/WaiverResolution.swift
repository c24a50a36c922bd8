import LegalSyntax
import SourceText

/// What is accepted although it is open.
extension Resolution {
  /// Waivers are read last: they name rules and use definitions of treaties.
  mutating func resolveWaivers(_ files: [FileSyntax]) {
    var seen: [String: WordSyntax] = [:]
    for file in files {
      for case .waiver(let syntax) in file.declarations {
        if let first = seen[syntax.name.text] {
          reportDuplicate(.waiver, syntax.name, first: first)
          continue
        }
        seen[syntax.name.text] = syntax.name
        if let waiver = waiver(syntax) { corpus.waivers.append(waiver) }
      }
    }
  }

  /// The waiver; nil after a mistake, which is reported.
  private mutating func waiver(_ syntax: WaiverSyntax) -> Waiver? {
    let name = syntax.name.text
    let code = name.split(separator: "/", maxSplits: 1).first.map(String.init) ?? name
    if !name.contains("/") || code.isEmpty {
      report(
        .missingPart, "the waiver `\(name)` does not say for which State it holds", at: syntax.name.span,
        help: ["begin its name with the letters of the State: for a State XA, `XA/\(name)`"])
    }
    reportMissing(syntax)
    let rule = syntax.under.flatMap { waivedRule($0) }
    let region = syntax.accept.flatMap { accepted($0, under: syntax.under) }
    guard let rule, let region, let by = syntax.by?.text, let reason = syntax.reason?.text,
      let until = syntax.until?.date
    else { return nil }
    return Waiver(
      name: name, title: syntax.title?.text ?? name, jurisdiction: code, rule: rule, by: by, reason: reason,
      until: until, region: region, span: syntax.span)
  }

  private mutating func reportMissing(_ syntax: WaiverSyntax) {
    let parts: [(isThere: Bool, what: String, help: Advice)] = [
      (syntax.under != nil, "of which rule it accepts cases", "add a line such as `under OPSC 3.1.a.ii`"),
      (
        syntax.by != nil, "who accepts the cases",
        "add a line such as `by \"Ministry of Justice, letter 12/2026\"`"
      ),
      (
        syntax.reason != nil, "why the cases are accepted",
        "add a line such as `reason \"the law is under revision\"`"
      ),
      (
        syntax.until != nil, "until when the cases are accepted",
        "add a line such as `until 2027-01-01` (year-month-day): the first day on which they are not accepted any more"
      ),
      (
        syntax.accept != nil, "which cases it accepts",
        "add a block such as `accept { purpose illegal-adoption }`"
      ),
    ]
    for part in parts where !part.isThere {
      report(
        .missingPart, "the waiver `\(syntax.name.text)` does not say \(part.what)", at: syntax.span,
        help: [part.help])
    }
  }

  /// One rule: whoever accepts cases of several looks at each of them.
  private mutating func waivedRule(_ syntax: WaivedRuleSyntax) -> RuleID? {
    guard let instrument = corpus.instrument(named: syntax.instrument.text) else {
      reportUnknownInstrument(syntax.instrument)
      return nil
    }
    let name = syntax.rule.text
    guard !name.hasSuffix("*") else {
      report(
        .unknownRule, "a waiver accepts cases of one rule, and `\(name)` stands for several",
        at: syntax.rule.span, help: ["write a waiver for each rule; \(CommandText.rules) lists them"])
      return nil
    }
    guard let rule = corpus[instrument].rules.first(where: { corpus[$0].name == name }) else {
      reportUnknownRule(
        syntax.rule, among: corpus[instrument].rules.map { corpus[$0].name },
        help: "\(CommandText.rules) lists the rules")
      return nil
    }
    guard corpus[rule].duty != nil else {
      report(
        .dutyMissing, "nothing of the rule `\(name)` is checked, so nothing of it can be accepted",
        at: syntax.rule.span, help: ["name a rule that has a duty"])
      return nil
    }
    return rule
  }

  private mutating func accepted(_ syntax: RegionSyntax, under rule: WaivedRuleSyntax?) -> Region? {
    guard !syntax.items.isEmpty else {
      report(
        .missingPart, "this waiver accepts no case that could be named", at: syntax.span,
        help: ["write the cases; `act any` accepts whatever is open under the rule"])
      return nil
    }
    let instrument = rule.flatMap { collected.instrument(named: $0.instrument.text) }
    let context = RegionContext(
      owner: .waiver, evidence: Evidence(grade: .text),
      definitions: instrument.map { collected.instruments[$0].definitions } ?? [:])
    let region = region(syntax, context)
    reportNationalTerms(in: region)
    return region
  }

  /// What is accepted must not change with the law that is checked.
  private mutating func reportNationalTerms(in region: Region) {
    for item in region.items {
      switch item {
      case .line: break
      case .uses(let id, _, let span):
        switch collected.definitionOwners[id.index] {
        case .instrument: break
        case .article:
          report(
            .unknownDefinition, "a waiver cannot use `\(corpus[id].name)`, which is a definition of the law",
            at: span,
            help: ["write out the cases: what is accepted must not change when the law is amended"])
        }
      case .either(let branches): for branch in branches { reportNationalTerms(in: branch) }
      case .except(let exception): reportNationalTerms(in: exception.region)
      }
    }
  }
}
