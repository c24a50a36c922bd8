public import LegalSyntax
public import SourceText

/// A national law.
public struct Statute: Sendable {
  /// `KHM/tse-2008`.
  public let name: String
  /// The title of the law.
  public let title: String
  /// The State's code: the part of the name before the first slash.
  public let jurisdiction: String
  /// The official number.
  public let number: String?
  /// When it applies.
  public let period: Period
  /// The day up to which changes of the law were looked for.
  public let researched: CalendarDate?
  /// Remarks.
  public let notes: [String]
  /// The articles in the order written.
  public var articles: [ArticleID]
  /// Law that was not read.
  public var unread: [Unread]
  /// Where it is declared.
  public let span: SourceSpan
}

/// A numbered unit of a statute.
public struct Article: Sendable {
  /// The statute.
  public let statute: StatuteID
  /// The number: `13bis`.
  public let number: String
  /// The heading.
  public let heading: String
  /// When it applies, inside the period of the statute.
  public let period: Period
  /// What it is relied on for.
  public let claims: [Claim]
  /// The terms it defines.
  public let definitions: [DefinitionID]
  /// What it punishes.
  public let offences: [Offence]
  /// What it adds to other provisions.
  public let extensions: [Extension]
  /// What it takes out of other provisions.
  public let exemptions: [Exemption]
  /// Parts that were not read.
  public let unread: [Unread]
  /// Ways to understand it, and versions of a text that is not settled.
  public let readings: [Reading]
  /// Remarks.
  public let notes: [String]
  /// How the article is known.
  public let evidence: Evidence
  /// The title line.
  public let span: SourceSpan
}

/// The State, a treaty body or the encoder relies on an article, or on one provision of it, for a rule.
public struct Claim: Sendable {
  /// What is relied on: everything in the article, or one definition or offence.
  public let target: Reading.Target
  /// The rules, wildcards expanded.
  public let rules: [RuleID]
  /// The claim as written: `OPSC 3.1.a.i.*`.
  public let pattern: String
  /// Who claims it.
  public let claimant: String
  /// Where the claim stands.
  public let source: String?
  /// How it is known.
  public let evidence: Evidence
  /// Where it is declared.
  public let span: SourceSpan
}

/// One thing an article punishes.
public struct Offence: Sendable {
  /// What it is called inside its article.
  public let title: String?
  /// The cases.
  public let region: Region
  /// The penalties.
  public let penalties: [Penalty]
  /// The kind of liability.
  public let liability: Liability
  /// How the block is known.
  public let evidence: Evidence
  /// The title line.
  public let span: SourceSpan
}

/// A penalty and where it applies.
public struct Penalty: Sendable {
  /// What it is.
  public let kind: PenaltySyntax.Kind
  /// The words of the range.
  public let text: String
  /// The sub-region in which it replaces the penalties without a condition.
  public let condition: Region?
  /// How it is known.
  public let evidence: Evidence
  /// Where it stands.
  public let span: SourceSpan
}

/// The general part widens one element of every matching offence.
public struct Extension: Sendable {
  /// Element and values that are added.
  public let line: LineID
  /// The articles whose offences it widens.
  public let scope: Set<ArticleID>
  /// Only where the highest imprisonment is more than this many days.
  public let maximumOver: Int?
  /// Only where the highest imprisonment is at most this many days.
  public let maximumUpTo: Int?
  /// Only these of the offence's own cases.
  public let condition: Region?
  /// The liability of what is added; nil: that of the offence.
  public let liability: Liability?
  /// How it is known.
  public let evidence: Evidence
  /// Where it stands.
  public let span: SourceSpan
}

/// Cases taken out of every matching offence, after all extensions.
public struct Exemption: Sendable {
  /// Who or what is exempt.
  public let title: String?
  /// The articles it takes cases from.
  public let scope: Set<ArticleID>
  /// The cases.
  public let region: Region
  /// How it is known.
  public let evidence: Evidence
  /// Where it stands.
  public let span: SourceSpan
}

/// Law that exists and was not read.
public struct Unread: Sendable {
  /// What is known of it.
  public let title: String
  /// The cases it might reach.
  public let region: Region
  /// How its existence is known.
  public let evidence: Evidence
  /// Where it stands.
  public let span: SourceSpan
}

/// Another way to understand provisions of an article, or another version of its text.
public struct Reading: Sendable {
  /// Which provisions of the article it changes.
  public enum Target: Hashable, Sendable {
    /// Every definition and offence.
    case all
    /// One definition.
    case definition(DefinitionID)
    /// The offence at a position of ``Article/offences``.
    case offence(Int)
  }

  /// A reading by an authority, or an alternative version.
  public let kind: ReadingSyntax.Kind
  /// The name: `CRC-2015`.
  public let name: String
  /// The document, or why the text is not settled.
  public let title: String?
  /// The first day on which it counts.
  public let from: CalendarDate?
  /// What it changes.
  public let target: Target
  /// The lines that replace lines of the same element, or join.
  public let lines: [LineID]
  /// Where it stands.
  public let span: SourceSpan
}
