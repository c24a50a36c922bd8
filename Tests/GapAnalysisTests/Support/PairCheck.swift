import LegalModel
import Testing

@testable import GapAnalysis

/// Two states of the law: what the checker says of the change, and what the oracle says of each state by itself.
struct PairCheck {
  let pair: WorldPair
  let before: CheckedWorld
  let after: CheckedWorld
  let change: ChangeAnalysis
  private let oracles: (before: Oracle, after: Oracle)
  private var table: CaseTable { oracles.before.table }

  /// The set of all cases that moved from one standing to another.
  private struct Way: Hashable {
    let from: CaseStanding
    let to: CaseStanding
    var isLoss: Bool { to < from }
  }

  /// Nil if a state is no law that can be read, which random edits may bring about.
  init?(seed: UInt64) {
    pair = WorldPair(seed: seed)
    do {
      before = try CheckedWorld(pair.before, pair.scopeBefore)
      after =
        if let amendment = pair.amendment {
          try CheckedWorld(pair.before, pair.scopeAfter, amendment: amendment)
        } else {
          try CheckedWorld(pair.after, pair.scopeAfter)
        }
    } catch { return nil }
    do {
      change = try ChangeAnalyzer(
        before: ChangeAnalyzer.LawState(corpus: before.corpus, scope: before.scope),
        after: ChangeAnalyzer.LawState(corpus: after.corpus, scope: after.scope),
        instrument: before.instrument
      ).analysis()
    } catch {
      Issue.record("seed \(seed): \(error)")
      return nil
    }
    oracles = (Oracle(pair.before, pair.scopeBefore), Oracle(pair.after, pair.scopeAfter))
  }

  private func place(_ rule: String) -> Comment {
    "seed \(pair.seed) (\(pair.origin.rawValue)), rule \(rule), \(pair.scopeBefore) → \(pair.scopeAfter)"
  }

  // MARK: Rules

  func run() throws {
    let rules = pair.before.rules
    let old = rules.filter { isAsked($0, oracles.before) }.map(\.name)
    let new = rules.filter { isAsked($0, oracles.after) }.map(\.name)
    #expect(names(change.rules.map(\.rule)) == old.filter { new.contains($0) }, place("all"))
    #expect(names(change.onlyBefore) == old.filter { !new.contains($0) }, place("all"))
    #expect(names(change.onlyAfter) == new.filter { !old.contains($0) }, place("all"))
    for rule in change.rules {
      guard let world = rules.first(where: { $0.name == before.corpus[rule.rule].name }) else { continue }
      checkCounts(rule, world)
      try checkRegions(rule, world)
    }
    checkGate()
    checkFindings()
    checkOutside()
  }

  private func names(_ rules: [RuleID]) -> [String] { rules.map { before.corpus[$0].name } }

  private func isAsked(_ rule: WorldRule, _ oracle: Oracle) -> Bool {
    oracle.applies(rule) && !oracle.isReserved(rule) && !oracle.required(rule).isEmpty
  }

  /// The cases that moved in each way, as the two answers of the oracle differ.
  private func moved(_ rule: WorldRule) -> [Way: CaseSet] {
    let (old, new) = (oracles.before.answer(rule), oracles.after.answer(rule))
    var result: [Way: CaseSet] = [:]
    for from in CaseStanding.allCases {
      for to in CaseStanding.allCases where to != from {
        result[Way(from: from, to: to)] = old.cases(from).intersection(new.cases(to))
      }
    }
    return result
  }

  private func union(_ moved: [Way: CaseSet], where isWanted: (Way) -> Bool) -> CaseSet {
    moved.filter { isWanted($0.key) }.reduce(into: table.none) { $0.formUnion($1.value) }
  }

  private func checkCounts(_ rule: RuleChange, _ world: WorldRule) {
    let moved = moved(world)
    let lost = union(moved) { $0.isLoss }.count
    let gained = union(moved) { !$0.isLoss }.count
    #expect(rule.lost == UInt128(lost), place(world.name))
    #expect(rule.gained == UInt128(gained), place(world.name))
    let kind: RuleChange.Kind =
      lost > 0 ? (gained > 0 ? .both : .narrower) : (gained > 0 ? .wider : .equal)
    #expect(rule.kind == kind, place(world.name))
    let isSame = oracles.before.required(world) == oracles.after.required(world)
    #expect(rule.isAskedOtherwise == !isSame, place(world.name))
  }

  // MARK: Regions

  private func cases(_ region: CaseRegion) -> CaseSet { before.cases(region.masks, in: change.before.space) }

