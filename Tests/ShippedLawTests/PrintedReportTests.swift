import Foundation
import Reporting
import Testing

/// What a lawyer reads in the printed report on Cambodia.
@Suite struct PrintedReportTests {
  private static let printed = Result {
    let report = try ShippedLaw(state: "KHM").report("KHM")
    return (report: report, markdown: MarkdownRenderer().render(report), text: text(report))
  }

  private static func text(_ report: Report) -> String { TextRenderer(usesColor: false).render(report) }

  private let report: Report
  private let markdown: String
  private let text: String

  init() throws { (report, markdown, text) = try Self.printed.get() }

  @Test func numbersRunOnInTheOrderOfPrinting() throws {
    #expect(report.findings.map(\.number) == Array(1...report.findings.count))
    for printed in [markdown, text] {
      let numbers = printed.matches(of: #/(?m)^(?:- )?(?:\*\*|   )?(\d+)(?:–(\d+))?\./#).flatMap { match in
        [match.output.1, match.output.2].compactMap { $0.flatMap { Int(String($0)) } }
      }
      #expect(numbers == numbers.sorted() && numbers.first == 1 && numbers.last == report.findings.count)
    }
  }

  @Test func theArticlesOfTheTreatyThatAreComparedAreNamed() {
    #expect(markdown.hasPrefix("# Cambodia: national law checked against articles 1 to 3 of the OPSC\n"))
    #expect(text.hasPrefix("Cambodia against articles 1 to 3 of OPSC, law as of"))
    #expect(
      markdown.contains("## Not checked\n\n- OPSC: only articles 1 to 3 of the instrument are compared;"))
  }

  @Test func recommendationsAreMeasuredAsSuch() {
    for finding in report.findings where finding.logic == "defect" {
      #expect(!finding.text.contains("the treaty leaves open") || finding.level != "recommended")
      #expect(!finding.text.contains("the recommendation leaves open") || finding.level == "recommended")
    }
  }

  @Test func openMeansNothingButWhatTheTreatyLeavesOpen() {
    #expect(!markdown.contains("**open**") && !markdown.contains("Open if"))
    let duties = [
      "Not punished if", "Not reached by the definition if", "Punished if", "Punished too lightly if",
    ]
    for start in duties { #expect(markdown.contains("\n\(start) "), "\(start)") }
  }

  @Test func theExampleIsShutOutByWhatTheNearestProvisionIsSaidToAsk() throws {
    let finding = try #require(
      report.findings.first { $0.text.contains("not in photographs or in films or videos, not nude") })
    #expect(finding.exampleValue("medium") == "text")
    #expect(finding.causeElements.contains("40 nudity"))
  }

  @Test func notesOfTheEncoderStandInTheReportOnce() {
    for printed in [markdown, text] {
      #expect(printed.components(separatedBy: "speaks against the reading of the Committee").count == 2)
      #expect(
        printed.components(separatedBy: "Words in quotation marks beside a line are paraphrases").count == 2)
    }
  }

  @Test func whatASearchDidNotFindIsSaidWhereOneWasMade() {
    let sought = report.findings.filter { !$0.remedy.isEmpty || $0.missingRemedy != nil }
    #expect(!sought.isEmpty)
    for finding in sought {
      #expect(finding.remedy.isEmpty == (finding.missingRemedy != nil))
      #expect(
        finding.logic == "coverage" && !finding.isUndecided && !finding.text.hasPrefix("Not reached by"))
    }
  }

  @Test(arguments: [
    "however the law is read", "1 items", " 1 years", "by other sexual or", "none of the covered cases",
    "1000000",
    "where it lives", "Proved:", "| offering oneself as |",
  ]) func wordsThatMisleadAreGone(_ words: String) {
    #expect(!markdown.contains(words) && !text.contains(words))
  }
}
