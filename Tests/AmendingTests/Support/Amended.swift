import Amending
import Foundation
import LegalModel
import LegalSyntax
import SourceText
import TestSupport
import Testing

/// A file with statutes and amendments, consolidated as of 1 January 2015 with all its amendments named.
struct Amended {
  let diagnostics: [Diagnostic]
  /// What was said, as users see it.
  let rendered: String
  let amendments: [AmendmentUse]
  /// The statutes with what amends them, as text.
  let text: String

  init(_ source: SourceFile, isNamed: Bool = true, asOf day: String = "2015-01-01") throws {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    let vocabulary = try Self.vocabulary()
    let trees = [vocabulary, source].map { Parser.parse($0, id: files.add($0), diagnostics: &bag) }
    let date = try #require(CalendarDate(day))
    let law = Consolidation(trees, asOf: date, named: isNamed ? [FileID(1)] : [], diagnostics: &bag)
    _ = Resolver.resolve(law.files, diagnostics: &bag)
    diagnostics = bag.sorted
    rendered = DiagnosticRenderer(files: files, usesColor: false).render(diagnostics)
    amendments = law.amendments
    text = law.files.flatMap(\.declarations).compactMap { declaration in
      guard case .statute(let statute) = declaration else { return nil }
      return StatuteWriter.text(of: [statute])
    }.joined(separator: "\n")
  }

  init(_ text: String, isNamed: Bool = true, asOf day: String = "2015-01-01") throws {
    try self.init(SourceFile(path: "test.lacuna", text: text), isNamed: isNamed, asOf: day)
  }

  init(file: URL) throws {
    try self.init(SourceFile(path: file.lastPathComponent, bytes: try Golden.bytes(of: file)))
  }

  var codes: [DiagnosticCode] { diagnostics.map(\.code) }

  private static func vocabulary() throws -> SourceFile {
    let tests = Golden.folder().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = tests.appending(path: "LegalModelTests/Golden/shared/vocabulary.lacuna")
    return SourceFile(path: "vocabulary.lacuna", bytes: try Golden.bytes(of: file))
  }
}
