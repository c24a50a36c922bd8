import Foundation
import GapAnalysis
import Reporting
import SourceText
import TestSupport
import Testing

/// What the law of Cambodia, as encoded, must show against the OPSC. Nothing of this is typed in anywhere: each line
/// follows from the statute files and the rules.
@Suite struct CambodiaTests {
  /// The law checked on each reading, once for all tests.
  private struct Reports {
    let literal: Report
    let committee: Report
    let all: Report

    init() throws {
      let law = try ShippedLaw(state: "KHM")
      #expect(law.diagnostics.sorted.isEmpty)
      literal = try law.report("KHM", reading: "literal")
      committee = try law.report("KHM", reading: "CRC-2015")
      all = try law.report("KHM")
    }
  }

  private static let reports = Result { try Reports() }

  private let literal: Report
  private let committee: Report
  private let all: Report

  init() throws {
    let reports = try Self.reports.get()
    literal = reports.literal
    committee = reports.committee
    all = reports.all
  }

  static let sale = ["3.1.a.i.a", "3.1.a.i.b", "3.1.a.i.c"]

  @Test(arguments: sale) func onlyOfferingIsMissingInSaleReadLiterally(_ rule: String) throws {
    #expect(try literal.rule(rule).verdict == "partly")
    let gaps = literal.findings(rule)
    #expect(!gaps.isEmpty)
    for gap in gaps {
      #expect(gap.values("act") == ["offer"])
      #expect(gap.values("means") == nil, "by any means")
      #expect(gap.causeElements.contains("13 act"))
    }
    let acts = try literal.rule(rule).elements.filter { $0.element == "act" }
    for row in acts where row.values != ["offer"] {
      #expect(row.status == "covered")
      #expect(row.by.contains("KHM/tse-2008 art. 14") && row.by.contains("KHM/tse-2008 art. 15"))
    }
    #expect(try literal.rule(rule).unverifiedShare == "all")
  }

  @Test func coercionIsADefectOfArticle12AndOfArticle8ForItsUsers() throws {
    let defects = Self.sale.flatMap { literal.findings($0, logic: "defect") }
    let article12 = try #require(defects.first { $0.causeElements == ["12 means"] })
    #expect(article12.kind == "element-added")
    #expect(article12.claim?.contains("claimed by CRC") == true)
    #expect(article12.rules == Self.sale.map { "OPSC " + $0 }, "a claim with a wildcard is reported once")
    let article8 = try #require(defects.first { $0.causeElements == ["8 means"] })
    #expect(article8.text.contains("art. 10") && article8.text.contains("art. 11"))
  }

  @Test func theConsentClauseOfArticle15IsAnAlternativeThatCostsNoCoverage() throws {
    let defects = literal.findings("3.1.a.i.a", logic: "defect")
    let consent = try #require(defects.first { $0.causeElements == ["15 consent"] })
    #expect(consent.text.contains("consent-clause"))
    #expect(literal.findings("3.1.a.i.a").allSatisfy { $0.values("consent") == nil })
  }

  @Test func adoptionDependsOnTheUnreadLawAndShowsWhatKeepsArticle332Away() throws {
    #expect(try literal.rule("3.1.a.ii").verdict == "depends")
    let open = literal.findings("3.1.a.ii", isUndecided: true)
    #expect(open.contains { $0.decision.contains { $0.contains("KHM/adoption-2009") } })
    let told = open.flatMap(\.nearest).joined(separator: " ")
    #expect(told.contains("KHM/penal-code-2009 art. 332") && told.contains("go-between"))
    #expect(told.contains("not yet born") && told.contains("for gain"))
    let tooLow = literal.findings.filter { $0.kind == "penalty-too-low" && $0.logic == "defect" }
    #expect(tooLow.contains { $0.text.contains("art. 332") && $0.level == "recommended" })
  }

