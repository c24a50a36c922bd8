/// All that is known of a set of cases after units were taken out of it.
///
/// What is surrendered to the limits first is the list of regions, then the count, never the verdict: a
/// ``Difference`` without a count holds at least one region, hence a case that is left.
public struct Difference: Hashable, Sendable {
  /// The exact number of cases that are left; `nil` if counting them would have passed the limits.
  public let size: UInt128?
  /// The cases that are left as maximal regions.
  public let cover: RegionCover
  /// The limit that kept something out of the answer, the list before the count; `nil` if the answer is whole.
  public let passed: WorkLimitPassed?
  /// The number of boxes looked at, a measure of the work that is the same on every machine.
  public let nodes: Int

  /// Whether nothing is left.
  public var isEmpty: Bool { size.map { $0 == 0 } ?? cover.regions.isEmpty }

  /// Nothing is left.
  public static var nothing: Difference {
    Difference(size: 0, cover: RegionCover(regions: [], isComplete: true), passed: nil, nodes: 0)
  }
}

extension SetDifference {
  /// Whether anything is left, how much, and where: one computation for the verdict and its explanation.
  ///
  /// - Parameters:
  ///   - required: boxes that may overlap and stand for their union.
  ///   - table: what is taken out; made once, asked about many times.
  ///   - further: boxes that are taken out as well.
  /// - Throws: ``WorkLimitPassed`` only if not even the verdict is known.
  public static func difference(
    of required: [Box], minus table: UnitTable, and further: [Box] = [],
    limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> Difference {
    let restriction = Restriction(required: required, table: table, further: further)
    guard let restriction else { return .nothing }
    return try restriction.answer(DifferenceQuery(), limits: limits)
  }
}

/// Regions, and the count from the same parts; from remembering what was counted where the parts are too many.
struct DifferenceQuery: PackedQuery {
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> Difference {
    var search = RegionSearch(problem)
    search.run(&meter)
    var passed = search.passed
    var size = search.size
    var nodes = meter.nodes
    if size == nil {
      var counting = meter.secondAttempt
      var counter = Counter(layout: problem.layout, wordLimit: meter.limits.memory)
      do throws(WorkLimitPassed) {
        size = try counter.count(problem, units: problem.units.indices, &counting)
      } catch {
        guard !search.regions.isEmpty || search.isComplete else { throw error }
        if search.isComplete { passed = error }
      }
      nodes += counting.nodes
    }
    let cover = search.cover(restriction.hull)
    let isWhole = cover.isComplete && size != nil
    return Difference(size: size, cover: cover, passed: isWhole ? nil : passed, nodes: nodes)
  }
}
