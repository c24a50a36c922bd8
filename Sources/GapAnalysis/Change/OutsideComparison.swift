import LegalModel
import Regions

/// What became punished or stopped being punished outside of everything that the treaty asks for or forbids. It is told
/// for information: no obligation speaks of it.
struct OutsideComparison {
  let before: Analysis
  let after: Analysis
  let changed: ChangedUnits

  private var space: CaseSpace { before.space }

  /// How much work information may cost: little. What no obligation speaks of is not worth a minute.
  private static let limits = WorkLimits(nodes: 20_000, parts: 400, regions: 40, retryNodes: 20_000)

  /// The change, in maximal regions: all of it where that is little work, else what is certain, and that more exists.
  ///
  /// All rules of the instrument count as asked, those too that were not to be reported.
  func change() throws(AnalysisError) -> OutsideChange {
    guard !(changed.gone + changed.new).isEmpty else { return .none }
    let asked: [Unit]
    do { asked = try (self.asked(before) + self.asked(after)).map { Unit(box: $0) } } catch {
      return .notComputed
    }
    if let all = try? everything(asked) { return try told(all) }
    return try told(certain(asked))
  }

  /// Regions that moved, with how.
  private struct Found {
    let from: CaseStanding
    let to: CaseStanding
    let boxes: [Box]
    let isComplete: Bool
  }

  private func told(_ found: [Found]) throws(AnalysisError) -> OutsideChange {
    var listed: [CaseMove] = []
    var isComplete = true
    for found in found {
      isComplete = isComplete && found.isComplete && found.boxes.count <= ChangeAnalyzer.limit
      for box in found.boxes.prefix(ChangeAnalyzer.limit) {
        listed.append(try move(box, from: found.from, to: found.to))
      }
    }
    if listed.isEmpty { return isComplete ? .none : .notComputed }
    return .moves(listed, isComplete: isComplete)
  }

  // MARK: All of it

  private func everything(_ asked: [Unit]) throws -> [Found] {
    let boxes = try SetDifference.parts(
      of: (changed.gone + changed.new).map { Box(masks: $0.masks) }, minus: asked, in: space.space,
      limits: Self.limits)
    guard !boxes.isEmpty else { return [] }
    let moves = CaseMoves(
      before: try outcome(before, boxes), after: try outcome(after, boxes), space: space)
    return try moves.groups.map { group in
      let cover = try moves.regions(group, without: [], limits: Self.limits)
      return Found(from: group.from, to: group.to, boxes: cover.regions, isComplete: cover.isComplete)
    }
  }

  // MARK: What is certain

  /// What single offences punish under every reading and nothing in the other state may punish.
  private func certain(_ asked: [Unit]) -> [Found] {
    let (old, new) = (units(of: before), units(of: after))
    return [
      Found(from: .covered, to: .gap, boxes: certain(changed.gone, minus: new, asked), isComplete: false),
      Found(from: .gap, to: .covered, boxes: certain(changed.new, minus: old, asked), isComplete: false),
    ]
  }

  private func certain(_ units: [LegalUnit], minus others: [LegalUnit], _ asked: [Unit]) -> [Box] {
    var result: [Box] = []
    for unit in units where unit.answers.isEmpty && isPunishing(unit) && unit.extendedBy.isEmpty {
      let taken =
        unit.exceptions.map { Unit(box: Box(masks: $0.masks)) }
        + others.filter { $0.meets(unit.masks) }.map { other in
          // An exception that holds under some answers only leaves others under which the case is punished.
          Unit(
            box: Box(masks: other.masks),
            exceptions: other.exceptions.filter { $0.answers.isEmpty }.map { Box(masks: $0.masks) })
        }
      let cover = try? SetDifference.maximalRegions(
        of: [Box(masks: unit.masks)], minus: asked + taken, in: space.space, limits: Self.limits)
      // One provision is enough to look at by its largest regions.
      for box in (cover?.regions ?? []).prefix(2) where !result.contains(box) { result.append(box) }
    }
    return result.filter { box in !result.contains { $0 != box && box.isSubset(of: $0) } }
  }

  private func isPunishing(_ unit: LegalUnit) -> Bool {
    unit.liability == .criminal || unit.provision.isUnread
  }

  private func units(of state: Analysis) -> [LegalUnit] {
    state.basis.law.units(reaching: space.space.dimensions.map(\.full)).filter(isPunishing)
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
    let units = law.units(reaching: hull).filter(isPunishing)
    let question = try RuleQuestion(
      required: RequiredRegion(drafts: [], boxes: boxes, hull: hull), units: units, law: law)
    return try RuleOutcome(
      question: question, satisfying: question.units.map { question.unit($0) }, limits: Self.limits)
  }

  private func move(
    _ box: Box, from: CaseStanding, to: CaseStanding
  ) throws(AnalysisError) -> CaseMove {
    let example = space.ordinaryCase(of: box.masks)
    for (state, standing) in [(before, from), (after, to)] {
      let judge = CaseEvaluator(corpus: state.corpus, scope: state.scope, articles: state.articles)
      guard judge.punishment(of: example).agrees(with: standing) else {
        throw .contradiction(rule: state.corpus[state.instrument].name, finding: "change")
      }
    }
    return CaseMove(
      from: from, to: to, region: CaseRegion(masks: box.masks),
      size: space.space.size(of: box), example: example,
      before: ChangedShare(units: changed.gone, corpus: before.corpus).reaching(box.masks),
      after: ChangedShare(units: changed.new, corpus: after.corpus).reaching(box.masks), nearMisses: [],
      decision: nil)
  }
}
