import Testing

@testable import Reporting

/// What many findings come down to.
@Suite struct InBriefTests {
  /// A report with so many findings, each with one cause.
  private func report(_ count: Int, _ change: (inout Report.Finding) -> Void = { _ in }) -> Report {
    var report = HostileReport.report
    report.findings = (1...count).map { number in
      var finding = HostileReport.report.findings[0]
      finding.number = number
      change(&finding)
      return finding
    }
    return report
  }

  @Test func fewFindingsAreReadWithoutIt() {
    #expect(InBrief.levels(of: report(5)).isEmpty)
    #expect(InBrief.levels(of: report(6)).count == 1)
    let accepted = report(6) { $0.acceptedBy = $0.number == 1 ? "XA/waiver" : nil }
    #expect(InBrief.levels(of: accepted).isEmpty)
  }

  @Test func equalRequirementsAreOneRowWithGapsAndDefectsApart() throws {
    let report = report(7) { finding in
      finding.causes[0].line = 9 - finding.number
      finding.causes[0].asks = finding.number == 4 ? "age: under 15" : "act: offering"
      if finding.number == 7 { finding.logic = "defect" }
    }
    let brief = try #require(InBrief.levels(of: report).first)
    #expect(brief.lines.map(\.asks) == ["act: offering", "age: under 15"])
    #expect(brief.lines[0].open == [1, 2, 3, 5, 6] && brief.lines[0].defects == [7])
    #expect(brief.lines[1].open == [4] && brief.lines[1].defects.isEmpty)
    #expect(brief.lines[0].rules == ["1"])
    #expect(brief.remedies.map(\.findings) == [[1, 2, 3, 4, 5, 6, 7]])
  }

  @Test func whatIsNotSettledIsToldByQuestionAndNotByLine() throws {
    let report = report(6) { finding in
      finding.isUndecided = true
      finding.questions =
        finding.number.isMultiple(of: 2) ? ["how to read it"] : ["how to read it", "what it says"]
    }
    let brief = try #require(InBrief.levels(of: report).first)
    #expect(brief.lines.isEmpty && brief.remedies.isEmpty)
    #expect(brief.matters.map(\.question) == ["how to read it", "what it says"])
    #expect(brief.matters.map(\.findings) == [[1, 2, 3, 4, 5, 6], [1, 3, 5]])
  }

  @Test func aFindingWithoutALineIsToldByItsKind() throws {
    let report = report(6) { finding in
      finding.kind = "no-offence"
      finding.causes = []
    }
    let brief = try #require(InBrief.levels(of: report).first)
    #expect(brief.lines.map(\.place) == [nil] && brief.lines[0].open.count == 6)
    #expect(brief.lines[0].asks == "no provision is within reach of the cases that the rule is about")
  }

  @Test func levelsStayApart() {
    let report = report(6) { $0.level = $0.number < 3 ? "binding" : "recommended" }
    #expect(InBrief.levels(of: report).map(\.level) == ["binding", "recommended"])
  }

  @Test func hostileTextStaysText() {
    let markdown = MarkdownRenderer().render(report(6))
    let section =
      markdown.components(separatedBy: "## In brief").last?.components(separatedBy: "\n## ").first ?? ""
    #expect(section.contains("act: "))
    #expect(!section.contains("<b>") && !section.contains("[x](1)") && !section.contains("\u{1B}"))
  }
}
