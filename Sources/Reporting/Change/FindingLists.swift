import GapAnalysis
import LegalModel

/// The findings that a change opens, closes and leaves, in words.
struct FindingLists {
  let opened: [ChangeReport.Finding]
  let closed: [ChangeReport.Finding]
  let unchanged: [ChangeReport.Finding]

  /// Cost: linear in the number of findings.
  init(_ change: ChangeAnalysis, _ before: ReportBuilder, _ after: ReportBuilder) {
    let closed = Self.told(change.closed, before)
    let opened = Self.told(change.opened, after)
    // A requirement whose words changed is another finding. Whoever reads must see that it was there before.
    let (old, new) = (Set(closed.compactMap(\.requirement)), Set(opened.compactMap(\.requirement)))
    self.opened = opened.map { $0.finding(isReworded: $0.requirement.map { old.contains($0) } ?? false) }
    self.closed = closed.map { $0.finding(isReworded: $0.requirement.map { new.contains($0) } ?? false) }
    unchanged = Self.told(change.unchanged, after).map { $0.finding(isReworded: false) }
  }

  private static func told(_ findings: [Finding], _ builder: ReportBuilder) -> [Told] {
    findings.concurrentMap { Told($0, builder) }
  }
}

/// A finding in words, with what tells whether it was only reworded.
private struct Told: Sendable {
  private let told: Finding
  private let rule: String
  private let text: String
  /// What a defect is about: level, articles and elements; nil for a gap.
  let requirement: [String]?

  init(_ finding: Finding, _ builder: ReportBuilder) {
    told = finding
    rule = builder.corpus[finding.rule].identity
    text = builder.text(finding)
    requirement =
      finding.logic == .defect
      ? [finding.level.rawValue]
        + Set(builder.causes(finding).map { "\($0.statute) \($0.article) \($0.element)" }).sorted()
      : nil
  }

  func finding(isReworded: Bool) -> ChangeReport.Finding {
    ChangeReport.Finding(
      id: told.id, kind: told.kind.rawValue, logic: told.logic.rawValue, rule: rule,
      level: told.level.rawValue, text: text, reworded: isReworded)
  }
}
