public import SourceText

/// A State.
public struct Jurisdiction: Sendable {
  /// ISO 3166-1 alpha-3, or a user-assigned code.
  public let name: String
  /// The State in words.
  public let title: String
  /// What binds it.
  public let bonds: [Bond]
  /// Where it is declared.
  public let span: SourceSpan
}

/// An instrument binds a State.
public struct Bond: Sendable {
  /// The instrument.
  public let instrument: InstrumentID
  /// From when until when.
  public let period: Period
  /// What the State reserved.
  public let reservations: [Reservation]
  /// Where it is declared.
  public let span: SourceSpan
}

/// A reservation to rules.
public struct Reservation: Sendable {
  /// What the State reserved.
  public let title: String
  /// The rules concerned.
  public let rules: [RuleID]
  /// The cases reserved; nil: the whole rules.
  public let region: Region?
  /// When it holds.
  public let period: Period
  /// How it is known.
  public let evidence: Evidence
  /// Where it is declared.
  public let span: SourceSpan
}
