/// What a change of the law does, in words, ready to be rendered: one value for every form.
public struct ChangeReport: Sendable {
  /// One of the two states that are compared.
  public struct State: Encodable, Sendable {
    /// What the user named: a folder, a date, a revision, an amendment.
    public var label: String
    /// The day whose law it is.
    public var asOf: String
    /// The amendments of the state, applied or not.
    public var amendments: [Amendment]
    /// What the reader should know of it.
    public var warnings: [String]
  }

  /// An amendment of a state.
  public struct Amendment: Encodable, Sendable {
    /// `KHM/bill-a`.
    public var id: String
    /// `enacted`, `bill` or `fictional`.
    public var status: String
    /// Whether the state holds its edits.
    public var applied: Bool
  }

  /// One rule in both states.
  public struct Rule: Encodable, Sendable {
    /// `OPSC 3.1.a.i.c`.
    public var id: String
    /// The title of the rule.
    public var title: String
    /// The level.
    public var level: String
    /// `equal`, `wider`, `narrower` or `both`.
    public var change: String
    /// The verdicts.
    public var verdictBefore: String
    /// The verdict on the state after.
    public var verdictAfter: String
    /// How many cases were lost and gained, as exact numbers.
    public var lost: String
    /// The number of cases that stand better.
    public var gained: String
    /// The same as shares of what the rule asks.
    public var lostShare: String
    /// The share of cases that stand better.
    public var gainedShare: String
    /// Whether cases that follow from other rules are told there.
    public var folded: Bool
    /// Whether every region is listed.
    public var complete: Bool
    /// Whether the rule asks for other cases in one state than in the other; only those of both are compared.
    public var askedOtherwise: Bool
  }

  /// A place in a file.
  public struct Place: Encodable, Hashable, Sendable {
    /// The path as given.
    public var path: String
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1.
    public var column: Int
    /// What stands there: the element.
    public var what: String
  }

  /// One maximal region of cases that stand otherwise.
  public struct Move: Sendable {
    /// The rules that say the same of it; empty for what no rule asks for.
    public var rules: [String]
    /// The level of these rules; empty for what no rule asks for.
    public var level: String
    /// `lost` or `gained`.
    public var direction: String
    /// `covered`, `depends` or `gap`.
    public var from: String
    /// Likewise now.
    public var to: String
    /// The region by element; elements that are left open are left out.
    public var region: [String: [String]]
    /// What became of the cases: `No longer punished`.
    public var lead: String
    /// The cases in words.
    public var cases: String
    /// Both in one sentence.
    public var text: String { "\(lead): \(cases)." }
    /// One case, by element.
    public var example: [String: String]
    /// The case in words.
    public var exampleText: String
    /// The provisions that did it before and are not the same any more.
    public var before: [String]
    /// The provisions that do it now and were not the same before.
    public var after: [String]
    /// The articles that made the difference: those whose text changed, among all on which it rests.
    public var causes: [String]
    /// What comes nearest now, and what keeps it away.
    public var nearest: [String]
    /// Where that stands.
    public var places: [Place]
    /// What decides now.
    public var decision: [String]
  }

  /// A finding of one of the states.
  public struct Finding: Encodable, Sendable {
    /// The identity.
    public var id: String
    /// The kind.
    public var kind: String
    /// `coverage` or `defect`.
    public var logic: String
    /// The rule.
    public var rule: String
    /// The level.
    public var level: String
    /// The finding in one sentence.
    public var text: String
    /// Whether a defect of the same articles and elements, in other words, is on the other side of the change.
    public var reworded: Bool
  }

  /// The program and its version.
  public var tool: String
  /// The State.
  public var jurisdiction: String
  /// Its name.
  public var jurisdictionTitle: String
  /// The treaty.
  public var instrument: String
  /// The states.
  public var before: State
  /// The state after.
  public var after: State
  /// The rules asked of both states: binding ones first.
  public var rules: [Rule]
  /// Losses first, then by level, then by rule.
  public var moves: [Move]
  /// What changed outside of all rules.
  public var outside: [Move]
  /// Why the list of what changed outside is not complete; nil if it is.
  public var outsideRemark: String?
  /// Rules that only one of the states was asked.
  public var onlyBefore: [String]
  /// Rules that only the state after was asked.
  public var onlyAfter: [String]
  /// Findings that the change opens.
  public var opened: [Finding]
  /// Findings that the change closes.
  public var closed: [Finding]
  /// Findings that both states have.
  public var unchanged: [Finding]
  /// What is worth knowing of single provisions now, is no finding, and was not said before.
  public var notes: [String]

  /// The defects at some levels that the state before did not have, not even in other words.
  public func newDefects(at levels: Set<String>) -> [Finding] {
    opened.filter { levels.contains($0.level) && $0.logic == "defect" && !$0.reworded }
  }
}
