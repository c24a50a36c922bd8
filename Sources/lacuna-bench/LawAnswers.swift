import Regions

/// One law under one bound, ready to be asked about.
struct PreparedLaw: Sendable {
  let table: UnitTable
  let nearMisses: NearMissIndex

  init(_ law: InstanceLaw, bound: Bound, in space: Space) {
    self.init(law.extended.provisions(under: bound), in: space)
  }

  /// Per provision, its boxes and its exceptions.
  init(_ provisions: [(boxes: [Box], exceptions: [Box])], in space: Space) {
    table = UnitTable(
      provisions.flatMap { provision in
        provision.boxes.map { Unit(box: $0, exceptions: provision.exceptions) }
      }, in: space)
    nearMisses = NearMissIndex(groups: provisions.map(\.boxes), in: space)
  }
}

/// What one rule finds in one law under one bound.
struct RuleAnswer: Sendable {
  /// `nil` if not even the verdict was found within the limits.
  let difference: Difference?
  /// Why something is missing.
  let passed: WorkLimitPassed?
  /// For each region, what comes closest.
  let nearMisses: [NearMisses]

  init(_ rule: InstanceRule, in law: PreparedLaw, limits: WorkLimits) {
    do throws(WorkLimitPassed) {
      let difference = try SetDifference.difference(of: rule.boxes, minus: law.table, limits: limits)
      self.difference = difference
      passed = difference.passed
      nearMisses = difference.cover.regions.map { law.nearMisses.nearest(to: $0, limit: 3) }
    } catch {
      difference = nil
      passed = error
      nearMisses = []
    }
  }
}

/// What an amendment closes and opens of one rule.
struct ChangeAnswer: Sendable {
  let closed: Difference
  let opened: Difference

  /// `nil` if a limit keeps the answer from being whole.
  init?(
    _ rule: InstanceRule, from old: (law: PreparedLaw, answer: RuleAnswer),
    to new: (law: PreparedLaw, answer: RuleAnswer), limits: WorkLimits
  ) {
    guard let closed = ChangeAnswer.left(rule, of: old, beyond: new.answer, limits),
      let opened = ChangeAnswer.left(rule, of: new, beyond: old.answer, limits)
    else { return nil }
    self.closed = closed
    self.opened = opened
  }

  /// The gap of one law that is no gap of the other.
  private static func left(
    _ rule: InstanceRule, of this: (law: PreparedLaw, answer: RuleAnswer), beyond other: RuleAnswer,
    _ limits: WorkLimits
  ) -> Difference? {
    guard let mine = this.answer.difference, let others = other.difference else { return nil }
    // Without a gap nothing is lost; with the same regions nothing changed; against no gap all of it counts.
    if mine.isEmpty || mine.isWhole && mine.cover == others.cover { return .nothing }
    if others.isEmpty { return mine }
    guard others.cover.isComplete else { return nil }
    return try? SetDifference.difference(
      of: rule.boxes, minus: this.law.table, and: others.cover.regions, limits: limits)
  }
}

extension Difference {
  /// Whether no limit kept anything out.
  fileprivate var isWhole: Bool { passed == nil }
}
