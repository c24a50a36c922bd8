import LegalModel
import SourceText
import Testing

@testable import GapAnalysis

/// The checker agrees with a slow judge to the last case, on worlds that a printed seed makes.
@Suite("Exactness on small worlds")
struct ExactnessTests {
  /// 21 chunks of 100 worlds. Seeds whose world turns out to be none are passed over and not counted.
  @Test("counts, verdicts, regions and decisions agree with the oracle", arguments: 0..<21)
  func results(chunk: UInt64) throws {
    var worlds = 0
    for seed in chunk * 1_000..<(chunk + 1) * 1_000 where worlds < 100 {
      guard let check = WorldCheck(seed: seed) else { continue }
      worlds += 1
      try check.compareCases()
      for rule in check.world.rules where check.isChecked(rule) {
        try FindingCheck(check, rule).run()
      }
    }
    #expect(worlds == 100)
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
