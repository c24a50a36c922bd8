import LegalModel
import Regions

/// The second logic: provisions that are relied on for a rule, or that reach into it, and carry an element that the
/// treaty leaves open. Defects stand beside the verdict and never change it.
struct DefectFindings {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex
  let kinds: KindChoice

  /// One added element of one provision, before it is known for which rules.
  struct Defect: Hashable {
    let provision: Provision
    let element: ElementID
    let origin: Obstacle.Origin
    /// Who relies on the provision, as in ``NearMiss/claim``.
    let claim: String?
  }

  /// A defect with the rules it was seen for.
  struct Seen {
    let defect: Defect
    var checks: [RuleCheck]
    var unit: LegalUnit
    var region: [UInt64]
    var readings: [String]
  }

  /// What a claimed provision adds, and what provisions that merely meet a rule add, in the order of the law.
  func defects(of checks: [RuleCheck]) -> [Seen] {
    var order: [Defect] = []
    var seen: [Defect: Seen] = [:]
    for check in checks where isCompared(check.duty) {
      for unit in units(for: check.duty) where unit.isBase {
        let claim = claims.claim(on: unit, for: check.rule)
        for added in added(by: unit, claim: claim, check: check) {
          let defect = Defect(
            provision: unit.provision, element: added.element, origin: added.origin,
            claim: claim.map { "\($0.pattern), claimed by \($0.claimant)" })
          if var known = seen[defect] {
            if known.checks.last?.rule != check.rule { known.checks.append(check) }
            known.readings += readings(of: unit).filter { !known.readings.contains($0) }
            seen[defect] = known
          } else {
            order.append(defect)
            seen[defect] = Seen(
              defect: defect, checks: [check], unit: unit, region: added.region, readings: readings(of: unit))
          }
        }
      }
    }
    return order.compactMap { seen[$0] }.sorted { $0.defect.provision < $1.defect.provision }
  }

  private func isCompared(_ duty: Duty) -> Bool {
    switch duty {
    case .punish(.region), .define(.region): true
    case .punish(.rules), .define(.rules), .prohibit, .notPunish, .penaltyFloor: false
    }
  }

  private func units(for duty: Duty) -> [LegalUnit] {
    switch duty {
    case .define: law.definitions
    case .punish, .prohibit, .notPunish, .penaltyFloor:
      law.units.filter {
        switch $0.provision.kind {
        case .offence: true
        case .definition, .unread, .otherLaw: false
        }
      }
    }
  }

  private struct Added {
    let element: ElementID
    let origin: Obstacle.Origin
    let region: [UInt64]
  }

  /// The elements that a unit adds to a rule: it constrains them, the rule leaves them open, and a case of the rule
  /// that differs from a case the unit punishes in that element alone is not punished by it.
  ///
  /// For a provision that is relied on, elements of the rule in which the two lie apart are set aside: those are
  /// values it does not reach, told separately.
  private func added(by unit: LegalUnit, claim: Claim?, check: RuleCheck) -> [Added] {
    var result: [Added] = []
    for box in check.required.boxes {
      let apart = unit.blockingElements(against: box.masks)
      for element in law.space.elements where kinds.isOpen(element, in: check.required) {
        let others = apart.filter { $0 != element }
        guard claim != nil || others.isEmpty else { continue }
        let missing = box.masks[element.index] & ~unit.masks[element.index]
        if missing != 0 {
          let region = region(box.masks, unit, element: element, mask: missing)
          for origin in origins(unit, element: element) where !result.contains(where: { $0.origin == origin }) {
            result.append(Added(element: element, origin: origin, region: region))
          }
        }
        for exception in unit.exceptions where narrows(exception, unit, element, box.masks) {
          let origin = Obstacle.Origin.exception(exception.source)
          let mask = exception.masks[element.index]
          guard !result.contains(where: { $0.origin == origin }) else { continue }
          result.append(
            Added(element: element, origin: origin, region: region(box.masks, unit, element: element, mask: mask)))
        }
      }
    }
    return result
  }

  private func narrows(
    _ exception: UnitException, _ unit: LegalUnit, _ element: ElementID, _ box: [UInt64]
  ) -> Bool {
    let constrains = !law.space.isEverything(exception.masks[element.index], of: element)
    return constrains && exception.source != .condition
      && box.indices.allSatisfy { exception.masks[$0] & unit.masks[$0] & box[$0] != 0 }
  }

  private func origins(_ unit: LegalUnit, element: ElementID) -> [Obstacle.Origin] {
    unit.lines.filter { corpus[$0].element == element }.map { .line($0) }
  }

  /// The cases of the rule that the unit would punish but for one element.
  private func region(_ box: [UInt64], _ unit: LegalUnit, element: ElementID, mask: UInt64) -> [UInt64] {
    var result = box
    for index in result.indices where result[index] & unit.masks[index] != 0 { result[index] &= unit.masks[index] }
    result[element.index] = box[element.index] & mask
    return result
  }

  /// The readings and versions under which a unit says what it says; empty if it says so under all.
  private func readings(of unit: LegalUnit) -> [String] {
    unit.answers.entries.flatMap { entry -> [String] in
      let question = law.question(entry.question)
      switch question.kind {
      case .reading, .alternative:
        return question.answers.indices.filter { entry.mask >> UInt64($0) & 1 == 1 }.map { question.answers[$0] }
      case .unread, .evidence, .otherLaw, .penaltyNotStated:
        return []
      }
    }
  }

  /// The finding of a defect.
  func finding(_ seen: Seen) -> Finding? {
    guard let first = seen.checks.first else { return nil }
    let rule = corpus[first.rule]
    let region = CaseRegion(masks: seen.region)
    let kind: FindingKind
    var evidence = seen.unit.evidence
    switch seen.defect.origin {
    case .line(let line):
      evidence = corpus[line].evidence.grade
      switch corpus[line].owner {
      case .definition: kind = .definitionTooNarrow
      case .rule, .article, .statute, .reservation: kind = .elementAdded
      }
    case .silence, .exception, .penalty: kind = .elementAdded
    }
    let level = seen.checks.map { corpus[$0.rule].level }.max() ?? rule.level
    let place = seen.defect.provision.article.map { corpus[corpus[$0].statute].name + " " + corpus[$0].number } ?? ""
    return Finding(
      id: FindingIdentity.make(
        rule: rule, kind: kind, logic: .defect, region: region, provision: place, space: law.space),
      kind: kind, logic: .defect, rule: first.rule, rules: seen.checks.map(\.rule), level: level, region: region,
      size: law.space.space.size(of: Box(masks: region.masks)), example: law.space.ordinaryCase(of: region.masks),
      provision: seen.defect.provision, claim: seen.defect.claim, elements: [seen.defect.element],
      nearMisses: [
        NearMiss(
          provision: seen.defect.provision,
          obstacles: [Obstacle(element: seen.defect.element, origin: seen.defect.origin, isBlocking: true)],
          claim: seen.defect.claim, evidence: seen.unit.evidence)
      ],
      decision: nil, remedy: nil, evidence: evidence, underReadings: seen.readings, isComplete: true)
  }
}
