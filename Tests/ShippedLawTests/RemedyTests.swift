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

  @Test func everyGapOfAnArticleThatReachesChildrenOfferingThemselvesGetsALimitedRemedy() throws {
    let report = try ShippedLaw(state: "KHM").report("KHM")
    let limit = "Punishing in addition only acts by another person than the child:"
    let limited = report.findings.filter { $0.remedy.first == limit }
    #expect(limited.count > 10)
    for finding in limited {
      #expect(finding.remedy.count > 1)
      #expect(finding.proof?.contains("Without the limit, OPSC CRC.victims (recommended: ") == true)
    }
    // No article of this law is near such an act, or it can be widened.
    #expect(report.findings.allSatisfy { $0.missingRemedy == nil })
    // Without the rule about victims there is nothing to spare.
    let alone = try ShippedLaw(state: "KHM").report("KHM", rules: "3.1.c")
    #expect(alone.findings.contains { $0.remedy.first == limit })
  }

  @Test func aRuleThatWouldGetWorseIsNamed() throws {
    let law = try ShippedLaw(state: "KHM", with: ["bill-b.lacuna"])
    let missing = try law.report("KHM").findings.compactMap(\.missingRemedy)
    #expect(missing.contains { $0.contains("and OPSC LACUNA.3.3 (recommended: ") })
  }

  @Test func whatTheTextGivesUpItsReadingsGiveUpToo() throws {
    let report = try ShippedLaw(state: "KHM").report("KHM")
    let medium = report.findings.filter { finding in
      finding.logic == "coverage" && finding.causes.contains { $0.version == "reading ministry-note" }
    }
    #expect(!medium.isEmpty)
    for finding in medium {
      #expect(
        finding.remedy.contains { $0.contains("art. 40, delete the requirement") && $0.contains("medium") })
    }
    #expect(!remedies(report).contains { $0.contains("which only a reading asks for") })
  }

  @Test func anAmendmentThatChangesATextForSomeCasesMakesNoExceptionOfIt() throws {
    let report = try ShippedLaw(state: "KHM", with: ["bill-b.lacuna"]).report("KHM")
    #expect(report.findings.contains { $0.causes.contains { $0.element == "items" } })
    for finding in report.findings {
      #expect(
        !finding.nearest.contains { $0.contains("exception") || $0.contains("another text of the amendment") }
      )
    }
  }

  @Test func whatIsUndecidedAfterwardsIsSaid() throws {
    // Whatever is added to the acts of article 13 still needs coercion on the Committee's reading.
    let report = try ShippedLaw(state: "KHM").report("KHM")
    let offering = report.findings.filter { $0.causeElements == ["13 act"] && $0.proof != nil }
    #expect(!offering.isEmpty)
    #expect(offering.allSatisfy { $0.proof?.contains("depend on what is not settled") == true })
    let literal = try ShippedLaw(state: "KHM").report("KHM", reading: "literal")
    let settled = literal.findings.filter { $0.causeElements == ["13 act"] && $0.proof != nil }
    #expect(!settled.isEmpty)
    #expect(settled.allSatisfy { $0.proof?.contains("not settled") == false })
  }
}
