import Regions
import Testing

@Suite("Regions of a question whose parts are too many agree with plain enumeration")
struct CoverageFallbackTests {
  @Test func neverRegionsAreTheCasesOpenUnderEveryChoice() throws {
    for seed in UInt64(90_000)..<90_400 {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let oracle = Oracle(problem)
      let cover = try problem.question().neverRegions()
      #expect(cover.isComplete)
      for point in oracle.cases {
        let isNever = oracle.isRequired(point) && oracle.openChoices(point).count == oracle.choices.count
        #expect(cover.regions.contains { $0.holds(point) } == isNever, "seed \(seed) \(point)")
      }
    }
  }

  @Test func undecidedRegionsAreOpenUnderTheirChoice() throws {
    var found = 0
    for seed in UInt64(91_000)..<91_400 {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let oracle = Oracle(problem)
      let cover = try problem.question().undecidedRegions(limit: 1000)
      #expect(cover.isComplete)
      found += cover.regions.count
      for point in oracle.cases {
        let open = oracle.openChoices(point)
        let depends = oracle.isRequired(point) && !open.isEmpty && open.count < oracle.choices.count
        let holders = cover.regions.filter { $0.box.holds(point) }
        #expect(holders.isEmpty == !depends, "seed \(seed) \(point)")
        for holder in holders {
          let choice = point.indices.map { holder.openUnder[$0] ?? 0 }
          #expect(open.contains(choice), "seed \(seed) \(point)")
        }
      }
    }
    #expect(found > 200, "\(found)")
  }

  @Test func tooManyPartsStillHaveCountsAndRegions() throws {
    let (space, units) = try Families.pairs(6, size: 4)
    // The first unit stands under one reading of two only.
    let readings = try Space(space.dimensions + [Dimension(atoms: 2)])
    let read = units.enumerated().map { index, unit in
      Unit(box: Box(masks: unit.box.masks + [index == 0 ? 0b01 : 0b11]))
    }
    let question = CoverageQuestion(
      space: readings, required: [readings.wholeBox], units: read, parameters: [12],
      limits: WorkLimits(parts: 100))
    #expect(throws: WorkLimitPassed.self) { try question.partition() }
    let sizes = try question.sizes()
    #expect(sizes.required == power(4, 12) && sizes.never == power(4, 6))
    // Without the first unit the first pair may also be (0, 1), (0, 2) or (0, 3), where no other unit stands.
    #expect(sizes.sometimes == 3 * power(4, 5))
    #expect(sizes.always == sizes.required - sizes.never - sizes.sometimes)
    let some = try question.undecidedRegions(limit: 10)
    #expect(some.regions.count <= 10 && !some.isComplete)
  }
}
