import LegalModel

/// Tells every provision that is relied on which required values it does not reach.
struct UnreachedValues {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex
  let checks: [RuleCheck]

  private struct Key: Hashable {
    let provision: Provision
    let element: ElementID
    let values: UInt64
    let claim: String
  }

  /// One note a provision and element, with all rules that say the same.
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
        provision: key.provision,
        kind: .doesNotReach(
          element: key.element, values: key.values, rules: rules[key] ?? [], claim: key.claim))
    }
  }

  private func unreached(_ check: RuleCheck) -> [Key] {
    var reached: [Provision: [UInt64]] = [:]
    var claimed: [Provision: String] = [:]
    var order: [Provision] = []
    for unit in law.offences {
      guard let claim = claims.claim(on: unit, for: check.rule) else { continue }
      if reached[unit.provision] == nil {
        order.append(unit.provision)
        claimed[unit.provision] = "\(claim.pattern), claimed by \(claim.claimant)"
        reached[unit.provision] = unit.masks
      } else {
        reached[unit.provision] = zip(reached[unit.provision] ?? [], unit.masks).map { $0 | $1 }
      }
    }
    return order.flatMap { provision -> [Key] in
      law.space.elements.compactMap { element in
        let required = check.required.hull[element.index]
        guard !law.space.isEverything(required, of: element), law.space.defaultMask(of: element) != required
        else { return nil }
        let missing = required & ~(reached[provision]?[element.index] ?? 0)
        guard missing != 0 else { return nil }
        return Key(provision: provision, element: element, values: missing, claim: claimed[provision] ?? "")
      }
    }
  }
}
