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

  /// Checks both states and compares them rule by rule.
  ///
  /// Cost: two checks, and for each rule whose cases move the parts of both partitions, pair by pair.
  /// - Parameter isWanted: the rules to compare.
  /// - Throws: ``AnalysisError`` if a limit was passed or an example did not replay.
  public func analysis(where isWanted: (Rule) -> Bool = { _ in true }) throws(AnalysisError) -> ChangeAnalysis
  {
    let space: CaseSpace
    do {
      space = try CaseSpace(corpora: [before.corpus, after.corpus])
    } catch { throw .noSpace(error, before.corpus.vocabulary) }
    let first = try Analyzer(corpus: before.corpus, scope: before.scope, instrument: instrument, space: space)
      .analysis(where: isWanted)
    let second = try Analyzer(corpus: after.corpus, scope: after.scope, instrument: instrument, space: space)
      .analysis(where: isWanted)
    var comparison = LawComparison(before: first, after: second)
    try comparison.run()
    let (old, new) = (Set(first.findings.map(\.id)), Set(second.findings.map(\.id)))
    return ChangeAnalysis(
      before: first, after: second, rules: comparison.changes, onlyBefore: comparison.onlyBefore,
      onlyAfter: comparison.onlyAfter, outside: comparison.outside(),
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
  private let oldShapes: Set<UnitShape>
  private let newShapes: Set<UnitShape>
  private let oldJudge: CaseEvaluator
  private let newJudge: CaseEvaluator
  private let nearMisses: NearMissSearch
  private var moves: [RuleID: CaseMoves] = [:]

  init(before: Analysis, after: Analysis) {
    self.before = before
    self.after = after
    oldShapes = Self.shapes(before)
    newShapes = Self.shapes(after)
    oldJudge = CaseEvaluator(corpus: before.corpus, scope: before.scope, articles: before.articles)
    newJudge = CaseEvaluator(corpus: after.corpus, scope: after.scope, articles: after.articles)
    nearMisses = NearMissSearch(
      corpus: after.corpus, law: after.basis.law, claims: ClaimIndex(corpus: after.corpus))
  }

  private static func shapes(_ analysis: Analysis) -> Set<UnitShape> {
    let law = analysis.basis.law
    var shapes = Set(law.offences.map { UnitShape($0, in: law, of: analysis.corpus) })
    for check in analysis.basis.checks.values {
      shapes.formUnion(check.outcome.question.units.map { UnitShape($0, in: law, of: analysis.corpus) })
    }
    return shapes
  }

  // MARK: Rules

  mutating func run() throws(AnalysisError) {
    let old = before.comparable
    let new = after.comparable
    onlyBefore = old.filter { !new.contains($0) }
    onlyAfter = new.filter { !old.contains($0) }
    for rule in old where new.contains(rule) {
      guard let first = before.basis.checks[rule], let second = after.basis.checks[rule] else { continue }
      moves[rule] = CaseMoves(before: first, after: second, space: before.space)
    }
    for rule in old { if let moves = moves[rule] { try compare(rule, moves) } }
  }

  private mutating func compare(_ rule: RuleID, _ found: CaseMoves) throws(AnalysisError) {
    guard let old = before.rules.first(where: { $0.rule == rule }),
      let new = after.rules.first(where: { $0.rule == rule })
    else { return }
    let folded = self.folded(rule)
    var listed: [CaseMove] = []
    var isComplete = true
    for group in found.groups {
      let told = group.to < group.from ? folded.lost : folded.gained
      let cover = try limited(rule) { () throws(WorkLimitPassed) in try found.regions(group, without: told) }
      isComplete = isComplete && cover.isComplete && cover.regions.count <= ChangeAnalyzer.limit
      for box in cover.regions.prefix(ChangeAnalyzer.limit) {
        listed.append(try move(box.masks, group, rule))
      }
    }
    changes.append(
      RuleChange(
        rule: rule, before: old, after: new, lost: found.size(.lost), gained: found.size(.gained),
        moves: listed,
        isFolded: !folded.lost.isEmpty || !folded.gained.isEmpty, isComplete: isComplete))
  }

  private func limited<Result>(
    _ rule: RuleID, _ body: () throws(WorkLimitPassed) -> Result
  ) throws(AnalysisError) -> Result {
    do { return try body() } catch {
      throw .passed(error, rule: rule, corpus: after.corpus, law: after.basis.law)
    }
  }

  /// What moved in the rules that a rule varies, moved to where it looks: it follows, and is not told twice.
  private func folded(_ rule: RuleID) -> (lost: [Box], gained: [Box]) {
    guard case .punish(.rules(let bases, let changes))? = before.corpus[rule].duty else { return ([], []) }
    var result: (lost: [Box], gained: [Box]) = ([], [])
    for base in bases {
      guard let moves = moves[base] else { continue }
      result.lost += moves.boxes(.lost).map { moved($0, changes) }
      result.gained += moves.boxes(.gained).map { moved($0, changes) }
    }
    return result
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
    _ masks: [UInt64], _ group: CaseMoves.Group, _ rule: RuleID
  ) throws(AnalysisError) -> CaseMove {
    guard let first = before.basis.checks[rule], let second = after.basis.checks[rule] else {
      throw .contradiction(rule: before.corpus[rule].identity, finding: "change")
    }
    let region = CaseRegion(masks: masks)
    let example = before.space.ordinaryCase(of: masks)
    guard agrees(oldJudge, example, rule, first.duty, group.from),
      agrees(newJudge, example, rule, second.duty, group.to)
    else { throw .contradiction(rule: before.corpus[rule].identity, finding: "change") }
    let isLost = group.to < group.from
    return CaseMove(
      from: group.from, to: group.to, region: region, size: before.space.space.size(of: Box(masks: masks)),
      example: example,
      providedBefore: provisions(first.outcome.question.units, masks, before, missingFrom: newShapes),
      providedAfter: provisions(second.outcome.question.units, masks, after, missingFrom: oldShapes),
      nearMisses: isLost ? nearest(region, second) : [],
      decision: group.to == .depends
        ? try limited(rule) { () throws(WorkLimitPassed) in try decision(masks, second) } : nil)
  }

  private func agrees(
    _ judge: CaseEvaluator, _ example: LegalCase, _ rule: RuleID, _ duty: Duty, _ standing: CaseStanding
  ) -> Bool {
    switch (judge.standing(of: example, rule: rule, duty: duty), standing) {
    case (.unknown, _), (.always, .covered), (.sometimes, .depends), (.never, .gap): true
    case (.always, _), (.sometimes, _), (.never, _): false
    }
  }

  /// The provisions that reach a region by units which the other state has not, in the order of the law.
  private func provisions(
    _ units: [LegalUnit], _ region: [UInt64], _ state: Analysis, missingFrom shapes: Set<UnitShape>
  ) -> [Provision] {
    var result: [Provision] = []
    for unit in units where unit.meets(region) && !result.contains(unit.provision) {
      if !shapes.contains(UnitShape(unit, in: state.basis.law, of: state.corpus)) {
        result.append(unit.provision)
      }
    }
    return result.sorted()
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

  // MARK: Outside of all rules

  /// What changed of the offences themselves outside of what any rule asks.
  func outside() -> OutsideChange {
    let space = before.space.space
    let changed =
      changedBoxes(before, missingFrom: newShapes) + changedBoxes(after, missingFrom: oldShapes)
    guard !changed.isEmpty else { return .none }
    let asked = Set((before.basis.punishing + after.basis.punishing).flatMap(\.required.boxes)).sorted()
    do {
      let boxes = try SetDifference.parts(of: changed, minus: asked.map { Unit(box: $0) }, in: space)
      guard !boxes.isEmpty else { return .none }
      var hull = [UInt64](repeating: 0, count: space.dimensions.count)
      for box in boxes { for index in hull.indices { hull[index] |= box.masks[index] } }
      let required = RequiredRegion(drafts: [], boxes: boxes, hull: hull)
      // Punishment of any kind that the rules look at.
      guard let rule = before.basis.punishing.first?.rule else { return .none }
      let moves = CaseMoves(
        before: try check(before, required, rule), after: try check(after, required, rule),
        space: before.space)
      var listed: [CaseMove] = []
      var isComplete = true
      for group in moves.groups {
        let cover = try moves.regions(group, without: [])
        isComplete = isComplete && cover.isComplete && cover.regions.count <= ChangeAnalyzer.limit
        listed += cover.regions.prefix(ChangeAnalyzer.limit).map { outsideMove($0, group) }
      }
      return listed.isEmpty ? .none : .moves(listed, isComplete: isComplete)
    } catch { return .notComputed }
  }

  private func changedBoxes(_ state: Analysis, missingFrom shapes: Set<UnitShape>) -> [Box] {
    state.basis.law.offences.filter {
      !shapes.contains(UnitShape($0, in: state.basis.law, of: state.corpus))
    }.map { Box(masks: $0.masks) }
  }

  private func check(_ state: Analysis, _ required: RequiredRegion, _ rule: RuleID) throws -> RuleCheck {
    let law = state.basis.law
    let liability = state.corpus[rule].liability
    let units = law.units(reaching: required.hull).filter {
      liability.contains($0.liability) || $0.provision.isUnread
    }
    let question = try RuleQuestion(required: required, units: units, law: law)
    let outcome = try RuleOutcome(question: question, satisfying: question.units.map { question.unit($0) })
    return RuleCheck(
      rule: rule, duty: .punish(.rules([], changes: [])), required: required, outcome: outcome,
      folded: FoldedCases())
  }

  private func outsideMove(_ box: Box, _ group: CaseMoves.Group) -> CaseMove {
    let old = before.basis.law.offences
    let new = after.basis.law.offences
    return CaseMove(
      from: group.from, to: group.to, region: CaseRegion(masks: box.masks),
      size: before.space.space.size(of: box), example: before.space.ordinaryCase(of: box.masks),
      providedBefore: provisions(old, box.masks, before, missingFrom: newShapes),
      providedAfter: provisions(new, box.masks, after, missingFrom: oldShapes), nearMisses: [], decision: nil)
  }
}

extension Analysis {
  /// The rules of which cases can stand one way or another.
  fileprivate var comparable: [RuleID] {
    rules.filter { $0.verdict != .notApplicable }.map(\.rule)
  }
}