  @Test func theDefinitionOfChildPornographyIsTooNarrowAndTheCauseIsArticle40() throws {
    let gaps = literal.findings("3.1.c")
    for element in ["medium", "nudity", "arousal"] {
      #expect(
        gaps.contains {
          // That nothing reaches offering the material is told as well, where the cases hold it.
          $0.kind == "definition-too-narrow" && $0.causeElements.subtracting(["41 act"]) == ["40 " + element]
        },
        "\(element)")
    }
    #expect(gaps.contains { $0.values("act") == ["offer-material"] })
    #expect(
      gaps.contains {
        $0.values("act")?.contains("disseminate") == true && $0.values("publicity") == ["private"]
      })
    #expect(
      gaps.contains {
        $0.causeElements.contains("41 intended-use") && $0.values("act")?.contains("import") == true
      })
    let open = literal.findings("3.1.c", isUndecided: true)
    #expect(open.contains { $0.values("act") == ["produce"] })
    #expect(open.contains { $0.decision.contains { $0.contains("art. 41") } })
  }

  @Test func possessionForUnlistedPurposesBindsAndSimplePossessionIsRecommended() throws {
    let listed = literal.findings("3.1.c.possession")
    #expect(listed.contains { $0.values("intended-use")?.contains("for-production") == true })
    #expect(listed.allSatisfy { $0.level == "binding" })
    for rule in ["CRC.possession", "CRC.access"] {
      #expect(!literal.findings(rule).isEmpty)
      #expect(literal.findings(rule).allSatisfy { $0.level == "recommended" })
    }
  }

  @Test func theDefinitionOfChildProstitutionDrawsNoFinding() throws {
    #expect(try literal.rule("2.b").verdict == "satisfied")
    #expect(literal.findings.allSatisfy { finding in finding.causes.allSatisfy { $0.article != "23" } })
    let offering = literal.findings("3.1.b").filter { $0.values("act") == ["offer"] }
    #expect(offering.contains { $0.causeElements == ["35 capacity"] })
  }

  @Test func attemptComplicityAndLegalPersonsShowWhatTheyRestOn() throws {
    let attempt = try literal.rule("3.2.attempt")
    #expect(attempt.level == "conditional")
    let by = Set(attempt.elements.flatMap(\.by))
    #expect(by.contains("KHM/penal-code-2009 art. 27") && by.contains("KHM/tse-2008 art. 4"))
    #expect(attempt.restsOn.contains { $0.contains("penal-code-2009 art. 27 (text)") })
    #expect(attempt.restsOn.contains { $0.contains("tse-2008 art. 4 (unverified)") })
    #expect(Set(try literal.rule("3.4").elements.flatMap(\.by)).contains("KHM/tse-2008 art. 4"))
    #expect(literal.notChecked.contains { $0.rule == "OPSC 3.5" })
  }

  @Test(arguments: sale) func onTheReadingOfTheCommitteeSaleWithoutImproperMeansIsAGap(_ rule: String) throws
  {
    let gaps = committee.findings(rule).filter { $0.values("means")?.contains("none") == true }
    #expect(
      gaps.contains { $0.values("act")?.contains("deliver") == true && $0.causeElements.contains("13 means") }
    )
    #expect(gaps.allSatisfy { $0.level == "binding" })
  }

  @Test(arguments: sale) func withoutAReadingTheSameRegionDependsOnArticle13(_ rule: String) throws {
    let open = all.findings(rule, isUndecided: true)
    #expect(
      open.contains { finding in
        finding.values("means")?.contains("none") == true
          && finding.values("act")?.contains("deliver") == true
          && finding.decision.contains {
            $0.hasPrefix(
              "Not punished if KHM/tse-2008 art. 13 is read: CRC-2015; punished if KHM/tse-2008 art. 13")
          }
      })
    #expect(all.findings(rule).allSatisfy { $0.values("act") == ["offer"] })
  }

  @Test func beforeTheBondNothingIsCheckedAndTheReportSaysSo() throws {
    let early = try ShippedLaw(state: "KHM").report("KHM", asOf: "2002-01-01")
    #expect(!early.header.isBound && early.rules.isEmpty && early.findings.isEmpty)
    #expect(early.header.binding.contains("did not bind KHM"))
  }

  @Test func everyReportCarriesDatesSharesAndTheNotice() throws {
    let text = MarkdownRenderer().render(literal)
    #expect(text.contains(Report.notice.prefix(40)))
    #expect(text.contains("Researched up to"))
    #expect(text.contains("rests on unverified lines"))
    #expect(literal.evidenceShare.contains("unverified"))
  }

  /// Verdicts and the first words of findings: small enough to read, exact enough to notice any change of the law.
  @Test(arguments: ["literal", "CRC-2015"]) func theFindingsAreThoseOfTheGoldenFile(_ reading: String) throws
  {
    let report = reading == "literal" ? literal : committee
    var text = ""
    for rule in report.rules {
      text +=
        "\(rule.id) \(rule.level) \(rule.verdict): covered \(rule.coveredShare), depends \(rule.dependsShare), "
      text += "gap \(rule.gapShare)\n"
    }
    for finding in report.findings {
      text +=
        "\n\(finding.kind) \(finding.logic) \(finding.rules.joined(separator: ", "))\n  \(finding.text)\n"
      for cause in finding.causes {
        text += "  \(cause.statute) \(cause.article) \(cause.element) \(cause.evidence)\n"
      }
    }
    let outcome = Golden.compare(text, with: Golden.folder().appending(path: "KHM-\(reading).txt"))
    #expect(outcome == .same, "\(outcome.failure ?? "")")
  }
}
