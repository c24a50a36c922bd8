import SourceText
import Foundation
import LegalModel
import Testing

@testable import GapAnalysis

@Test(.enabled(if: ProcessInfo.processInfo.environment["LACUNA_SEED"] != nil))
func dump() throws {
  let seed = UInt64(ProcessInfo.processInfo.environment["LACUNA_SEED"] ?? "") ?? 0
  let world = WorldGenerator.world(seed: seed)
  let scope = WorldGenerator.scope(seed: seed)
  var depth = 0
  for text in WorldText.files(of: world).dropFirst(1) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("}") { depth -= 1 }
      print("D| " + String(repeating: "  ", count: depth) + line)
      if line.hasSuffix("{") { depth += 1 }
    }
  }
  print("D|", scope)
  for e in world.elements { print("D|", e.name, e.values, e.size, e.groups.map { ($0.name, $0.members) }, e.defaultValue as Any) }
  let checked = try CheckedWorld(world, scope)
  let oracle = Oracle(world, scope)
  let analysis: Analysis
  do { analysis = try checked.analyzer.analysis() } catch { print("D|", error)
    try dumpEvaluator(world, checked, oracle)
    return }
  let sets = try checked.sets(of: analysis)
  func name(_ c: Int) -> String {
    world.elements.indices.map { e in let v = oracle.table.value(of: e, in: c); return world.elements[e].isNumeric ? "\(v)" : world.elements[e].values[v] }.joined(separator: " ")
  }
  for rule in world.rules {
    guard let s = sets[rule.name] else { continue }
    let a = oracle.answer(rule)
    func diff(_ what: String, _ l: CaseSet, _ r: CaseSet) {
      for c in l.subtracting(r).cases { print("D| \(rule.name) \(what): checker only:", name(c)) }
      for c in r.subtracting(l).cases { print("D| \(rule.name) \(what): oracle only:", name(c)) }
    }
    diff("required", s.required, a.required)
    diff("covered", s.covered, a.covered)
    diff("depends", s.depends, a.depends)
    diff("gap", s.gap, a.gap)
  }
  try dumpEvaluator(world, checked, oracle)
}

func dumpEvaluator(_ world: World, _ checked: CheckedWorld, _ oracle: Oracle) throws {
  func name(_ c: Int) -> String {
    world.elements.indices.map { e in let v = oracle.table.value(of: e, in: c); return world.elements[e].isNumeric ? "\(v)" : world.elements[e].values[v] }.joined(separator: " ")
  }
  let articles = checked.corpus.articles(of: World.state).filter { id in
    let article = checked.corpus[id]
    return checked.corpus[article.statute].period.contains(checked.scope.asOf) && article.period.contains(checked.scope.asOf)
  }
  let evaluator = CaseEvaluator(corpus: checked.corpus, scope: checked.scope, articles: articles)
  for id in checked.corpus[checked.instrument].rules {
    guard let duty = checked.corpus[id].duty, let rule = world.rules.first(where: { $0.name == checked.corpus[id].name }) else { continue }
    let answer = oracle.answer(rule)
    for c in answer.required.cases {
      let standing = evaluator.standing(of: checked.legalCase(c), rule: id, duty: duty)
      let o = answer.covered.contains(c) ? "always" : answer.gap.contains(c) ? "never" : "sometimes"
      if "\(standing)" != o { print("D| evaluator \(rule.name) \(name(c)): \(standing) oracle \(o)") }
    }
  }
}
@Test(.enabled(if: ProcessInfo.processInfo.environment["LACUNA_SEED"] != nil))
func dumpFindings() throws {
  let seed = UInt64(ProcessInfo.processInfo.environment["LACUNA_SEED"] ?? "") ?? 0
  let c = try #require(WorldCheck(seed: seed))
  for f in c.analysis.findings where f.logic == .coverage {
    print("D| F", c.checked.corpus[f.rule].name, f.kind, f.region.masks)
    for q in f.decision?.questions ?? [] { print("D|   Q", q.kind) }
    for a in f.decision?.closing ?? [] { print("D|   C", a.map { "\($0.question.kind) \($0.answers)" }) }
  }
}
