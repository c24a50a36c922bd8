/// Sentences that all forms of a comparison share.
enum ChangeWording {
  /// What the reader must know before anything else.
  static func notices(_ report: ChangeReport) -> [String] {
    var lines: [String] = []
    let drafts = report.after.amendments.filter { $0.applied && $0.status != "enacted" }
    for draft in drafts {
      lines.append(
        "\(draft.id) is \(draft.status == "bill" ? "a bill" : "fictional"): the state after is not the law.")
    }
    for rule in report.onlyBefore {
      lines.append("\(rule) was asked of the state before only: it is not in force, or reserved, after.")
    }
    for rule in report.onlyAfter {
      lines.append("\(rule) was asked of the state after only: it is not in force, or reserved, before.")
    }
    for warning in report.before.warnings where !report.after.warnings.contains(warning) {
      lines.append("Before: " + warning)
    }
    return lines + report.after.warnings
  }

  /// How much of a rule was lost and gained.
  static func shares(_ rule: ChangeReport.Rule) -> String {
    var parts: [String] = []
    if rule.lost != "0" { parts.append("lost \(rule.lostShare)") }
    if rule.gained != "0" { parts.append("gained \(rule.gainedShare)") }
    if rule.verdictBefore != rule.verdictAfter {
      parts.append("\(rule.verdictBefore) → \(rule.verdictAfter)")
    }
    return parts.joined(separator: ", ")
  }

  /// What the regions of a group share, then what is said of one of them alone.
  static func details(_ group: ChangeGroup) -> [String] {
    var lines: [String] = []
    if !group.before.isEmpty { lines.append("changed: \(group.before.joined(separator: "; "))") }
    if !group.after.isEmpty { lines.append("now: \(group.after.joined(separator: "; "))") }
    return lines
  }

  /// What is said of a region in particular.
  static func particulars(_ move: ChangeReport.Move) -> [String] {
    move.nearest.map { "nearest: \($0)" } + move.decision
  }

  /// The outcome in one sentence.
  static func summary(_ report: ChangeReport) -> String {
    let losing = report.rules.filter { $0.lost != "0" }
    let gaining = report.rules.count { $0.gained != "0" }
    let binding = losing.count { $0.level == "binding" }
    let rules =
      losing.isEmpty
      ? "No rule loses a case"
      : "\(ReportWords.count(losing.count, "rule loses", "rules lose")) cases, \(binding) of them binding"
    return "\(rules); \(ReportWords.count(gaining, "rule gains", "rules gain")). "
      + "Findings: \(report.opened.count) opened, \(report.closed.count) closed, \(report.unchanged.count) unchanged."
  }
}
