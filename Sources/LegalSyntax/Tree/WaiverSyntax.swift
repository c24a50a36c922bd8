public import SourceText

/// `waiver NAME "title" { … }`: cases of one rule that somebody accepts for a time although they are open.
public struct WaiverSyntax: Sendable {
  /// The name; its first part is the code of the State, as with statutes.
  public let name: WordSyntax
  /// What is accepted, in a few words.
  public let title: QuotedSyntax?
  /// `under INSTRUMENT RULE`.
  public var under: WaivedRuleSyntax?
  /// `by "…"`: who accepts it.
  public var by: QuotedSyntax?
  /// `reason "…"`: why.
  public var reason: QuotedSyntax?
  /// `until DATE`: the first day on which it is not accepted any more; its `date` is nil after a mistake.
  public var until: DateSyntax?
  /// `accept { … }`: the cases.
  public var accept: RegionSyntax?
  /// The title line.
  public let span: SourceSpan

  /// Makes a waiver of nothing.
  public init(name: WordSyntax, title: QuotedSyntax?, span: SourceSpan) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// `under INSTRUMENT RULE`: one rule of one instrument.
public struct WaivedRuleSyntax: Sendable {
  /// The instrument.
  public let instrument: WordSyntax
  /// The rule.
  public let rule: WordSyntax

  /// Names a rule.
  public init(instrument: WordSyntax, rule: WordSyntax) {
    self.instrument = instrument
    self.rule = rule
  }
}
