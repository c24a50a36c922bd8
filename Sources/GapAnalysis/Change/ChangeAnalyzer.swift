public import LegalModel
import Regions
import SourceText

/// Compares two states of one State's law, not as texts but as what they punish of what a treaty asks.
public struct ChangeAnalyzer {
  /// One state of the law.
  public struct LawState: Sendable {
    /// What was loaded; resolved without errors.
    public let corpus: LegalCorpus
    /// Whose law on which day, how read.
    public let scope: CheckScope

    /// Names a state.
    public init(corpus: LegalCorpus, scope: CheckScope) {
      self.corpus = corpus
      self.scope = scope
    }
  }

  private let before: LawState
  private let after: LawState
  private let instrument: InstrumentID
  /// How many regions of one way to move are listed for a rule.
  static let limit = 20

  /// Prepares a comparison. Both states must have been loaded with the same rules.
  public init(before: LawState, after: LawState, instrument: InstrumentID) {
    self.before = before
    self.after = after
    self.instrument = instrument
  }

  /// Compares both states, as ``PreparedChange/analysis(where:)`` does.
  public func analysis(where isWanted: (Rule) -> Bool = { _ in true }) throws(AnalysisError) -> ChangeAnalysis
  {
    try prepared().analysis(where: isWanted)
  }

  /// Lowers the law of both states over one space of cases.
  public func prepared() throws(AnalysisError) -> PreparedChange {
    let space: CaseSpace
    do { space = try CaseSpace(corpora: [before.corpus, after.corpus]) } catch {
      throw .noSpace(error, before.corpus)
    }
    let states = try [before, after].concurrentMap { [instrument] state throws(AnalysisError) in
      try Analyzer(corpus: state.corpus, scope: state.scope, instrument: instrument, space: space).prepared()
    }
    return PreparedChange(before: states[0], after: states[1])
  }
}

/// A comparison whose states are lowered.
public struct PreparedChange: Sendable {
  /// The state before; its mistakes must be mended before the comparison is run.
  public let before: PreparedCheck
  /// The state after; likewise.
  public let after: PreparedCheck

  /// Checks both states and compares them rule by rule.
  ///
  /// Cost: two checks, and for each rule whose cases move the parts of both partitions, pair by pair.
  /// - Parameter isWanted: the rules to compare.
  /// - Throws: ``AnalysisError`` if a limit was passed or an example did not replay.
  public func analysis(where isWanted: (Rule) -> Bool = { _ in true }) throws(AnalysisError) -> ChangeAnalysis
  {
    let wanted = Set((before.corpus.rules + after.corpus.rules).filter(isWanted).map(\.identity))
    let analyses = try [before, after].concurrentMap { state throws(AnalysisError) in
      try state.analysis { wanted.contains($0.identity) }
    }
    let (first, second) = (analyses[0], analyses[1])
    var comparison = LawComparison(before: first, after: second)
    try comparison.run()
    let (old, new) = (Set(first.findings.map(\.id)), Set(second.findings.map(\.id)))
    return ChangeAnalysis(
      before: first, after: second, rules: comparison.changes, onlyBefore: comparison.onlyBefore,
      onlyAfter: comparison.onlyAfter,
      outside: try OutsideComparison(before: first, after: second).change(),
      opened: second.findings.filter { !old.contains($0.id) },
      closed: first.findings.filter { !new.contains($0.id) },
      unchanged: second.findings.filter { old.contains($0.id) })
  }
}

/// The comparison of two analyses over the same space.
private struct LawComparison {
  let before: Analysis
  let after: Analysis
  private(set) var changes: [RuleChange] = []
  private(set) var onlyBefore: [RuleID] = []
  private(set) var onlyAfter: [RuleID] = []
  private let oldJudge: CaseEvaluator
  private let newJudge: CaseEvaluator
  private let nearMisses: NearMissSearch
  private var moves: [RuleID: CaseMoves] = [:]

  init(before: Analysis, after: Analysis) {
    self.before = before
    self.after = after
    oldJudge = CaseEvaluator(corpus: before.corpus, scope: before.scope, articles: before.articles)
    newJudge = CaseEvaluator(corpus: after.corpus, scope: after.scope, articles: after.articles)
    nearMisses = NearMissSearch(
      corpus: after.corpus, law: after.basis.law, claims: ClaimIndex(corpus: after.corpus))
  }

  // MARK: Rules

  mutating func run() throws(AnalysisError) {
    let old = before.comparable
    let new = after.comparable
    onlyBefore = old.filter { !new.contains($0) }
    onlyAfter = new.filter { !old.contains($0) }
    for rule in old where new.contains(rule) {
      guard let first = before.basis.checks[rule], let second = after.basis.checks[rule] else { continue }
      moves[rule] = CaseMoves(before: first.outcome, after: second.outcome, space: before.space)
    }
    let compared = old.compactMap { rule in moves[rule].map { (rule: rule, moves: $0) } }
    changes = try compared.concurrentMap { [self] entry throws(AnalysisError) in
      try compare(entry.rule, entry.moves)
    }.compactMap { $0 }
  }

