import Foundation
import Lint
import SourceText
import TestSupport
import Testing

/// The page on the checks says what the checks say of themselves.
@Suite struct PageTests {
  @Test func pageListsTheChecks() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/lacuna/Lacuna.docc/Lint.md")
    let page = String(decoding: try Golden.bytes(of: file), as: UTF8.self)
    let mark = try #require(page.firstRange(of: /<!-- What follows .* -->\n/))
    let written = page[..<mark.upperBound] + Linter.checks.map(section).joined()
    #expect(Golden.compare(String(written), with: file).failure == nil)
  }

  private func section(_ check: any LintCheck) -> String {
    let page = check.explanation
    return """

      ### \(check.code.rawValue): \(page.summary.lowercasedStart)

      \(page.why)

      Suspicious:

      ```lacuna
      \(page.wrongExample)
      ```

      In order:

      ```lacuna
      \(page.correctedExample)
      ```

      """
  }
}

extension String {
  /// As part of a title: a small first letter, no full stop.
  fileprivate var lowercasedStart: String {
    let text = hasSuffix(".") ? dropLast() : self[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
