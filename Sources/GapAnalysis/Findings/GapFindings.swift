import LegalModel
import Regions

/// What one rule is checked with.
struct RuleCheck: Sendable {
  let rule: RuleID
  let duty: Duty
  let required: RequiredRegion
  let outcome: RuleOutcome
  /// The cases that findings of the rules this one varies explain.
  var folded: FoldedCases
}

/// The gap and the undecided cases of the rules that a rule varies, moved to where it looks. A gap is folded only
/// where the base case is a gap too: that the base depends on a reading does not explain what no reading covers.
struct FoldedCases: Sendable {
  var gap: [Box] = []
  var depends: [Box] = []
  var isEmpty: Bool { gap.isEmpty && depends.isEmpty }
}

/// Turns the uncovered and undecided cases of a rule into findings, one a maximal region.
struct GapFindings {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let search: NearMissSearch
  let kinds: KindChoice
  let remedies: RemedySearch
  /// What is set aside.
  let acceptances: Acceptances
  /// How many regions of one rule are explained.
  static let limit = 40

  /// Cases of a rule that are told together: those that nobody accepts, or those of one waiver.
  struct Part: Sendable {
    fileprivate let share: AcceptedShare
    fileprivate let waiver: WaiverID?

    /// What nobody accepts is told first.
    var isFirst: Bool { waiver == nil }
  }

  /// The maximal regions of a gap that are explained one by one.
  struct GapRegions: Sendable {
    fileprivate let regions: [CaseRegion]
    fileprivate let isComplete: Bool

    /// The positions of the regions.
    var indices: Range<Int> { regions.indices }
  }

  /// The parts of a rule; what waivers accept behind what remains.
  func parts(of check: RuleCheck) -> [Part] {
    acceptances.toldShares(of: check.rule).map { Part(share: $0, waiver: $1) }
  }

  // MARK: Gaps

  /// The regions of the gap of a rule.
  func gapRegions(of check: RuleCheck, _ part: Part) throws(WorkLimitPassed) -> GapRegions {
    guard check.outcome.counts.gap > 0 else { return GapRegions(regions: [], isComplete: true) }
    let cover = try regions(of: check, [.gap], part.share)
    return GapRegions(
      regions: cover.regions.prefix(Self.limit).map { CaseRegion(masks: $0.masks) },
      isComplete: cover.isComplete && cover.regions.count <= Self.limit)
  }

  /// The finding about one region of a gap.
  func gap(_ position: Int, of gap: GapRegions, _ check: RuleCheck, _ part: Part) -> Finding {
    var others = gap.regions
    let region = others.remove(at: position)
    var finding = self.gap(region, of: check, others: others, isComplete: gap.isComplete)
    finding.acceptedBy = part.waiver
    return finding
  }

  /// The maximal regions that stand in one way, without what is folded into the findings of other rules.
  func regions(
    of check: RuleCheck, _ wanted: Set<CaseStatus>, _ share: AcceptedShare
  ) throws(WorkLimitPassed) -> RegionCover {
    // Questions play no part: every part is told apart by elements alone.
    let outcome = check.outcome
    let folded = wanted == [.gap] ? check.folded.gap : check.folded.gap + check.folded.depends
    // Few ways of standing are wanted at once: a list is quicker to look through than a set.
    let list = Array(wanted)
    let open = outcome.parts.indices.filter { list.contains(outcome.parts[$0].status) }
      .map { outcome.cases[$0].box }
    // What is set aside differs for gaps and undecided cases, not among these.
    let status = wanted.first ?? .covered
    if open.count <= Self.fewParts {
      let shared = acceptances.cut(open, status, of: check.rule, to: share)
      return try SetDifference.maximalRegions(
        of: shared.boxes, minus: folded.map { Unit(box: $0) } + shared.minus, in: law.space.space)
    }
    // Maximal regions lie in the hull of what is wanted, so that nothing outside of it is looked at.
    var hull = [UInt64](repeating: 0, count: law.space.elements.count)
    for box in open { for index in hull.indices { hull[index] |= box.masks[index] } }
    let around = Box(masks: hull)
    let required = check.required.boxes.map { $0.intersection(around) }.filter { !$0.isEmpty }
    let others = outcome.parts.indices.filter {
      !list.contains(outcome.parts[$0].status) && outcome.cases[$0].box.intersects(around)
    }.map { outcome.cases[$0] }
    let shared = acceptances.cut(required, status, of: check.rule, to: share)
    return try SetDifference.maximalRegions(
      of: shared.boxes, minus: others + folded.map { Unit(box: $0) } + shared.minus, in: law.space.space)
  }

