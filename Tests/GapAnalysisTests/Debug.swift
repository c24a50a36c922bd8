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
@Test(.enabled(if: ProcessInfo.processInfo.environment["LACUNA_STAT"] != nil))
func stats() throws {
  var n = 0, rules = 0, gap = 0, dep = 0, cov = 0, mixed = 0, findings = 0, remedies = 0, widen1 = 0, sett = 0
  var both = 0, checkerOnly: [UInt64] = [], oracleOnly: [UInt64] = [], kinds: [String: Int] = [:], errs = 0
  for seed in UInt64(0)..<600 {
    guard let c = WorldCheck(seed: seed) else { continue }
    n += 1
    for r in c.world.rules where c.oracle.applies(r) && !c.oracle.isReserved(r) {
      let a = c.oracle.answer(r); rules += 1; sett += a.asAsked.count
      if !a.gap.isEmpty { gap += 1 }; if !a.depends.isEmpty { dep += 1 }; if !a.covered.isEmpty { cov += 1 }
      if [a.gap, a.depends, a.covered].filter({ !$0.isEmpty }).count > 1 { mixed += 1 }
    }
    for f in c.analysis.findings { findings += 1; kinds[f.kind.rawValue + " " + f.logic.rawValue, default: 0] += 1
      if let r = f.remedy { remedies += 1; kinds["remedy \(r.proof)", default: 0] += 1; if r.edits.count == 1, case .widen(_, _, _, _, nil) = r.edits[0] { widen1 += 1 } } }
    let bad = try c.checked.analyzer.validate().hasErrors
    if bad { errs += 1 }
    let empty = c.oracle.hasEmpty
    if bad && empty { both += 1 } else if bad { checkerOnly.append(seed) } else if empty { oracleOnly.append(seed) }
  }
  print("D|", n, "rules", rules, "gap", gap, "dep", dep, "cov", cov, "mixed", mixed, "settlements", sett, "findings", findings, "remedies", remedies, widen1)
  print("D|", kinds)
  print("D| validate both", both, "checker only", checkerOnly.prefix(20), checkerOnly.count, "oracle only", oracleOnly.prefix(20), oracleOnly.count, "errors", errs)
}
extension Oracle {
  var hasEmpty: Bool {
    for r in world.rules where required(r).isEmpty { return true }
    return emptyProvision
  }
}
