import ArgumentParser
import GapAnalysis
import LegalModel
import LegalSyntax
import OperatingSystem
import Reporting
import SourceText

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
        lacuna diff Statutes/KHM --git main --format markdown --output change.md
        lacuna diff Statutes/KHM --from 2008-01-01 --to 2015-01-30
        lacuna diff Statutes/KHM --git main..HEAD
        lacuna diff old-statutes new-statutes --fail-on defect
        lacuna diff --schema

      A loss is a case that a rule asks for and that stands worse than before: no longer punished, or only under some
      reading. Closing one gap never makes up for opening another.

      Exit status: 0 nothing is lost; 1 something is, at or above --level; 2 an input is wrong; 64 usage.
      """)

  @Argument(help: "The law before: a folder or a file.", completion: Completions.law)
  var base: String?

  @Argument(help: "The law after, if it is another folder or file.", completion: Completions.law)
  var draft: String?

  @Option(
    help: ArgumentHelp(
      "The state after holds the amendments of this file, bills too. May be repeated, in order of application.",
      valueName: "file"))
  var with: [String] = []

  @Option(
    help: ArgumentHelp("The day of the state before, for example 2008-01-01.", valueName: "date"),
    transform: CalendarDate.reading)
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp("The day of the state after, for example 2015-01-30.", valueName: "date"),
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
      "Law and obligations in force on this day, for example 2015-01-30. Default: today.", valueName: "date"),
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

  @Flag(help: "Print the JSON Schema of the report that --format json makes, and compare nothing.")
  var schema = false

  func validate() throws {
    if schema { return }
    guard base != nil else { throw ValidationError("Missing expected argument '<base>'") }
    let ways = [draft != nil, !with.isEmpty, from != nil || to != nil, git != nil].count { $0 }
    guard ways == 1 else {
      throw ValidationError(
        "name one change: a second folder, --with, --from and --to, or --git"
          + (ways == 0 ? "" : ", and not several of them"))
    }
    guard (from == nil) == (to == nil) else {
      throw ValidationError("two days make a change: name both --from and --to")
    }
    if let from, let to, !(from < to) {
      throw ValidationError("--from must be an earlier day than --to")
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
    if schema { return Terminal.print(ChangeJSONSchema.text) }
    guard let base else { return }
    let states = try self.states(of: base)
    for state in [states.before, states.after] { try Terminal.report(state.law) }
    try states.requireEqualRules()
    let instrument = try question.instrument(states.before.law, of: Self.self)
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
      let comparison = try ChangeAnalyzer(
        before: ChangeAnalyzer.LawState(corpus: states.before.law.corpus, scope: before),
        after: ChangeAnalyzer.LawState(corpus: states.after.law.corpus, scope: after), instrument: instrument
      ).prepared()
      try Terminal.report(comparison.before.mistakes, of: states.before.law)
      try Terminal.report(comparison.after.mistakes, of: states.after.law)
      change = try comparison.analysis { question.isWanted($0) }
    } catch let error as AnalysisError {
      throw error.reported(about: nil)
    }
    let report = ChangeReportBuilder(change, before: states.before.told, after: states.after.told)
      .report(tool: "lacuna \(Version.current)")
    try outputs.deliver { try $0.render(report, isForTerminal: $1) }
    status(of: change, report).end(keeping: (states, change, report))
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

  /// How the run ends: with status 1 where something is lost, and says what, since the report may have gone to a file.
  private func status(of change: ChangeAnalysis, _ report: ChangeReport) -> ExitStatus {
    let lowest = question.level ?? .binding
    let levels = Set(Level.allCases.filter { $0 >= lowest }.map(\.rawValue))
    let lost = change.regressions(atOrAbove: lowest).map { change.after.corpus[$0.rule].identity }
    let defects = failOn == .defect ? report.newDefects(at: levels) : []
    switch failOn {
    case .never: return .clean
    case .regression, .defect: break
    }
    guard !lost.isEmpty || !defects.isEmpty else { return .clean }
    var text = ""
    if !lost.isEmpty {
      let verb = lost.count == 1 ? "asks" : "ask"
      text +=
        "the change fails: cases that \(Self.list(lost)) \(verb) for are lost (level: \(lowest.rawValue) or above)\n"
    }
    if let move = report.moves.first(where: { $0.direction == "lost" && levels.contains($0.level) }) {
      text += "  \(move.text)\n  for example: \(move.exampleText)\n"
      if !move.causes.isEmpty { text += "  through \(Self.list(move.causes))\n" }
    }
    if let defect = defects.first {
      let rules = Set(defects.map(\.rule)).sorted()
      text +=
        "the change fails: the law newly asks for more than \(Self.list(rules)) (level: \(lowest.rawValue) or above)\n"
        + "  \(defect.text)\n"
    }
    Terminal.warn(text)
    return .findings
  }

  private static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
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
