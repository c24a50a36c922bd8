import LegalModel
import Regions

/// Provisions that are relied on for a rule and punish part of their own cases too lightly for a floor over that rule,
/// whatever other provisions do.
struct PenaltyDefects {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex

  /// The findings of one floor, in the order of the law, one a provision.
  func findings(of check: RuleCheck) throws(WorkLimitPassed) -> [Finding] {
    guard case .penaltyFloor(.rules(let bases, _), let days) = check.duty else { return [] }
    var seen = Set<Provision>()
    var result: [Finding] = []
    for unit in law.offences where !seen.contains(unit.provision) {
      guard let claim = bases.lazy.compactMap({ claims.claim(on: unit, for: $0) }).first,
        let mild = try mildPart(of: unit, days: days ?? 1)
      else { continue }
      seen.insert(unit.provision)
      result.append(finding(unit, claim: claim, region: mild, check: check))
    }
    return result
  }

  /// The largest part of a unit's own cases that cannot bring so many days; nil if there is none.
  private func mildPart(of unit: LegalUnit, days: Int) throws(WorkLimitPassed) -> CaseRegion? {
    guard let map = law.penalties[unit.provision] else { return nil }
    let enough = (map.pieces(over: days - 1) + map.piecesNotStated()).map { draft in
      Unit(box: Box(masks: draft.masks), exceptions: draft.exceptions.map { Box(masks: $0.masks) })
    }
    let own = unit.exceptions.map { Unit(box: Box(masks: $0.masks)) }
    return try SetDifference.maximalRegions(
      of: [Box(masks: unit.masks)], minus: enough + own, in: law.space.space
    ).regions.first.map { CaseRegion(masks: $0.masks) }
  }

  private func finding(_ unit: LegalUnit, claim: Claim, region: CaseRegion, check: RuleCheck) -> Finding {
    let rule = corpus[check.rule]
    var penalties: [Obstacle] = []
    var place = ""
    if let article = unit.provision.article, case .offence(let position) = unit.provision.kind {
      penalties = corpus[article].offences[position].penalties.map {
        Obstacle(element: ElementID(0), origin: .penalty($0.span), isBlocking: true)
      }
      place = corpus[corpus[article].statute].name + " " + corpus[article].number
    }
    let words = "\(claim.pattern), claimed by \(claim.claimant)"
    return Finding(
      id: FindingIdentity.make(
        rule: rule, kind: .penaltyTooLow, logic: .defect, region: region, provision: place, space: law.space),
      kind: .penaltyTooLow, logic: .defect, rule: check.rule, rules: [check.rule], level: rule.level,
      region: region,
      size: law.space.space.size(of: Box(masks: region.masks)),
      example: law.space.ordinaryCase(of: region.masks),
      provision: unit.provision, claim: words, elements: [],
      nearMisses: [
        NearMiss(
          provision: unit.provision, part: region, obstacles: penalties, claim: words, evidence: unit.evidence
        )
      ],
      decision: nil, remedy: .notSought, evidence: unit.evidence, underReadings: [], isComplete: true)
  }
}