  private func compare(_ rule: RuleID, _ found: CaseMoves) throws(AnalysisError) -> RuleChange? {
    guard let old = before.rules.first(where: { $0.rule == rule }),
      let new = after.rules.first(where: { $0.rule == rule })
    else { return nil }
    var listed: [CaseMove] = []
    var isComplete = true
    var isFolded = false
    let changed = changedUnits(rule, found)
    for group in found.groups {
      let told = folded(rule, group)
      isFolded = isFolded || told.contains { box in group.boxes.contains { $0.intersects(box) } }
      let cover = try limited(rule) { () throws(WorkLimitPassed) in try found.regions(group, without: told) }
      isComplete = isComplete && cover.isComplete && cover.regions.count <= ChangeAnalyzer.limit
      for box in cover.regions.prefix(ChangeAnalyzer.limit) {
        listed.append(try move(box.masks, group, rule, changed))
      }
    }
    return RuleChange(
      rule: rule, before: old, after: new, lost: found.size(.lost), gained: found.size(.gained),
      moves: listed, isFolded: isFolded, isComplete: isComplete,
      isAskedOtherwise: !found.asksTheSame)
  }

  /// What of the law near a rule changed.
  private func changedUnits(_ rule: RuleID, _ found: CaseMoves) -> ChangedUnits {
    let isMoved = !found.groups.isEmpty
    func units(_ analysis: Analysis) -> [LegalUnit] {
      isMoved ? analysis.basis.checks[rule]?.outcome.question.units ?? [] : []
    }
    return ChangedUnits(units(before), units(after), before: before, after: after)
  }

  private func limited<Result>(
    _ rule: RuleID, _ body: () throws(WorkLimitPassed) -> Result
  ) throws(AnalysisError) -> Result {
    do { return try body() } catch {
      throw .passed(error, rule: rule, corpus: after.corpus, law: after.basis.law)
    }
  }

  /// What moved in the rules that a rule varies, moved to where it looks: what follows from it is not told twice. Only
  /// where more is punished or less, that is; what is asked of definitions or penalties explains nothing here.
  private func folded(_ rule: RuleID, _ group: CaseMoves.Group) -> [Box] {
    guard case .punish(.rules(let bases, let changes))? = before.corpus[rule].duty else { return [] }
    return bases.flatMap { base -> [Box] in
      guard case .punish? = before.corpus[base].duty, let moves = moves[base] else { return [] }
      return moves.groups.filter { group.follows(from: $0) }.flatMap(\.boxes).map { moved($0, changes) }
    }
  }

  private func moved(_ box: Box, _ changes: [LineID]) -> Box {
    var result = box
    for change in changes {
      let line = before.corpus[change]
      result.masks[line.element.index] = before.space.mask(line.selection, of: line.element)
    }
    return result
  }

  // MARK: One region

  private func move(
    _ masks: [UInt64], _ group: CaseMoves.Group, _ rule: RuleID, _ changed: ChangedUnits
  ) throws(AnalysisError) -> CaseMove {
    guard let first = before.basis.checks[rule], let second = after.basis.checks[rule] else {
      throw .contradiction(rule: before.corpus[rule].identity, finding: "change")
    }
    let region = CaseRegion(masks: masks)
    let example = before.space.ordinaryCase(of: masks)
    guard oldJudge.standing(of: example, rule: rule, duty: first.duty).agrees(with: group.from),
      newJudge.standing(of: example, rule: rule, duty: second.duty).agrees(with: group.to)
    else { throw .contradiction(rule: before.corpus[rule].identity, finding: "change") }
    return CaseMove(
      from: group.from, to: group.to, region: region, size: before.space.space.size(of: Box(masks: masks)),
      example: example,
      before: changed.gone.reaching(masks), after: changed.new.reaching(masks),
      nearMisses: group.direction == .lost ? nearest(region, second) : [],
      decision: group.to == .depends
        ? try limited(rule) { () throws(WorkLimitPassed) in try decision(masks, second) } : nil)
  }

  private func nearest(_ region: CaseRegion, _ check: RuleCheck) -> [NearMiss] {
    switch check.duty {
    case .punish, .prohibit, .define:
      nearMisses.nearMisses(of: region.masks, rule: check.rule, duty: check.duty, required: check.required)
    case .notPunish, .penaltyFloor: []
    }
  }

  private func decision(_ region: [UInt64], _ check: RuleCheck) throws(WorkLimitPassed) -> Decision {
    var open: [Int] = []
    for (position, part) in check.outcome.parts.enumerated() {
      guard case .depends(let set) = part.status, !open.contains(set),
        check.outcome.cases[position].box.intersects(Box(masks: region))
      else { continue }
      open.append(set)
    }
    return try DecisionSearch(law: after.basis.law, question: check.outcome.question).decision(
      open: open.map { check.outcome.openSets[$0] }, opening: nil, region: region)
  }
}

extension CaseEvaluator.Standing {
  /// Whether a case that was decided by itself stands as its region does. What is too much to try is not held against
  /// the region.
  func agrees(with standing: CaseStanding) -> Bool {
    switch (self, standing) {
    case (.unknown, _), (.always, .covered), (.sometimes, .depends), (.never, .gap): true
    case (.always, _), (.sometimes, _), (.never, _): false
    }
  }
}

extension Analysis {
  /// The rules of which cases can stand one way or another.
  fileprivate var comparable: [RuleID] {
    rules.filter { $0.verdict != .notApplicable }.map(\.rule)
  }
}
