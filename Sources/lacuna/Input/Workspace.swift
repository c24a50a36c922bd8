import ArgumentParser
import Amending
import LegalModel
import LegalSyntax
import Reporting
import SourceText

/// One state of the law: everything that was read for one run, consolidated and resolved together.
struct Workspace {
  let files: SourceFiles
  /// The syntax trees, with amendments applied.
  let trees: [FileSyntax]
  let corpus: LegalCorpus
  /// The files that the user named; not the shipped rules.
  let ownFiles: Set<FileID>
  /// Which amendments belong to the state, and which do not.
  let amendments: [AmendmentUse]
  let inputs: [Report.Input]
  /// The files and folders with the law, as the user named them; empty where it was read from elsewhere.
  let paths: [String]
  /// The folder that was given with `--rules`; nil for the shipped rules.
  let rulesFolder: String?
  /// How the user named the state where there are several; nil where there is one.
  var label: String?
  var diagnostics: DiagnosticBag
  let problems: [InputProblem]

  var isUsable: Bool { problems.isEmpty && !diagnostics.hasErrors }

  /// The States whose law was read, in the order of the files.
  var jurisdictions: [String] {
    var names: [String] = []
    for statute in corpus.statutes where !names.contains(statute.jurisdiction) {
      names.append(statute.jurisdiction)
    }
    for state in corpus.jurisdictions where !names.contains(state.name) { names.append(state.name) }
    return names
  }
}

extension Workspace {
  /// Reports that there is law of several States, with a statute of each.
  func reportSeveralStates(_ states: [String]) -> ExitCode {
    let first = states.compactMap { state in corpus.statutes.first { $0.jurisdiction == state } }
    guard first.count > 1 else {
      return InputProblem(
        code: .severalJurisdictions,
        message: "these files hold the law of several States: \(states.joined(separator: ", "))",
        help: ["check one State at a time: name its folder"]
      ).reported(about: label)
    }
    var bag = DiagnosticBag()
    bag.report(
      Diagnostic(
        .severalJurisdictions,
        "these files hold the law of several States: \(states.joined(separator: ", "))", at: first[1].span,
        label: "law of \(first[1].jurisdiction)",
        related: [Diagnostic.Label(first[0].span, "law of \(first[0].jurisdiction)")],
        help: ["put the law of each State in files of its own, and check one State at a time"]))
    try? Terminal.report(bag, of: self)
    return ExitStatus.inputWrong.code
  }

  /// Reads rules and law, and makes one state of it.
  ///
  /// - Parameters:
  ///   - paths: files and folders with the law; may be empty.
  ///   - rules: a folder with rules instead of the shipped ones.
  ///   - amendments: files with amendments that are asked for, in order.
  ///   - day: the day whose law is wanted.
  init(
    paths: [String], rules: String?, with amendments: [String] = [], asOf day: CalendarDate = .today
  ) {
    self = LawFiles(paths: paths, rules: .rules(rules), with: amendments).state(asOf: day)
  }
}
