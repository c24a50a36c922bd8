import Foundation
import LegalModel
import LegalSyntax
import ShippedRules
import SourceText
import Testing

/// The files of the repository themselves: canonical layout, embedded as they are, definitions and sources given.
@Suite struct ShippedFilesTests {
  private static func files(below folder: String) throws -> [URL] {
    let root = ShippedLaw.root.appendingPathComponent(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".lacuna") }
      .sorted().map { root.appendingPathComponent($0) }
  }

  @Test func everyFileHasTheCanonicalLayout() throws {
    for url in try Self.files(below: "Rules") + Self.files(below: "Statutes") {
      let text = try String(contentsOf: url, encoding: .utf8)
      #expect(
        Formatter.format(SourceFile(path: url.lastPathComponent, text: text)) == text,
        "\(url.lastPathComponent)")
    }
  }

  @Test func theBinaryHoldsTheRulesOfTheFolder() throws {
    let folder = try Self.files(below: "Rules")
    #expect(ShippedRules.files.count == folder.count)
    for (embedded, url) in zip(ShippedRules.files, folder) {
      #expect(url.path.hasSuffix(embedded.path))
      #expect(try String(contentsOf: url, encoding: .utf8) == embedded.text)
    }
  }

  @Test func everyValueAndGroupHasADefinitionAndASource() throws {
    let law = try ShippedLaw(state: "KHM")
    for element in law.corpus.vocabulary.elements {
      #expect(!element.meaning.isEmpty && !element.source.isEmpty, "\(element.name)")
      for value in element.values {
        #expect(!value.meaning.isEmpty && !value.source.isEmpty, "\(value.name)")
      }
      for group in element.groups {
        #expect(!group.meaning.isEmpty && !group.source.isEmpty, "\(group.name)")
      }
    }
  }

  @Test func rulesOfTheCommitteeAreNeverAboveRecommended() throws {
    let law = try ShippedLaw(state: "KHM")
    for rule in law.corpus.rules where rule.name.hasPrefix("CRC.") || rule.name.hasPrefix("LACUNA.") {
      #expect(rule.level == .recommended && rule.source != nil, "\(rule.name)")
    }
  }
}
