public import LegalSyntax
public import SourceText

/// Whether an amendment is law.
public enum AmendmentStatus: String, CaseIterable, Sendable {
  /// It was passed; it takes effect by its date.
  case enacted
  /// It is proposed.
  case bill
  /// It was invented, to show something.
  case fictional
}

/// What became of one amendment in one state of the law.
public struct AmendmentUse: Sendable {
  /// Whether and why an amendment is part of a state of the law.
  public enum Outcome: Hashable, Sendable {
    /// It is applied: it is in force on the day, or was named.
    case applied
    /// It was named and is applied although its own date is later: as if it were in force on the day.
    case appliedEarly
    /// The text of the statute says that it holds the amendment already: it is not applied again.
    case heldByText
    /// It is enacted and not yet in force on the day.
    case notYetInForce
    /// It is enacted and no longer in force on the day.
    case noLongerInForce
    /// It is no law, and was not named.
    case notNamed

    /// Whether the state of the law holds its edits.
    public var isApplied: Bool {
      switch self {
      case .applied, .appliedEarly, .heldByText: true
      case .notYetInForce, .noLongerInForce, .notNamed: false
      }
    }
  }

  /// `KHM/bill-a`.
  public let name: String
  /// The title of the amending law.
  public let title: String
  /// The statute that it changes.
  public let statute: String
  /// Whether it is law.
  public let status: AmendmentStatus
  /// The first day on which it is to apply; nil if the file gives none, or `unknown`.
  public let commencement: CalendarDate?
  /// Where it is declared.
  public let span: SourceSpan
  /// What became of it.
  public let outcome: Outcome
}
