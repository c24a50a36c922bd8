import GapAnalysis
import Reporting
import Testing
import Foundation

/// Changing one line of a statute changes exactly the findings it should.
@Suite struct ChangedLineTests {
  /// Gaps in words, by rule, of the law with some lines changed.
  private func findings(_ edits: [ShippedLaw.Edit]) throws -> Set<String> {
    if edits.isEmpty { return try Self.unchanged.get() }
    return try Self.read(edits)
  }

  private static let unchanged = Result { try read([]) }

  private static func read(_ edits: [ShippedLaw.Edit]) throws -> Set<String> {
    let report = try ShippedLaw(state: "KHM", edits: edits).report("KHM", reading: "literal", rules: "3.1.*")
    return Set(
      report.findings.filter { !$0.isUndecided && $0.logic == "coverage" }.map {
        "\($0.rules.joined(separator: ",")): \($0.text)"
      })
  }

  private func change(_ edit: ShippedLaw.Edit) throws -> (gone: [String], new: [String]) {
    let before = try findings([])
    let after = try findings([edit])
    return (before.subtracting(after).sorted(), after.subtracting(before).sorted())
  }

  @Test func addingTheVerbOfferToArticle13ClosesSaleAndNothingElse() throws {
    let (gone, new) = try change(
      .init(
        file: "tse-law-2008.lacuna", old: " selling, buying, exchanging,",
        new: " offer, selling, buying, exchanging,"))
    #expect(!gone.isEmpty)
    #expect(gone.allSatisfy { $0.contains("offering") })
    #expect(
      ["3.1.a.i.a", "3.1.a.i.b", "3.1.a.i.c", "3.1.b"].allSatisfy { rule in
        gone.contains { $0.contains(rule) }
      })
    #expect(new.isEmpty)
  }

  @Test func strikingOutNudityInArticle40ClosesNudityAndNothingElse() throws {
    let (gone, new) = try change(
      .init(
        file: "tse-law-2008.part-2.lacuna",
        old: "nudity          nude \"showing the nude body\" evidence secondary s4",
        new: "nudity          any"))
    #expect(!gone.isEmpty)
    #expect(gone.allSatisfy { $0.contains("nude") })
    #expect(new.allSatisfy { !$0.contains("nude") })
  }

  @Test func strikingOutTheMeansOfArticle12RemovesThatDefectAlone() throws {
    let before = try ShippedLaw(state: "KHM").report("KHM", reading: "literal", rules: "3.1.a.i.*")
    let old = try #require(before.findings.first { $0.causeElements == ["12 means"] })
    let line = try #require(old.causes.first)
    let path = ShippedLaw.root.appendingPathComponent(line.path)
    let text = try String(contentsOf: path, encoding: .utf8)
    let words = text.split(separator: "\n", omittingEmptySubsequences: false)[line.line - 1]
    let after = try ShippedLaw(
      state: "KHM", edits: [.init(file: "tse-law-2008.lacuna", old: String(words), new: "      means any")]
    ).report("KHM", reading: "literal", rules: "3.1.a.i.*")
    let gone = Set(before.findings.map(\.id)).subtracting(after.findings.map(\.id))
    #expect(gone == [old.id])
    #expect(Set(after.findings.map(\.id)).isSubset(of: before.findings.map(\.id)))
  }
}