  /// The regions of each way are maximal, none is redundant, and with what is told with the rules that this one varies
  /// they are exactly the cases that moved.
  private func checkRegions(_ rule: RuleChange, _ world: WorldRule) throws {
    for (way, all) in moved(world) {
      let told = folded(world, way)
      let open = all.subtracting(told)
      let moves = rule.moves.filter { $0.from == way.from && $0.to == way.to }
      let regions = moves.map { cases($0.region) }
      let shown = regions.reduce(into: table.none) { $0.formUnion($1) }
      #expect(shown == open || !rule.isComplete, "\(place(world.name)): \(way)")
      for (position, region) in regions.enumerated() {
        #expect(!region.isEmpty && region.isSubset(of: open), place(world.name))
        #expect(isMaximal(region, in: open), place(world.name))
        var others = regions
        others.remove(at: position)
        let rest = others.reduce(into: table.none) { $0.formUnion($1) }
        #expect(!region.isSubset(of: rest), place(world.name))
        try check(moves[position], region, rule.rule)
      }
      if !told.intersection(all).isEmpty { #expect(rule.isFolded, place(world.name)) }
    }
  }

  /// Whether adding any value of any element leaves the set.
  private func isMaximal(_ region: CaseSet, in open: CaseSet) -> Bool {
    table.sizes.indices.allSatisfy { element in
      (0..<table.sizes[element]).allSatisfy { value in
        let added = table.image(of: region, element, [value])
        return added.isSubset(of: region) || !added.isSubset(of: open)
      }
    }
  }

  /// What follows from a move of a rule that this one varies: that of the base case goes at least as far.
  private func folded(_ rule: WorldRule, _ way: Way) -> CaseSet {
    var result = table.none
    guard rule.duty == .punish, case .rules(_, let changes) = rule.target else { return result }
    for base in oracles.before.bases(of: rule) where base.duty == .punish {
      guard isAsked(base, oracles.before), isAsked(base, oracles.after) else { continue }
      let cases = union(moved(base)) { other in
        way.isLoss ? other.isLoss && other.to <= way.to : !other.isLoss && other.to >= way.to
      }
      result.formUnion(oracles.before.varied(cases, changes))
    }
    return result
  }

  /// The example of a move stands as it says in both states, asked of the evaluator that knows nothing of regions.
  private func check(_ move: CaseMove, _ region: CaseSet, _ rule: RuleID) throws {
    let place = place(before.corpus[rule].name)
    #expect(move.size == UInt128(region.count), place)
    let number = try #require(before.number(of: move.example))
    #expect(region.contains(number), place)
    for (state, analysis, standing) in [
      (before, change.before, move.from), (after, change.after, move.to),
    ] {
      let judge = CaseEvaluator(corpus: state.corpus, scope: state.scope, articles: analysis.articles)
      let duty = try #require(state.corpus[rule].duty)
      #expect(judge.standing(of: move.example, rule: rule, duty: duty) == standing.judged, place)
    }
    #expect(!(move.before.provisions + move.after.provisions).isEmpty, place)
  }

  // MARK: The whole change

  private func checkGate() {
    for level in Level.allCases {
      let losing = pair.before.rules.filter { rule in
        rule.level >= level && isAsked(rule, oracles.before) && isAsked(rule, oracles.after)
          && !union(moved(rule)) { $0.isLoss }.isEmpty
      }
      #expect(names(change.regressions(atOrAbove: level).map(\.rule)) == losing.map(\.name), place("gate"))
    }
  }

  private func checkFindings() {
    let (old, new) = (change.before.findings.map(\.id), change.after.findings.map(\.id))
    #expect(Set(change.opened.map(\.id)) == Set(new).subtracting(old), place("findings"))
    #expect(Set(change.closed.map(\.id)) == Set(old).subtracting(new), place("findings"))
    #expect(Set(change.unchanged.map(\.id)) == Set(new).intersection(old), place("findings"))
  }

  /// What changed outside of everything that the rules ask, the definitions aside, is told to the last case.
  private func checkOutside() {
    var asked = table.none
    for rule in pair.before.rules where rule.duty != .define {
      for oracle in [oracles.before, oracles.after] where isAsked(rule, oracle) {
        asked.formUnion(oracle.required(rule))
      }
    }
    let everything = WorldRule(
      name: "everything", duty: .punish,
      target: .region(
        WorldRegion(
          items: pair.before.elements.indices.map {
            .line(WorldLine(element: $0, statement: .any, evidence: nil))
          })), liability: [], mayExclude: [], from: nil)
    let moves: [CaseMove]
    switch change.outside {
    case .none: moves = []
    case .notComputed:
      Issue.record(place("outside"))
      return
    case .moves(let listed, let isComplete):
      moves = listed
      if !isComplete { return }
    }
    for (way, all) in moved(everything) {
      let regions = moves.filter { $0.from == way.from && $0.to == way.to }.map { cases($0.region) }
      let shown = regions.reduce(into: table.none) { $0.formUnion($1) }
      #expect(shown == all.subtracting(asked), "\(place("outside")): \(way)")
    }
  }
}

extension OracleAnswer {
  /// The cases that stand in a way.
  fileprivate func cases(_ standing: CaseStanding) -> CaseSet {
    switch standing {
    case .covered: covered
    case .depends: depends
    case .gap: gap
    }
  }
}

extension CaseStanding {
  /// The same in the words of the plain evaluator.
  fileprivate var judged: CaseEvaluator.Standing {
    switch self {
    case .covered: .always
    case .depends: .sometimes
    case .gap: .never
    }
  }
}
