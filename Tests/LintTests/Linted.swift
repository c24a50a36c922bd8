import GapAnalysis
import LegalModel
import LegalSyntax
import Lint
import ShippedRules
import SourceText
import Testing

/// Files judged against the shipped rules, which are not judged themselves.
struct Linted {
  let warnings: [Diagnostic]
  /// The same as users see it.
  let rendered: String
  private let files: SourceFiles

  /// Reads some files; mistakes in them fail the test.
  init(_ texts: String..., asOf: String = "2026-01-01") throws { try self.init(texts: texts, asOf: asOf) }

  /// Reads some files; mistakes in them fail the test.
  init(texts: [String], asOf: String, today: String = "2026-11-22") throws {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    var trees: [FileSyntax] = []
    func read(_ file: SourceFile) -> FileID {
      let id = files.add(file)
      trees.append(Parser.parse(file, id: id, diagnostics: &bag))
      return id
    }
    for file in ShippedRules.files { _ = read(SourceFile(path: file.path, text: file.text)) }
    let own = texts.enumerated().map { read(SourceFile(path: "\($0.offset + 1).lacuna", text: $0.element)) }
    let corpus = Resolver.resolve(trees, diagnostics: &bag)
    let day = try #require(CalendarDate(asOf))
    let today = try #require(CalendarDate(today))
    let law = try LintedLaw(corpus: corpus, files: trees, own: Set(own), asOf: day, today: today)
    bag.report(contentsOf: law.mistakes)
    let renderer = DiagnosticRenderer(files: files, usesColor: false)
    #expect(bag.sorted.isEmpty, "\(renderer.render(bag.sorted))")
    warnings = Linter.warnings(in: law).sorted
    rendered = renderer.render(warnings)
    self.files = files
  }

  /// The text that a warning underlines.
  func underlined(_ warning: Diagnostic) -> String {
    let span = warning.primary.span
    return files[span.file].text(span.start..<span.end)
  }
}