  /// Parts up to this number are put together again; of more, the others are taken out of what is required.
  private static let fewParts = 8

  private func gap(_ region: CaseRegion, of check: RuleCheck, others: [CaseRegion], isComplete: Bool)
    -> Finding
  {
    let nearMisses: [NearMiss]
    let kind: FindingKind
    let elements: [ElementID]
    switch check.duty {
    case .punish, .prohibit, .define:
      nearMisses = search.nearMisses(
        of: region.masks, rule: check.rule, duty: check.duty, required: check.required)
      (kind, elements) = kinds.kind(of: nearMisses, region: region, required: check.required)
    case .notPunish:
      nearMisses = reaching(region, rule: check.rule) { _ in [] }
      (kind, elements) = (.punishedWrongly, [])
    case .penaltyFloor:
      nearMisses = reaching(region, rule: check.rule) { penalties(of: $0) }
      (kind, elements) = (.penaltyTooLow, [])
    }
    let remedy = remedies.remedy(
      for: region, shownBy: example(of: region, nearMisses: nearMisses), check: check, nearMisses: nearMisses,
      others: others)
    return finding(
      region, of: check, kind: kind, elements: elements, nearMisses: nearMisses, decision: nil,
      remedy: remedy,
      isComplete: isComplete)
  }

  private func reaching(
    _ region: CaseRegion, rule: RuleID, obstacles: (LegalUnit) -> [Obstacle]
  ) -> [NearMiss] {
    search.reaching(region.masks, rule: rule).map { unit in
      NearMiss(
        provision: unit.provision, part: region, obstacles: obstacles(unit),
        claim: search.claims.claim(on: unit, for: rule).map { search.describe($0) }, evidence: unit.evidence)
    }
  }

  private func penalties(of unit: LegalUnit) -> [Obstacle] {
    guard let article = unit.provision.article, case .offence(let position) = unit.provision.kind else {
      return []
    }
    return corpus[article].offences[position].penalties.map {
      Obstacle(element: ElementID(0), origin: .penalty($0.span), isBlocking: true)
    }
  }

  // MARK: Undecided cases

  /// The findings about the undecided cases of a rule.
  func undecided(of check: RuleCheck, _ part: Part) throws -> [Finding] {
    try undecided(of: check, part.share).map { finding in
      var finding = finding
      finding.acceptedBy = part.waiver
      return finding
    }
  }

  private func undecided(of check: RuleCheck, _ share: AcceptedShare) throws -> [Finding] {
    // What is not punished may be prohibited by other law, which is listed as not checked: no finding to act on.
    if case .prohibit = check.duty { return [] }
    let openSets = check.outcome.openSets
    var explained = Set<Int>()
    var findings: [Finding] = []
    var covers: [[Int]: RegionCover] = [:]
    // First what a single answer opens, however everything else is read; then what only several decide together.
    for (dimension, id) in check.outcome.question.questions.enumerated() {
      for answer in law.question(id).answers.indices {
        let opened = openSets.indices.filter {
          check.outcome.question.opens(openSets[$0], dimension: dimension, answer: answer)
        }
        guard !opened.isEmpty else { continue }
        explained.formUnion(opened)
        findings += try undecided(
          opened, opening: (dimension, answer), of: check,
          cover: try cover(of: opened, in: check, share, &covers))
      }
    }
    for open in openSets.indices where !explained.contains(open) {
      findings += try undecided(
        [open], opening: nil, of: check, cover: try cover(of: [open], in: check, share, &covers))
    }
    return findings
  }

  /// The maximal regions of the cases that stand open under some sets of answers; each is looked for once.
  private func cover(
    of opened: [Int], in check: RuleCheck, _ share: AcceptedShare, _ known: inout [[Int]: RegionCover]
  ) throws(WorkLimitPassed) -> RegionCover {
    if let cover = known[opened] { return cover }
    let cover = try regions(of: check, Set(opened.map { CaseStatus.depends(open: $0) }), share)
    known[opened] = cover
    return cover
  }

