import Foundation
import LegalSyntax
import SourceText
import Testing
import TestSupport

/// What the parser says about whole files, and how they are laid out.
@Suite struct GoldenTests {
  static let valid =
    Golden.files(in: Golden.folder("valid"), withExtension: "lacuna")
    + Golden.files(in: Golden.folder("valid"), withExtension: "md")
  static let invalid =
    Golden.files(in: Golden.folder("invalid"), withExtension: "lacuna")
    + Golden.files(in: Golden.folder("invalid"), withExtension: "md")

  @Test(arguments: valid) func validFileHasNoDiagnostics(_ file: URL) throws {
    let parsed = try Parsed(file: file)
    #expect(parsed.rendered == "")
    #expect(!parsed.tree.declarations.isEmpty)
  }

  @Test(arguments: valid) func layoutIsAsRecorded(_ file: URL) throws {
    let source = SourceFile(path: file.lastPathComponent, bytes: try Golden.bytes(of: file))
    let formatted = try #require(Formatter.format(source))
    let expected = file.deletingPathExtension().appendingPathExtension("formatted")
    #expect(Golden.compare(formatted, with: expected).failure == nil)
  }

  @Test(arguments: valid) func layoutIsStableAndKeepsTheTree(_ file: URL) throws {
    let before = try Parsed(file: file)
    let formatted = try #require(Formatter.format(before.source))
    let after = Parsed(SourceFile(path: file.lastPathComponent, text: formatted))
    #expect(Formatter.format(after.source) == formatted)
    #expect(TreeText.describe(after.tree) == TreeText.describe(before.tree))
    #expect(after.rendered == "")
  }

  @Test(arguments: invalid) func diagnosticsAreAsRecorded(_ file: URL) throws {
    let parsed = try Parsed(file: file)
    #expect(!parsed.diagnostics.isEmpty)
    let expected = file.deletingPathExtension().appendingPathExtension("diagnostics.txt")
    #expect(Golden.compare(parsed.rendered, with: expected).failure == nil)
  }

  @Test func everyCodeOfTheFrontEndHasAGolden() throws {
    var seen: Set<DiagnosticCode> = []
    for file in Self.invalid { seen.formUnion(try Parsed(file: file).diagnostics.map(\.code)) }
    let frontEnd = DiagnosticCode.allCases.filter { $0.rawValue < "L300" }
    #expect(frontEnd.filter { !seen.contains($0) }.map(\.rawValue) == [])
    #expect(Self.invalid.count >= 30)
  }
}
