import LegalModel
import Testing

@testable import GapAnalysis

/// One world, one scope, the checker's result and the oracle's.
struct WorldCheck {
  let seed: UInt64
  let world: World
  let scope: WorldScopeOfCheck
  let checked: CheckedWorld
  let oracle: Oracle
  let analysis: Analysis

  /// Nil, and an issue recorded, if the world could not be read or checked.
  init?(seed: UInt64) { self.init(seed: seed, world: WorldGenerator.world(seed: seed)) }

  /// A world made of that of a seed, checked in the same way.
  init?(seed: UInt64, world: World) {
    self.seed = seed
    self.world = world
    scope = WorldGenerator.scope(seed: seed)
    do {
      checked = try CheckedWorld(world, scope)
      analysis = try checked.analyzer.analysis()
    } catch {
      Issue.record("seed \(seed): \(error)")
      return nil
    }
    oracle = Oracle(world, scope)
  }

  /// What to print when something disagrees.
  func place(_ rule: String) -> Comment {
    let duty = world.rules.first { $0.name == rule }?.duty
    return "seed \(seed), rule \(rule), \(duty.map { "\($0)" } ?? ""), \(scope)"
  }

  /// Whether a rule has cases that were checked.
  func isChecked(_ rule: WorldRule) -> Bool {
    oracle.applies(rule) && !oracle.isReserved(rule) && !oracle.required(rule).isEmpty
  }

  /// Rules, counts, verdicts and the sets behind the counts.
  func compareCases() throws {
    let expected = world.rules.filter { oracle.applies($0) }
    #expect(analysis.rules.map { checked.corpus[$0.rule].name } == expected.map(\.name), place("all"))
    let sets = try checked.sets()
    for (rule, result) in zip(expected, analysis.rules) {
      if oracle.isReserved(rule) || oracle.required(rule).isEmpty {
        #expect(result.verdict == .notApplicable, place(rule.name))
        continue
      }
      let answer = oracle.answer(rule)
      let counts = CaseCounts(
        required: UInt128(answer.required.count), covered: UInt128(answer.covered.count),
        depends: UInt128(answer.depends.count), gap: UInt128(answer.gap.count))
      #expect(result.counts == counts, place(rule.name))
      #expect(result.counts.covered + result.counts.depends + result.counts.gap == result.counts.required)
      #expect(result.verdict == verdict(of: answer), place(rule.name))
      let same = CheckedWorld.Sets(
        required: answer.required, covered: answer.covered, depends: answer.depends, gap: answer.gap)
      #expect(sets[rule.name] == same, place(rule.name))
    }
  }

  private func verdict(of answer: OracleAnswer) -> Verdict {
    if answer.gap.isEmpty { return answer.depends.isEmpty ? .satisfied : .depends }
    return answer.gap == answer.required ? .notSatisfied : .partly
  }
}