  /// The findings about the cases that stand open under the same answers.
  private func undecided(
    _ opened: [Int], opening: (dimension: Int, answer: Int)?, of check: RuleCheck, cover: RegionCover
  ) throws -> [Finding] {
    let isComplete = cover.isComplete && cover.regions.count <= Self.limit
    let search = DecisionSearch(law: law, question: check.outcome.question)
    // Most regions are open under the same sets of answers.
    var known: [[Int]: DecisionSearch.Deciding] = [:]
    return try cover.regions.prefix(Self.limit).map { box in
      let region = CaseRegion(masks: box.masks)
      let sets = opened.filter { open in
        check.outcome.parts.contains { part, status in
          status == .depends(open: open)
            && box.masks.indices.allSatisfy { box.masks[$0] & part.box.masks[$0] != 0 }
        }
      }
      let deciding =
        try known[sets] ?? search.deciding(open: sets.map { check.outcome.openSets[$0] })
      known[sets] = deciding
      let decision = search.decision(deciding, opening: opening, region: region.masks)
      return finding(
        region, of: check, kind: .dependsOnReading, elements: [],
        nearMisses: nearMisses(ofUndecided: region, decision: decision, check: check), decision: decision,
        remedy: .notSought, isComplete: isComplete)
    }
  }

  /// Where only law that was not read may reach the cases, the provisions that were read and come closest.
  private func nearMisses(
    ofUndecided region: CaseRegion, decision: Decision, check: RuleCheck
  ) -> [NearMiss] {
    guard decision.provisions.allSatisfy(\.isUnread) else { return [] }
    return search.nearMisses(of: region.masks, rule: check.rule, duty: check.duty, required: check.required)
      .filter { $0.obstacles.contains(where: \.isBlocking) }
  }

  private func finding(
    _ region: CaseRegion, of check: RuleCheck, kind: FindingKind, elements: [ElementID],
    nearMisses: [NearMiss],
    decision: Decision?, remedy: RemedyOutcome, isComplete: Bool
  ) -> Finding {
    let rule = corpus[check.rule]
    return Finding(
      id: FindingIdentity.make(
        rule: rule, kind: kind, logic: .coverage, region: region, provision: "",
        about: FindingIdentity.about(decision, corpus), space: law.space),
      kind: kind, logic: .coverage, rule: check.rule, rules: [check.rule], level: rule.level, region: region,
      size: law.space.space.size(of: Box(masks: region.masks)),
      example: example(of: region, nearMisses: nearMisses),
      provision: nil, claim: nil, elements: elements, nearMisses: nearMisses, decision: decision,
      remedy: remedy,
      evidence: evidence(nearMisses, decision: decision), underReadings: [], isComplete: isComplete)
  }

  /// The most ordinary case of a region, but that the nearest provision misses it for no other reasons than the whole
  /// region: a reader must see the finding's cause in it, not that of another finding.
  private func example(of region: CaseRegion, nearMisses: [NearMiss]) -> LegalCase {
    let space = law.space
    let ordinary = space.ordinaryCase(of: region.masks)
    let nearest = nearMisses.first { nearMiss in
      space.elements.allSatisfy { space.holds(ordinary[$0], in: nearMiss.part[$0], of: $0) }
    }
    guard let nearest else { return ordinary }
    var masks = nearest.part.masks
    for obstacle in nearest.obstacles where !obstacle.isBlocking {
      guard case .line(let line) = obstacle.origin else { continue }
      let within =
        masks[obstacle.element.index] & space.mask(corpus[line].selection, of: obstacle.element)
      if within != 0 { masks[obstacle.element.index] = within }
    }
    return space.ordinaryCase(of: masks)
  }

  /// The weakest evidence among the lines that keep the nearest provisions away. What nothing reaches rests on the
  /// absence of law, which no line can prove: it counts as unverified.
  private func evidence(_ nearMisses: [NearMiss], decision: Decision?) -> EvidenceGrade {
    var grades: [EvidenceGrade] = []
    for nearMiss in nearMisses {
      let lines = nearMiss.obstacles.filter(\.isBlocking).compactMap { obstacle -> EvidenceGrade? in
        switch obstacle.origin {
        case .line(let line): corpus[line].evidence.grade
        case .silence, .exception, .penalty: nil
        }
      }
      grades.append(lines.min() ?? nearMiss.evidence)
    }
    for provision in decision?.provisions ?? [] {
      grades += law.offences.filter { $0.provision == provision }.map(\.evidence)
    }
    return grades.min() ?? .unverified
  }
}

extension Duty {
  /// Whether the rule is kept by not punishing.
  fileprivate var isProhibitionToPunish: Bool {
    switch self {
    case .notPunish: true
    case .punish, .prohibit, .define, .penaltyFloor: false
    }
  }
}
