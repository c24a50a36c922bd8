import ArgumentParser
import GapAnalysis
import LegalModel
import LegalSyntax
import Lint
import SourceText

/// `lacuna lint`: what is legal but suspicious.
struct LintCommand: ParsableCommand {
  /// What makes the run fail.
  enum FailCondition: String, CaseIterable, ExpressibleByArgument {
    /// Any warning.
    case warning
    /// Nothing.
    case never
  }

  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find what is allowed in statute files and seldom meant.",
    discussion: """
      Examples:
        lacuna lint Statutes/KHM --fail-on never
        lacuna lint Statutes/KHM --as-of 2015-01-30 --fail-on never
        lacuna lint --rules Rules Statutes/KHM --fail-on never
        lacuna explain L601

      Exit status: 0 no warning; 1 warnings; 2 an input is wrong; 64 usage.
      """)

  @Argument(help: "Statute files, folders of them, or - for standard input.", completion: Completions.law)
  var paths: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Compare the offences in force on this day, for example 2015-01-30. Default: today.", valueName: "date"),
    transform: CalendarDate.reading)
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp("A folder of rules instead of the shipped ones; it is judged too.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp("Exit 1 if there is a warning; never: do not.", valueName: "when"))
  var failOn: FailCondition = .warning

  func validate() throws {
    if paths.isEmpty, rules == nil { throw ValidationError("Missing expected argument '<paths> ...'") }
  }

  func run() throws {
    let workspace = Workspace(paths: paths, rules: rules)
    try Terminal.report(workspace)
    let today = CalendarDate.today
    let law: LintedLaw
    do {
      law = try LintedLaw(
        corpus: workspace.corpus, files: workspace.trees, own: workspace.ownFiles, asOf: asOf ?? today,
        today: today)
    } catch { throw error.reported(about: workspace) }
    try Terminal.report(law.mistakes, of: workspace)
    let warnings = Linter.warnings(in: law).sorted
    guard !warnings.isEmpty else {
      let count = workspace.ownFiles.count
      Terminal.print("nothing suspicious in \(count) file\(count == 1 ? "" : "s")\n")
      return
    }
    let renderer = DiagnosticRenderer(
      files: workspace.files, usesColor: Terminal.usesColor, rules: rules.map(StarterLaw.quoted))
    Terminal.print(renderer.render(warnings) + "\n" + DiagnosticRenderer.summary(of: warnings) + "\n")
    switch failOn {
    case .warning: throw ExitStatus.findings.code
    case .never: break
    }
  }
}
