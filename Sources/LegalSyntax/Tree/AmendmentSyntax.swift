public import SourceText

/// `amendment NAME to STATUTE "title" { … }`: edits of one statute.
public struct AmendmentSyntax: Sendable {
  /// `KHM/bill-a`.
  public let name: WordSyntax
  /// The statute that is changed.
  public let statute: WordSyntax
  /// The title of the amending law.
  public let title: QuotedSyntax?
  /// `status enacted`, `bill` or `fictional`; other words are reported by the reader.
  public var status: WordSyntax?
  /// `number "…"`: the official number.
  public var number: QuotedSyntax?
  /// `in force from DATE`: the commencement.
  public var inForce: PeriodSyntax?
  /// `researched up to DATE`.
  public var researched: DateSyntax?
  /// `evidence …` for all that the amendment writes.
  public var evidence: EvidenceSyntax?
  /// `source KEY "…"` lines; the keys join those of the statute.
  public var sources: [(key: WordSyntax, text: QuotedSyntax)] = []
  /// `note "…"`.
  public var notes: [QuotedSyntax] = []
  /// The edits in the order written.
  public var edits: [ArticleEditSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes an amendment without edits.
  public init(name: WordSyntax, statute: WordSyntax, title: QuotedSyntax?, span: SourceSpan) {
    self.name = name
    self.statute = statute
    self.title = title
    self.span = span
  }
}

/// `amended by NAME "title" status STATUS [in force …]`: a statute whose text holds an amendment already.
public struct AmendedBySyntax: Sendable {
  /// `KHM/bill-a`.
  public let name: WordSyntax
  /// The title of the amending law.
  public let title: QuotedSyntax?
  /// Whether it is law.
  public let status: WordSyntax
  /// Its commencement.
  public let inForce: PeriodSyntax?
  /// The line.
  public let span: SourceSpan

  /// Makes a mark.
  public init(
    name: WordSyntax, title: QuotedSyntax?, status: WordSyntax, inForce: PeriodSyntax?, span: SourceSpan
  ) {
    self.name = name
    self.title = title
    self.status = status
    self.inForce = inForce
    self.span = span
  }
}

/// One edit of a statute.
public enum ArticleEditSyntax: Sendable {
  /// `insert article NUMBER "heading" [after article NUMBER] { … }`.
  case insert(ArticleSyntax, after: WordSyntax?, SourceSpan)
  /// `replace article NUMBER "heading" { … }`: nothing of the old text stays.
  case replace(ArticleSyntax, SourceSpan)
  /// `repeal article NUMBER`.
  case repeal(WordSyntax, SourceSpan)
  /// `in article NUMBER { … }`: edits of its parts.
  case change(WordSyntax, [ArticlePartEditSyntax], SourceSpan)
}

/// One edit inside an article.
public enum ArticlePartEditSyntax: Sendable {
  /// `in offence ["title"] { … }`: edits of its lines. Without a title the only offence is meant.
  case offence(QuotedSyntax?, [LineEditSyntax], SourceSpan)
  /// `in define NAME { … }`: edits of its lines.
  case definition(WordSyntax, [LineEditSyntax], SourceSpan)
  /// `add` and a line as it stands in an article.
  case add(ArticlePartSyntax, SourceSpan)
  /// `replace` and a part as it stands in an article; it takes the place of the part of the same name.
  case replace(ArticlePartSyntax, SourceSpan)
  /// `delete` and what names the part.
  case delete(ArticlePartNameSyntax, SourceSpan)
}

/// A part of an article.
public enum ArticlePartSyntax: Sendable {
  /// `offence …`
  case offence(OffenceSyntax)
  /// `define …`
  case definition(DefinitionSyntax)
  /// `extend …`
  case extend(ExtensionSyntax)
  /// `exempt …`
  case exempt(ExemptionSyntax)
  /// `unread …`
  case unread(UnreadSyntax)
  /// `reading …` or `alternative …`
  case reading(ReadingSyntax)
  /// `implements …`
  case claim(ClaimSyntax)
  /// `note …`
  case note(QuotedSyntax)
}

/// What names a part of an article that is to be deleted. Without a title the only one is meant.
public enum ArticlePartNameSyntax: Sendable {
  /// `offence ["title"]`
  case offence(QuotedSyntax?)
  /// `define NAME`
  case definition(WordSyntax)
  /// `extend ELEMENT`
  case extend(WordSyntax)
  /// `exempt ["title"]`
  case exempt(QuotedSyntax?)
  /// `unread ["title"]`
  case unread(QuotedSyntax?)
  /// `reading NAME` or `alternative NAME`
  case reading(ReadingSyntax.Kind, WordSyntax)
  /// `implements INSTRUMENT RULE, …`
  case claim(ClaimSyntax)
  /// `note "…"`
  case note(QuotedSyntax?)
}

/// One edit inside an offence or a definition.
///
/// A condition is a part of the cases: inside it the edited text holds, outside it the old one.
public enum LineEditSyntax: Sendable {
  /// `add ELEMENT VALUES [where …]`: the element is not mentioned yet.
  case addLine(ElementLineSyntax, condition: RegionSyntax?, SourceSpan)
  /// `replace ELEMENT VALUES [where …]`.
  case replaceLine(ElementLineSyntax, condition: RegionSyntax?, SourceSpan)
  /// `delete ELEMENT [where …]`.
  case deleteLine(WordSyntax, condition: RegionSyntax?, SourceSpan)
  /// `add VALUES to ELEMENT [where …]`; the line holds the new values alone.
  case addValues(ElementLineSyntax, condition: RegionSyntax?, SourceSpan)
  /// `delete VALUES from ELEMENT [where …]`; the line holds the values that go.
  case deleteValues(ElementLineSyntax, condition: RegionSyntax?, SourceSpan)
  /// `add` and another line of the block.
  case add(ProvisionPartSyntax, SourceSpan)
  /// `replace` and another line of the block; it takes the place of the line of the same name.
  case replace(ProvisionPartSyntax, SourceSpan)
  /// `delete` and what names the line.
  case delete(ProvisionPartNameSyntax, SourceSpan)

