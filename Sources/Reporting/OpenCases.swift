/// Findings that depend on the same answers, told together: what decides is said once, then the cases.
struct OpenCases {
  /// Cases in equal words, perhaps of several rules.
  struct Cases {
    /// The first of the findings.
    let first: Report.Finding
    /// The numbers of all of them.
    var numbers: [Int]
    /// The rules, each once.
    var rules: [String]
  }

  /// What decides, a sentence each.
  let decision: [String]
  /// What the encoder noted.
  var encoderNotes: [String]
  /// The cases in the order of the report.
  var cases: [Cases]

  /// Groups the undecided findings of a level, in the order of the report.
  static func groups(of findings: [Report.Finding]) -> [OpenCases] {
    var groups: [OpenCases] = []
    for finding in findings {
      guard
        let group = groups.firstIndex(where: {
          $0.decision == finding.decision && $0.cases.first?.first.level == finding.level
        })
      else {
        groups.append(
          OpenCases(
            decision: finding.decision, encoderNotes: finding.encoderNotes, cases: [Cases(finding)]))
        continue
      }
      groups[group].encoderNotes += finding.encoderNotes
      if let same = groups[group].cases.firstIndex(where: { $0.first.text == finding.text }) {
        groups[group].cases[same].numbers.append(finding.number)
        if !groups[group].cases[same].rules.contains(finding.rule) {
          groups[group].cases[same].rules.append(finding.rule)
        }
      } else {
        groups[group].cases.append(Cases(finding))
      }
    }
    return groups
  }
}

extension OpenCases.Cases {
  init(_ finding: Report.Finding) {
    self.init(first: finding, numbers: [finding.number], rules: [finding.rule])
  }
}
