import Foundation
import SourceText
import Testing

/// What the checks say of the law in this repository. Each warning was looked at: there is no noise.
@Suite struct ShippedLawTests {
  private func linted(_ state: String, asOf: String) throws -> Linted {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Statutes/" + state)
    let files = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "lacuna" }.sorted { $0.path < $1.path }
    return try Linted(texts: files.map { try String(contentsOf: $0, encoding: .utf8) }, asOf: asOf)
  }

  /// Article 332 of the Penal Code is about an unborn child; no rule is.
  @Test func cambodia() throws {
    let law = try linted("KHM", asOf: "2026-01-01")
    #expect(law.warnings.map(\.code.rawValue) == ["L608"], "\(law.rendered)")
    #expect(law.warnings.last?.message.contains("332") ?? false)
  }
}
