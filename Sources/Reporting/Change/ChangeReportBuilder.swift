public import Amending
public import GapAnalysis
import LegalModel
import LegalSyntax
public import SourceText

/// Puts a comparison of two states of the law in words.
public struct ChangeReportBuilder {
  /// What is known of one state besides its analysis.
  public struct State {
    let label: String
    let files: SourceFiles
    let amendments: [AmendmentUse]

    /// Names a state as the user did, with the files its spans point into.
    public init(label: String, files: SourceFiles, amendments: [AmendmentUse]) {
      self.label = label
      self.files = files
      self.amendments = amendments
    }
  }

  private let change: ChangeAnalysis
  private let before: ReportBuilder
  private let after: ReportBuilder
  private let states: (before: State, after: State)

  /// Prepares a report.
  public init(_ change: ChangeAnalysis, before: State, after: State) {
    self.change = change
    self.before = ReportBuilder(change.before, files: before.files)
    self.after = ReportBuilder(change.after, files: after.files)
    states = (before, after)
  }

  /// Builds the report. Cost: linear in what is told.
  public func report(tool: String) -> ChangeReport {
    let corpus = before.corpus
    let state = after.corpus.jurisdiction(named: change.after.scope.jurisdiction)
    var outsideRemark: String?
    var outside: [ChangeReport.Move] = []
    switch change.outside {
    case .none: break
    case .notComputed: outsideRemark = "it has too many parts to be listed"
    case .moves(let moves, let isComplete):
      outside = moves.map { self.move($0, rule: nil) }
      if !isComplete { outsideRemark = "more exists than is listed" }
    }
    return ChangeReport(
      tool: tool, jurisdiction: change.after.scope.jurisdiction,
      jurisdictionTitle: state?.title ?? change.after.scope.jurisdiction,
      instrument: corpus[change.before.instrument].name, before: self.state(states.before, before),
      after: self.state(states.after, after), rules: sorted(change.rules).map { rule($0) }, moves: moves,
      outside: grouped(outside), outsideRemark: outsideRemark,
      onlyBefore: change.onlyBefore.map { corpus[$0].identity },
      onlyAfter: change.onlyAfter.map { after.corpus[$0].identity },
      opened: change.opened.map { finding($0, after) }, closed: change.closed.map { finding($0, before) },
      unchanged: change.unchanged.map { finding($0, after) })
  }

  private func state(_ state: State, _ builder: ReportBuilder) -> ChangeReport.State {
    ChangeReport.State(
      label: state.label, asOf: builder.analysis.scope.asOf.description,
      amendments: state.amendments.map {
        ChangeReport.Amendment(id: $0.name, status: $0.status.rawValue, applied: $0.outcome.isApplied)
      }, warnings: builder.warnings)
  }

