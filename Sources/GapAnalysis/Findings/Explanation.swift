import LegalModel

/// Everything that explains what was found for some rules, in tasks that do not need each other.
struct Explanation: Sendable {
  let checks: [RuleCheck]
  let gaps: GapFindings
  let penalties: PenaltyDefects
  let defects: DefectFindings

  /// One thing to be done.
  enum Task: Sendable {
    /// What explains open cases of the rule at a position.
    case open(rule: Int, GapFindings.Part)
    /// Provisions that are relied on for the rule at a position and punish too lightly.
    case penalties(rule: Int)
    /// What provisions add to the rules.
    case defects

    /// The position of the rule of which this is the first task; nil of any other task.
    var begun: Int? {
      switch self {
      case .open(let rule, let part): part.isFirst ? rule : nil
      case .penalties, .defects: nil
      }
    }

    /// The position of the rule that it is about; nil if it is about all.
    var rule: Int? {
      switch self {
      case .open(let rule, _), .penalties(let rule): rule
      case .defects: nil
      }
    }
  }

  /// What came of a task.
  struct Outcome: Sendable {
    var open: [Finding] = []
    var penalties: [Finding] = []
    var added: [DefectFindings.Seen] = []
  }

  /// The tasks, in the order in which what comes of them is told.
  var tasks: [Task] {
    checks.indices.flatMap { rule in
      gaps.parts(of: checks[rule]).map { Task.open(rule: rule, $0) } + [.penalties(rule: rule)]
    } + [.defects]
  }

  /// How much work a task makes, to compare.
  func work(_ task: Task) -> Int {
    switch task {
    case .open(let rule, let part): gaps.work(of: checks[rule], part)
    case .penalties: 0
    // As much as a rule of some size.
    case .defects: 500
    }
  }

  /// Does a task. Fails if a limit is passed.
  func outcome(of task: Task) throws -> Outcome {
    switch task {
    case .open(let rule, let part): Outcome(open: try gaps.findings(of: checks[rule], part))
    case .penalties(let rule): Outcome(penalties: try penalties.findings(of: checks[rule]))
    case .defects: Outcome(added: defects.defects(of: checks))
    }
  }
}
