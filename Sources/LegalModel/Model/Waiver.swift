public import LegalSyntax
public import SourceText

/// Cases of one rule that somebody accepts for a time although the law leaves them open. It changes no verdict.
public struct Waiver: Sendable {
  /// `KHM/adoption-law-pending`.
  public let name: String
  /// What is accepted, in a few words.
  public let title: String
  /// The State's code: the part of the name before the first slash.
  public let jurisdiction: String
  /// The rule.
  public let rule: RuleID
  /// Who accepts it.
  public let by: String
  /// Why.
  public let reason: String
  /// The first day on which it is not accepted any more.
  public let until: CalendarDate
  /// The cases. Silence about an element accepts every value: a default would narrow what is written without a word,
  /// and the rule says already which cases it is about.
  public let region: Region
  /// The title line.
  public let span: SourceSpan

  /// Whether it holds on a day.
  public func isInForce(on day: CalendarDate) -> Bool { day < until }
}
