import GapAnalysis

/// The findings that a change opens, closes and leaves, in words.
struct FindingLists {
  let opened: [ChangeReport.Finding]
  let closed: [ChangeReport.Finding]
  let unchanged: [ChangeReport.Finding]

  /// Cost: linear in the number of findings.
  init(_ change: ChangeAnalysis, _ before: ReportBuilder, _ after: ReportBuilder) {
    let closed = change.closed.map { before.finding($0, number: 0) }
    let opened = change.opened.map { after.finding($0, number: 0) }
    // A requirement whose words changed is another finding. Whoever reads must see that it was there before.
    let (old, new) = (closed.map { Self.requirement($0) }, opened.map { Self.requirement($0) })
    self.opened = opened.enumerated().map { offset, finding in
      Self.told(finding, isReworded: new[offset].map { old.contains($0) } ?? false)
    }
    self.closed = closed.enumerated().map { offset, finding in
      Self.told(finding, isReworded: old[offset].map { new.contains($0) } ?? false)
    }
    unchanged = change.unchanged.map { Self.told(after.finding($0, number: 0), isReworded: false) }
  }

  /// What a defect is about: level, articles and elements; nil for a gap.
  private static func requirement(_ finding: Report.Finding) -> [String]? {
    guard finding.logic == "defect" else { return nil }
    return [finding.level]
      + Set(finding.causes.map { "\($0.statute) \($0.article) \($0.element)" }).sorted()
  }

  private static func told(_ finding: Report.Finding, isReworded: Bool) -> ChangeReport.Finding {
    ChangeReport.Finding(
      id: finding.id, kind: finding.kind, logic: finding.logic, rule: finding.rule, level: finding.level,
      text: finding.text, reworded: isReworded)
  }
}
