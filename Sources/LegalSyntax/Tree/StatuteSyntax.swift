public import SourceText

/// `statute JURISDICTION/NAME "Title" { … }`. A statute may be spread over several files under one name.
public struct StatuteSyntax: Sendable {
  /// `KHM/tse-2008`.
  public let name: WordSyntax
  /// The title of the law.
  public let title: QuotedSyntax?
  /// `number "…"`: the official number.
  public var number: QuotedSyntax?
  /// `in force from DATE [until DATE]`.
  public var inForce: PeriodSyntax?
  /// `researched up to DATE`.
  public var researched: DateSyntax?
  /// `evidence …` for the whole statute.
  public var evidence: EvidenceSyntax?
  /// `source KEY "…"` lines: what short keys in evidence marks stand for.
  public var sources: [(key: WordSyntax, text: QuotedSyntax)] = []
  /// `amended by …`: the amendments that the text holds already.
  public var amendedBy: [AmendedBySyntax] = []
  /// `note "…"`.
  public var notes: [QuotedSyntax] = []
  /// The articles in the order written.
  public var articles: [ArticleSyntax] = []
  /// `unread "what" { … }` at the level of the statute.
  public var unread: [UnreadSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes an empty statute.
  public init(name: WordSyntax, title: QuotedSyntax?, span: SourceSpan) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// `article NUMBER "heading" { … }`.
public struct ArticleSyntax: Sendable {
  /// The number as a word: `12`, `13bis`, `41.2`.
  public let number: WordSyntax
  /// The heading.
  public let heading: QuotedSyntax?
  /// `in force from …`, where it differs from the statute's.
  public var inForce: PeriodSyntax?
  /// `evidence …` for the whole article.
  public var evidence: EvidenceSyntax?
  /// `implements …`.
  public var claims: [ClaimSyntax] = []
  /// `define …`.
  public var definitions: [DefinitionSyntax] = []
  /// `offence …`.
  public var offences: [OffenceSyntax] = []
  /// `extend …`.
  public var extensions: [ExtensionSyntax] = []
  /// `exempt …`.
  public var exemptions: [ExemptionSyntax] = []
  /// `unread …`.
  public var unread: [UnreadSyntax] = []
  /// Readings and alternatives of every definition and offence of the article.
  public var readings: [ReadingSyntax] = []
  /// `note "…"`.
  public var notes: [QuotedSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes an empty article.
  public init(number: WordSyntax, heading: QuotedSyntax?, span: SourceSpan) {
    self.number = number
    self.heading = heading
    self.span = span
  }
}

/// `implements INSTRUMENT RULE, … claimed by WHO "source" [evidence …]`.
public struct ClaimSyntax: Sendable {
  /// The instrument.
  public let instrument: WordSyntax
  /// Rules; `3.1.*` is every rule below 3.1.
  public let rules: [WordSyntax]
  /// `state`, `encoder`, or the short name of a treaty body.
  public let claimant: WordSyntax?
  /// Where the claim stands.
  public let source: QuotedSyntax?
  /// How it is known.
  public let evidence: EvidenceSyntax?
  /// The line.
  public let span: SourceSpan

  /// Makes a claim.
  public init(
    instrument: WordSyntax, rules: [WordSyntax], claimant: WordSyntax?, source: QuotedSyntax?,
    evidence: EvidenceSyntax?, span: SourceSpan
  ) {
    self.instrument = instrument
    self.rules = rules
    self.claimant = claimant
    self.source = source
    self.evidence = evidence
    self.span = span
  }
}

/// `offence ["what"] { … }`.
public struct OffenceSyntax: Sendable {
  /// What the offence is called inside its article, such as `paragraph 2`.
  public let title: QuotedSyntax?
  /// The cases punished.
  public var region: RegionSyntax
  /// `penalty …` lines.
  public var penalties: [PenaltySyntax] = []
  /// `liability KIND`: criminal unless said.
  public var liability: WordSyntax?
  /// `evidence …` for all lines of the block.
  public var evidence: EvidenceSyntax?
  /// `implements …` of this offence alone.
  public var claims: [ClaimSyntax] = []
  /// Readings and alternatives of this offence alone.
  public var readings: [ReadingSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes an offence.
  public init(title: QuotedSyntax?, region: RegionSyntax, span: SourceSpan) {
    self.title = title
    self.region = region
    self.span = span
  }
}

/// `penalty KIND RANGE [where …] [evidence …]`.
public struct PenaltySyntax: Sendable {
  /// What the penalty is.
  public enum Kind: Hashable, Sendable {
    /// `imprisonment 7 to 15 years`, in days (a year is 365 days, a month 30); `imprisonment` alone: both nil.
    case imprisonment(lowestDays: Int?, highestDays: Int?)
    /// `imprisonment for life`.
    case lifeImprisonment
    /// `fine 4000000 to 10000000 KHR`; `fine` alone: both nil.
    case fine(lowest: Int?, highest: Int?, currency: String?)
    /// `not stated`: the encoder found no penalty.
    case notStated
  }

  /// What the penalty is.
  public let kind: Kind
  /// The words of the duration as written, for reports: `7 to 15 years`.
  public let text: String
  /// The sub-region in which this penalty replaces the others; nil: everywhere else.
  public let condition: RegionSyntax?
  /// How it is known.
  public let evidence: EvidenceSyntax?
  /// The line.
  public let span: SourceSpan

  /// Makes a penalty.
  public init(
    kind: Kind, text: String, condition: RegionSyntax?, evidence: EvidenceSyntax?, span: SourceSpan
  ) {
    self.kind = kind
    self.text = text
    self.condition = condition
    self.evidence = evidence
    self.span = span
  }
}

/// Which provisions an extension or exemption is about: `over …` lines. No line: the own statute.
public enum ScopeSyntax: Sendable {
  /// `over every statute`.
  case everyStatute(SourceSpan)
  /// `over articles 8 to 20, 23`, of the own statute.
  case articles([ArticleRangeSyntax], SourceSpan)
  /// `over KHM/tse-2008, KHM/other`.
  case statutes([WordSyntax], SourceSpan)
}

/// `8 to 20`, or a single article.
public struct ArticleRangeSyntax: Hashable, Sendable {
  /// The first article.
  public let first: WordSyntax
  /// The last article, included; nil: only the first.
  public let last: WordSyntax?

  /// Makes a range in the order in which the articles stand in the statute.
  public init(first: WordSyntax, last: WordSyntax?) {
    self.first = first
    self.last = last
  }
}

/// `extend ELEMENT to VALUES { over …; where maximum over 5 years; where { … }; liability KIND; evidence … }`.
public struct ExtensionSyntax: Sendable {
  /// The line after `extend`: element and values.
  public let line: ElementLineSyntax
  /// Which provisions.
  public var scopes: [ScopeSyntax] = []
  /// `where maximum over N years`: the highest imprisonment is more than this many days.
  public var maximumOver: Int?
  /// `where maximum up to N years`: the highest imprisonment is at most this many days.
  public var maximumUpTo: Int?
  /// `where { … }`: a part of the offence's own cases.
  public var condition: RegionSyntax?
  /// `liability KIND` of what is added: that of the offence unless said.
  public var liability: WordSyntax?
  /// `evidence …`.
  public var evidence: EvidenceSyntax?
  /// The title line.
  public let span: SourceSpan

  /// Makes an extension of the own statute.
  public init(line: ElementLineSyntax, span: SourceSpan) {
    self.line = line
    self.span = span
  }
}

/// `exempt ["who"] { over …; region lines; evidence … }`.
public struct ExemptionSyntax: Sendable {
  /// Who or what is exempt.
  public let title: QuotedSyntax?
  /// From which provisions.
  public var scopes: [ScopeSyntax] = []
  /// The cases taken out.
  public var region: RegionSyntax
  /// `evidence …`.
  public var evidence: EvidenceSyntax?
  /// The title line.
  public let span: SourceSpan

  /// Makes an exemption.
  public init(title: QuotedSyntax?, region: RegionSyntax, span: SourceSpan) {
    self.title = title
    self.region = region
    self.span = span
  }
}

/// `unread "what is known of it" { region }`: law that exists and was not read, with the cases it might reach.
public struct UnreadSyntax: Sendable {
  /// What is known of it.
  public let title: QuotedSyntax?
  /// The cases it might reach.
  public let region: RegionSyntax
  /// How its existence is known.
  public let evidence: EvidenceSyntax?
  /// The title line.
  public let span: SourceSpan

  /// Makes a mark of unread law.
  public init(title: QuotedSyntax?, region: RegionSyntax, evidence: EvidenceSyntax?, span: SourceSpan) {
    self.title = title
    self.region = region
    self.evidence = evidence
    self.span = span
  }
}

/// `reading NAME "source" [from DATE] { lines }` or `alternative NAME "why" { lines }`.
public struct ReadingSyntax: Sendable {
  /// Which of the two it is.
  public enum Kind: Hashable, Sendable {
    /// One way to understand the text, by a named authority; `--reading NAME` can fix it.
    case reading
    /// Another version of a text that is not settled; no option fixes it.
    case alternative
  }

  /// Which of the two it is.
  public let kind: Kind
  /// `CRC-2015`; `literal` is the body and cannot be declared.
  public let name: WordSyntax
  /// The authority's document, or why the text is not settled.
  public let title: QuotedSyntax?
  /// `from DATE`: a reading counts from the date of its document.
  public let from: DateSyntax?
  /// The element lines that replace lines of the body, or join it.
  public let lines: [ElementLineSyntax]
  /// How it is known.
  public let evidence: EvidenceSyntax?
  /// The title line.
  public let span: SourceSpan

  /// Makes a reading.
  public init(
    kind: Kind, name: WordSyntax, title: QuotedSyntax?, from: DateSyntax?, lines: [ElementLineSyntax],
    evidence: EvidenceSyntax?, span: SourceSpan
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.from = from
    self.lines = lines
    self.evidence = evidence
    self.span = span
  }
}
