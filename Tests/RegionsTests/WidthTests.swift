import Regions
import Testing

@Suite("Every width of packed boxes gives the same answer")
struct WidthTests {
  /// Dimensions of 64 atoms, all told apart, take a word each: 1, 4 and 15 of them force the widths
  /// 128, 512 and 2048.
  @Test(arguments: [1, 4, 15])
  func paddingChangesNothing(padding: Int) throws {
    for seed in UInt64(50_000)..<(padding == 15 ? 50_008 : 50_040) {
      let problem = try RandomProblem(seed: seed, withParameters: true)
      let padded = try PaddedProblem(problem, padding: padding)
      let plain = try problem.question().partition()
      let wide = try padded.question().partition()
      #expect(wide.neverSize == plain.neverSize * padded.factor, "seed \(seed)")
      #expect(wide.sometimesSize == plain.sometimesSize * padded.factor, "seed \(seed)")
      #expect(wide.requiredSize == 2 * plain.requiredSize * padded.factor, "seed \(seed)")
      let openSets = Set(plain.parts.map(\.coverage.kind)).filter { $0.isSometimes }
      #expect(Set(wide.parts.map(\.coverage.kind)).filter { $0.isSometimes }.count == openSets.count)

      let small = try RandomProblem(seed: seed, withParameters: false)
      let large = try PaddedProblem(small, padding: padding)
      let regions = try SetDifference.maximalRegions(
        of: large.required, minus: large.units, in: large.space)
      #expect(regions.regions == (try small.regions().regions.map(large.pad)), "seed \(seed)")
    }
  }
}

extension PartCoverage {
  var isSometimes: Bool {
    switch self {
    case .always, .never: false
    case .sometimes: true
    }
  }
}

/// A problem with a gate and padding behind it: where the gate is 1 everything is covered, where it is 0
/// the problem is the old one. The units behind the gate tell all atoms of the padding apart.
private struct PaddedProblem {
  let space: Space
  let required: [Box]
  let units: [Unit]
  let parameters: Set<Int>
  let factor: UInt128
  private let tail: [UInt64]

  init(_ problem: RandomProblem, padding: Int) throws {
    let paddings = Array(repeating: Dimension(atoms: 64), count: padding)
    space = try Space(problem.space.dimensions + [Dimension(atoms: 2)] + paddings)
    parameters = problem.parameters
    factor = power(64, padding)
    let open = Array(repeating: UInt64.max, count: padding)
    required = problem.required.map { Box(masks: $0.masks + [0b11] + open) }
    tail = [0b01] + open
    let gate = problem.space.dimensions.count
    var units = problem.units.map { unit in
      Unit(
        box: Box(masks: unit.box.masks + [0b11] + open),
        exceptions: unit.exceptions.map { Box(masks: $0.masks + [0b11] + open) })
    }
    units.append(Unit(box: space.box([gate: 0b10])))
    for dimension in 0..<padding {
      for atom in 0..<64 {
        units.append(Unit(box: space.box([gate: 0b10, gate + 1 + dimension: 1 << UInt64(atom)])))
      }
    }
    self.units = units
  }

  func pad(_ box: Box) -> Box { Box(masks: box.masks + tail) }

  func question() -> CoverageQuestion {
    CoverageQuestion(space: space, required: required, units: units, parameters: parameters)
  }
}
