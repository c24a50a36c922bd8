/// How many cases of a required set stand how.
public struct CoverageSizes: Hashable, Sendable {
  /// The number of cases required.
  public let required: UInt128
  /// The number of cases covered under every choice of the parameters.
  public let always: UInt128
  /// The number of cases covered under some choices and not under others.
  public let sometimes: UInt128
  /// The number of cases covered under no choice.
  public let never: UInt128
}

extension CoverageQuestion {
  /// The counts alone, where a ``partition()`` has too many parts to be listed.
  ///
  /// Nothing is listed: cases that are open under some choice, and those under every choice, are counted with
  /// what was counted before remembered. Equal to the sizes of the partition wherever both exist.
  /// - Throws: ``WorkLimitPassed`` if a count passes ``WorkLimits/retryNodes``.
  public func sizes() throws(WorkLimitPassed) -> CoverageSizes {
    guard let restriction = restriction(units) else {
      return CoverageSizes(required: 0, always: 0, sometimes: 0, never: 0)
    }
    let (all, open) = try restriction.answer(OpenSizeQuery(), limits: limits)
    let never = try self.never { restriction throws(WorkLimitPassed) in
      try restriction.answer(OpenSizeQuery(), limits: limits).open
    }
    let sometimes = open &- (never ?? 0)
    return CoverageSizes(required: all, always: all &- open, sometimes: sometimes, never: never ?? 0)
  }

  /// The number of cases covered under every choice, without parts: cheaper than a partition or all sizes.
  ///
  /// - Throws: ``WorkLimitPassed`` if a count passes ``WorkLimits/retryNodes``.
  public func alwaysSize() throws(WorkLimitPassed) -> UInt128 {
    guard let restriction = restriction(units) else { return 0 }
    let (all, open) = try restriction.answer(OpenSizeQuery(), limits: limits)
    return all &- open
  }

  /// The cases covered under no choice, as maximal regions; parameters are full.
  ///
  /// - Throws: ``WorkLimitPassed`` if none was found within the limits, so that nothing is known.
  public func neverRegions() throws(WorkLimitPassed) -> RegionCover {
    let cover = try never { restriction throws(WorkLimitPassed) in
      try restriction.answer(RegionsQuery(), limits: limits)
    }
    return cover ?? RegionCover(regions: [], isComplete: true)
  }

  /// Asks about what no unit reaches under any choice.
  private func never<Answer>(
    _ ask: (Restriction) throws(WorkLimitPassed) -> Answer
  ) throws(WorkLimitPassed) -> Answer? {
    guard let restriction = restriction(try unitsUnderSomeChoice()) else { return nil }
    return try ask(restriction)
  }

  /// What the units reach under some choice or other, as units that leave the parameters open.
  func unitsUnderSomeChoice() throws(WorkLimitPassed) -> [Unit] {
    var result: [Unit] = []
    for unit in units { result += try ChoiceProjection(self, unit).units() }
    return result
  }
}

/// Counts all cases, and those that are open under some choice.
private struct OpenSizeQuery: PackedQuery {
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> (all: UInt128, open: UInt128) {
    var counter = Counter(layout: problem.layout, wordLimit: meter.limits.memory)
    var meter = meter.secondAttempt
    let all = try counter.count(problem, units: 0..<restriction.outsideCount, &meter)
    return (all, try counter.count(problem, units: problem.units.indices, &meter))
  }
}

/// What one unit reaches under some choice or other.
///
/// Under each choice some of its exceptions stand and the others fall away: the unit reaches what its box holds
/// outside the exceptions that stand. Only the smallest sets of standing exceptions matter.
private struct ChoiceProjection {
  private let unit: Unit
  private let question: CoverageQuestion
  /// The parameters in which exceptions differ from the box.
  private let deciding: [Int]
  private var standing: [[Int]] = []

  /// More sets of standing exceptions are not told apart: no provision has as many readings.
  private static var limit: Int { 4096 }

  init(_ question: CoverageQuestion, _ unit: Unit) {
    self.question = question
    self.unit = unit
    deciding = question.parameters.sorted().filter { parameter in
      unit.box.masks.indices.contains(parameter)
        && unit.exceptions.contains { unit.box.masks[parameter] & ~$0.masks[parameter] != 0 }
    }
  }

  func units() throws(WorkLimitPassed) -> [Unit] {
    guard !unit.box.isEmpty else { return [] }
    var search = self
    try search.choose(deciding[...], Array(unit.exceptions.indices))
    return search.standing.map { standing in
      Unit(box: opened(unit.box), exceptions: standing.map { opened(unit.exceptions[$0]) })
    }
  }

  /// Goes through the choices, keeping the exceptions that stand.
  private mutating func choose(_ parameters: ArraySlice<Int>, _ stand: [Int]) throws(WorkLimitPassed) {
    guard let parameter = parameters.first else { return add(stand) }
    var classes = [unit.box.masks[parameter]]
    for exception in stand { AtomClasses.split(&classes, by: unit.exceptions[exception].masks[parameter]) }
    for choice in classes {
      let rest = stand.filter { unit.exceptions[$0].masks[parameter] & choice != 0 }
      try choose(parameters.dropFirst(), rest)
      guard standing.count <= Self.limit else {
        throw WorkLimitPassed(
          kind: .parts, limit: Self.limit, busiestDimensions: Array(deciding.prefix(3)))
      }
    }
  }

  private mutating func add(_ stand: [Int]) {
    let set = Set(stand)
    guard !standing.contains(where: { set.isSuperset(of: $0) }) else { return }
    standing.removeAll { set.isSubset(of: $0) }
    standing.append(stand)
  }

  /// The box with all parameters open.
  private func opened(_ box: Box) -> Box {
    var box = box
    for parameter in question.parameters where box.masks.indices.contains(parameter) {
      box.masks[parameter] = question.space.dimensions[parameter].full
    }
    return box
  }
}
