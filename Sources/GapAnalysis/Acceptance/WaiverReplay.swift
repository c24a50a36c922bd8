import LegalModel

extension CaseEvaluator {
  /// Whether the example of a finding stands as the finding says. A case with too many open questions to try all of
  /// them contradicts nothing.
  func agrees(_ finding: Finding, duty: Duty) -> Bool {
    let standing = standing(of: finding.example, rule: finding.rule, duty: duty)
    guard standing != .unknown else { return true }
    switch finding.kind {
    case .waiverIdle: return standing == .always
    case .waiverExpired: return standing != .always
    case .dependsOnReading: return standing == .sometimes
    case .noOffence, .valueMissing, .elementAdded, .ageTooLow, .definitionTooNarrow, .penaltyTooLow,
      .notExtended, .effectMissing, .punishedWrongly, .waiverOutgrown:
      return standing == .never
    }
  }
}
