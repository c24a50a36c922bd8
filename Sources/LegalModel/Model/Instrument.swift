public import LegalSyntax
public import SourceText

/// A treaty.
public struct Instrument: Sendable {
  /// The short name, such as `OPSC`.
  public let name: String
  /// The full title.
  public let title: String
  /// When it was adopted.
  public let adopted: CalendarDate?
  /// When it applies between its parties.
  public let period: Period
  /// The publication.
  public let source: String?
  /// The rules in the order of the text.
  public let rules: [RuleID]
  /// Where it is declared.
  public let span: SourceSpan
}

/// One obligation of an instrument.
public struct Rule: Sendable {
  /// The instrument.
  public let instrument: InstrumentID
  /// The identity inside the instrument: `3.1.a.i.c`.
  public let name: String
  /// Instrument and name: `OPSC 3.1.a.i.c`.
  public let identity: String
  /// What it asks, in a few words.
  public let title: String
  /// Its weight.
  public let level: Level
  /// The pinpoint in the treaty.
  public let cite: String?
  /// The document it comes from, if not the treaty.
  public let source: String?
  /// When it applies.
  public let period: Period
  /// The kinds of liability that suffice.
  public let liability: Set<Liability>
  /// What it asks; nil if no part of it can be checked yet.
  public var duty: Duty?
  /// What the treaty lets the State leave out.
  public var mayExclude: [Exception]
  /// Parts that cannot be seen yet, with the reason.
  public let notChecked: [String]
  /// Remarks.
  public let notes: [String]
  /// Where it is declared.
  public let span: SourceSpan
}

/// What a rule asks.
public enum Duty: Sendable {
  /// Every case is punished.
  case punish(DutyTarget)
  /// Every case is prohibited, by criminal or any other law.
  case prohibit(DutyTarget)
  /// No case is punished.
  case notPunish(DutyTarget)
  /// The national definitions that claim the rule reach every case.
  case define(DutyTarget)
  /// Every case that is punished at all can bring imprisonment, of at least so many days where a number is given.
  case penaltyFloor(DutyTarget, days: Int?)

  /// The cases it is about.
  public var target: DutyTarget {
    switch self {
    case .punish(let target), .prohibit(let target), .notPunish(let target), .define(let target),
      .penaltyFloor(let target, _):
      target
    }
  }
}

/// The cases a duty is about.
public enum DutyTarget: Sendable {
  /// A region of its own.
  case region(Region)
  /// The regions of other rules, with single elements replaced.
  case rules([RuleID], changes: [LineID])
}
