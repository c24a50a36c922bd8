import Regions
import Testing

@Suite("Limits end in an error, never in a wrong answer")
struct LimitTests {
  @Test func anyNodeLimitGivesTheAnswerOrAnError() throws {
    for seed in UInt64(60_000)..<60_100 {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let full = try problem.question().partition()
      for nodes in [0, 1, 3, 10, 30, 100] {
        do throws(WorkLimitPassed) {
          let limited = try problem.question(limits: WorkLimits(nodes: nodes)).partition()
          #expect(limited == full, "seed \(seed), \(nodes) nodes")
        } catch {
          #expect(error.kind == .nodes && error.limit == nodes, "seed \(seed)")
        }
      }
    }
  }

  @Test func tooManyPartsAreAnError() throws {
    let (space, units) = try corners(8)
    let limits = WorkLimits(parts: 10)
    let question = CoverageQuestion(
      space: space, required: [space.wholeBox], units: units, parameters: [], limits: limits)
    let error = #expect(throws: WorkLimitPassed.self) { try question.partition() }
    #expect(error == WorkLimitPassed(kind: .parts, limit: 10, busiestDimensions: [0, 1, 2]))
    #expect(throws: WorkLimitPassed.self) {
      try SetDifference.parts(of: [space.wholeBox], minus: units, in: space, limits: limits)
    }
    let size = try SetDifference.size(of: [space.wholeBox], minus: units, in: space, limits: limits)
    #expect(size == power(7, 8))
  }

  @Test(arguments: [50_000, 10])
  func tooManyRegionsAreAnIncompleteCover(parts: Int) throws {
    let (space, units) = try corners(6)
    let limits = WorkLimits(parts: parts, regions: 5)
    let cover = try SetDifference.maximalRegions(
      of: [space.wholeBox], minus: units, in: space, limits: limits)
    #expect(!cover.isComplete)
    #expect(cover.regions.count == 5)
    let exact = try SetDifference.maximalRegions(
      of: [space.wholeBox], minus: units, in: space, limits: WorkLimits(regions: 64))
    #expect(exact.isComplete && exact.regions.count == 64)
    #expect(Set(cover.regions).isSubset(of: exact.regions))
  }

  @Test func aSpaceNearTheLimitDoesNotOverflow() throws {
    // 64^21 · 2 = 2^127 cases.
    let space = try Space(Array(repeating: Dimension(atoms: 64), count: 21) + [Dimension(atoms: 2)])
    #expect(space.size(of: space.wholeBox) == 1 << 127)
    let units = (0..<21).map { Unit(box: space.box([$0: 1, 21: 0b01])) }
    let left = try SetDifference.size(of: [space.wholeBox], minus: units, in: space)
    #expect(left == power(63, 21) + 1 << 126)
    let cover = try SetDifference.maximalRegions(of: [space.wholeBox], minus: units, in: space)
    #expect(cover.isComplete && cover.regions.count == 2)
  }

  /// A single unit that cuts 120 dimensions leads the recursion through all of them.
  @Test func aLongChainOfDimensionsIsNoProblem() throws {
    let space = try Space(Array(repeating: Dimension(atoms: 2), count: 120))
    let unit = Unit(box: Box(masks: Array(repeating: 1, count: 120)))
    let left = try SetDifference.size(of: [space.wholeBox], minus: [unit], in: space)
    #expect(left == power(2, 120) - 1)
    #expect(!(try SetDifference.isEmpty(of: [space.wholeBox], minus: [unit], in: space)))
  }

  @Test func aSpaceOverTheLimitIsRefused() {
    let wide = Array(repeating: Dimension(atoms: 64), count: 21)
    #expect(throws: SpaceError.tooLarge) { try Space(wide + [Dimension(atoms: 4)]) }
    let heavy = Dimension(weights: [.max, .max])
    #expect(throws: SpaceError.tooLarge) { try Space([heavy, heavy]) }
    #expect(throws: SpaceError.noAtoms(dimension: 1)) {
      try Space([Dimension(atoms: 2), Dimension(atoms: 0)])
    }
    #expect(throws: SpaceError.tooManyAtoms(dimension: 0, count: 65)) { try Space([Dimension(atoms: 65)]) }
    #expect(throws: SpaceError.zeroWeight(dimension: 0, atom: 1)) {
      try Space([Dimension(weights: [1, 0])])
    }
  }

  /// Pairs of three-valued dimensions, each blocked in one corner.
  private func corners(_ pairs: Int) throws -> (Space, [Unit]) {
    let space = try Space(Array(repeating: Dimension(atoms: 3), count: 2 * pairs))
    let units = (0..<pairs).map { Unit(box: space.box([2 * $0: 0b001, 2 * $0 + 1: 0b011])) }
    return (space, units)
  }
}
