public import LegalModel
public import LegalSyntax
import Regions

/// How many open cases something sets aside.
public struct OpenCounts: Hashable, Sendable {
  /// Cases that are not as the rule asks, however the law is read.
  public var gap: UInt128 = 0
  /// Cases that are so under some readings only.
  public var depends: UInt128 = 0

  /// Whether there is none.
  public var isEmpty: Bool { gap == 0 && depends == 0 }
}

/// What became of one waiver.
public struct WaiverResult: Sendable {
  /// The waiver.
  public let waiver: WaiverID
  /// Whether it holds on the day of the check.
  public let isInForce: Bool
  /// The open cases that lie in what it accepts; it sets them aside only if it is in force.
  public let open: OpenCounts
  /// What it accepts of its rule, as maximal regions; all that it accepts where the rule asks none of it on the day.
  public let regions: [CaseRegion]
}

/// What became of the baseline.
public struct BaselineResult: Sendable {
  /// The day whose law it records.
  public let asOf: CalendarDate
  /// Rules that were checked and are not recorded: whatever they lack is new.
  public let notRecorded: [RuleID]
  /// Recorded regions in which nothing is open any more.
  public let closed: [(rule: RuleID, regions: [CaseRegion])]
  /// How many defects were set aside.
  public let defects: Int
  /// How many recorded defects were not seen any more.
  public let closedDefects: Int
}

/// Counts what is set aside, and finds what need not be any more.
struct SetAside {
  let space: CaseSpace
  let acceptances: Acceptances

  /// The open cases of a rule that waivers accept, and those that only the baseline sets aside.
  func counts(of check: RuleCheck) throws(WorkLimitPassed) -> (waived: OpenCounts, recorded: OpenCounts) {
    guard !acceptances.standing(for: check.rule).isEmpty else { return (OpenCounts(), OpenCounts()) }
    let gap = try counts(check.outcome.gapBoxes, .gap, of: check.rule)
    let depends = try counts(check.outcome.undecidedBoxes, .depends(open: 0), of: check.rule)
    return (
      OpenCounts(gap: gap.waived, depends: depends.waived),
      OpenCounts(gap: gap.recorded, depends: depends.recorded)
    )
  }

  private func counts(
    _ open: [Box], _ status: CaseStatus, of rule: RuleID
  ) throws(WorkLimitPassed) -> (waived: UInt128, recorded: UInt128) {
    let waivers = acceptances.units(status, of: rule) { $0.waiver != nil }
    let all = acceptances.units(status, of: rule)
    let whole = try SetDifference.size(of: open, minus: [], in: space.space)
    let notWaived = try SetDifference.size(of: open, minus: waivers, in: space.space)
    let remaining = try SetDifference.size(of: open, minus: all, in: space.space)
    return (whole - notWaived, notWaived - remaining)
  }

  // MARK: Waivers

  /// What became of a waiver.
  ///
  /// - Parameter check: that of its rule; nil if the rule does not apply.
  func result(of waiver: LoweredWaiver, _ check: RuleCheck?) throws(WorkLimitPassed) -> WaiverResult {
    guard let check else {
      return WaiverResult(
        waiver: waiver.id, isInForce: waiver.isInForce, open: OpenCounts(),
        regions: waiver.boxes.map { CaseRegion(masks: $0.masks) })
    }
    let open = OpenCounts(
      gap: size(Box.intersections(check.outcome.gapBoxes, waiver.boxes)),
      depends: size(Box.intersections(check.outcome.undecidedBoxes, waiver.boxes)))
    let regions = try SetDifference.maximalRegions(
      of: Box.intersections(check.required.boxes, waiver.boxes), minus: [], in: space.space)
    return WaiverResult(
      waiver: waiver.id, isInForce: waiver.isInForce, open: open,
      regions: (regions.regions.isEmpty ? waiver.boxes : regions.regions).map { CaseRegion(masks: $0.masks) })
  }

  /// The number of cases of disjoint boxes.
  private func size(_ boxes: [Box]) -> UInt128 { boxes.reduce(0) { $0 + space.space.size(of: $1) } }

  // MARK: Baseline

  /// What became of the baseline; nil without one.
  ///
  /// - Parameters:
  ///   - wanted: the rules that were decided, in the order of the instrument.
  ///   - defects: those that were seen and are recorded.
  func result(
    wanted: [RuleID], checks: [RuleID: RuleCheck], seen defects: Set<RecordedDefect>
  ) -> BaselineResult? {
    guard let baseline = acceptances.baseline else { return nil }
    var closed: [(rule: RuleID, regions: [CaseRegion])] = []
    var closedDefects = 0
    for record in baseline.records {
      guard wanted.contains(record.rule), let lowered = acceptances.records[record.rule] else { continue }
      let open = checks[record.rule].map { $0.outcome.gapBoxes + $0.outcome.undecidedBoxes } ?? []
      let regions = (lowered.gap + lowered.depends).filter { box in !open.contains { $0.intersects(box) } }
      if !regions.isEmpty { closed.append((record.rule, regions.map { CaseRegion(masks: $0.masks) })) }
      closedDefects += record.goneDefects + record.defects.subtracting(defects).count
    }
    return BaselineResult(
      asOf: baseline.asOf, notRecorded: wanted.filter { acceptances.records[$0] == nil }, closed: closed,
      defects: defects.count, closedDefects: closedDefects)
  }
}
