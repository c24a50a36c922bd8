public import LegalModel

/// How cases stand in view of a rule, best first. A move down is a loss (DESIGN 4.9).
public enum CaseStanding: String, CaseIterable, Comparable, Sendable {
  /// As the rule asks, under every reading.
  case covered
  /// As the rule asks under some readings only.
  case depends
  /// Not as the rule asks, under any reading.
  case gap

  private var rank: Int {
    switch self {
    case .covered: 2
    case .depends: 1
    case .gap: 0
    }
  }

  /// Worse standings come first.
  public static func < (left: CaseStanding, right: CaseStanding) -> Bool { left.rank < right.rank }
}

/// Whether what a rule asks for was lost or gained.
public enum ChangeDirection: String, Sendable {
  /// Cases stand worse than before.
  case lost
  /// Cases stand better than before.
  case gained
}

/// What does something in one state of the law that the other state does not do in the same way.
public struct ChangedProvisions: Sendable {
  /// The provisions, in the order of the law.
  public let provisions: [Provision]
  /// The articles in which stands what makes them do it: their own, those of the definitions that they use, of the
  /// general part that extends them, of exemptions from them. Not all of them need have changed.
  public let articles: [ArticleID]
}

/// Cases of one rule that stand otherwise after a change of the law: one maximal region.
public struct CaseMove: Sendable {
  /// How they stood.
  public let from: CaseStanding
  /// How they stand now.
  public let to: CaseStanding
  /// The cases.
  public let region: CaseRegion
  /// How many they are; regions of one rule may overlap.
  public let size: UInt128
  /// One of them, decided by the plain evaluator under both states of the law.
  public let example: LegalCase
  /// What reached them before and is not the same any more; identities of the state before.
  public let before: ChangedProvisions
  /// What reaches them now and was not the same before; identities of the state after.
  public let after: ChangedProvisions
  /// What comes nearest now, for cases that are lost; identities of the state after.
  public let nearMisses: [NearMiss]
  /// What decides now, for cases that depend on a reading; of the state after.
  public let decision: Decision?

  /// Whether it is a loss.
  public var direction: ChangeDirection { to < from ? .lost : .gained }
}

/// What a change of the law does to one rule.
public struct RuleChange: Sendable {
  /// The change of the set of cases that stand as the rule asks.
  public enum Kind: String, Sendable {
    /// No case stands otherwise.
    case equal
    /// Cases were gained, none lost.
    case wider
    /// Cases were lost, none gained.
    case narrower
    /// Some were gained, some lost.
    case both
  }

  /// The rule; its identity is the same in both states.
  public let rule: RuleID
  /// What was said before, and what is now.
  public let before: RuleResult
  /// What is said now.
  public let after: RuleResult
  /// How many cases were lost, each counted once.
  public let lost: UInt128
  /// How many cases were gained.
  public let gained: UInt128
  /// The maximal regions, losses first, without those that follow from the rules that this one varies.
  public let moves: [CaseMove]
  /// Whether some lost or gained cases are told with the rules that this one varies.
  public let isFolded: Bool
  /// Whether every region is listed.
  public let isComplete: Bool
  /// Whether the rule asks for other cases in one state than in the other, as where a reservation came or went. Only
  /// cases that both ask for are compared.
  public let isAskedOtherwise: Bool

  /// The change in one word.
  public var kind: Kind {
    switch (lost > 0, gained > 0) {
    case (false, false): .equal
    case (false, true): .wider
    case (true, false): .narrower
    case (true, true): .both
    }
  }
}

/// What a change does outside of everything that the rules ask.
public enum OutsideChange: Sendable {
  /// No offence changed outside of them.
  case none
  /// What became punished or stopped being punished.
  case moves([CaseMove], isComplete: Bool)
  /// It needs more work than one question may cost.
  case notComputed
}

/// Two states of one State's law, compared as regions.
public struct ChangeAnalysis: Sendable {
  /// The state before.
  public let before: Analysis
  /// The state after.
  public let after: Analysis
  /// The rules that could be asked of both, in the order of the instrument.
  public let rules: [RuleChange]
  /// Rules that could be asked of one state only: not in force, or reserved, in the other.
  public let onlyBefore: [RuleID]
  /// Likewise of the state after.
  public let onlyAfter: [RuleID]
  /// What changed outside of all rules, for information.
  public let outside: OutsideChange
  /// Findings of the state after that the state before did not have.
  public let opened: [Finding]
  /// Findings of the state before that are gone.
  public let closed: [Finding]
  /// Findings that both have, as the state after tells them.
  public let unchanged: [Finding]

  /// The rules at a level or above it that lose cases: what they require is lost, or what they forbid is punished now.
  /// What was gained elsewhere, or of the same rule, makes up for nothing.
  public func regressions(atOrAbove level: Level) -> [RuleChange] {
    rules.filter { $0.lost > 0 && after.corpus[$0.rule].level >= level }
  }
}
