import Reporting
import SourceText
import Testing

/// The two fictional bills: one closes gaps, one only looks like it.
@Suite struct BillTests {
  private struct Reports {
    let before: Report
    let billA: Report
    let billB: Report

    init() throws {
      before = try Self.law([]).report("KHM")
      billA = try Self.law(["bill-a.lacuna"]).report("KHM")
      billB = try Self.law(["bill-b.lacuna"]).report("KHM")
    }

    static func law(_ bills: [String]) throws -> ShippedLaw {
      let law = try ShippedLaw(state: "KHM", with: bills)
      #expect(law.diagnostics.sorted.isEmpty)
      return law
    }
  }

  private static let reports = Result { try Reports() }

  private let reports: Reports

  init() throws { reports = try Self.reports.get() }

  private func count(_ text: String) throws -> UInt128 { try #require(UInt128(text)) }

  /// What the treaty itself requires of which a report has a larger gap than the law without the bill.
  private func worse(_ report: Report) throws -> Set<String> {
    var result: Set<String> = []
    for (old, new) in zip(reports.before.rules, report.rules)
    where ["binding", "conditional"].contains(new.level) {
      #expect(old.id == new.id)
      // An element that only the bill mentions is cut otherwise, but the cases are the same.
      #expect(old.required == new.required, "\(new.id)")
      if try count(new.gap) > count(old.gap) { result.insert(new.id) }
    }
    return result
  }

  // MARK: Bill A

  static let addressed = [
    "2.a", "2.c", "3.1.a.i.a", "3.1.a.i.b", "3.1.a.i.c", "3.1.a.ii", "3.1.c", "3.1.c.possession",
    "CRC.access", "CRC.possession", "CRC.adoption",
  ]

  @Test(arguments: addressed) func billAClosesTheGapsThatItAddresses(_ rule: String) throws {
    #expect(try reports.billA.rule(rule).verdict == "satisfied")
    #expect(try reports.before.rule(rule).verdict != "satisfied")
  }

  @Test func billALosesNothing() throws {
    #expect(try worse(reports.billA).isEmpty)
    for (old, new) in zip(reports.before.rules, reports.billA.rules) {
      #expect(try count(new.covered) >= count(old.covered), "\(new.id)")
    }
  }

  @Test func billALeavesWhatItDoesNotSpeakOf() throws {
    #expect(try reports.billA.rule("3.1.b").verdict == "partly")
  }

  // MARK: Bill B

  @Test func billBFailsThroughArticles4And40And41() throws {
    let worse = try worse(reports.billB)
    #expect(worse.isSuperset(of: ["OPSC 2.c", "OPSC 3.1.c", "OPSC 3.1.c.possession", "OPSC 3.4"]))
    let definition = reports.billB.findings("2.c")
    #expect(definition.contains { $0.causeElements.contains("40 age") })
    #expect(definition.contains { $0.causeElements.contains("40 medium") })
    #expect(definition.contains { $0.causeElements.contains("40 depiction") })
  }

  @Test func billBKeepsCoercionAndTheMissingOffering() throws {
    for rule in ["3.1.a.i.a", "3.1.a.i.b", "3.1.a.i.c"] {
      #expect(reports.billB.findings(rule).contains { $0.values("act") == ["offer"] }, "\(rule)")
    }
    let defects = reports.billB.findings.filter { $0.logic == "defect" }
    #expect(defects.contains { $0.causeElements.contains("12 means") })
  }

  @Test func billBAddsABorderAndCash() throws {
    let added = reports.billB.findings.filter { $0.kind == "element-added" }.reduce(into: Set<String>()) {
      $0.formUnion($1.causeElements)
    }
    #expect(added.contains("13bis border"))
    // The treaty names both kinds of consideration, so that asking for one is no element of its own.
    #expect(reports.billB.notes.contains { $0.contains("13bis") && $0.contains("for another benefit") })
  }

  // MARK: Both

  @Test(arguments: ["bill-a.lacuna", "bill-b.lacuna"])
  func theConsolidatedTextIsTheSameLaw(_ bill: String) throws {
    let again = try Reports.law([bill]).rewritten()
    #expect(again.diagnostics.sorted.isEmpty)
    let report = try again.report("KHM")
    let amended = bill == "bill-a.lacuna" ? reports.billA : reports.billB
    for (old, new) in zip(amended.rules, report.rules) {
      #expect(
        [old.id, old.verdict, old.required, old.covered, old.depends, old.gap, old.unverified]
          == [new.id, new.verdict, new.required, new.covered, new.depends, new.gap, new.unverified])
    }
    #expect(report.findings.map(\.id) == amended.findings.map(\.id))
    #expect(report.findings.map(\.text) == amended.findings.map(\.text))
    #expect(report.findings.map(\.remedy) == amended.findings.map(\.remedy))
    #expect(report.notes == amended.notes)
  }
}
