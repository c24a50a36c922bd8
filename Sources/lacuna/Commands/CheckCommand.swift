import ArgumentParser
import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import SourceText

/// `lacuna check`: the main job.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check statute files against a treaty.",
    discussion: """
      Examples:
        lacuna check Statutes/KHM
        lacuna check Statutes/KHM --format markdown --output report.md
        lacuna check Statutes/KHM --as-of 2015-01-30 --reading CRC-2015
        lacuna check Statutes/KHM --rule '3.1.*' --level binding --format json
        lacuna check - < one-file.lacuna

      Exit status: 0 nothing at or above --fail-on; 1 findings at or above it; 2 an input is wrong; 64 usage.
      """)

  @Argument(help: "Statute files, folders of them, or - for standard input.", completion: Completions.law)
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The treaty, by its short name. Default: the only one that the rules hold.", valueName: "treaty"),
    completion: Completions.instruments)
  var against: String?

  @Option(
    help: ArgumentHelp("Only this rule; 3.1.* stands for all below 3.1. May be repeated.", valueName: "id"),
    completion: Completions.rules)
  var rule: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Law and obligations in force on this day, YYYY-MM-DD. Default: today.", valueName: "date"))
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Fix one authority's reading wherever an article has it. Default: all readings count.",
      valueName: "name"))
  var reading: String?

  @Option(help: "Show rules at this level and above: binding, conditional, recommended, optional.")
  var level: Level?

  @Option(
    help: ArgumentHelp(
      "The weakest evidence that covers for certain: text, secondary, unverified.", valueName: "grade"))
  var evidence: EvidenceGrade = .unverified

  @Option(help: "The form of the result: text, markdown, json.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Write the result to a file.", valueName: "file"))
  var output: String?

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Exit 1 if there is a finding at this level or above; never: do not.", valueName: "level"))
  var failOn: FailLevel = .level(.binding)

  @Option(
    help: ArgumentHelp("A folder of rules instead of the shipped ones.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  @Option(
    help: ArgumentHelp(
      "Also write what another program needs to check every verdict again.", valueName: "file"),
    completion: .file())
  var certificate: String?

  func run() throws {
    let workspace = Workspace(paths: paths, rules: rules)
    try Terminal.report(workspace)
    let scope = try self.scope(workspace)
    let instrument = try self.instrument(workspace.corpus)
    try checkNames(workspace.corpus, instrument)
    let analyzer = Analyzer(corpus: workspace.corpus, scope: scope, instrument: instrument)
    let analysis: Analysis
    var line = ProgressLine()
    do {
      try Terminal.report(try analyzer.validate(), files: workspace.files)
      analysis = try analyzer.analysis(
        withCertificates: certificate != nil, where: { isWanted($0) }, progress: { line.show($0) })
      line.clear()
    } catch let error as AnalysisError {
      line.clear()
      throw error.reported
    }
    let report = ReportBuilder(analysis, files: workspace.files).report(
      tool: ("lacuna \(Version.current)", Version.current), inputs: workspace.inputs,
      digestAlgorithm: FileDigest.algorithm, level: level)
    try Terminal.deliver(
      try format.render(report, usesColor: Terminal.usesColor && output == nil), to: output)
    if let certificate { try Terminal.deliver(try CertificateRenderer().render(analysis), to: certificate) }
    if failOn.fails(report) { throw ExitStatus.findings.code }
  }

  private func isWanted(_ candidate: Rule) -> Bool {
    if let level, candidate.level < level { return false }
    return rule.isEmpty
      || rule.contains {
        RulePattern($0).matches(candidate.name) || RulePattern($0).matches(candidate.identity)
      }
  }

  /// Whose law it is, on which day, how read.
  private func scope(_ workspace: Workspace) throws -> CheckScope {
    let states = workspace.jurisdictions
    guard let state = states.first, !workspace.corpus.statutes.isEmpty else {
      throw MissingLaw(workspace: workspace).problem.reported
    }
    guard states.count == 1 else {
      throw InputProblem(
        code: .severalJurisdictions,
        message: "these files hold the law of several States: \(states.joined(separator: ", "))",
        help: ["check one State at a time: name its folder"]
      ).reported
    }
    return CheckScope(
      jurisdiction: state, asOf: asOf ?? Platform.today, reading: reading, evidence: evidence)
  }

  private func instrument(_ corpus: LegalCorpus) throws -> InstrumentID {
    let names = corpus.instruments.map(\.name)
    if let against {
      if let id = corpus.instrument(named: against) { return id }
      throw Self.wrongUsage(
        "there is no instrument `\(against)`; the rules hold \(names.joined(separator: ", "))")
    }
    guard names.count == 1 else {
      throw Self.wrongUsage("name the treaty with --against; the rules hold \(names.joined(separator: ", "))")
    }
    return InstrumentID(0)
  }

  /// A rule or a reading that nothing declares is a mistake of the command line, not an empty result.
  private func checkNames(_ corpus: LegalCorpus, _ instrument: InstrumentID) throws {
    let names = corpus[instrument].rules.map { corpus[$0].name }
    for pattern in rule {
      let bare =
        pattern.hasPrefix(corpus[instrument].name + " ")
        ? String(pattern.dropFirst(corpus[instrument].name.count + 1)) : pattern
      guard corpus.rules(matching: bare, in: instrument).isEmpty else { continue }
      throw Self.wrongUsage("there is no rule `\(pattern)`" + suggestion(bare, names))
    }
    let readings = Set(corpus.articles.flatMap(\.readings).filter { $0.kind == .reading }.map(\.name))
      .sorted()
    if let reading, reading != "literal", !readings.contains(reading) {
      throw Self.wrongUsage(
        "no article has a reading `\(reading)`" + suggestion(reading, readings + ["literal"]))
    }
  }

  private func suggestion(_ word: String, _ names: [String]) -> String {
    if let nearest = NameSuggestion.nearest(to: word, among: names) { return "; did you mean `\(nearest)`?" }
    return "; there are \(names.joined(separator: ", "))"
  }
}

extension AnalysisError {
  /// The code whose explanation helps; none for a defect of the program.
  var code: DiagnosticCode? {
    switch self {
    case .spaceTooLarge: .spaceTooLarge
    case .workLimit: .workLimit
    case .contradiction: nil
    }
  }

  /// Prints the error and gives the one that ends the run.
  var reported: ExitCode {
    Terminal.warn("error\(code.map { "[\($0.rawValue)]" } ?? ""): \(message)\n")
    return ExitStatus.inputWrong.code
  }

  /// What happened, in words for the user.
  var message: String {
    switch self {
    case .spaceTooLarge:
      "the vocabulary makes more cases than can be counted in 128 bits, or one element has more than 64 parts"
    case .workLimit(let rule, let elements, let articles, let limit):
      "rule \(rule) needs more than \(limit) steps; the elements with most distinctions are "
        + "\(elements.joined(separator: ", ")), among articles \(articles.joined(separator: ", ")) and others"
    case .contradiction(let rule, let finding):
      "the example of finding \(finding) under \(rule) does not replay: this is a defect of the program, please report it"
    }
  }
}

extension InputProblem {
  /// Prints the problem and gives the error that ends the run.
  var reported: ExitCode {
    try? Terminal.report(DiagnosticBag(), files: SourceFiles(), problems: [self])
    return ExitStatus.inputWrong.code
  }
}
