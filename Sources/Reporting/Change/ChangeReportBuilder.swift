public import Amending
public import GapAnalysis
import LegalModel
public import LegalSyntax
public import SourceText

/// Puts a comparison of two states of the law in words.
public struct ChangeReportBuilder: Sendable {
  /// What is known of one state besides its analysis.
  public struct State: Sendable {
    let label: String
    let files: SourceFiles
    let trees: [FileSyntax]
    let amendments: [AmendmentUse]

    /// Names a state as the user did, with the files its spans point into and what was read from them.
    public init(label: String, files: SourceFiles, trees: [FileSyntax], amendments: [AmendmentUse]) {
      self.label = label
      self.files = files
      self.trees = trees
      self.amendments = amendments
    }
  }

  let change: ChangeAnalysis
  let before: ReportBuilder
  let after: ReportBuilder
  /// The articles whose text differs.
  let touched: TouchedArticles
  private let states: (before: State, after: State)

  /// Prepares a report.
  public init(_ change: ChangeAnalysis, before: State, after: State) {
    self.change = change
    self.before = ReportBuilder(change.before, files: before.files)
    self.after = ReportBuilder(change.after, files: after.files)
    states = (before, after)
    touched = TouchedArticles(before: before.trees, after: after.trees)
  }

  /// Builds the report. Cost: linear in what is told.
  public func report(tool: String) -> ChangeReport {
    let corpus = before.corpus
    let state = after.corpus.jurisdiction(named: change.after.scope.jurisdiction)
    var outsideRemark: String?
    var outside: [ChangeReport.Move] = []
    switch change.outside {
    case .none: break
    case .notComputed: outsideRemark = "what changed there has too many parts to be listed"
    case .moves(let moves, let isComplete):
      outside = moves.map { self.move($0, rule: nil) }
      if !isComplete { outsideRemark = "more changed there than is listed" }
    }
    let lists = FindingLists(change, before, after)
    return ChangeReport(
      tool: tool, jurisdiction: change.after.scope.jurisdiction,
      jurisdictionTitle: state?.title ?? change.after.scope.jurisdiction,
      instrument: corpus[change.before.instrument].name, before: self.state(states.before, before),
      after: self.state(states.after, after), rules: sorted(change.rules).map { rule($0) }, moves: moves,
      outside: grouped(outside), outsideRemark: outsideRemark,
      onlyBefore: change.onlyBefore.map { corpus[$0].identity },
      onlyAfter: change.onlyAfter.map { after.corpus[$0].identity },
      opened: lists.opened, closed: lists.closed, unchanged: lists.unchanged, notes: notes)
  }

  /// What is worth knowing of single provisions now and was not before.
  private var notes: [String] {
    let old = Set(change.before.notes.map { before.note($0) })
    return after.unique(change.after.notes.map { after.note($0) }.filter { !old.contains($0) })
  }

  private func state(_ state: State, _ builder: ReportBuilder) -> ChangeReport.State {
    ChangeReport.State(
      label: state.label, asOf: builder.analysis.scope.asOf.description,
      amendments: state.amendments.map {
        ChangeReport.Amendment(id: $0.name, status: $0.status.rawValue, applied: $0.outcome.isApplied)
      }, warnings: builder.warnings)
  }

  func sorted(_ rules: [RuleChange]) -> [RuleChange] {
    rules.enumerated().sorted { left, right in
      let (first, second) = (level(left.element.rule), level(right.element.rule))
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  func level(_ rule: RuleID) -> Level { before.corpus[rule].level }

  private func rule(_ rule: RuleChange) -> ChangeReport.Rule {
    let declared = before.corpus[rule.rule]
    let required = rule.before.counts.required
    return ChangeReport.Rule(
      id: declared.identity, title: declared.title, level: declared.level.rawValue,
      change: rule.kind.rawValue, verdictBefore: rule.before.verdict.rawValue,
      verdictAfter: rule.after.verdict.rawValue, lost: rule.lost.description,
      gained: rule.gained.description, lostShare: Share.text(rule.lost, of: required),
      gainedShare: Share.text(rule.gained, of: required), folded: rule.isFolded, complete: rule.isComplete,
      askedOtherwise: rule.isAskedOtherwise)
  }
}
