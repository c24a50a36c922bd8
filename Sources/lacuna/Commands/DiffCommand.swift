import ArgumentParser
import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import SourceText
import OperatingSystem

/// `lacuna diff`: what a change of the law does to the obligations.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what a change of the law does: which required cases are lost, which are gained.",
    usage: "lacuna diff <base> [<draft>] [<options>]",
    discussion: """
      The two states are two folders, one folder without and with amendments, one folder at two dates, or one folder
      at two git revisions (read through git; your files are not touched).

      Examples:
        lacuna diff Statutes/KHM --with Statutes/KHM/drafts/bill-a.lacuna
        lacuna diff Statutes/KHM --with Statutes/KHM/drafts/bill-b.lacuna --format markdown --output change.md
        lacuna diff Statutes/KHM --from 2008-01-01 --to 2015-01-30
        lacuna diff Statutes/KHM --git main..HEAD
        lacuna diff old-statutes new-statutes --fail-on defect

      A loss is a case that a rule asks for and that stands worse than before: no longer punished, or only under some
      reading. Closing one gap never makes up for opening another.

      Exit status: 0 nothing is lost; 1 something is, at or above --level; 2 an input is wrong; 64 usage.
      """)

  @Argument(help: "The law before: a folder or a file.")
  var base: String

  @Argument(help: "The law after, if it is another folder or file.")
  var draft: String?

  @Option(
    help: ArgumentHelp(
      "The state after holds the amendments of this file, bills too. May be repeated, in order of application.",
      valueName: "file"))
  var with: [String] = []

  @Option(
    help: ArgumentHelp("The day of the state before, YYYY-MM-DD.", valueName: "date"),
    transform: CalendarDate.reading)
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp("The day of the state after, YYYY-MM-DD.", valueName: "date"),
    transform: CalendarDate.reading)
  var to: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Two git revisions: A..B, A...B from where they parted, or A for A and your files.", valueName: "range")
  )
  var git: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Law and obligations in force on this day, YYYY-MM-DD. Default: today.", valueName: "date"),
    transform: CalendarDate.reading)
  var asOf: CalendarDate?

  @OptionGroup var question: QuestionOptions

  @OptionGroup var outputs: ReportOutputs

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "What makes the run fail: regression: a required case is lost; defect: also a new defect; never.",
      valueName: "what"))
  var failOn: ChangeFailure = .regression

  func validate() throws {
    let ways = [draft != nil, !with.isEmpty, from != nil || to != nil, git != nil].count { $0 }
    guard ways == 1 else {
      throw ValidationError(
        "name one change: a second folder, --with, --from and --to, or --git"
          + (ways == 0 ? "" : ", and not several of them"))
    }
    guard (from == nil) == (to == nil) else {
      throw ValidationError("two days make a change: name both --from and --to")
    }
    if from != nil, asOf != nil {
      throw ValidationError("--from and --to name the days already; leave out --as-of")
    }
    for format in outputs.format where !ReportFormat.ofChanges.contains(format) {
      let names = ReportFormat.ofChanges.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("diff does not write `\(format.rawValue)`; it writes \(names)")
    }
  }

  func run() throws {
    let states = try self.states()
    try Terminal.report(states.before.law)
    try Terminal.report(states.after.law)
    let instrument = try question.instrument(states.before.law.corpus, of: Self.self)
    try checkNames(states, instrument)
    let before = try question.scope(states.before.law, asOf: states.before.day)
    let after = try question.scope(states.after.law, asOf: states.after.day)
    guard before.jurisdiction == after.jurisdiction else {
      throw InputProblem(
        code: .severalJurisdictions,
        message: "these are the laws of two States: \(before.jurisdiction) and \(after.jurisdiction)",
        help: ["compare two states of one State's law"]
      ).reported
    }
    let change: ChangeAnalysis
    do {
      for (state, scope) in [(states.before, before), (states.after, after)] {
        let analyzer = Analyzer(corpus: state.law.corpus, scope: scope, instrument: instrument)
        try Terminal.report(try analyzer.validate(), files: state.law.files)
      }
      change = try ChangeAnalyzer(
        before: ChangeAnalyzer.LawState(corpus: states.before.law.corpus, scope: before),
        after: ChangeAnalyzer.LawState(corpus: states.after.law.corpus, scope: after), instrument: instrument
      ).analysis { question.isWanted($0) }
    } catch let error as AnalysisError {
      throw error.reported
    }
    let report = ChangeReportBuilder(change, before: states.before.told, after: states.after.told)
      .report(tool: "lacuna \(Version.current)")
    try outputs.deliver { try $0.render(report, isForTerminal: $1) }
    try fail(on: report)
  }

  /// A rule or a reading may be known to one state alone.
  private func checkNames(_ states: LawStates, _ instrument: InstrumentID) throws {
    let readings = { (corpus: LegalCorpus) in Set(corpus.articles.flatMap(\.readings).map(\.name)) }
    let isOnlyBefore =
      question.reading.map {
        readings(states.before.law.corpus).contains($0) && !readings(states.after.law.corpus).contains($0)
      } ?? false
    let known = isOnlyBefore ? states.before : states.after
    try question.checkNames(known.law.corpus, instrument, of: Self.self)
  }

  private func fail(on report: ChangeReport) throws {
    let lowest = question.level ?? .binding
    let levels = Set(Level.allCases.filter { $0 >= lowest }.map(\.rawValue))
    let lost = report.rulesLosing(at: levels)
    let defects = report.newDefects(at: levels)
    var reasons: [String] = []
    if !lost.isEmpty {
      reasons.append("cases that these rules ask for are lost: \(lost.map(\.id).joined(separator: ", "))")
    }
    switch failOn {
    case .never: return
    case .regression: break
    case .defect:
      if !defects.isEmpty {
        reasons.append("new defects under \(Set(defects.map(\.rule)).sorted().joined(separator: ", "))")
      }
    }
    guard !reasons.isEmpty else { return }
    Terminal.warn("regression: \(reasons.joined(separator: "; "))\n")
    throw ExitStatus.findings.code
  }
}

/// What makes a comparison fail.
enum ChangeFailure: String, CaseIterable, ExpressibleByArgument {
  /// A required case is lost.
  case regression
  /// Also a defect that the state before did not have.
  case defect
  /// Nothing.
  case never
}

extension ReportFormat {
  /// The forms that a comparison is written in.
  static let ofChanges: [ReportFormat] = [.text, .markdown, .json, .github]

  /// Renders a comparison in this form.
  func render(_ report: ChangeReport, isForTerminal: Bool) throws -> String {
    switch self {
    case .text:
      let text = ChangeTextRenderer(usesColor: isForTerminal && Terminal.usesColor).render(report)
      guard isForTerminal, Platform.environment("GITHUB_ACTIONS") == "true" else { return text }
      return AnnotationRenderer.harmless(text) + ChangeAnnotationRenderer().render(report)
    case .markdown: return ChangeMarkdownRenderer().render(report)
    case .json: return try ChangeJSONRenderer().render(report)
    case .github: return ChangeAnnotationRenderer().render(report)
    case .sarif, .junit, .csv, .csvConcordance:
      throw DiffCommand.wrongUsage("diff does not write `\(rawValue)`")
    }
  }
}
