import Regions
import Testing

@Suite("Partition agrees with plain enumeration")
struct PartitionTests {
  @Test(arguments: [0, 1000, 2000])
  func agreesCaseByCase(firstSeed: UInt64) throws {
    for seed in firstSeed..<(firstSeed + 700) {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let partition = try problem.question().partition()
      let faults = PartitionCheck(problem, partition).faults()
      #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
    }
  }

  /// The seeds above must reach every kind of coverage often, or they would prove little.
  @Test func randomProblemsShowEveryCoverage() throws {
    var (whole, together, never, sometimes) = (0, 0, 0, 0)
    for seed in UInt64(0)..<200 {
      for part in try RandomProblem(seed: seed, withParameters: true).question().partition().parts {
        switch part.coverage {
        case .always(unit: .some): whole += 1
        case .always(unit: nil): together += 1
        case .never: never += 1
        case .sometimes: sometimes += 1
        }
      }
    }
    #expect(min(whole, never, sometimes) > 200, "\(whole), \(never), \(sometimes)")
    #expect(together > 10, "\(together)")
  }

  @Test func describesTheSameSetsWhateverTheOrderOfUnits() throws {
    for seed in UInt64(5000)..<5300 {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let plain = try problem.question().partition()
      let shuffled = try problem.question(units: problem.units.shuffled(seed: seed)).partition()
      #expect(plain.parts.map(\.box) == shuffled.parts.map(\.box), "seed \(seed)")
      #expect(plain.parts.map(\.coverage.kind) == shuffled.parts.map(\.coverage.kind), "seed \(seed)")
    }
  }

  @Test func equalOpenSetsAreEqualValues() throws {
    for seed in UInt64(6000)..<6400 {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      var byChoices: [Set<[Int]>: ParameterSet] = [:]
      let choices = Oracle(problem).choices
      for part in try problem.question().partition().parts {
        guard case .sometimes(let open) = part.coverage else { continue }
        let members = Set(choices.filter { open.contains(point: $0) })
        #expect(byChoices[members, default: open] == open, "seed \(seed)")
        byChoices[members] = open
      }
    }
  }

  @Test func severalUnitsMayCoverTheChoicesTogether() throws {
    let space = try Space([Dimension(atoms: 4), Dimension(atoms: 2)])
    let units = [Unit(box: Box(masks: [0b0111, 0b01])), Unit(box: Box(masks: [0b1011, 0b10]))]
    let question = CoverageQuestion(
      space: space, required: [space.wholeBox], units: units, parameters: [1])
    let partition = try question.partition()
    let open = { (mask: UInt64) in partition.parts.filter { $0.box.masks[0] & mask != 0 }.map(\.coverage) }
    #expect(open(0b0011) == [.always(unit: nil)])
    #expect(partition.sometimesSize == 2)
    #expect(partition.alwaysSize == 2)
    guard case .sometimes(let choices) = try #require(open(0b0100).first) else {
      Issue.record("atom 2 is covered under reading 0 only")
      return
    }
    #expect(choices.boxes == [Box(masks: [0b1111, 0b10])])
  }

  @Test func nothingRequiredLeavesNothing() throws {
    let space = try Space([Dimension(atoms: 3)])
    let empty = CoverageQuestion(
      space: space, required: [Box(masks: [0])], units: [Unit(box: space.wholeBox)], parameters: [])
    #expect(try empty.partition().parts.isEmpty)
    #expect(try empty.partition().requiredSize == 0)
  }
}

extension RandomProblem {
  func question(units other: [Unit]? = nil, limits: WorkLimits = .standard) -> CoverageQuestion {
    CoverageQuestion(
      space: space, required: required, units: other ?? units, parameters: parameters, limits: limits)
  }
}

extension PartCoverage {
  /// The coverage without the witness.
  var kind: PartCoverage {
    switch self {
    case .always: .always(unit: nil)
    case .never, .sometimes: self
    }
  }
}
