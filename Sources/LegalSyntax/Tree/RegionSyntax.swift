public import SourceText

/// The body of an offence, a definition, a rule: lines that all hold (*and*).
public struct RegionSyntax: Hashable, Sendable {
  /// The lines in the order written; the order carries no meaning.
  public let items: [RegionItemSyntax]
  /// The whole block, braces included, or the inline line.
  public let span: SourceSpan

  /// Makes a region.
  public init(items: [RegionItemSyntax], span: SourceSpan) {
    self.items = items
    self.span = span
  }
}

/// One line of a region.
public enum RegionItemSyntax: Hashable, Sendable {
  /// `ELEMENT VALUES`: one element is constrained.
  case line(ElementLineSyntax)
  /// `uses NAME`: everything a definition says holds too.
  case uses(UsesSyntax)
  /// `either { … } or { … }`: one of the blocks holds.
  case either([RegionSyntax], SourceSpan)
  /// `except { … }`: cases taken out.
  case except(ExceptSyntax)
}

/// `ELEMENT VALUES ["the words of the law"] [evidence GRADE "source"]`.
public struct ElementLineSyntax: Hashable, Sendable {
  /// The element that is constrained.
  public let element: WordSyntax
  /// The values that are allowed.
  public let selection: SelectionSyntax
  /// The words of the law that say so.
  public let words: QuotedSyntax?
  /// How this line is known, where it differs from its block.
  public let evidence: EvidenceSyntax?
  /// The whole line without its comment.
  public let span: SourceSpan

  /// Makes an element line.
  public init(
    element: WordSyntax, selection: SelectionSyntax, words: QuotedSyntax?, evidence: EvidenceSyntax?,
    span: SourceSpan
  ) {
    self.element = element
    self.selection = selection
    self.words = words
    self.evidence = evidence
    self.span = span
  }
}

/// What an element line allows.
public enum SelectionSyntax: Hashable, Sendable {
  /// `any`: every value, the residual included.
  case any(SourceSpan)
  /// `not stated`: the encoder found nothing; means the same as no line, but is listed in the report.
  case notStated(SourceSpan)
  /// Values, groups and ranges separated by commas: *or*. Never empty.
  case list([SelectionItemSyntax])
}

/// One member of a list of values.
public enum SelectionItemSyntax: Hashable, Sendable {
  /// A value or a group.
  case name(WordSyntax)
  /// A range of whole numbers, both ends included; nil is the end of the element's domain.
  /// `18` · `under 18` · `at least 15` · `from 15 to 17`
  case range(lowest: Int?, highest: Int?, span: SourceSpan)
}

/// `uses NAME`.
public struct UsesSyntax: Hashable, Sendable {
  /// The definition: of the same statute or instrument, or `STATUTE:NAME` of another statute.
  public let name: WordSyntax
  /// How the link is known.
  public let evidence: EvidenceSyntax?
  /// The whole line.
  public let span: SourceSpan

  /// Makes a use of a definition.
  public init(name: WordSyntax, evidence: EvidenceSyntax?, span: SourceSpan) {
    self.name = name
    self.evidence = evidence
    self.span = span
  }
}

/// `except ["why"] { … }`.
public struct ExceptSyntax: Hashable, Sendable {
  /// What the exception is about.
  public let title: QuotedSyntax?
  /// The cases taken out.
  public let region: RegionSyntax
  /// How the exception is known.
  public let evidence: EvidenceSyntax?
  /// The whole construct.
  public let span: SourceSpan
  /// Whether it only divides the cases in which an amendment changes a text from the others: no exception of the law.
  public let isDivision: Bool

  /// The word behind `except` that says so.
  static let divisionWord = "other-text"

  /// Makes an exception.
  public init(
    title: QuotedSyntax?, region: RegionSyntax, evidence: EvidenceSyntax?, span: SourceSpan,
    isDivision: Bool = false
  ) {
    self.isDivision = isDivision
    self.title = title
    self.region = region
    self.evidence = evidence
    self.span = span
  }
}