  /// The whole edit.
  public var span: SourceSpan {
    switch self {
    case .addLine(_, _, let span), .replaceLine(_, _, let span), .deleteLine(_, _, let span),
      .addValues(_, _, let span), .deleteValues(_, _, let span), .add(_, let span), .replace(_, let span),
      .delete(_, let span):
      span
    }
  }
}

/// A line of an offence or a definition that is no element line.
public enum ProvisionPartSyntax: Sendable {
  /// `except …`, `uses …` or `either … or …`
  case item(RegionItemSyntax)
  /// `penalty …`; offences only.
  case penalty(PenaltySyntax)
  /// `liability KIND`; offences only.
  case liability(WordSyntax)
  /// `reading …` or `alternative …`
  case reading(ReadingSyntax)
  /// `implements …`
  case claim(ClaimSyntax)
}

/// What names a line of an offence or a definition that is to be deleted.
public enum ProvisionPartNameSyntax: Sendable {
  /// `except ["title"]`: without a title the only one.
  case except(QuotedSyntax?)
  /// `uses NAME`
  case uses(WordSyntax)
  /// `penalty imprisonment|fine|not stated [where …]`: the lines of this kind under this condition.
  case penalty(PenaltyClass, condition: RegionSyntax?)
  /// `reading NAME` or `alternative NAME`
  case reading(ReadingSyntax.Kind, WordSyntax)
  /// `implements INSTRUMENT RULE, …`
  case claim(ClaimSyntax)
}

/// What a penalty line is about: an edit of one leaves the others alone.
public enum PenaltyClass: String, CaseIterable, Sendable {
  /// Imprisonment for a time or for life.
  case imprisonment
  /// A fine.
  case fine
  /// `not stated`
  case notStated = "not stated"
}

extension PenaltySyntax {
  /// What the line is about.
  public var penaltyClass: PenaltyClass {
    switch kind {
    case .imprisonment, .lifeImprisonment: .imprisonment
    case .fine: .fine
    case .notStated: .notStated
    }
  }
}
