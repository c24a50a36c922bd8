import Foundation
import GapAnalysis
import LegalModel
import LegalSyntax
import SourceText
import TestSupport

/// Files resolved together with the small vocabulary and treaty of `Golden/shared`.
struct Resolved {
  let corpus: LegalCorpus
  /// What was said, in the order of the files.
  let diagnostics: [Diagnostic]
  /// The same as users see it.
  let rendered: String

  /// Reads, resolves and, unless something was wrong, looks for blocks that match no case.
  init(_ sources: [SourceFile]) throws {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var trees: [FileSyntax] = []
    for source in try Self.shared() + sources {
      trees.append(Parser.parse(source, id: files.add(source), diagnostics: &bag))
    }
    corpus = Resolver.resolve(trees, diagnostics: &bag)
    if !bag.hasErrors, let day = CalendarDate(year: 2015, month: 1, day: 1) {
      let scope = CheckScope(jurisdiction: "XA", asOf: day, reading: nil, evidence: .unverified)
      bag.report(
        contentsOf: try Analyzer(corpus: corpus, scope: scope, instrument: InstrumentID(0)).validate())
    }
    diagnostics = bag.sorted
    rendered = DiagnosticRenderer(files: files, usesColor: false).render(diagnostics)
  }

  /// Files given as text, named `1.lacuna`, `2.lacuna`, …
  init(_ texts: String...) throws {
    try self.init(
      texts.enumerated().map { SourceFile(path: "\($0.offset + 1).lacuna", text: $0.element) })
  }

  /// One file.
  init(file: URL) throws {
    try self.init([SourceFile(path: file.lastPathComponent, bytes: try Golden.bytes(of: file))])
  }

  private static func shared() throws -> [SourceFile] {
    let folder = Golden.folder().deletingLastPathComponent().deletingLastPathComponent()
    return try ["vocabulary.lacuna", "instrument.lacuna"].map { name in
      let file = folder.appending(path: "Golden/shared").appending(path: name)
      return SourceFile(path: name, bytes: try Golden.bytes(of: file))
    }
  }

  // MARK: Looking things up

  /// The statute of a name.
  func statute(_ name: String) -> Statute? { corpus.statutes.first { $0.name == name } }

  /// An article of a statute.
  func article(_ number: String, of statute: String = "XA/code") -> Article? {
    self.statute(statute)?.articles.lazy.map { corpus[$0] }.first { $0.number == number }
  }

  /// The numbers of articles, in the order of their identities.
  func numbers(_ articles: Set<ArticleID>) -> [String] {
    articles.sorted().map { corpus[corpus[$0].statute].name + " " + corpus[$0].number }
  }

  /// The names of the values that the lines of a region allow, one entry for each line: `act deliver accept`.
  func words(_ region: Region) -> [String] {
    region.items.compactMap { item in
      guard case .line(let id) = item else { return nil }
      return words(id)
    }
  }

  /// An element and the values that a line allows.
  func words(_ id: LineID) -> String {
    let line = corpus[id]
    let element = corpus.vocabulary[line.element]
    switch line.selection {
    case .values(let set):
      return ([element.name] + set.positions.map { element.values[$0].name }).joined(separator: " ")
    case .numbers(let set):
      return element.name + " "
        + set.ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    }
  }

  /// The evidence of the first line of an element in a region.
  func evidence(_ element: String, in region: Region) -> Evidence? {
    for case .line(let id) in region.items {
      if corpus.vocabulary[corpus[id].element].name == element { return corpus[id].evidence }
    }
    return nil
  }
}
