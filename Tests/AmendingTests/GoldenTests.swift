import Amending
import Foundation
import SourceText
import TestSupport
import Testing

/// What is said of edits that do not fit, and what becomes of a statute by those that do.
@Suite struct GoldenTests {
  static let conflicts = Golden.files(in: Golden.folder("conflicts"), withExtension: "lacuna")
  static let applied = Golden.files(in: Golden.folder("applied"), withExtension: "lacuna")

  @Test(arguments: conflicts) func conflictsAreAsRecorded(_ file: URL) throws {
    let amended = try Amended(file: file)
    #expect(!amended.diagnostics.isEmpty)
    let expected = file.deletingPathExtension().appendingPathExtension("diagnostics.txt")
    #expect(Golden.compare(amended.rendered, with: expected).failure == nil)
  }

  @Test(arguments: applied) func consolidatedTextIsAsRecorded(_ file: URL) throws {
    let amended = try Amended(file: file)
    #expect(amended.rendered == "")
    let expected = file.deletingPathExtension().appendingPathExtension("consolidated")
    #expect(Golden.compare(amended.text, with: expected).failure == nil)
  }

  @Test(arguments: applied) func consolidatedTextReadsBackAsItself(_ file: URL) throws {
    let amended = try Amended(file: file)
    let again = try Amended(amended.text)
    #expect(again.rendered == "")
    #expect(again.text == amended.text)
    let applied = amended.amendments.filter(\.outcome.isApplied)
    #expect(again.amendments.map(\.name) == applied.map(\.name))
    #expect(again.amendments.allSatisfy { $0.outcome == .heldByText })
  }

  @Test func everyCodeOfAmendmentsHasAGolden() throws {
    var seen: Set<DiagnosticCode> = []
    for file in Self.conflicts { seen.formUnion(try Amended(file: file).codes) }
    let codes = DiagnosticCode.allCases.filter { $0.rawValue >= "L700" }
    #expect(codes.filter { !seen.contains($0) }.map(\.rawValue) == [])
  }

  @Test(arguments: conflicts) func messagesKeepToTheStyle(_ file: URL) throws {
    for diagnostic in try Amended(file: file).diagnostics {
      for text in [diagnostic.message] + diagnostic.help.map({ $0.text() }) {
        let first = try #require(text.first)
        #expect(!first.isUppercase, "begins with a capital: \(text)")
        #expect(!text.hasSuffix("."), "ends with a stop: \(text)")
      }
    }
  }
}
