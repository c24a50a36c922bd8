import LegalModel

/// Which provisions are relied on for which rules. A claim on the article of a definition passes to its users.
struct ClaimIndex: Sendable {
  private let corpus: LegalCorpus

  init(corpus: LegalCorpus) { self.corpus = corpus }

  /// The claim that covers a unit for a rule, one on its own article first; nil if nobody claims it.
  func claim(on unit: LegalUnit, for rule: RuleID) -> Claim? {
    if let article = unit.provision.article {
      let own = corpus[article].claims.first { $0.rules.contains(rule) && covers($0, unit.provision) }
      if let own { return own }
    }
    for definition in unit.uses {
      guard case .article(let article) = corpus[definition].owner else { continue }
      let passed = corpus[article].claims.first { claim in
        claim.rules.contains(rule) && (claim.target == .all || claim.target == .definition(definition))
      }
      if let passed { return passed }
    }
    return nil
  }

  private func covers(_ claim: Claim, _ provision: Provision) -> Bool {
    switch (claim.target, provision.kind) {
    case (.all, _): true
    case (.definition(let definition), .definition(let own)): definition == own
    case (.offence(let position), .offence(let own)): position == own
    case (.definition, _), (.offence, _): false
    }
  }
}
