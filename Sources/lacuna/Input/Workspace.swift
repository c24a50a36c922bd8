import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import ShippedRules
import SourceText

/// Everything that was read for one run, parsed and resolved together.
struct Workspace {
  let files: SourceFiles
  let corpus: LegalCorpus
  /// The syntax of every file, in the order of ``files``.
  let trees: [FileSyntax]
  /// The files that the user named; not the shipped rules.
  let ownFiles: Set<FileID>
  let inputs: [Report.Input]
  var diagnostics: DiagnosticBag
  let problems: [InputProblem]

  var isUsable: Bool { problems.isEmpty && !diagnostics.hasErrors }

  /// Reads rules and law.
  ///
  /// - Parameters:
  ///   - paths: files and folders with the law; may be empty.
  ///   - rules: a folder with rules instead of the shipped ones.
  init(paths: [String], rules: String?) {
    var reader = InputFiles()
    var sources: [(path: String, bytes: [UInt8])] = []
    if let rules {
      reader.add(rules, content: .rules)
    } else {
      sources = ShippedRules.files.map { ("Rules/" + $0.path, Array($0.text.utf8)) }
    }
    // Without its rules every word of the law would be unknown.
    let hasRules = reader.problems.isEmpty
    for path in paths { reader.add(path) }
    let shipped = sources.count
    // Whoever names the shipped rules too, as with the folder of the package, means the same rules.
    sources += reader.files.filter { file in !sources.contains { $0.bytes == file.bytes } }
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var trees: [FileSyntax] = []
    var inputs: [Report.Input] = []
    for source in sources {
      let file = SourceFile(path: source.path, bytes: source.bytes)
      let id = files.add(file)
      trees.append(Parser.parse(file, id: id, diagnostics: &bag))
      inputs.append(Report.Input(path: source.path, digest: FileDigest.hexadecimal(of: source.bytes)))
    }
    corpus = hasRules ? Resolver.resolve(trees, diagnostics: &bag) : LegalCorpus()
    self.files = files
    self.trees = trees
    ownFiles = Set(trees.dropFirst(shipped).map(\.file))
    self.inputs = inputs
    diagnostics = bag
    problems = reader.problems + ShippedRulesClash(own: ownFiles, diagnostics: bag).problems
  }

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
