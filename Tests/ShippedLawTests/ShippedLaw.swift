import Amending
import Foundation
import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import SourceText
import Testing

/// The rules and statutes of this repository, read from disk, perhaps with single lines changed.
struct ShippedLaw {
  /// A line of a statute to replace; the old text must occur exactly once.
  struct Edit {
    let file: String
    let old: String
    let new: String
  }

  /// An edit did not fit the file.
  struct EditFault: Error, CustomStringConvertible {
    let description: String
  }

  let files: SourceFiles
  /// The syntax trees, with amendments applied.
  let trees: [FileSyntax]
  let corpus: LegalCorpus
  let diagnostics: DiagnosticBag

  /// The root of the package.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// Reads the law of a State, with the amendments of some of its files and perhaps one given as text, as of 30 January
  /// 2015.
  init(
    state: String, edits: [Edit] = [], with bills: [String] = [], amendment: String? = nil
  ) throws {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var trees: [FileSyntax] = []
    var named: [FileID] = []
    for path in try Self.paths(below: "Rules") + Self.paths(below: "Statutes/" + state) {
      var text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
      for edit in edits where path.hasSuffix(edit.file) {
        let parts = text.components(separatedBy: edit.old)
        guard parts.count == 2 else {
          throw EditFault(description: "`\(edit.old)` occurs \(parts.count - 1) times in \(path)")
        }
        text = parts.joined(separator: edit.new)
      }
      let file = SourceFile(path: path, text: text)
      if bills.contains(where: { path.hasSuffix($0) }) { named.append(FileID(files.files.count)) }
      trees.append(Parser.parse(file, id: files.add(file), diagnostics: &bag))
    }
    if let amendment {
      named.append(FileID(files.files.count))
      let file = SourceFile(path: "amendment.lacuna", text: amendment)
      trees.append(Parser.parse(file, id: files.add(file), diagnostics: &bag))
    }
    let day = try #require(CalendarDate("2015-01-30"))
    trees = Consolidation(trees, asOf: day, named: named, diagnostics: &bag).files
    self.trees = trees
    corpus = Resolver.resolve(trees, diagnostics: &bag)
    self.files = files
    diagnostics = bag
  }

  private static func paths(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(".lacuna") }.sorted().map { folder + "/" + $0 }
  }

  /// The same law with every statute written down again from its tree.
  func rewritten() throws -> ShippedLaw {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var trees: [FileSyntax] = []
    for tree in self.trees {
      let statutes = tree.declarations.compactMap { declaration -> StatuteSyntax? in
        guard case .statute(let statute) = declaration else { return nil }
        return statute
      }
      let old = self.files[tree.file]
      let text = statutes.map { StatuteWriter.text(of: [$0]) }.joined()
      let file = statutes.isEmpty ? old : SourceFile(path: old.path, text: text)
      trees.append(Parser.parse(file, id: files.add(file), diagnostics: &bag))
    }
    return ShippedLaw(
      files: files, trees: trees, corpus: Resolver.resolve(trees, diagnostics: &bag), diagnostics: bag)
  }

  private init(files: SourceFiles, trees: [FileSyntax], corpus: LegalCorpus, diagnostics: DiagnosticBag) {
    self.files = files
    self.trees = trees
    self.corpus = corpus
    self.diagnostics = diagnostics
  }

  /// Checks the law of a State against the OPSC.
  func report(
    _ state: String, asOf: String = "2015-01-30", reading: String? = nil,
    evidence: EvidenceGrade = .unverified,
    rules: String = "*"
  ) throws -> Report {
    let day = try #require(CalendarDate(asOf))
    let instrument = try #require(corpus.instrument(named: "OPSC"))
    let scope = CheckScope(jurisdiction: state, asOf: day, reading: reading, evidence: evidence)
    let analyzer = Analyzer(corpus: corpus, scope: scope, instrument: instrument)
    let mistakes = try analyzer.validate()
    #expect(mistakes.sorted.isEmpty)
    let analysis = try analyzer.analysis { RulePattern(rules).matches($0.name) }
    return ReportBuilder(analysis, files: files).report(
      tool: ("lacuna", "test"), inputs: [], digestAlgorithm: "none", level: nil)
  }
}

extension Report {
  func rule(_ name: String) throws -> Rule { try #require(rules.first { $0.id == "OPSC " + name }) }

  /// The findings of a rule, gaps by default.
  func findings(
    _ name: String, logic: String = "coverage", isUndecided: Bool = false
  ) -> [Finding] {
    findings.filter {
      $0.rules.contains("OPSC " + name) && $0.logic == logic && $0.isUndecided == isUndecided
    }
  }
}

extension Report.Finding {
  /// The values of an element in the region; nil if it is not constrained.
  func values(_ element: String) -> [String]? { region.first { $0.element == element }?.values }
  /// The value of an element in the example.
  func exampleValue(_ element: String) -> String? { example.first { $0.element == element }?.values.first }
  /// `12 means` for each cause.
  var causeElements: Set<String> { Set(causes.map { "\($0.article) \($0.element)" }) }
}
