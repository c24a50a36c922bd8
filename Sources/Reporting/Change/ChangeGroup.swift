/// Regions that moved in the same way, for the same rules, by the doing of the same provisions.
struct ChangeGroup {
  let lead: String
  let rules: [String]
  let level: String
  let before: [String]
  let after: [String]
  private(set) var moves: [ChangeReport.Move]

  /// Groups moves in the order of the report.
  static func groups(of moves: [ChangeReport.Move]) -> [ChangeGroup] {
    var groups: [ChangeGroup] = []
    for move in moves {
      let known = groups.firstIndex { group in
        group.lead == move.lead && group.rules == move.rules && group.level == move.level
          && group.before == move.before && group.after == move.after
      }
      if let known {
        groups[known].moves.append(move)
      } else {
        groups.append(
          ChangeGroup(
            lead: move.lead, rules: move.rules, level: move.level, before: move.before, after: move.after,
            moves: [move]))
      }
    }
    return groups
  }
}
