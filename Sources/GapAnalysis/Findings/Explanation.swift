import LegalModel
import Regions

/// Everything that explains what was found for some rules, in tasks that do not need each other.
struct Explanation: Sendable {
  let checks: [RuleCheck]
  let gaps: GapFindings
  let penalties: PenaltyDefects
  let defects: DefectFindings

  /// Cases of one rule that are told together.
  struct Subject: Sendable {
    /// The position of the rule.
    let rule: Int
    /// The cases.
    let part: GapFindings.Part
  }

  /// One thing to be done.
  enum Task: Sendable {
    /// One region of the gap of a subject.
    case gap(Int, of: GapFindings.GapRegions, Subject)
    /// The undecided cases of a subject.
    case undecided(Subject)
    /// Provisions that are relied on for the rule at a position and punish too lightly.
    case penalties(rule: Int)
    /// What provisions add to the rules.
    case defects

    /// The position of the rule that it is about; nil if it is about all.
    var rule: Int? {
      switch self {
      case .gap(_, _, let subject), .undecided(let subject): subject.rule
      case .penalties(let rule): rule
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

  /// What is told of the rules, in that order.
  var subjects: [Subject] {
    checks.indices.flatMap { rule in
      gaps.parts(of: checks[rule]).map { Subject(rule: rule, part: $0) }
    }
  }

  /// The regions of the gap of a subject. Fails if a limit is passed.
  func gapRegions(of subject: Subject) throws(WorkLimitPassed) -> GapFindings.GapRegions {
    try gaps.gapRegions(of: checks[subject.rule], subject.part)
  }

  /// The tasks, in the order in which what comes of them is told.
  func tasks(_ subjects: [(subject: Subject, gap: GapFindings.GapRegions)]) -> [Task] {
    subjects.flatMap { subject, gap in
      gap.indices.map { Task.gap($0, of: gap, subject) } + [.undecided(subject)]
    } + checks.indices.map { .penalties(rule: $0) } + [.defects]
  }

  /// How much work a task makes, to compare.
  func work(_ task: Task) -> Int {
    switch task {
    // As much as a rule of some size, and nothing else can begin in the middle of it.
    case .defects: 2_000
    case .undecided(let subject):
      checks[subject.rule].outcome.openSets.count * checks[subject.rule].outcome.parts.count
    // What was tried for one region is known for the next of the same rule: those of other rules come in between.
    case .gap(let position, _, _): 500 - position
    case .penalties: 0
    }
  }

  /// Does a task. Fails if a limit is passed.
  func outcome(of task: Task) throws -> Outcome {
    switch task {
    case .gap(let position, let gap, let subject):
      Outcome(open: [gaps.gap(position, of: gap, checks[subject.rule], subject.part)])
    case .undecided(let subject): Outcome(open: try gaps.undecided(of: checks[subject.rule], subject.part))
    case .penalties(let rule): Outcome(penalties: try penalties.findings(of: checks[rule]))
    case .defects: Outcome(added: defects.defects(of: checks))
    }
  }
}
