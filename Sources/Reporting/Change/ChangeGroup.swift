/// Regions that moved in the same way, for the same rules.
struct ChangeGroup {
  let lead: String
  let rules: [String]
  let level: String
  private(set) var moves: [ChangeReport.Move]

  /// Groups moves in the order of the report.
  static func groups(of moves: [ChangeReport.Move]) -> [ChangeGroup] {
    var groups: [ChangeGroup] = []
    for move in moves {
      let known = groups.firstIndex { group in
        group.lead == move.lead && group.rules == move.rules && group.level == move.level
      }
      if let known {
        groups[known].moves.append(move)
      } else {
        groups.append(
          ChangeGroup(lead: move.lead, rules: move.rules, level: move.level, moves: [move]))
      }
    }
    return groups
  }

  /// The group with its first regions only, which are the largest.
  func prefix(_ count: Int) -> ChangeGroup {
    ChangeGroup(lead: lead, rules: rules, level: level, moves: Array(moves.prefix(count)))
  }

  /// What made the difference in any of the regions.
  var causes: [String] { unique(moves.flatMap(\.causes)) }

  /// What has to be settled for any of the regions.
  var questions: [String] { unique(moves.flatMap(\.questions)) }

  private func unique(_ words: [String]) -> [String] {
    words.reduce(into: []) { list, word in if !list.contains(word) { list.append(word) } }
  }
}
