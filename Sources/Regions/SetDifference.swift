/// What is left of a set of cases after units were taken out, without parameters.
///
/// In every function, `required` are boxes that may overlap and stand for their union, and all boxes have
/// one mask per dimension of `space`.
public enum SetDifference {
  /// The difference as disjoint boxes, sorted by size descending, then by box.
  ///
  /// - Throws: ``WorkLimitPassed`` if the nodes or parts exceed their limit.
  public static func parts(
    of required: [Box], minus units: [Unit], in space: Space, limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> [Box] {
    guard let restriction = restriction(required, units, space) else { return [] }
    return try restriction.answer(PartsQuery(), limits: limits)
  }

  /// Whether the units cover everything required. Stops at the first case that is left.
  ///
  /// - Throws: ``WorkLimitPassed`` if the nodes exceed their limit.
  public static func isEmpty(
    of required: [Box], minus units: [Unit], in space: Space, limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> Bool {
    try witness(of: required, minus: units, in: space, limits: limits) == nil
  }

  /// A box of cases that are all left: one descent, however many there are. `nil` if nothing is left.
  ///
  /// - Throws: ``WorkLimitPassed`` if the nodes exceed their limit.
  public static func witness(
    of required: [Box], minus units: [Unit], in space: Space, limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> Box? {
    guard let restriction = restriction(required, units, space) else { return nil }
    return try restriction.answer(WitnessQuery(), limits: limits)
  }

  /// The exact number of cases that are left.
  ///
  /// - Throws: ``WorkLimitPassed`` if the nodes exceed their limit, and those of a second attempt, which
  ///   remembers what it counted, do as well.
  public static func size(
    of required: [Box], minus units: [Unit], in space: Space, limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> UInt128 {
    guard let restriction = restriction(required, units, space) else { return 0 }
    return try restriction.answer(SizeQuery(), limits: limits)
  }

  /// An irredundant cover of the difference by maximal boxes, largest first.
  ///
  /// The answer does not depend on the order of `required` or `units`. More regions than
  /// ``WorkLimits/regions`` make the cover incomplete, not wrong; so does work over the other limits, as long as
  /// a region was found.
  /// - Throws: ``WorkLimitPassed`` if none was found within the limits, so that nothing is known.
  public static func maximalRegions(
    of required: [Box], minus units: [Unit], in space: Space, limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> RegionCover {
    guard let restriction = restriction(required, units, space) else {
      return RegionCover(regions: [], isComplete: true)
    }
    return try restriction.answer(RegionsQuery(), limits: limits)
  }

  private static func restriction(_ required: [Box], _ units: [Unit], _ space: Space) -> Restriction? {
    Restriction(required: required, units: units, in: space)
  }
}

private struct PartsQuery: PackedQuery {
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> [Box] {
    var splitter = Splitter(problem, goal: .open)
    try splitter.run(problem.layout.full, &meter)
    return problem.layout.sorted(splitter.leaves.map(\.box), background: restriction.hull)
  }
}

private struct WitnessQuery: PackedQuery {
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> Box? {
    var splitter = Splitter(problem, goal: .firstOpen)
    _ = try splitter.covers(problem.layout.full, &meter)
    return splitter.leaves.first.map { problem.layout.box(of: $0.box, background: restriction.hull) }
  }
}

private struct SizeQuery: PackedQuery {
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> UInt128 {
    var splitter = Splitter(problem, goal: .openSize)
    do throws(WorkLimitPassed) {
      try splitter.run(problem.layout.full, &meter)
      return splitter.openSize
    } catch {
      var counter = Counter(layout: problem.layout, wordLimit: meter.limits.memory)
      var second = meter.secondAttempt
      return try counter.count(problem, units: problem.units.indices, &second)
    }
  }
}

struct RegionsQuery: PackedQuery {
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> RegionCover {
    var search = RegionSearch(problem)
    search.run(&meter)
    // Without a region nothing is known, not even whether one exists.
    if search.regions.isEmpty, !search.isComplete, let passed = search.passed { throw passed }
    return search.cover(restriction.hull)
  }
}

extension PackedLayout {
  /// Spells the boxes out, sorted by size descending, then by box.
  func sorted(_ boxes: [Bits], background: [UInt64]) -> [Box] {
    let sized = boxes.map { bits in
      (size: size(of: bits), box: box(of: bits, background: background))
    }
    return sized.sorted { ($1.size, $0.box) < ($0.size, $1.box) }.map(\.box)
  }
}
