/// Cases that are covered under some choice of the parameters, but not under the one given.
public struct UndecidedRegion: Hashable, Sendable {
  /// The cases; parameters are full.
  public let box: Box
  /// A choice under which nothing reaches any of them: the atom chosen in each parameter, by dimension.
  public let openUnder: [Int: Int]
}

/// The cases that depend on the parameters, one choice after another.
public struct UndecidedCover: Hashable, Sendable {
  /// Regions that are maximal among the cases left open by their choice and covered by some other; in the order
  /// in which they were found, none covered by those before it.
  public let regions: [UndecidedRegion]
  /// Whether the regions cover all cases that depend on the parameters.
  public let isComplete: Bool
}

extension CoverageQuestion {
  /// The cases that are covered under some choice and not under others, found one choice at a time: where a
  /// ``partition()`` has too many parts to be listed.
  ///
  /// - Parameter limit: the largest number of regions to list.
  /// - Throws: ``WorkLimitPassed`` if the limits end the search before it is known whether there are any.
  public func undecidedRegions(limit: Int) throws(WorkLimitPassed) -> UndecidedCover {
    let never = try neverRegions()
    guard never.isComplete else { return UndecidedCover(regions: [], isComplete: false) }
    var regions: [UndecidedRegion] = []
    var explained = never.regions
    while let open = try SetDifference.witness(
      of: required.map(withOpenParameters), minus: units + explained.map { Unit(box: $0) }, in: space,
      limits: limits)
    {
      let choice = lowestChoice(in: open)
      let cover = try openRegions(under: choice, minus: never.regions)
      for box in cover.regions {
        guard regions.count < limit else { return UndecidedCover(regions: regions, isComplete: false) }
        let isNew = try !SetDifference.isEmpty(
          of: [box], minus: explained.map { Unit(box: $0) }, in: space, limits: limits)
        guard isNew else { continue }
        regions.append(UndecidedRegion(box: box, openUnder: choice))
        explained.append(box)
      }
      // An incomplete cover may leave the case just found open for ever.
      guard cover.isComplete else { return UndecidedCover(regions: regions, isComplete: false) }
    }
    return UndecidedCover(regions: regions, isComplete: true)
  }

  private func withOpenParameters(_ box: Box) -> Box {
    var box = box
    for parameter in parameters where box.masks.indices.contains(parameter) {
      box.masks[parameter] = space.dimensions[parameter].full
    }
    return box
  }

  private func lowestChoice(in box: Box) -> [Int: Int] {
    var choice: [Int: Int] = [:]
    for parameter in parameters where box.masks.indices.contains(parameter) {
      choice[parameter] = box.masks[parameter].trailingZeroBitCount
    }
    return choice
  }

  /// The required cases that nothing reaches under one choice, without those that nothing ever reaches.
  private func openRegions(
    under choice: [Int: Int], minus never: [Box]
  ) throws(WorkLimitPassed) -> RegionCover {
    func stands(_ box: Box) -> Bool {
      choice.allSatisfy { box.masks[$0.key] >> UInt64($0.value) & 1 == 1 }
    }
    let standing = units.filter { stands($0.box) }.map { unit in
      Unit(
        box: withOpenParameters(unit.box),
        exceptions: unit.exceptions.filter(stands).map(withOpenParameters))
    }
    return try SetDifference.maximalRegions(
      of: required.map(withOpenParameters), minus: standing + never.map { Unit(box: $0) }, in: space,
      limits: limits)
  }
}
