/// The findings of a comparison, told for a reader: what the law asks beyond the treaty, what stays unpunished, and how
/// many findings of each sort come and go.
struct ChangeFindingsSection {
  private let report: ChangeReport
  /// How many gaps of a rule are told.
  private static let limit = 5

  init(_ report: ChangeReport) { self.report = report }

  /// The section as Markdown; never empty.
  var markdown: String {
    let new = defects(report.opened.filter { !$0.reworded })
    let still = defects(report.opened.filter(\.reworded) + report.unchanged)
    let gone = defects(report.closed.filter { !$0.reworded })
    return list(new, "## What the law newly asks beyond the treaty\n\n")
      + list(still.filter { isTreaty($0) }, "## What it still asks beyond the treaty\n\n")
      + list(gone.filter { isTreaty($0) }, "## What it no longer asks beyond the treaty\n\n")
      + remarks + gaps + numbers
  }

  /// What stays as it was is told where the treaty itself asks for it.
  private func isTreaty(_ finding: ChangeReport.Finding) -> Bool {
    finding.level == "binding" || finding.level == "conditional"
  }

  private func defects(_ findings: [ChangeReport.Finding]) -> [ChangeReport.Finding] {
    findings.filter { $0.logic == "defect" }
  }

  private func list(_ findings: [ChangeReport.Finding], _ heading: String) -> String {
    guard !findings.isEmpty else { return "" }
    return heading + findings.map { line($0) }.joined() + "\n"
  }

  private func line(_ finding: ChangeReport.Finding) -> String {
    "- \(Markdown.escape(finding.rule)) (\(finding.level)): \(Markdown.escape(finding.text))\n"
  }

  private var remarks: String {
    guard !report.notes.isEmpty else { return "" }
    return "## Also new\n\n" + report.notes.map { "- \(Markdown.escape($0))\n" }.joined() + "\n"
  }

  /// Gaps that both states have, rule by rule.
  private var gaps: String {
    let open = report.unchanged.filter {
      $0.logic == "coverage" && $0.kind != "depends-on-reading" && isTreaty($0)
    }
    guard !open.isEmpty else { return "" }
    var text = "## What remains missing\n\n"
    var rules: [String] = []
    for finding in open where !rules.contains(finding.rule) { rules.append(finding.rule) }
    for rule in rules {
      let own = open.filter { $0.rule == rule }
      text += own.prefix(Self.limit).map { line($0) }.joined()
      let left = own.count - Self.limit
      if left > 0 {
        text += "- \(Markdown.escape(rule)): \(ReportWords.count(left, "more gap", "more gaps"))\n"
      }
    }
    return text + "\n"
  }

  /// Every finding is counted; those that only cut the cases otherwise are not worth a line.
  private var numbers: String {
    var text = "## Findings in numbers\n\n" + Markdown.head(["", "Opened", "Closed", "Unchanged"])
    let sorts: [(String, (ChangeReport.Finding) -> Bool)] = [
      ("Gaps", { $0.logic == "coverage" && $0.kind != "depends-on-reading" }),
      ("Requirements beyond the treaty, low penalties", { $0.logic == "defect" }),
      ("What depends on a reading", { $0.kind == "depends-on-reading" && $0.logic == "coverage" }),
    ]
    for (name, isSort) in sorts {
      text += Markdown.row([
        name, "\(report.opened.count(where: isSort))", "\(report.closed.count(where: isSort))",
        "\(report.unchanged.count(where: isSort))",
      ])
    }
    return text
      + "\nA gap that is cut otherwise is another finding: whether something was lost is said above, in cases. "
      + "Markdown leaves out single findings that open or close; JSON has them all.\n\n"
  }
}
