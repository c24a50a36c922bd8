import Amending
import ArgumentParser
import LegalModel
import LegalSyntax
import SourceText

/// `lacuna consolidate`: statutes with their amendments, as one text.
struct ConsolidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consolidate",
    abstract: "Print statutes with their amendments applied.",
    discussion: """
      Enacted amendments among the files apply by their date; bills and
      fictional ones where --with names their file. The result is in the
      canonical layout, says which amendments it holds, and reads back as the
      same law on that day. Comments are left out.

      Examples:
        lacuna consolidate Statutes/KHM --as-of 2015-01-30
        lacuna consolidate Statutes/KHM --statute KHM/tse-2008
        lacuna consolidate Statutes/KHM --with Statutes/KHM/drafts/bill-a.lacuna

      Exit status: 0 printed; 2 an input is wrong; 64 usage.
      """)

  @Argument(help: "Statute files, folders of them, or - for standard input.")
  var paths: [String]

  @OptionGroup var state: StateOptions

  @Option(
    help: ArgumentHelp(
      "Print this statute. May be repeated. Default: every statute among the files.", valueName: "name"))
  var statute: [String] = []

  @Option(help: ArgumentHelp("Write the result to a file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("A folder of rules instead of the shipped ones.", valueName: "dir"))
  var rules: String?

  func run() throws {
    let workspace = Workspace(paths: paths, rules: rules, with: state.with, asOf: state.day)
    try Terminal.report(workspace)
    let names = workspace.corpus.statutes.map(\.name)
    guard !names.isEmpty else { throw InputProblem.noStatute.reported }
    for name in statute where !names.contains(name) {
      let nearest = NameSuggestion.nearest(to: name, among: names).map { "; did you mean `\($0)`?" }
      throw Self.wrongUsage(
        "there is no statute `\(name)`" + (nearest ?? "; there are \(names.joined(separator: ", "))"))
    }
    let wanted = names.filter { statute.isEmpty || statute.contains($0) }
    let texts = wanted.map { name in StatuteWriter.text(of: workspace.parts(of: name)) }
    try Terminal.deliver(texts.joined(separator: "\n"), to: output)
  }
}

extension Workspace {
  /// The parts of a statute, with amendments applied.
  fileprivate func parts(of name: String) -> [StatuteSyntax] {
    trees.flatMap(\.declarations).compactMap { declaration in
      guard case .statute(let statute) = declaration, statute.name.text == name else { return nil }
      return statute
    }
  }
}
