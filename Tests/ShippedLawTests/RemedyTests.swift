import Reporting
import Testing

/// A remedy completes what a provision is about; it makes no other provision of it.
@Suite struct RemedyTests {
  private func remedies(_ report: Report) -> [String] { report.findings.flatMap(\.remedy) }

  @Test(arguments: ["literal", "CRC-2015", "strict"]) func noRemedyPunishesWhoActsByRight(
    _ reading: String
  ) throws {
    let remedies = remedies(try ShippedLaw(state: "KHM").report("KHM", reading: reading, rules: "3.1.*"))
    #expect(!remedies.isEmpty)
    #expect(!remedies.contains { $0.contains("right to act") })
  }

  @Test func offeringIsAddedToTheSaleOfAPersonAndNotToTakingFromCustody() throws {
    let report = try ShippedLaw(state: "KHM").report("KHM", reading: "CRC-2015", rules: "3.1.a.i.*")
    let offering = report.findings.filter { $0.logic == "coverage" && $0.values("act") == ["offer"] }
    #expect(!offering.isEmpty)
    for finding in offering {
      #expect(finding.causeElements == ["13 act"])
      #expect(finding.remedy.contains { $0.hasPrefix("In KHM/tse-2008 art. 13, add to conduct: offering") })
    }
    #expect(!remedies(report).contains { $0.contains("art. 8,") })
  }

  @Test func aDefinitionThatIsReliedOnForAnotherDutyKeepsWhatItIsAbout() throws {
    let law = try ShippedLaw(state: "KHM", with: ["bill-b.lacuna"])
    let remedies = remedies(try law.report("KHM", rules: "3.4"))
    #expect(!remedies.isEmpty)
    #expect(!remedies.contains { $0.contains("art. 23,") })
  }

  @Test func aRemedyIsToldWithWhatTheSecondRunShowedAndANewOffenceWithout() throws {
    let report = try ShippedLaw(state: "KHM").report("KHM", reading: "CRC-2015")
    for finding in report.findings where !finding.remedy.isEmpty {
      let isNew = finding.remedy.contains { $0.hasPrefix("Create an offence") }
      #expect((finding.proof == nil) == isNew)
      #expect(finding.proof?.hasPrefix("Checked again with these edits: closes the gap") ?? true)
    }
  }
}
