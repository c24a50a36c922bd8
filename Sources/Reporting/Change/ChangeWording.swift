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
    lines += compared(report.onlyBefore, report, state: "before", other: "after")
    lines += compared(report.onlyAfter, report, state: "after", other: "before")
    let narrowed = report.rules.filter(\.askedOtherwise).map(\.id)
    if !narrowed.isEmpty {
      lines.append(
        "What \(list(narrowed)) ask is not the same in both states, as where a reservation came or went: "
          + "only what both ask is compared.")
    }
    for warning in report.before.warnings where !report.after.warnings.contains(warning) {
      lines.append("Before: " + warning)
    }
    return lines + report.after.warnings
  }

  /// Rules that one state alone was asked.
  private static func compared(
    _ rules: [String], _ report: ChangeReport, state: String, other: String
  ) -> [String] {
    guard !rules.isEmpty else { return [] }
    let are = rules.count == 1 ? "is" : "are"
    return [
      "Not compared: \(list(rules)), which \(are) asked of the state \(state) only: not in force, reserved, or not "
        + "yet binding on the State, \(other)."
    ]
  }

  private static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// How much of a rule was lost and gained.
  static func shares(_ rule: ChangeReport.Rule) -> String {
    var parts: [String] = []
    if rule.lost != "0" { parts.append("lost \(rule.lostShare)") }
    if rule.gained != "0" { parts.append("gained \(rule.gainedShare)") }
    if rule.verdictBefore != rule.verdictAfter {
      parts.append(verdict(rule))
    }
    return parts.joined(separator: ", ")
  }

  /// The verdict, or both where it changed.
  static func verdict(_ rule: ChangeReport.Rule) -> String {
    let (before, after) = (ReportWords.verdict(rule.verdictBefore), ReportWords.verdict(rule.verdictAfter))
    return before == after ? after : "\(before) → \(after)"
  }

  /// What the regions of a group share.
  static func details(_ group: ChangeGroup) -> [String] {
    var lines: [String] = []
    if !group.causes.isEmpty { lines.append("through \(group.causes.joined(separator: "; "))") }
    return lines + group.questions
  }

  /// What is said of a region in particular, besides what its group says.
  static func particulars(_ move: ChangeReport.Move, in group: ChangeGroup) -> [String] {
    let own =
      move.direction == "lost" && group.causes.count > 1 && !move.causes.isEmpty
      && move.causes != group.causes
    return (own ? ["through \(move.causes.joined(separator: "; "))"] : [])
      + move.nearest.map { "nearest: \($0)" }
  }

  /// How many regions are left out, if any are.
  static func rest(_ group: ChangeGroup, shown: Int) -> String? {
    let left = group.moves.count - shown
    guard left > 0 else { return nil }
    return "and \(ReportWords.count(left, "more region", "more regions")); --format json lists all"
  }

  /// The outcome in one sentence.
  static func summary(_ report: ChangeReport) -> String {
    let findings =
      "Findings: \(report.opened.count) opened, \(report.closed.count) closed, "
      + "\(report.unchanged.count) unchanged."
    guard !report.rules.isEmpty else { return "No rule could be compared. " + findings }
    let losing = report.rules.filter { $0.lost != "0" }
    let gaining = report.rules.count { $0.gained != "0" }
    let lost =
      losing.isEmpty
      ? "No rule loses a case"
      : "\(ReportWords.count(losing.count, "rule loses", "rules lose")) cases (\(levels(losing)))"
    let gained =
      gaining == 0 ? "no rule gains one" : "\(ReportWords.count(gaining, "rule gains", "rules gain")) cases"
    return "\(lost); \(gained). \(findings)"
  }

  /// How many of some rules there are at each level: `8 binding, 1 recommended`.
  private static func levels(_ rules: [ChangeReport.Rule]) -> String {
    var counts: [(level: String, count: Int)] = []
    for rule in rules {
      if let known = counts.firstIndex(where: { $0.level == rule.level }) {
        counts[known].count += 1
      } else {
        counts.append((rule.level, 1))
      }
    }
    return counts.map { "\($0.count) \($0.level)" }.joined(separator: ", ")
  }
}

extension ChangeReport.Move {
  /// What has to be settled, without what would follow.
  var questions: [String] { decision.filter { $0.hasPrefix(DecisionWords.toBeSettled) } }
}
