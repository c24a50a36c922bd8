import Regions
import Testing

@Suite("Set difference agrees with plain enumeration")
struct SetDifferenceTests {
  @Test(arguments: [10_000, 11_000])
  func partsEmptinessAndSizeAgree(firstSeed: UInt64) throws {
    for seed in firstSeed..<(firstSeed + 300) {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let gap = gap(of: problem)
      let oracle = Oracle(problem)
      let parts = try SetDifference.parts(
        of: problem.required, minus: problem.units, in: problem.space)
      let hits = oracle.cases.map { point in parts.count { $0.holds(point) } }
      #expect(zip(oracle.cases, hits).allSatisfy { $1 == (gap.contains($0) ? 1 : 0) }, "seed \(seed)")
      let size = try SetDifference.size(of: problem.required, minus: problem.units, in: problem.space)
      #expect(size == gap.map(oracle.weight).reduce(0, +), "seed \(seed)")
      let isEmpty = try SetDifference.isEmpty(
        of: problem.required, minus: problem.units, in: problem.space)
      #expect(isEmpty == gap.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: [20_000, 21_000])
  func regionsAreMaximalCompleteAndIrredundant(firstSeed: UInt64) throws {
    for seed in firstSeed..<(firstSeed + 500) {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let cover = try problem.regions()
      let faults = regionFaults(cover.regions, gap: gap(of: problem), problem)
      #expect(cover.isComplete && faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
    }
  }

  @Test func regionsDoNotDependOnTheOrderOfUnits() throws {
    for seed in UInt64(30_000)..<30_300 {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let shuffled = try SetDifference.maximalRegions(
        of: problem.required.shuffled(seed: seed), minus: problem.units.shuffled(seed: seed),
        in: problem.space)
      #expect(try problem.regions() == shuffled, "seed \(seed)")
    }
  }

  /// Few parts allowed: the search goes on case by case and must find as good a cover.
  @Test func searchingCaseByCaseCoversTheSameSet() throws {
    for seed in UInt64(40_000)..<40_300 {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let cover = try problem.regions(limits: WorkLimits(parts: 1))
      let faults = regionFaults(cover.regions, gap: gap(of: problem), problem)
      #expect(cover.isComplete && faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
    }
  }

  private func gap(of problem: RandomProblem) -> Set<[Int]> {
    let oracle = Oracle(problem)
    return Set(oracle.cases.filter { oracle.isRequired($0) && !oracle.isCovered($0) })
  }

  private func regionFaults(_ regions: [Box], gap: Set<[Int]>, _ problem: RandomProblem) -> [String] {
    let points = Oracle.points(problem.space)
    let members = regions.map { region in Set(points.filter { region.holds($0) }) }
    var faults: [String] = []
    if members.reduce(into: Set(), { $0.formUnion($1) }) != gap { faults.append("the union is wrong") }
    for (index, region) in regions.enumerated() {
      let others = members.indices.filter { $0 != index }.map { members[$0] }
      if others.reduce(into: Set(), { $0.formUnion($1) }).isSuperset(of: members[index]) {
        faults.append("\(region.masks) is redundant")
      }
      for wider in widened(region, problem.space)
      where points.allSatisfy({ !wider.holds($0) || gap.contains($0) }) {
        faults.append("\(region.masks) can be widened")
      }
    }
    let sizes = regions.map(problem.space.size(of:))
    if zip(sizes, sizes.dropFirst()).contains(where: <) { faults.append("not sorted by size") }
    return faults
  }

  /// The box with one more atom, in every possible way.
  private func widened(_ box: Box, _ space: Space) -> [Box] {
    space.dimensions.indices.flatMap { dimension in
      (0..<space.dimensions[dimension].atomCount).compactMap { atom -> Box? in
        guard !box.holds(atom, in: dimension) else { return nil }
        var wider = box
        wider.masks[dimension] |= 1 << UInt64(atom)
        return wider
      }
    }
  }
}

extension RandomProblem {
  func regions(limits: WorkLimits = .standard) throws -> RegionCover {
    try SetDifference.maximalRegions(of: required, minus: units, in: space, limits: limits)
  }
}
