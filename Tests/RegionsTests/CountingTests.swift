import Regions
import Testing

@Suite("Counts that list nothing agree with plain enumeration")
struct CountingTests {
  /// No node for splitting: every count comes from what is remembered.
  private let onlyCounting = WorkLimits(nodes: 0)

  @Test(arguments: [70_000, 71_000])
  func sizesAgree(firstSeed: UInt64) throws {
    for seed in firstSeed..<(firstSeed + 500) {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let sizes = try problem.question(limits: onlyCounting).sizes()
      let partition = try problem.question().partition()
      #expect(sizes.required == partition.requiredSize, "seed \(seed)")
      #expect(sizes.always == partition.alwaysSize, "seed \(seed)")
      #expect(sizes.sometimes == partition.sometimesSize, "seed \(seed)")
      #expect(sizes.never == partition.neverSize, "seed \(seed)")
    }
  }

  @Test func theSizeOfADifferenceAgrees() throws {
    for seed in UInt64(72_000)..<72_600 {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let size = try SetDifference.size(
        of: problem.required, minus: problem.units, in: problem.space, limits: onlyCounting)
      let oracle = Oracle(problem)
      let expected = oracle.cases.filter { oracle.isRequired($0) && !oracle.isCovered($0) }
        .map(oracle.weight).reduce(0, +)
      #expect(size == expected, "seed \(seed)")
    }
  }

  /// Nothing may be remembered: slower, and still right.
  @Test func withoutMemoryTheCountsAreTheSame() throws {
    for seed in UInt64(73_000)..<73_200 {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let forgetful = try problem.question(limits: WorkLimits(memory: 0)).sizes()
      #expect(try problem.question().sizes() == forgetful, "seed \(seed)")
    }
  }

  @Test(arguments: [(4, 6), (8, 6), (12, 8)])
  func equalPairsAreCounted(pairs: Int, size: Int) throws {
    let (space, units) = try Families.pairs(pairs, size: size)
    let count = try SetDifference.size(
      of: [space.wholeBox], minus: units, in: space, limits: onlyCounting)
    #expect(count == power(UInt128(size), pairs))
  }

  @Test(arguments: [3, 10, 14])
  func parityIsCounted(dimensions: Int) throws {
    let (space, units) = try Families.parity(dimensions)
    let count = try SetDifference.size(
      of: [space.wholeBox], minus: units, in: space, limits: onlyCounting)
    #expect(count == 1 << (dimensions - 1))
  }

  @Test func aCountOverItsLimitIsAnError() throws {
    let (space, units) = try Families.randomWide(dimensions: 12, size: 8, boxes: 40, seed: 1)
    let limits = WorkLimits(nodes: 100, retryNodes: 100)
    let error = #expect(throws: WorkLimitPassed.self) {
      try SetDifference.size(of: [space.wholeBox], minus: units, in: space, limits: limits)
    }
    #expect(error?.kind == .nodes && error?.limit == 100)
  }
}
