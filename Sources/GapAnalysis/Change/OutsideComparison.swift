import LegalModel
import Regions

/// What became punished or stopped being punished outside of everything that the treaty asks for or forbids. It is told
/// for information: no obligation speaks of it.
struct OutsideComparison {
  let before: Analysis
  let after: Analysis
  private let changed: ChangedUnits
  /// Whether the general part makes few enough units of the offences to look at them all.
  private let isSmall: Bool

  init(before: Analysis, after: Analysis) {
    self.before = before
    self.after = after
    let isSmall = Self.isSmall(before) && Self.isSmall(after)
    func units(_ state: Analysis) -> [LegalUnit] {
      let law = state.basis.law
      return isSmall ? law.units(reaching: state.space.space.dimensions.map(\.full)) : law.offences
    }
    changed = ChangedUnits(units(before), units(after), before: before, after: after)
    self.isSmall = isSmall
  }

  private static func isSmall(_ state: Analysis) -> Bool {
    let extensions = state.articles.reduce(0) { $0 + state.corpus[$1].extensions.count }
    return extensions < 12 && state.basis.law.offences.count << extensions <= 4_096
  }

  private var space: CaseSpace { before.space }

  /// How much work information may cost: little. What no obligation speaks of is not worth a minute.
  private static let limits = WorkLimits(nodes: 20_000, parts: 400, regions: 40, retryNodes: 20_000)

  /// The change, in maximal regions: all of it where that is little work, else what is certain, and that more exists.
  ///
  /// All rules of the instrument count as asked, those too that were not to be reported.
  func change() throws(AnalysisError) -> OutsideChange {
    guard !(changed.gone.units + changed.new.units).isEmpty else { return .none }
    let asked: [Unit]
    do { asked = try (self.asked(before) + self.asked(after)).map { Unit(box: $0) } } catch {
      return .notComputed
    }
    if isSmall, let all = try? everything(asked) { return try told(all) }
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
      of: (changed.gone.units + changed.new.units).map { Box(masks: $0.masks) }, minus: asked,
      in: space.space,
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
    [
      Found(
        from: .covered, to: .gap, boxes: certain(changed.gone.units, against: after, asked), isComplete: false
      ),
      Found(
        from: .gap, to: .covered, boxes: certain(changed.new.units, against: before, asked), isComplete: false
      ),
    ]
  }

  private func certain(_ units: [LegalUnit], against other: Analysis, _ asked: [Unit]) -> [Box] {
    var result: [Box] = []
    for unit in units where unit.answers.isEmpty && unit.isBase && isPunishing(unit) {
      let taken =
        unit.exceptions.map { Unit(box: Box(masks: $0.masks)) }
        + other.basis.law.units(reaching: unit.masks).filter(isPunishing).map { other in
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
      before: changed.gone.reaching(box.masks), after: changed.new.reaching(box.masks), nearMisses: [],
      decision: nil)
  }
}
