import Regions
import Testing

@Suite("What is given up first: the list, then the count, never the verdict")
struct SurrenderTests {
  @Test func aDifferenceAgreesWithPlainEnumeration() throws {
    for seed in UInt64(80_000)..<80_500 {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let difference = try problem.difference()
      let cover = try problem.regions()
      #expect(difference.cover == cover, "seed \(seed)")
      #expect(difference.passed == nil)
      let size = try SetDifference.size(of: problem.required, minus: problem.units, in: problem.space)
      #expect(difference.size == size, "seed \(seed)")
      #expect(difference.isEmpty == (size == 0))
    }
  }

  /// Whatever the limits: what is said is true, and nothing is said without a verdict.
  @Test func underAnyLimitsWhatIsSaidIsTrue() throws {
    var (given, partial, counted) = (0, 0, 0)
    for seed in UInt64(81_000)..<81_150 {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let whole = try problem.difference()
      for (nodes, retry) in [(0, 1), (0, 5), (3, 10), (10, 3), (20, 40), (0, 100)] {
        let limits = WorkLimits(nodes: nodes, parts: 3, regions: 2, retryNodes: retry, memory: 50)
        do throws(WorkLimitPassed) {
          let limited = try problem.difference(limits: limits)
          given += 1
          #expect(limited.isEmpty == whole.isEmpty, "seed \(seed)")
          if let size = limited.size {
            counted += 1
            #expect(size == whole.size, "seed \(seed)")
          }
          if !limited.cover.isComplete { partial += 1 }
          #expect((limited.passed == nil) == (limited.cover.isComplete && limited.size != nil))
          try check(limited.cover, problem, seed)
        } catch {
          #expect(error.kind == .nodes, "seed \(seed)")
        }
      }
    }
    #expect(given > 300 && partial > 30 && counted > 100, "\(given), \(partial), \(counted)")
  }

  /// Every region lies in the difference, and none in the others; a complete cover leaves nothing.
  private func check(_ cover: RegionCover, _ problem: RandomProblem, _ seed: UInt64) throws(WorkLimitPassed) {
    let space = problem.space
    for (index, region) in cover.regions.enumerated() {
      var others = cover.regions
      others.remove(at: index)
      let isRedundant = try SetDifference.isEmpty(
        of: [region], minus: others.map { Unit(box: $0) }, in: space)
      #expect(!isRedundant, "seed \(seed)")
    }
    let left = try SetDifference.parts(of: problem.required, minus: problem.units, in: space)
    let outside = try SetDifference.isEmpty(of: cover.regions, minus: left.map { Unit(box: $0) }, in: space)
    #expect(outside, "seed \(seed): a region reaches beyond the difference")
    let isAll = try SetDifference.isEmpty(of: left, minus: cover.regions.map { Unit(box: $0) }, in: space)
    #expect(isAll || !cover.isComplete, "seed \(seed)")
  }

  @Test func independentPairsGiveUpTheListAndKeepTheCount() throws {
    let (space, units) = try Families.pairs(8, size: 6)
    let table = UnitTable(units, in: space)
    let limits = WorkLimits(parts: 500, regions: 40)
    let difference = try SetDifference.difference(of: [space.wholeBox], minus: table, limits: limits)
    #expect(!difference.isEmpty && difference.size == power(6, 8))
    #expect(!difference.cover.isComplete && difference.cover.regions.count == 40)
    #expect(difference.passed?.kind == .regions && difference.passed?.limit == 40)
  }

  @Test func randomWideBoxesGiveUpTheCountAndKeepTheVerdict() throws {
    let (space, units) = try Families.randomWide(dimensions: 16, size: 16, boxes: 60, seed: 7)
    let table = UnitTable(units, in: space)
    let limits = WorkLimits(nodes: 2_000, parts: 500, regions: 20, retryNodes: 3_000)
    let difference = try SetDifference.difference(of: [space.wholeBox], minus: table, limits: limits)
    #expect(!difference.isEmpty && difference.size == nil && !difference.cover.isComplete)
    #expect(!difference.cover.regions.isEmpty)
    #expect(difference.passed?.busiestDimensions.count == 3)
  }

  @Test func whereNotEvenTheVerdictIsKnownTheLimitIsTheAnswer() throws {
    // Random boxes of three dimensions cover everything, but not so quickly that it can be seen.
    let (space, units) = try Families.randomWide(dimensions: 12, size: 4, boxes: 400, seed: 3)
    let table = UnitTable(units, in: space)
    let limits = WorkLimits(nodes: 20, parts: 5, retryNodes: 20)
    let error = #expect(throws: WorkLimitPassed.self) {
      try SetDifference.difference(of: [space.wholeBox], minus: table, limits: limits)
    }
    #expect(error?.kind == .nodes && error?.limit == 20)
  }

  /// A small cover behind very many parts: found case by case, whole.
  @Test func manyExceptionsAreCoveredAllTheSame() throws {
    let space = try Space(Array(repeating: Dimension(atoms: 4), count: 10))
    let exceptions = (0..<9).map { space.box([$0: 0b0011, $0 + 1: 0b0110]) }
    let table = UnitTable([Unit(box: space.wholeBox, exceptions: exceptions)], in: space)
    let difference = try SetDifference.difference(
      of: [space.wholeBox], minus: table, limits: WorkLimits(parts: 10))
    #expect(Set(difference.cover.regions) == Set(exceptions) && difference.cover.isComplete)
    let size = try SetDifference.size(of: exceptions, minus: [], in: space)
    #expect(difference.size == size)
  }

  @Test func boxesTakenOutFurtherCountAsUnits() throws {
    for seed in UInt64(82_000)..<82_200 {
      let problem = try RandomProblem(seed: seed, withParameters: false)
      let further = problem.units.map(\.box).prefix(2)
      let together = try SetDifference.difference(
        of: problem.required, minus: UnitTable(Array(problem.units.dropFirst(2)), in: problem.space),
        and: Array(further))
      let apart = try SetDifference.difference(
        of: problem.required,
        minus: UnitTable(problem.units.dropFirst(2) + further.map { Unit(box: $0) }, in: problem.space))
      #expect(together.size == apart.size && together.cover == apart.cover, "seed \(seed)")
    }
  }
}

extension RandomProblem {
  func difference(limits: WorkLimits = .standard) throws(WorkLimitPassed) -> Difference {
    try SetDifference.difference(of: required, minus: UnitTable(units, in: space), limits: limits)
  }
}
