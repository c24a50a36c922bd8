@testable import Reporting

/// A report whose texts mean something in every format.
enum HostileReport {
  /// Ends elements, strings, cells, commands and lines.
  static let text = "=\"]]>\u{0}\u{1B}[31m & <b>, {0} [x](1) %0A ::error::\r\n\t\u{FFFE} \u{1D54F} ១៥ ឆ្នាំ"

  static let place = Report.Place(
    path: "law/a b.lacuna", startLine: 3, startColumn: 5, endLine: 4, endColumn: 9)

  /// One rule, one finding.
  static let report = Report(
    header: Report.Header(
      tool: "lacuna 1.2.3", toolVersion: "1.2.3", jurisdiction: "XA", jurisdictionTitle: text,
      instrument: "TOY", instrumentTitle: text, articles: nil, asOf: "2020-01-01", reading: text,
      evidence: "text",
      binding: text, isBound: true, isChecked: true, level: nil),
    amendments: [
      Report.Amendment(
        name: "XA/bill", title: text, statute: "XA/code", status: "bill", inForce: "2020-01-01",
        path: place.path, isApplied: true, isLaw: false, reason: text)
    ],
    warnings: [text], rules: [rule], findings: [finding], notes: [text],
    notChecked: [
      Report.NotChecked(rule: "TOY 1", reason: text), Report.NotChecked(rule: "TOY 9", reason: text),
    ],
    notStated: [text],
    statutes: [
      Report.Statute(
        name: "XA/code", title: text, number: text, inForce: "unknown", researched: "2020-01-01",
        isOutdated: false, articles: 1, articlesInForce: 1, notes: [text])
    ], evidenceShare: text, inputs: [input], digestAlgorithm: "SHA-256",
    remarks: [Report.Remark(code: "L611", message: text, place: place)], waivers: [waiver],
    baseline: Report.AppliedBaseline(
      path: place.path, asOf: "2019-01-01", defects: 1, notRecorded: ["TOY 9"],
      closed: [Report.ClosedRegion(rule: "TOY 1", text: text, region: region)], closedDefects: 1))

  /// The same, with its finding accepted.
  static var accepted: Report {
    var report = report
    report.findings[0].acceptedBy = waiver.name
    return report
  }

  private static let region = [Report.ElementValues(element: "act", values: ["offer"])]

  private static let waiver = Report.Waiver(
    name: "XA/waiver", title: text, rule: "TOY 1", by: text, reason: text, until: "2030-01-01",
    isInForce: true, text: text, regions: [region], gap: "2", depends: "1", size: text, place: place)

  private static var input: Report.Input {
    var input = Report.Input(path: place.path, digest: String(repeating: "0", count: 64))
    input.name = Report.FileName(base: .workingFolder, path: place.path)
    return input
  }

  private static let rule = Report.Rule(
    id: "TOY 1", title: text, level: "binding", cite: text, verdict: "partly", reservation: nil,
    required: "4", covered: "1", depends: "1", gap: "2", coveredShare: "25 %", dependsShare: "25 %",
    gapShare: "50 %", unverifiedShare: nil, unverified: "0",
    elements: [
      Report.MatrixRow(
        element: "act", title: text, values: ["offer", "deliver"], text: text, status: "partly", by: [text])
    ], restsOn: [], findings: ["0123456789abcdef"], notes: [text], isFolded: false, place: place,
    setAside: Report.SetAside(
      waivedGap: "1", waivedDepends: "0", recordedGap: "1", recordedDepends: "1",
      recordedShares: ("25 %", "25 %")))

  private static let finding = Report.Finding(
    number: 1, id: "0123456789abcdef", kind: "value-missing", logic: "coverage", rule: "TOY 1",
    rules: ["TOY 1"], ruleTitle: text, cite: text, level: "binding",
    region: [Report.ElementValues(element: "act", values: ["offer"])],
    example: [Report.ElementValues(element: "act", values: ["offer"])], text: text, exampleText: text,
    claim: text, nearest: [text],
    causes: [
      Report.Cause(
        statute: "XA/code", article: text, element: "act", asks: "act: " + text, path: place.path, line: 3,
        column: 5,
        words: text, version: text, evidence: "text", source: text, place: place)
    ], decision: [text], questions: [text], remedy: [text], proof: text,
    missingRemedy: text, evidence: "text", isComplete: true,
    isUndecided: false, place: place)
}
