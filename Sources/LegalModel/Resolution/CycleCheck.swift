import LegalSyntax
import SourceText

/// Definitions that use each other in a circle, and rules that vary each other in a circle.
extension Resolution {
  mutating func checkCycles() {
    var state = [Bool?](repeating: nil, count: corpus.definitions.count)
    for index in corpus.definitions.indices { visit(DefinitionID(index), &state) }
    var ruleState = [Bool?](repeating: nil, count: corpus.rules.count)
    for index in corpus.rules.indices { visit(RuleID(index), &ruleState) }
  }

  /// `state`: nil not visited, true on the way, false done. The use that closes a circle is cut out, so that
  /// later stages end.
  private mutating func visit(_ id: DefinitionID, _ state: inout [Bool?]) {
    guard state[id.index] == nil else { return }
    state[id.index] = true
    for (used, span) in uses(in: corpus[id].region) {
      if state[used.index] == true {
        report(
          .cyclicDefinition, "the definition `\(corpus[id].name)` comes back to itself", at: span,
          related: used == id ? [] : [Diagnostic.Label(corpus[used].span, "by way of this definition")],
          help: ["a definition may only use definitions that do not use it in turn"])
        corpus.definitions[id.index].region = Region(items: [], span: corpus[id].region.span)
      } else {
        visit(used, &state)
      }
    }
    state[id.index] = false
  }

  private func uses(in region: Region) -> [(DefinitionID, SourceSpan)] {
    region.items.flatMap { item -> [(DefinitionID, SourceSpan)] in
      switch item {
      case .line: []
      case .uses(let id, _, let span): [(id, span)]
      case .either(let branches): branches.flatMap { uses(in: $0) }
      case .except(let exception): uses(in: exception.region)
      }
    }
  }

  private mutating func visit(_ id: RuleID, _ state: inout [Bool?]) {
    guard state[id.index] == nil else { return }
    state[id.index] = true
    if case .rules(let rules, _)? = corpus[id].duty?.target {
      for used in rules {
        if state[used.index] == true {
          report(
            .circularRule, "the rule `\(corpus[id].name)` varies itself", at: corpus[id].span,
            related: used == id ? [] : [Diagnostic.Label(corpus[used].span, "by way of this rule")],
            help: [
              "a rule may only vary rules that do not vary it in turn; a wildcard must not name the rule itself"
            ])
          corpus.rules[id.index].duty = nil
        } else {
          visit(used, &state)
        }
      }
    }
    state[id.index] = false
  }
}
