import LegalSyntax
import Lint
import SourceText
import Testing

/// The examples of the checks are their tests: the wrong one draws this warning and no other, the right one none.
@Suite struct ExampleTests {
  static let checks = Linter.checks.map(\.code)

  private func page(_ code: DiagnosticCode) throws -> DiagnosticExplanation {
    try #require(Linter.explanation(of: code))
  }

  @Test(arguments: checks) func wrongExampleDrawsTheWarning(_ code: DiagnosticCode) throws {
    let law = try Linted(page(code).wrongExample)
    #expect(!law.warnings.isEmpty)
    #expect(law.warnings.allSatisfy { $0.code == code }, "\(law.rendered)")
    #expect(law.warnings.allSatisfy { !$0.help.isEmpty })
    #expect(law.warnings.allSatisfy { !law.underlined($0).isEmpty })
  }

  @Test(arguments: checks) func rightExampleDrawsNone(_ code: DiagnosticCode) throws {
    let law = try Linted(page(code).correctedExample)
    #expect(law.warnings.isEmpty, "\(law.rendered)")
  }

  @Test(arguments: checks) func examplesDifferInAFewLines(_ code: DiagnosticCode) throws {
    let page = try page(code)
    let wrong = page.wrongExample.split(separator: "\n")
    let right = page.correctedExample.split(separator: "\n")
    #expect(right.difference(from: wrong).insertions.count <= 6)
  }

  @Test func everyCodeIsExplainedOnce() {
    for code in DiagnosticCode.allCases {
      let isExplainedHere = Linter.explanation(of: code) != nil
      #expect((code.explanation == nil) == isExplainedHere, "\(code.rawValue)")
      #expect(!isExplainedHere || code.severity == .warning, "\(code.rawValue)")
    }
    #expect(Set(Self.checks).count == Self.checks.count)
    #expect(Self.checks == Self.checks.sorted())
  }
}
