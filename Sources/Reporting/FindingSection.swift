import GapAnalysis
import LegalModel

/// Findings that stand under one heading, in the order in which a report prints them.
enum FindingSection: CaseIterable, Sendable {
  /// Cases that no provision reaches.
  case gaps
  /// Cases that are punished and must not be.
  case punishedWrongly
  /// Cases that are punished too lightly.
  case punishedTooLightly
  /// Provisions that ask for more than the rule.
  case defects
  /// Provisions that are relied on and punish too lightly.
  case lightProvisions
  /// Waivers that no longer fit.
  case waivers

  /// Where a finding stands; what readings decide stands elsewhere.
  init(_ finding: Report.Finding) {
    let isDefect = finding.logic == FindingLogic.defect.rawValue
    switch FindingKind(rawValue: finding.kind) {
    case .punishedWrongly: self = .punishedWrongly
    case .penaltyTooLow: self = isDefect ? .lightProvisions : .punishedTooLightly
    case .waiverExpired, .waiverIdle, .waiverOutgrown: self = .waivers
    case .noOffence, .valueMissing, .elementAdded, .ageTooLow, .definitionTooNarrow, .notExtended,
      .effectMissing, .dependsOnReading, nil:
      self = isDefect ? .defects : .gaps
    }
  }

  /// The heading, for rules of one level.
  func heading(_ level: Level) -> String {
    switch self {
    case .gaps: "Gaps: cases that a provision reaches under none of the readings encoded here"
    case .punishedWrongly:
      "Punished wrongly: cases that \(ReportWords.obligation(level)) not be punished, and are under each of the readings "
        + "encoded here"
    case .punishedTooLightly:
      "Penalties: cases that are punished too lightly under each of the readings encoded here"
    case .defects: "Defects: provisions that ask for more than \(ReportWords.asker(level)) does"
    case .lightProvisions: "Defects: provisions that are relied on and punish too lightly"
    case .waivers: "Waivers that no longer fit"
    }
  }

  /// What the reader must know of all of them; nil if nothing.
  var remark: String? {
    switch self {
    case .gaps, .punishedWrongly, .punishedTooLightly, .waivers: nil
    case .defects:
      "Another provision may cover what such an article leaves out; the verdicts above take that into account."
    case .lightProvisions:
      "Another provision may punish the same cases more severely; the verdicts above take that into account."
    }
  }
}
