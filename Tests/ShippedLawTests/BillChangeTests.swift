import Foundation
import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import TestSupport
import Testing

/// What the two fictional bills do, as `lacuna diff` sees it: cases lost and gained, not findings.
@Suite struct BillChangeTests {
  private struct Change {
    let analysis: ChangeAnalysis
    let report: ChangeReport

    init(_ bill: String) throws {
      let before = try ShippedLaw(state: "KHM")
      let after = try ShippedLaw(state: "KHM", with: [bill])
      let day = try #require(CalendarDate("2015-01-30"))
      let scope = CheckScope(jurisdiction: "KHM", asOf: day)
      analysis = try ChangeAnalyzer(
        before: ChangeAnalyzer.LawState(corpus: before.corpus, scope: scope),
        after: ChangeAnalyzer.LawState(corpus: after.corpus, scope: scope),
        instrument: try #require(before.corpus.instrument(named: "OPSC"))
      ).analysis()
      report = ChangeReportBuilder(
        analysis,
        before: .init(label: "the law in force", files: before.files, trees: before.trees, amendments: []),
        after: .init(label: "with \(bill)", files: after.files, trees: after.trees, amendments: [])
      ).report(tool: "lacuna")
    }

    func rule(_ name: String) throws -> ChangeReport.Rule {
      try #require(report.rules.first { $0.id == "OPSC " + name })
    }

    func losses(_ name: String) -> [ChangeReport.Move] {
      report.moves.filter { $0.direction == "lost" && $0.rules.contains("OPSC " + name) }
    }

    /// Rules at a level or above that lose cases.
    func regressions(_ level: Level) -> [String] {
      analysis.regressions(atOrAbove: level).map { analysis.after.corpus[$0.rule].name }
    }
  }

  private static let billA = Result { try Change("bill-a.lacuna") }
  private static let billB = Result { try Change("bill-b.lacuna") }

  // MARK: Bill A

  @Test func billAPassesTheGate() throws {
    let change = try Self.billA.get()
    #expect(change.regressions(.binding).isEmpty)
    #expect(change.regressions(.conditional).isEmpty)
    // That the exemption of children is no loss: what must not be punished is punished less.
    #expect(try change.rule("CRC.victims").change == "wider")
  }

  @Test(arguments: BillTests.addressed) func billAClosesWhatItAddresses(_ name: String) throws {
    let rule = try Self.billA.get().rule(name)
    #expect(rule.change == "wider" && rule.lost == "0")
    #expect(rule.verdictBefore != "satisfied" && rule.verdictAfter == "satisfied")
  }

  /// Articles 40 and 41 leave out texts and drawings that merely suggest: no treaty asks for them.
  @Test func billALosesWhatTheCommitteeAloneAsksFor() throws {
    #expect(try Self.billA.get().regressions(.optional) == ["CRC.suggestive"])
  }

  // MARK: Bill B

  @Test func billBFailsThroughArticles4And40And41() throws {
    let change = try Self.billB.get()
    #expect(Set(change.regressions(.binding)).isSuperset(of: ["2.c", "3.1.c", "3.1.c.possession"]))
    #expect(change.regressions(.conditional).contains("3.4"))
    for (rule, article) in [("2.c", "40"), ("3.1.c", "41"), ("3.1.c.possession", "41"), ("3.4", "4")] {
      let through = change.losses(rule).filter { move in
        move.causes.contains { $0.hasPrefix("KHM/tse-2008 art. \(article) ") }
      }
      #expect(!through.isEmpty, "\(rule) through article \(article)")
      #expect(through.allSatisfy { !$0.example.isEmpty && !$0.exampleText.isEmpty })
    }
  }

  @Test func billBLosesChildrenOf15OtherMediaAndTheSecondLimb() throws {
    let losses = try Self.billB.get().losses("2.c")
    #expect(losses.contains { $0.region["age"] == ["15 to 17"] })
    #expect(losses.contains { $0.region["medium"] == ["text", "drawing"] })
    #expect(losses.contains { $0.region["depiction"]?.contains("sexual-parts") == true })
  }

  @Test func theReportOnBillBSaysWhatRemainsAndWhatIsAdded() throws {
    let report = try Self.billB.get().report
    #expect(
      report.opened.contains { $0.reworded && $0.text.contains("art. 12") && $0.text.contains("means") })
    #expect(report.unchanged.contains { $0.logic == "coverage" && $0.text == "Not punished: offering." })
    #expect(
      report.opened.contains {
        !$0.reworded && $0.text.contains("art. 13bis") && $0.text.contains("across a border")
      })
    #expect(report.notes.contains { $0.contains("13bis") && $0.contains("for another benefit") })
  }

  // MARK: Both

  @Test(arguments: ["bill-a", "bill-b"]) func theReportReadsAsRecorded(_ bill: String) throws {
    let change = try (bill == "bill-a" ? Self.billA : Self.billB).get()
    let text = ChangeMarkdownRenderer().render(change.report)
    #expect(text.split(separator: "\n").count < 500)
    #expect(Golden.compare(text, with: Golden.folder().appending(path: "change-\(bill).md")).failure == nil)
  }
}
