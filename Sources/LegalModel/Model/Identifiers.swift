/// The number of something in a table of the corpus; the tag keeps elements, rules and articles apart.
public struct Identifier<Tag>: Hashable, Comparable, Sendable {
  /// The position in the table.
  public let index: Int

  /// Makes the identity of the entry at `index`.
  public init(_ index: Int) { self.index = index }

  /// Identities compare in the order of the table.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// Identity of an ``Element`` in ``Vocabulary/elements``.
public typealias ElementID = Identifier<Element>
/// Identity of an ``ElementLine`` in ``LegalCorpus/lines``.
public typealias LineID = Identifier<ElementLine>
/// Identity of a ``Definition`` in ``LegalCorpus/definitions``.
public typealias DefinitionID = Identifier<Definition>
/// Identity of an ``Instrument`` in ``LegalCorpus/instruments``.
public typealias InstrumentID = Identifier<Instrument>
/// Identity of a ``Rule`` in ``LegalCorpus/rules``.
public typealias RuleID = Identifier<Rule>
/// Identity of a ``Statute`` in ``LegalCorpus/statutes``.
public typealias StatuteID = Identifier<Statute>
/// Identity of an ``Article`` in ``LegalCorpus/articles``.
public typealias ArticleID = Identifier<Article>
/// Identity of a ``Waiver`` in ``LegalCorpus/waivers``.
public typealias WaiverID = Identifier<Waiver>
