import LegalModel
import Regions

/// What is wrong with waivers: they are over, nothing is left of what they accept, or the gap goes beyond it.
struct WaiverFindings {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let acceptances: Acceptances
  let gaps: GapFindings

  /// The findings about one waiver, at most one.
  ///
  /// - Parameters:
  ///   - check: that of its rule; nil if the rule does not apply.
  ///   - found: the findings about the law.
  func findings(
    about waiver: LoweredWaiver, _ check: RuleCheck?, among found: [Finding]
  ) throws(WorkLimitPassed) -> [Finding] {
    guard let check else { return [idle(waiver, waiver.boxes.sorted(), units: [])] }
    let gap = Box.intersections(check.outcome.gapBoxes, waiver.boxes)
    let open = gap.isEmpty ? Box.intersections(check.outcome.undecidedBoxes, waiver.boxes) : gap
    if open.isEmpty {
      let accepted = try maximal(Box.intersections(check.required.boxes, waiver.boxes))
      // A reservation may have taken out of the rule what the waiver accepts.
      return [
        idle(
          waiver, accepted.regions.isEmpty ? waiver.boxes.sorted() : accepted.regions,
          units: check.outcome.question.units)
      ]
    }
    guard waiver.isInForce else {
      let cover = try maximal(open)
      return [
        finding(
          .waiverExpired, waiver, cover.regions, evidence: evidence(of: waiver, found), cover.isComplete)
      ]
    }
    let cover = try beyond(waiver, check)
    guard !cover.regions.isEmpty else { return [] }
    return [
      finding(.waiverOutgrown, waiver, cover.regions, evidence: evidence(of: waiver, found), cover.isComplete)
    ]
  }

  /// The cases of the regions of the gap that a waiver meets which nothing sets aside.
  private func beyond(_ waiver: LoweredWaiver, _ check: RuleCheck) throws(WorkLimitPassed) -> RegionCover {
    let cover = try gaps.regions(of: check, [.gap], .all)
    let met = cover.regions.filter { region in waiver.boxes.contains { $0.intersects(region) } }
    return try SetDifference.maximalRegions(
      of: met, minus: acceptances.units(.gap, of: check.rule), in: law.space.space)
  }

  private func maximal(_ boxes: [Box]) throws(WorkLimitPassed) -> RegionCover {
    try SetDifference.maximalRegions(of: boxes, minus: [], in: law.space.space)
  }

  private func idle(_ waiver: LoweredWaiver, _ regions: [Box], units: [LegalUnit]) -> Finding {
    let reaching = units.filter { unit in regions.contains { unit.meets($0.masks) } }
    return finding(
      .waiverIdle, waiver, regions, evidence: reaching.map(\.evidence).min() ?? .unverified, true)
  }

  /// What a finding about a gap rests on is that of the findings about the same cases.
  private func evidence(of waiver: LoweredWaiver, _ found: [Finding]) -> EvidenceGrade {
    found.filter { finding in
      finding.rule == waiver.rule && finding.logic == .coverage
        && (finding.acceptedBy == waiver.id
          || waiver.boxes.contains { $0.intersects(Box(masks: finding.region.masks)) })
    }.map(\.evidence).min() ?? .unverified
  }

  private func finding(
    _ kind: FindingKind, _ waiver: LoweredWaiver, _ regions: [Box], evidence: EvidenceGrade,
    _ isComplete: Bool
  ) -> Finding {
    let rule = corpus[waiver.rule]
    let region = CaseRegion(masks: regions.first?.masks ?? law.space.space.wholeBox.masks)
    return Finding(
      id: FindingIdentity.make(
        rule: rule, kind: kind, logic: .waiver, region: region, provision: "",
        about: "waiver " + corpus[waiver.id].name, space: law.space),
      kind: kind, logic: .waiver, rule: waiver.rule, rules: [waiver.rule], level: rule.level, region: region,
      size: law.space.space.size(of: Box(masks: region.masks)),
      example: law.space.ordinaryCase(of: region.masks), provision: nil, claim: nil, elements: [],
      nearMisses: [], decision: nil, remedy: .notSought, evidence: evidence, underReadings: [],
      isComplete: isComplete, waiver: waiver.id,
      further: regions.dropFirst().map { CaseRegion(masks: $0.masks) })
  }
}
