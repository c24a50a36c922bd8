import LegalModel
import SourceText
import Testing

@testable import GapAnalysis

/// The checker agrees with a slow judge to the last case, on worlds that a printed seed makes.
@Suite("Exactness on small worlds")
struct ExactnessTests {
  @Test("counts, verdicts, regions and decisions agree with the oracle", arguments: 0..<22)
  func results(chunk: UInt64) throws {
    for seed in chunk * 100..<(chunk + 1) * 100 {
      guard let check = WorldCheck(seed: seed) else { continue }
      try check.compareCases()
      for rule in check.world.rules where check.isChecked(rule) {
        try FindingCheck(check, rule).run()
      }
    }
  }

  @Test("what can match no case is reported, and nothing else is", arguments: 0..<4)
  func empty(chunk: UInt64) throws {
    for seed in 30_000 + chunk * 50..<30_000 + (chunk + 1) * 50 {
      guard let check = WorldCheck(seed: seed) else { continue }
      let bag = try check.checked.analyzer.validate()
      #expect(bag.hasErrors == EmptyParts(of: check.world, check.scope).exist, check.place(""))
    }
  }

  @Test("the plain evaluator agrees with the oracle on every case", arguments: 0..<6)
  func evaluator(chunk: UInt64) throws {
    for seed in 10_000 + chunk * 50..<10_000 + (chunk + 1) * 50 {
      guard let check = WorldCheck(seed: seed) else { continue }
      EvaluatorCheck(world: check).run()
    }
  }
}
