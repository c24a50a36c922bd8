/// Findings of several rules that say the same of the same lines: told once.
struct EqualFindings {
  /// The first of them.
  let first: Report.Finding
  /// The numbers of all of them.
  var numbers: [Int]
  /// The rules, each once.
  var rules: [String]
  /// What the encoder noted.
  var encoderNotes: [String]

  /// Groups findings in the order of the report.
  static func groups(of findings: [Report.Finding]) -> [EqualFindings] {
    var groups: [EqualFindings] = []
    for finding in findings {
      if let same = groups.firstIndex(where: { $0.first.saysTheSame(as: finding) }) {
        groups[same].numbers.append(finding.number)
        groups[same].encoderNotes += finding.encoderNotes
        for rule in finding.rules where !groups[same].rules.contains(rule) { groups[same].rules.append(rule) }
      } else {
        groups.append(
          EqualFindings(
            first: finding, numbers: [finding.number], rules: finding.rules,
            encoderNotes: finding.encoderNotes))
      }
    }
    return groups
  }
}

extension Report.Finding {
  fileprivate func saysTheSame(as other: Report.Finding) -> Bool {
    text == other.text && kind == other.kind && level == other.level && nearest == other.nearest
      && remedy == other.remedy && causes.map(\.line) == other.causes.map(\.line)
      && causes.map(\.path) == other.causes.map(\.path)
  }
}

/// Numbers of findings, neighbours joined: `1–3, 7`.
enum NumberRanges {
  static func text(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, number == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }.joined(separator: ", ")
  }
}
