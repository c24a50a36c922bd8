/// The report as JUnit XML, for dashboards of CI services: one suite for each level, one test for each rule.
///
/// A run has failures exactly if it ends with status 1: a rule fails where it has a finding at a level that makes the
/// run fail. What is open below that level, accepted, reserved or not checked is skipped, with its reason.
public struct JUnitRenderer: Sendable {
  private let failingLevels: Set<String>

  /// Makes a renderer.
  ///
  /// - Parameter failingLevels: the levels at which a finding makes the run fail.
  public init(failingLevels: Set<String>) { self.failingLevels = failingLevels }

  /// How a rule is shown.
  private enum Result: Sendable {
    case passed
    case failed(kind: String, message: String)
    case skipped(String)

    var isFailed: Bool { if case .failed = self { true } else { false } }
    var isSkipped: Bool { if case .skipped = self { true } else { false } }
  }

  private struct Test {
    var name: String
    var result: Result
    var place: (path: String, line: Int)?
    var output: [String]
  }

  /// Renders a report as UTF-8 text with a final line feed. There are no times: the same input gives the same bytes.
  public func render(_ report: Report) -> String {
    let suites = self.suites(report)
    let tests = suites.flatMap(\.tests)
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites" + XMLText.attributes([("name", "lacuna")] + counts(tests)) + ">\n"
    for suite in suites {
      text += "  <testsuite" + XMLText.attributes([("name", suite.name)] + counts(suite.tests)) + ">\n"
      text += properties(report)
      for test in suite.tests { text += element(test, in: suite.name) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private func counts(_ tests: [Test]) -> [(String, String)] {
    [
      ("tests", "\(tests.count)"), ("failures", "\(tests.count { $0.result.isFailed })"), ("errors", "0"),
      ("skipped", "\(tests.count { $0.result.isSkipped })"), ("time", "0"),
    ]
  }

  private func suites(_ report: Report) -> [(name: String, tests: [Test])] {
    let prefix = report.subject
    guard report.header.isChecked else {
      let test = Test(
        name: "\(report.header.instrument) binds \(report.header.jurisdiction)",
        result: .skipped(report.header.binding), output: report.preliminaries)
      return [(prefix, [test])]
    }
    let names = report.fileNames
    return ReportWords.levels.compactMap { level in
      let rules = report.rules.filter { $0.level == level }
      guard !rules.isEmpty else { return nil }
      return ("\(prefix), \(level)", rules.map { test($0, report, names) })
    } + unchecked(report, prefix)
  }

  /// Rules of which nothing was checked have no verdict.
  private func unchecked(_ report: Report, _ prefix: String) -> [(name: String, tests: [Test])] {
    let known = Set(report.rules.map(\.id))
    let tests = report.notChecked.filter { !known.contains($0.rule) }.map {
      Test(name: $0.rule, result: .skipped("not checked: \($0.reason)"), output: [])
    }
    return tests.isEmpty ? [] : [("\(prefix), not checked", tests)]
  }

  private func test(_ rule: Report.Rule, _ report: Report, _ names: [String: Report.FileName]) -> Test {
    let findings = report.findings.filter { rule.findings.contains($0.id) }
    var output = findings.map { finding in
      let place = finding.place.map { " (\(names[$0.path]?.path ?? ""):\($0.startLine))" } ?? ""
      let accepted = AcceptanceWording.justification(finding, report).map { "\n" + $0 } ?? ""
      return "\(finding.number). \(finding.kind)\(place)\n" + finding.account.joined(separator: "\n")
        + accepted
    }
    output += report.notChecked.filter { $0.rule == rule.id }.map { "Not checked: \($0.reason)" }
    return Test(
      name: "\(rule.id) \(rule.title)", result: result(rule, findings, report),
      place: (findings.first(where: \.canFail) ?? findings.first)?.place.map {
        (names[$0.path]?.path ?? "", $0.startLine)
      }, output: output)
  }

  private func result(_ rule: Report.Rule, _ findings: [Report.Finding], _ report: Report) -> Result {
    if let reservation = rule.reservation, rule.verdict == "not-applicable" {
      return .skipped("not applicable: reserved (\(reservation))")
    }
    let verdict = ReportWords.verdict(rule)
    let open = findings.filter(\.canFail)
    guard let first = open.first else {
      let justifications = findings.compactMap { AcceptanceWording.justification($0, report) }
      if let justification = justifications.first { return .skipped("\(verdict). \(justification)") }
      guard rule.verdict != "satisfied" else { return .passed }
      if rule.setAside?.isRecorded == true { return .skipped("\(verdict): nothing new since the baseline") }
      return .skipped(
        rule.isFolded
          ? "\(verdict): what depends is told under the rules that this one varies"
          : "\(verdict): no finding of its own; see what was not checked")
    }
    let count = ReportWords.count(open.count, "finding", "findings")
    guard failingLevels.contains(rule.level) else {
      return .skipped("\(verdict), \(count); level \(rule.level) does not fail this run: \(first.text)")
    }
    return .failed(kind: first.kind, message: "\(verdict), \(count): \(first.text)")
  }

  private func properties(_ report: Report) -> String {
    let header = report.header
    let known = [
      ("jurisdiction", header.jurisdiction), ("instrument", header.instrument), ("asOf", header.asOf),
      ("reading", header.reading ?? "all"), ("evidence", header.evidence), ("tool", header.tool),
      ("notice", Report.notice),
    ]
    let entries = known + report.preliminaries.map { ("warning", $0) }
    return "    <properties>\n"
      + entries.map { name, value in
        "      <property" + XMLText.attributes([("name", name), ("value", value)]) + "/>\n"
      }.joined()
      + "    </properties>\n"
  }

  private func element(_ test: Test, in suite: String) -> String {
    var attributes = [("name", test.name), ("classname", suite), ("time", "0")]
    if let place = test.place { attributes += [("file", place.path), ("line", "\(place.line)")] }
    var text = "    <testcase" + XMLText.attributes(attributes) + ">\n"
    let output = XMLText.escape(test.output.joined(separator: "\n\n"))
    switch test.result {
    case .passed:
      if !output.isEmpty { text += "      <system-out>\(output)</system-out>\n" }
    case .failed(let kind, let message):
      text += "      <failure" + XMLText.attributes([("type", kind), ("message", message)])
      text += ">\(output)</failure>\n"
    case .skipped(let reason):
      text += "      <skipped" + XMLText.attributes([("message", reason)]) + "/>\n"
      if !output.isEmpty { text += "      <system-out>\(output)</system-out>\n" }
    }
    return text + "    </testcase>\n"
  }
}
