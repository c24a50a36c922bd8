/// How a report says what is accepted and what a baseline sets aside. One wording for all forms of the report.
enum AcceptanceWording {
  /// `Accepted until 2027-06-30: Adoption law under revision`.
  static func heading(_ waiver: Report.Waiver) -> String {
    (waiver.isInForce ? "Accepted until" : "Accepted only until") + " \(waiver.until): \(waiver.title)"
  }

  /// Who accepts what and why, a sentence each.
  static func account(_ waiver: Report.Waiver) -> [String] {
    [
      "\(waiver.name) for \(waiver.rule), by \(waiver.by).", "Reason: \(waiver.reason).",
      "Cases: \(waiver.text).",
      waiver.isInForce
        ? "Set aside: \(waiver.size)." : "Set aside: nothing, for it is over. Open in it: \(waiver.size).",
    ]
  }

  /// Why a finding is accepted, in one line; nil if nobody does.
  static func justification(_ finding: Report.Finding, _ report: Report) -> String? {
    guard let name = finding.acceptedBy, let waiver = report.waivers.first(where: { $0.name == name }) else {
      return nil
    }
    return "Accepted until \(waiver.until) by \(waiver.by): \(waiver.reason) (waiver \(waiver.name))."
  }

  /// What a baseline does to the report, a sentence each; nothing without one.
  ///
  /// - Parameter path: how a file is named; as it was given, unless the report leaves the machine.
  static func baseline(_ report: Report, path: (String) -> String = { $0 }) -> [String] {
    guard let baseline = report.baseline else { return [] }
    var lines = [
      "Only what is new since the baseline \(path(baseline.path)), law as of \(baseline.asOf), is told below. "
        + "The verdicts are those of the whole law."
    ]
    let rules = report.rules.compactMap { rule in setAside(rule).map { "\(rule.id): \($0)" } }
    if !rules.isEmpty {
      lines.append("It sets aside, of what each rule requires: \(rules.joined(separator: "; ")).")
    }
    if baseline.defects > 0 {
      lines.append(
        "It sets aside \(ReportWords.count(baseline.defects, "defect", "defects")) of single articles.")
    }
    if !baseline.notRecorded.isEmpty {
      lines.append(
        "It does not know \(baseline.notRecorded.joined(separator: ", ")): whatever is open there counts as new."
      )
    }
    lines += baseline.closed.map { "No longer open of what it records: \($0.rule), \($0.text)." }
    if baseline.closedDefects > 0 {
      let count = ReportWords.count(baseline.closedDefects, "recorded defect is", "recorded defects are")
      lines.append("\(count) gone.")
    }
    if !baseline.closed.isEmpty || baseline.closedDefects > 0 {
      lines.append("The baseline may be written again, so that what was closed is not opened again unseen.")
    }
    return lines
  }

  /// What the baseline alone sets aside of a rule.
  private static func setAside(_ rule: Report.Rule) -> String? {
    guard let setAside = rule.setAside, setAside.isRecorded else { return nil }
    var parts: [String] = []
    if setAside.recordedGap != "0" { parts.append("gap \(setAside.recordedShares.gap)") }
    if setAside.recordedDepends != "0" { parts.append("depends \(setAside.recordedShares.depends)") }
    return parts.joined(separator: ", ")
  }

  /// How many findings there are, and at which level: those that somebody accepts stand apart.
  static func total(_ report: Report) -> String {
    let open = report.openFindings
    let binding = open.count { $0.level == "binding" }
    let accepted = report.findings.count - open.count
    return "\(ReportWords.count(open.count, "finding", "findings")), \(binding) at level binding"
      + (accepted == 0 ? "." : "; \(accepted) more accepted by waivers.")
  }
}