  private func sorted(_ rules: [RuleChange]) -> [RuleChange] {
    rules.enumerated().sorted { left, right in
      let (first, second) = (level(left.element.rule), level(right.element.rule))
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  private func level(_ rule: RuleID) -> Level { before.corpus[rule].level }

  private func rule(_ rule: RuleChange) -> ChangeReport.Rule {
    let declared = before.corpus[rule.rule]
    let required = rule.before.counts.required
    return ChangeReport.Rule(
      id: declared.identity, title: declared.title, level: declared.level.rawValue,
      change: rule.kind.rawValue, verdictBefore: rule.before.verdict.rawValue,
      verdictAfter: rule.after.verdict.rawValue, lost: rule.lost.description,
      gained: rule.gained.description, lostShare: Share.text(rule.lost, of: required),
      gainedShare: Share.text(rule.gained, of: required), folded: rule.isFolded, complete: rule.isComplete)
  }

  private func finding(_ finding: Finding, _ builder: ReportBuilder) -> ChangeReport.Finding {
    let words = builder.finding(finding, number: 0)
    return ChangeReport.Finding(
      id: words.id, kind: words.kind, logic: words.logic, rule: words.rule, level: words.level,
      text: words.text)
  }

  // MARK: Moves

  /// Losses first, then by level, then in the order of the rules.
  private var moves: [ChangeReport.Move] {
    let all = sorted(change.rules).flatMap { rule in rule.moves.map { (rule: rule.rule, move: $0) } }
    let ordered = all.enumerated().sorted { left, right in
      order(left.element.rule, left.element.move, left.offset)
        < order(right.element.rule, right.element.move, right.offset)
    }.map(\.element)
    return grouped(ordered.map { move($0.move, rule: $0.rule) })
  }

  /// What is certain comes before what a reading decides.
  private func order(_ rule: RuleID, _ move: CaseMove, _ offset: Int) -> (Int, Int, Int, Int) {
    let levels = Level.allCases.sorted(by: >)
    let certainty =
      switch (move.from, move.to) {
      case (.covered, .gap), (.gap, .covered): 0
      case (.depends, .gap), (.depends, .covered): 1
      case (.covered, _), (.depends, _), (.gap, _): 2
      }
    return (move.direction == .lost ? 0 : 1, levels.firstIndex(of: level(rule)) ?? 0, certainty, offset)
  }

  /// Moves of several rules that say the same are told once.
  private func grouped(_ moves: [ChangeReport.Move]) -> [ChangeReport.Move] {
    var groups: [ChangeReport.Move] = []
    for move in moves {
      let same = groups.firstIndex { known in
        known.lead == move.lead && known.cases == move.cases && known.level == move.level
          && known.direction == move.direction
          && known.before == move.before && known.after == move.after && known.nearest == move.nearest
          && known.decision == move.decision
      }
      if let same {
        for rule in move.rules where !groups[same].rules.contains(rule) { groups[same].rules.append(rule) }
      } else {
        groups.append(move)
      }
    }
    return groups
  }

  private func move(_ move: CaseMove, rule: RuleID?) -> ChangeReport.Move {
    let causes = places(move)
    let cases = after.phrasing.region(move.region, within: hull(rule))
    // Where a reading decides, what it decides about is nearer than what comes near.
    let nearest = move.decision == nil ? move.nearMisses.map { self.nearest($0) } : []
    return ChangeReport.Move(
      rules: rule.map { [before.corpus[$0].identity] } ?? [], level: rule.map { level($0).rawValue } ?? "",
      direction: move.direction.rawValue, from: move.from.rawValue, to: move.to.rawValue,
      region: Dictionary(
        after.region(move.region).map { ($0.element, $0.values) }, uniquingKeysWith: { first, _ in first }),
      lead: lead(move, rule), cases: cases.isEmpty ? "every case" : cases,
      example: Dictionary(
        after.example(move.example).map { ($0.element, $0.values.first ?? "") },
        uniquingKeysWith: { first, _ in first }), exampleText: exampleText(move, rule),
      before: move.providedBefore.map { before.describe($0) },
      after: move.providedAfter.map { after.describe($0) }, nearest: before.unique(nearest), places: causes,
      decision: move.decision.map { after.decision($0, of: rule.flatMap { before.corpus[$0].duty }) } ?? [])
  }

  private func hull(_ rule: RuleID?) -> [UInt64] {
    let space = change.before.space
    guard let rule, let result = change.before.rules.first(where: { $0.rule == rule }) else {
      return space.elements.map { space.everything(of: $0) }
    }
    return result.hull
  }

  /// What became of the cases, in view of what the rule asks.
  private func lead(_ move: CaseMove, _ rule: RuleID?) -> String {
    let verb = rule.map { self.verb(before.corpus[$0].duty) } ?? "punished"
    return switch (move.from, move.to) {
    case (.covered, .gap): "No longer \(verb)"
    case (.covered, .depends): "No longer \(verb) under every reading"
    case (.depends, .gap): "No longer \(verb) under any reading"
    case (.gap, .covered): "Now \(verb)"
    case (.depends, .covered): "Now \(verb) under every reading"
    case (.gap, .depends): "Now \(verb) under some reading"
    case (.covered, .covered), (.depends, .depends), (.gap, .gap): "Still as before"
    }
  }

  private func verb(_ duty: Duty?) -> String {
    switch duty {
    case .punish?, nil: "punished"
    case .prohibit?: "prohibited"
    case .notPunish?: "left unpunished, as the rule asks"
    case .define?: "reached by the definition"
    case .penaltyFloor?: "punished severely enough"
    }
  }

  private func exampleText(_ move: CaseMove, _ rule: RuleID?) -> String {
    let space = change.before.space
    let hull = hull(rule)
    let told = space.elements.filter { element in
      let isNarrowed = move.region[element] & hull[element.index] != hull[element.index]
      let isNamed = move.nearMisses.contains {
        $0.obstacles.contains { $0.element == element && $0.isBlocking }
      }
      // A duty to define is about all conduct: its example must not name one.
      let isAct = element.index == 0 && !space.isEverything(hull[0], of: element)
      let isGiven =
        !space.isEverything(hull[element.index], of: element)
        && !space.isDefault(move.example[element], of: element)
      return isAct || isNarrowed || isNamed || isGiven
    }
    return after.phrasing.sentence(move.example, naming: told)
  }

  private func nearest(_ nearMiss: NearMiss) -> String {
    let place = after.describe(nearMiss.provision)
    let blocking = after.unique(nearMiss.obstacles.filter(\.isBlocking).map { after.demand($0) })
    guard !blocking.isEmpty else { return "\(place) reaches only a part." }
    return "\(place) would apply but for \(after.phrasing.join(blocking, "and"))."
  }

  private func places(_ move: CaseMove) -> [ChangeReport.Place] {
    var places: [ChangeReport.Place] = []
    for nearMiss in move.nearMisses {
      for obstacle in nearMiss.obstacles where obstacle.isBlocking {
        guard let cause = after.cause(obstacle, nearMiss)?.entry else { continue }
        let place = ChangeReport.Place(
          path: cause.path, line: cause.line, column: cause.column, what: cause.element)
        if !places.contains(place) { places.append(place) }
      }
    }
    if places.isEmpty {
      for provision in move.providedAfter {
        guard let article = provision.article else { continue }
        let span = after.corpus[article].span
        let position = after.files.position(of: span)
        places.append(
          ChangeReport.Place(
            path: after.files[span.file].path, line: position.line, column: position.column,
            what: "article \(after.corpus[article].number)"))
      }
    }
    return places
  }
}
