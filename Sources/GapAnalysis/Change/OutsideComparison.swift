import LegalModel
import Regions

/// What became punished or stopped being punished outside of everything that the treaty asks for or forbids. It is told
/// for information: no obligation speaks of it.
struct OutsideComparison {
  let before: Analysis
  let after: Analysis
  let changed: ChangedUnits

  private var space: CaseSpace { before.space }

  /// The change, in maximal regions.
  ///
  /// All rules of the instrument count as asked, those too that were not to be reported.
  func change() throws(AnalysisError) -> OutsideChange {
    let units = changed.gone + changed.new
    guard !units.isEmpty else { return .none }
    let moves: CaseMoves
    var found: [(group: CaseMoves.Group, cover: RegionCover)] = []
    do {
      let asked = try (asked(before) + asked(after)).map { Unit(box: $0) }
      let boxes = try SetDifference.parts(
        of: units.map { Box(masks: $0.masks) }, minus: asked, in: space.space)
      guard !boxes.isEmpty else { return .none }
      moves = CaseMoves(
        before: try outcome(before, boxes), after: try outcome(after, boxes), space: space)
      for group in moves.groups { found.append((group, try moves.regions(group, without: []))) }
    } catch { return .notComputed }
    var listed: [CaseMove] = []
    var isComplete = true
    for (group, cover) in found {
      isComplete = isComplete && cover.isComplete && cover.regions.count <= ChangeAnalyzer.limit
      for box in cover.regions.prefix(ChangeAnalyzer.limit) { listed.append(try move(box, group)) }
    }
    return listed.isEmpty ? .none : .moves(listed, isComplete: isComplete)
  }

  /// What any rule in force asks for or forbids. What a definition must reach says nothing of what is punished.
  private func asked(_ state: Analysis) throws(WorkLimitPassed) -> [Box] {
    var reservations: [Reservation] = []
    switch state.status {
    case .bound(let bond): reservations = bond.reservations.filter { $0.period.contains(state.scope.asOf) }
    case .noJurisdictionFile: break
    case .notYet, .noLonger, .noBond: return []
    }
    var rules = RuleLowering(corpus: state.corpus, space: space, reservations: reservations)
    var boxes: [Box] = []
    for rule in state.corpus[state.instrument].rules
    where state.corpus[rule].period.contains(state.scope.asOf) && !rules.isReserved(rule) {
      switch state.corpus[rule].duty {
      case .punish?, .prohibit?, .notPunish?, .penaltyFloor?: boxes += try rules.required(rule).boxes
      case .define?, nil: break
      }
    }
    return Set(boxes).sorted()
  }

  private func outcome(_ state: Analysis, _ boxes: [Box]) throws -> RuleOutcome {
    let law = state.basis.law
    var hull = [UInt64](repeating: 0, count: space.elements.count)
    for box in boxes { for index in hull.indices { hull[index] |= box.masks[index] } }
    let units = law.units(reaching: hull).filter { $0.liability == .criminal || $0.provision.isUnread }
    let question = try RuleQuestion(
      required: RequiredRegion(drafts: [], boxes: boxes, hull: hull), units: units, law: law)
    return try RuleOutcome(question: question, satisfying: question.units.map { question.unit($0) })
  }

  private func move(_ box: Box, _ group: CaseMoves.Group) throws(AnalysisError) -> CaseMove {
    let example = space.ordinaryCase(of: box.masks)
    for (state, standing) in [(before, group.from), (after, group.to)] {
      let judge = CaseEvaluator(corpus: state.corpus, scope: state.scope, articles: state.articles)
      guard judge.punishment(of: example).agrees(with: standing) else {
        throw .contradiction(rule: state.corpus[state.instrument].name, finding: "change")
      }
    }
    return CaseMove(
      from: group.from, to: group.to, region: CaseRegion(masks: box.masks),
      size: space.space.size(of: box), example: example,
      providedBefore: changed.gone(among: changed.gone, reaching: box.masks),
      providedAfter: changed.new(among: changed.new, reaching: box.masks), nearMisses: [], decision: nil)
  }
}
