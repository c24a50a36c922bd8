import LegalModel

/// Tells every article that is relied on which required values it does not reach.
struct UnreachedValues {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex
  let checks: [RuleCheck]

  private struct Key: Hashable {
    let article: ArticleID
    let element: ElementID
    let values: UInt64
    let claim: String
  }

  /// One note an article and element, with all rules that say the same.
  var notes: [ArticleNote] {
    var order: [Key] = []
    var rules: [Key: [RuleID]] = [:]
    for check in checks {
      switch check.duty {
      case .punish(.region): break
      case .punish(.rules), .prohibit, .notPunish, .define, .penaltyFloor: continue
      }
      for key in unreached(check) {
        if rules[key] == nil { order.append(key) }
        rules[key, default: []].append(check.rule)
      }
    }
    return order.map { key in
      ArticleNote(
        article: key.article,
        kind: .doesNotReach(
          element: key.element, values: key.values, rules: rules[key] ?? [], claim: key.claim))
    }
  }

  private func unreached(_ check: RuleCheck) -> [Key] {
    var reached: [ArticleID: [UInt64]] = [:]
    var claimed: [ArticleID: String] = [:]
    var order: [ArticleID] = []
    for unit in law.offences {
      guard let article = unit.provision.article, let claim = claims.claim(on: unit, for: check.rule) else {
        continue
      }
      if reached[article] == nil {
        order.append(article)
        claimed[article] = "\(claim.pattern), claimed by \(claim.claimant)"
        reached[article] = unit.masks
      } else {
        reached[article] = zip(reached[article] ?? [], unit.masks).map { $0 | $1 }
      }
    }
    return order.flatMap { article -> [Key] in
      law.space.elements.compactMap { element in
        let required = check.required.hull[element.index]
        guard !law.space.isEverything(required, of: element), law.space.defaultMask(of: element) != required
        else { return nil }
        let missing = required & ~(reached[article]?[element.index] ?? 0)
        guard missing != 0 else { return nil }
        return Key(article: article, element: element, values: missing, claim: claimed[article] ?? "")
      }
    }
  }
}
