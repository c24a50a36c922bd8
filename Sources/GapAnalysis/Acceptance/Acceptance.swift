import LegalModel
import Regions

/// Cases of one rule that are set aside although they are open, and by what. Nothing else about them changes: verdicts
/// and counts are those of the law.
struct Acceptance: Sendable {
  /// What sets cases aside.
  enum Source: Hashable, Sendable {
    /// Somebody accepts them for a time; what is found there is shown as accepted.
    case waiver(WaiverID)
    /// They were open when the baseline was written; what is found there is not told again.
    case baseline
  }

  /// What sets them aside.
  let source: Source
  /// Those set aside where they are a gap: disjoint boxes, one mask an element.
  let gap: [Box]
  /// Those set aside where they depend on a reading: disjoint boxes.
  let depends: [Box]

  /// Those set aside where they stand in one way; nothing covered is ever set aside.
  func boxes(_ status: CaseStatus) -> [Box] {
    switch status {
    case .covered: []
    case .gap: gap
    case .depends: depends
    }
  }
}

/// What is set aside in a check, by rule.
struct Acceptances: Sendable {
  /// The waivers of the State for rules of the instrument, in the order of the files, those included that are over.
  private(set) var waivers: [LoweredWaiver] = []
  /// The baseline that was applied; nil without one.
  private(set) var baseline: Baseline?
  /// The records of the baseline in the terms of the space, by rule.
  private(set) var records: [RuleID: LoweredRecord] = [:]
  /// In the order in which they take cases: waivers in the order of the files, then the baseline.
  private var standing: [RuleID: [Acceptance]] = [:]

  /// Nothing is set aside.
  init() {}

  /// Collects what is set aside on a day.
  init(waivers: [LoweredWaiver], baseline: Baseline?, space: CaseSpace) throws(WorkLimitPassed) {
    self.waivers = waivers
    self.baseline = baseline
    for waiver in waivers where waiver.isInForce {
      standing[waiver.rule, default: []].append(
        Acceptance(source: .waiver(waiver.id), gap: waiver.boxes, depends: waiver.boxes))
    }
    for record in baseline?.records ?? [] {
      let lowered = LoweredRecord(record, space)
      records[record.rule] = lowered
      // What was a gap and now depends on a reading is nothing new.
      standing[record.rule, default: []].append(
        Acceptance(
          source: .baseline, gap: try space.disjoint(lowered.gap),
          depends: try space.disjoint(lowered.gap + lowered.depends)))
    }
  }

  /// What sets cases of a rule aside, in the order in which it takes them.
  func standing(for rule: RuleID) -> [Acceptance] { standing[rule] ?? [] }

  /// What is set aside of the cases of a rule that stand in one way.
  ///
  /// - Parameter isCounted: which acceptances count.
  func units(
    _ status: CaseStatus, of rule: RuleID, where isCounted: (Acceptance.Source) -> Bool = { _ in true }
  ) -> [Unit] {
    standing(for: rule).filter { isCounted($0.source) }.flatMap { $0.boxes(status) }.map { Unit(box: $0) }
  }

  /// What sets a defect aside: a waiver if the waivers of the rule accept its whole region, else the baseline if it was
  /// recorded.
  func source(ofDefect defect: RecordedDefect, region: [UInt64], in space: CaseSpace) -> Acceptance.Source? {
    let box = Box(masks: region)
    let accepting = standing(for: defect.rule).filter { $0.source != .baseline }
    let first = accepting.first { $0.gap.contains { $0.intersects(box) } }
    if let first,
      // Past a limit nothing counts as accepted.
      (try? SetDifference.isEmpty(
        of: [box], minus: accepting.flatMap(\.gap).map { Unit(box: $0) }, in: space.space)) == true
    {
      return first.source
    }
    return records[defect.rule]?.defects.contains(defect) == true ? .baseline : nil
  }
}

/// A record of a baseline in the terms of the space.
struct LoweredRecord: Sendable {
  /// The regions as written down; they may overlap.
  let gap: [Box]
  /// The regions as written down; they may overlap.
  let depends: [Box]
  /// What provisions added to the rule.
  let defects: Set<RecordedDefect>

  init(_ record: Baseline.Record, _ space: CaseSpace) {
    func box(_ cases: Baseline.Cases) -> Box {
      var masks = space.space.dimensions.map(\.full)
      for choice in cases { masks[choice.element.index] &= space.mask(choice.selection, of: choice.element) }
      return Box(masks: masks)
    }
    gap = record.gap.map(box)
    depends = record.depends.map(box)
    defects = record.defects
  }
}

extension Acceptance.Source {
  /// The waiver; nil for the baseline.
  var waiver: WaiverID? {
    switch self {
    case .waiver(let id): id
    case .baseline: nil
    }
  }
}

extension CaseSpace {
  /// The same cases as disjoint boxes.
  func disjoint(_ boxes: [Box]) throws(WorkLimitPassed) -> [Box] {
    try SetDifference.parts(of: boxes, minus: [], in: space)
  }
}
