import ArgumentParser
import LegalSyntax
import SourceText

/// `lacuna fmt`: the one canonical layout.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay out files in the one canonical way.",
    discussion: """
      Examples:
        lacuna fmt Statutes/KHM          rewrites the files that differ
        lacuna fmt --check Statutes      exit 1 if a file differs; writes nothing
        lacuna fmt - < draft.lacuna      prints the layout
      """)

  @Argument(help: "Files, folders, or - for standard input.", completion: Completions.law)
  var paths: [String]

  @Flag(help: "Only say which files differ; exit 1 if any does.")
  var check = false

  func run() throws {
    var reader = InputFiles()
    for path in paths { reader.add(path) }
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var differing: [String] = []
    for source in reader.files {
      let file = SourceFile(path: source.path, bytes: source.bytes)
      let id = files.add(file)
      var mistakes = DiagnosticBag()
      _ = Parser.parse(file, id: id, diagnostics: &mistakes)
      guard let text = Formatter.format(file) else {
        bag.report(contentsOf: mistakes)
        continue
      }
      if source.path == "<standard input>", !check {
        Terminal.print(text)
      } else if Array(text.utf8) != source.bytes {
        differing.append(source.path)
        if !check { try Terminal.deliver(text, to: source.path) }
      }
    }
    try Terminal.report(bag, files: files, problems: reader.problems)
    if check, !differing.isEmpty {
      Terminal.print(differing.map { "\($0) is not in canonical layout\n" }.joined())
      Terminal.warn("run `lacuna fmt` on these files\n")
      throw ExitStatus.findings.code
    }
  }
}
