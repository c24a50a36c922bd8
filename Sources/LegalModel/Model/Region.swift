public import SourceText

/// What a line says of its element.
public enum LineStatement: Hashable, Sendable {
  /// These values and no others.
  case listed
  /// Every value, said in so many words; overrides a default.
  case any
  /// The encoder found nothing: the same as no line, but listed in the report.
  case notStated
}

/// Where a line stands.
public enum LineOwner: Hashable, Sendable {
  /// A rule of an instrument.
  case rule(RuleID)
  /// A defined term.
  case definition(DefinitionID)
  /// An offence, extension, exemption or unread mark of an article.
  case article(ArticleID)
  /// A mark of unread law of a statute.
  case statute(StatuteID)
  /// A reservation.
  case reservation
  /// What a waiver accepts.
  case waiver
}

/// One line: an element and the values it may take.
public struct ElementLine: Sendable {
  /// The element.
  public let element: ElementID
  /// The values; all of them for `any` and `not stated`.
  public let selection: Selection
  /// What kind of statement it is.
  public let statement: LineStatement
  /// The words of the law.
  public let words: String?
  /// How the line is known.
  public let evidence: Evidence
  /// Where it stands in the law.
  public let owner: LineOwner
  /// Where it stands in the file.
  public let span: SourceSpan
}

/// Lines that all hold.
public struct Region: Sendable {
  /// The lines and constructs.
  public let items: [RegionItem]
  /// The block.
  public let span: SourceSpan

  /// Makes a region.
  public init(items: [RegionItem], span: SourceSpan) {
    self.items = items
    self.span = span
  }

  /// The lines that stand in it, in all branches of `either`; without those of definitions it uses and of exceptions.
  public var ownLines: [LineID] {
    items.flatMap { item -> [LineID] in
      switch item {
      case .line(let line): [line]
      case .either(let branches): branches.flatMap(\.ownLines)
      case .uses, .except: []
      }
    }
  }
}

/// One part of a region.
public enum RegionItem: Sendable {
  /// An element is constrained.
  case line(LineID)
  /// A definition holds too.
  case uses(DefinitionID, Evidence, SourceSpan)
  /// One of the blocks holds.
  case either([Region])
  /// Cases are taken out.
  case except(Exception)
}

/// Cases taken out of a region.
public struct Exception: Sendable {
  /// What it is about.
  public let title: String?
  /// The cases.
  public let region: Region
  /// How it is known.
  public let evidence: Evidence
  /// Where it stands.
  public let span: SourceSpan
  /// Whether it only divides the cases in which an amendment changes a text from the others: no exception of the law.
  public let isDivision: Bool
}

/// Who defines a term.
public enum DefinitionOwner: Hashable, Sendable {
  /// A treaty.
  case instrument(InstrumentID)
  /// An article of a national law.
  case article(ArticleID)
}

/// A named region.
public struct Definition: Sendable {
  /// The name that `uses` refers to.
  public let name: String
  /// The term in the words of the text.
  public let title: String?
  /// The pinpoint.
  public let cite: String?
  /// Who defines it.
  public let owner: DefinitionOwner
  /// The cases it reaches.
  public var region: Region
  /// How the block is known.
  public let evidence: Evidence
  /// Where it stands.
  public let span: SourceSpan
}
