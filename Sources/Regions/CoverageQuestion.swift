/// Which cases of a required set are covered, under every, some or no choice of the parameters?
///
/// A parameter is a dimension that is not part of a case: it stands for a choice that is open (how a
/// provision is read). A case is covered under a choice of all parameters if some unit contains the case
/// together with that choice, and none of that unit's exceptions does.
public struct CoverageQuestion: Sendable {
  let space: Space
  let required: [Box]
  let units: [Unit]
  let parameters: Set<Int>
  let limits: WorkLimits

  /// Poses the question.
  ///
  /// - Parameters:
  ///   - space: the space of all boxes below; each must have one mask per dimension of it. Bits beyond the
  ///     last atom are ignored.
  ///   - required: boxes that may overlap; their union is asked about. What they say of parameters is
  ///     ignored.
  ///   - units: what covers, together. Their order decides nothing but the index named as a witness.
  ///   - parameters: numbers of the dimensions that are choices; numbers outside the space are ignored.
  ///   - limits: how much work one call may do.
  public init(
    space: Space, required: [Box], units: [Unit], parameters: Set<Int>, limits: WorkLimits = .standard
  ) {
    self.space = space
    self.required = required
    self.units = units
    self.parameters = parameters
    self.limits = limits
  }

  /// Cuts the required set into disjoint parts of uniform coverage.
  ///
  /// Tens of microseconds for a question the size of one treaty rule against one law; exponential in the
  /// number of dimensions in the worst case, which the limits stop.
  /// - Throws: ``WorkLimitPassed`` if the nodes or parts exceed their limit; then ``sizes()``,
  ///   ``neverRegions()`` and ``undecidedRegions(limit:)`` may still answer.
  public func partition() throws(WorkLimitPassed) -> Partition {
    guard let restriction = restriction(units) else { return Partition(parts: []) }
    return try restriction.answer(PartitionQuery(), limits: limits)
  }

  /// The question put about some units; `nil` if nothing is required.
  func restriction(_ units: [Unit]) -> Restriction? {
    Restriction(required: required, units: units, in: space, parameters: parameters)
  }
}

/// Splits everything required and spells out the leaves.
private struct PartitionQuery: PackedQuery {
  func answer<Bits: PackedBits>(
    _ problem: PackedProblem<Bits>, _ restriction: Restriction, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> Partition {
    var splitter = Splitter(problem, goal: .everything)
    try splitter.run(problem.layout.full, &meter)
    let sets = splitter.openSets.map { parameterSet($0, problem.layout, restriction) }
    let parts = splitter.leaves.compactMap { leaf -> Part? in
      guard let coverage = coverage(leaf.verdict, sets) else { return nil }
      return Part(
        box: problem.layout.box(of: leaf.box, background: restriction.hull),
        size: problem.layout.size(of: leaf.box), coverage: coverage)
    }
    return Partition(parts: parts)
  }

  private func coverage(_ verdict: SplitVerdict, _ sets: [ParameterSet]) -> PartCoverage? {
    switch verdict {
    case .undecided: nil
    case .never: .never
    case .always(let unit): .always(unit: unit)
    case .together: .always(unit: nil)
    case .sometimes(let set): .sometimes(open: sets[set])
    }
  }

  /// Choices leave open what they say of cases: these dimensions are full, whatever the hull was.
  private func parameterSet<Bits: PackedBits>(
    _ boxes: [Bits], _ layout: PackedLayout<Bits>, _ restriction: Restriction
  ) -> ParameterSet {
    let spelt = boxes.map { bits in
      var box = layout.box(of: bits, background: restriction.hull)
      for index in box.masks.indices where !restriction.isParameter[index] {
        box.masks[index] = restriction.space.full[index]
      }
      return box
    }
    return ParameterSet(canonical: spelt.sorted())
  }
}
