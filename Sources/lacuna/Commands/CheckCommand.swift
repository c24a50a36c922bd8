import ArgumentParser
import GapAnalysis
import LegalModel
import LegalSyntax
import OperatingSystem
import Reporting
import SourceText

/// `lacuna check`: the main job.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check statute files against a treaty.",
    usage: "lacuna check <paths> ... [<options>]",
    discussion: """
      Examples:
        lacuna check Statutes/KHM
        lacuna check Statutes/KHM --format markdown --output report.md
        lacuna check Statutes/KHM --as-of 2015-01-30 --reading CRC-2015
        lacuna check Statutes/KHM --rule '3.1.*' --level binding --format json
        lacuna check Statutes/KHM --with Statutes/KHM/drafts/bill-a.lacuna
        lacuna check Statutes/KHM --format text --format sarif --output report.sarif
        lacuna check Statutes/KHM --write-baseline baseline.json
        lacuna check Statutes/KHM --baseline baseline.json
        lacuna check --schema
        lacuna check - < one-file.lacuna

      Several reports of one run: repeat --format, each with its --output after it. One of them may do without \
      and goes to standard output. --output alone writes text.

      What a waiver among the files accepts fails no run. A baseline holds what was open when it was written; \
      with it only what is new is told. Neither changes a verdict.

      Exit status: 0 nothing at or above --fail-on; 1 findings at or above it; 2 an input is wrong; 64 usage.
      """)

  @Argument(help: "Statute files, folders of them, or - for standard input.", completion: Completions.law)
  var paths: [String] = []

  @OptionGroup var state: StateOptions

  @OptionGroup var question: QuestionOptions

  @OptionGroup var outputs: ReportOutputs

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Exit 1 if there is a finding at this level or above; never: do not.", valueName: "level"))
  var failOn: FailLevel = .level(.binding)

  @OptionGroup var baselines: BaselineOptions

  @Option(
    help: ArgumentHelp(
      "Also write what another program needs to check every verdict again.", valueName: "file"),
    completion: .file())
  var certificate: String?

  @Flag(help: "Print the JSON Schema of the report that --format json makes, and check nothing.")
  var schema = false

  func validate() throws {
    guard schema || !paths.isEmpty else { throw ValidationError("Missing expected argument '<paths> ...'") }
  }

  func run() throws {
    if schema {
      Terminal.print(JSONReportSchema.text)
      return
    }
    let workspace = Workspace(paths: paths, rules: question.rules, with: state.with, asOf: state.day)
    try Terminal.report(workspace)
    let scope = try question.scope(workspace, asOf: state.day)
    let instrument = try question.instrument(workspace, of: Self.self)
    try question.checkNames(workspace.corpus, instrument, of: Self.self)
    let baseline = try baselines.read(workspace.corpus, scope, instrument)
    let analyzer = Analyzer(
      corpus: workspace.corpus, scope: scope, instrument: instrument, baseline: baseline?.content)
    let analysis: Analysis
    let line = ProgressLine()
    do {
      let check = try analyzer.prepared()
      try Terminal.report(check.mistakes, of: workspace)
      analysis = try check.analysis(
        withCertificates: certificate != nil, where: { question.isWanted($0) }, progress: { line.show($0) })
      line.clear()
    } catch let error as AnalysisError {
      line.clear()
      throw error.reported(about: workspace)
    }
    let report = ReportBuilder(analysis, files: workspace.files).report(
      tool: ("lacuna \(Version.current)", Version.current), amendments: workspace.amendments,
      inputs: workspace.inputs + [baseline?.input].compactMap { $0 }, baseline: baseline?.input.path,
      digestAlgorithm: FileDigest.algorithm, level: question.level,
      diagnostics: workspace.diagnostics.sorted, workingFolders: Platform.workingFolders)
    try outputs.deliver { try $0.render(report, isForTerminal: $1, failOn: failOn) }
    try baselines.write(analysis, of: workspace)
    if let certificate { try Terminal.deliver(try CertificateRenderer().render(analysis), to: certificate) }
    if failOn.fails(report) { throw ExitStatus.findings.code }
  }
}

extension InputProblem {
  /// There is no national law to look at.
  static let noStatute = InputProblem(
    code: .noStatute, message: "these files hold no statute",
    help: ["a statute begins with a line such as `statute XA/penal-code \"Penal Code\" {`"])

  /// Prints the problem and gives the error that ends the run.
  var reported: ExitCode { reported(about: nil) }

  /// Prints the problem of one of several states, and gives the error that ends the run.
  func reported(about subject: String?) -> ExitCode {
    try? Terminal.report(DiagnosticBag(), files: SourceFiles(), problems: [self], about: subject)
    return ExitStatus.inputWrong.code
  }
}
