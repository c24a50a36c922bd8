import GapAnalysis
import LegalModel
import LegalSyntax

/// Waivers and the baseline in a report.
extension ReportBuilder {
  /// How many regions of a waiver are put in words.
  private static let wordedRegions = 3

  func waivers(level: Level?) -> [Report.Waiver] {
    analysis.waivers.filter { result in level.map { corpus[rule(of: result)].level >= $0 } ?? true }
      .map { waiver($0) }
  }

  private func rule(of result: WaiverResult) -> RuleID { corpus[result.waiver].rule }

  private func waiver(_ result: WaiverResult) -> Report.Waiver {
    let waiver = corpus[result.waiver]
    let rule = analysis.rules.first { $0.rule == waiver.rule }
    return Report.Waiver(
      name: waiver.name, title: waiver.title, rule: corpus[waiver.rule].identity, by: waiver.by,
      reason: waiver.reason, until: waiver.until.description, isInForce: result.isInForce,
      text: words(result.regions, of: waiver.rule), regions: result.regions.map { region($0) },
      gap: result.open.gap.description, depends: result.open.depends.description,
      size: size(result.open, outOf: rule?.counts.required ?? 0), place: stretch(waiver.span))
  }

  /// Regions in words, within what the rule is about.
  func words(_ regions: [CaseRegion], of rule: RuleID) -> String {
    let hull = hull(rule)
    let shown = regions.prefix(Self.wordedRegions).map { region in
      let words = phrasing.region(region, within: hull)
      return words.isEmpty ? "every case of the rule" : words
    }
    let rest = regions.count - shown.count
    return shown.joined(separator: "; or ")
      + (rest == 0 ? "" : "; and \(ReportWords.count(rest, "further region", "further regions"))")
  }

  /// `12 cases of the gap (50 % of what the rule requires) and 3 that depend on a reading (12 %)`.
  private func size(_ open: OpenCounts, outOf required: UInt128) -> String {
    var parts: [String] = []
    if open.gap > 0 {
      parts.append(
        "\(cases(open.gap)) of the gap (\(Share.text(open.gap, of: required)) of what the rule requires)")
    }
    if open.depends > 0 {
      parts.append(
        "\(cases(open.depends)) that \(open.depends == 1 ? "depends" : "depend") on a reading "
          + "(\(Share.text(open.depends, of: required)))")
    }
    return parts.isEmpty ? "no open case" : parts.joined(separator: " and ")
  }

  private func cases(_ count: UInt128) -> String { count == 1 ? "1 case" : "\(count) cases" }

  func setAside(_ result: RuleResult) -> Report.SetAside? {
    guard !result.waived.isEmpty || !result.recorded.isEmpty else { return nil }
    return Report.SetAside(
      waivedGap: result.waived.gap.description, waivedDepends: result.waived.depends.description,
      recordedGap: result.recorded.gap.description, recordedDepends: result.recorded.depends.description,
      recordedShares: (
        Share.text(result.recorded.gap, of: result.counts.required),
        Share.text(result.recorded.depends, of: result.counts.required)
      ))
  }

  func baseline(path: String?) -> Report.AppliedBaseline? {
    guard let result = analysis.baseline, let path else { return nil }
    return Report.AppliedBaseline(
      path: path, asOf: result.asOf.description, defects: result.defects,
      notRecorded: result.notRecorded.map { corpus[$0].identity },
      closed: result.closed.flatMap { entry in
        entry.regions.map {
          Report.ClosedRegion(
            rule: corpus[entry.rule].identity, text: words([$0], of: entry.rule), region: region($0))
        }
      }, closedDefects: result.closedDefects)
  }

  /// Waivers among the files that hold for another State: nothing is accepted in silence, and nothing passed over.
  var foreignWaivers: [String] {
    corpus.waivers.filter { $0.jurisdiction != analysis.scope.jurisdiction }.map {
      "The waiver \($0.name) is one of \($0.jurisdiction), not of \(analysis.scope.jurisdiction); it was passed over."
    }
  }

  /// What is wrong with a waiver, one sentence.
  func waiverText(_ finding: Finding) -> String {
    guard let id = finding.waiver else { return "" }
    let waiver = corpus[id]
    let cases = words([finding.region] + finding.further, of: finding.rule)
    switch finding.kind {
    case .waiverExpired:
      return "Accepted only until \(waiver.until) by the waiver \(waiver.name), and still open: \(cases)."
    case .waiverOutgrown:
      return "The gap goes beyond the waiver \(waiver.name). Accepted by nobody: \(cases)."
    case .waiverIdle, .noOffence, .valueMissing, .elementAdded, .ageTooLow, .definitionTooNarrow,
      .penaltyTooLow,
      .notExtended, .effectMissing, .punishedWrongly, .dependsOnReading:
      return
        "The waiver \(waiver.name) can be removed: nothing of what it accepts is open any more (\(cases))."
    }
  }
}
