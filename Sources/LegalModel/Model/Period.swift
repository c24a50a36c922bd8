public import LegalSyntax

/// When a text applies: the first day included, the last one not.
public struct Period: Hashable, Sendable {
  /// The first day; nil: not known, or always.
  public let from: CalendarDate?
  /// The first day on which it does not apply any more.
  public let until: CalendarDate?
  /// The file says that the first day is unknown.
  public let isFromUnknown: Bool
  /// How the dates are known.
  public let evidence: Evidence?

  /// Makes a period.
  public init(
    from: CalendarDate?, until: CalendarDate?, isFromUnknown: Bool = false, evidence: Evidence? = nil
  ) {
    self.from = from
    self.until = until
    self.isFromUnknown = isFromUnknown
    self.evidence = evidence
  }

  /// A period without bounds.
  public static var always: Period { Period(from: nil, until: nil) }

  /// Whether the text applies on a day. An unknown first day counts as past.
  public func contains(_ day: CalendarDate) -> Bool {
    if let from, day < from { return false }
    if let until, !(day < until) { return false }
    return true
  }
}
