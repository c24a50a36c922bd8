public import SourceText

/// Everything one file declares, in the order written. Parsing always yields a tree.
public struct FileSyntax: Sendable {
  /// The file that was read.
  public let file: FileID
  /// The declarations that could be understood.
  public let declarations: [DeclarationSyntax]
  /// Words that stand alone on a line of a region, in order. They were reported as elements without a value; whoever
  /// knows the vocabulary can say more of them.
  public let bareWords: [WordSyntax]
  /// Words behind the values of an element that no comma joins to them, in order. They were reported too.
  public let looseWords: [LooseWords]

  /// Makes the tree of a file.
  public init(
    file: FileID, declarations: [DeclarationSyntax], bareWords: [WordSyntax] = [],
    looseWords: [LooseWords] = []
  ) {
    self.file = file
    self.declarations = declarations
    self.bareWords = bareWords
    self.looseWords = looseWords
  }
}

/// One declaration at the top level of a file.
public enum DeclarationSyntax: Sendable {
  /// The elements, values and groups.
  case vocabulary(VocabularySyntax)
  /// A treaty and its rules.
  case instrument(InstrumentSyntax)
  /// A State and the instruments that bind it.
  case jurisdiction(JurisdictionSyntax)
  /// A national law.
  case statute(StatuteSyntax)
  /// Edits of a national law.
  case amendment(AmendmentSyntax)
  /// Cases that somebody accepts for a time although they are open.
  case waiver(WaiverSyntax)
}

// MARK: - Vocabulary

/// `vocabulary "Title" { … }`. Several vocabularies join.
public struct VocabularySyntax: Sendable {
  /// What the vocabulary is called.
  public var title: QuotedSyntax?
  /// The elements declared here, in the order that reports use.
  public var elements: [ElementSyntax] = []
  /// The whole declaration.
  public let span: SourceSpan

  /// Makes an empty vocabulary.
  public init(title: QuotedSyntax?, span: SourceSpan) {
    self.title = title
    self.span = span
  }
}

/// `element NAME "title" { … }`.
public struct ElementSyntax: Sendable {
  /// The name that lines of regions begin with.
  public let name: WordSyntax
  /// The element in a lawyer's words, for tables.
  public let title: QuotedSyntax?
  /// `meaning "…"`: one line of definition.
  public var meaning: QuotedSyntax?
  /// `source "…"`: where the distinction comes from.
  public var source: QuotedSyntax?
  /// `number LOW to HIGH UNIT`: present for numeric elements only.
  public var number: NumberDomainSyntax?
  /// `value …` lines.
  public var values: [ValueSyntax] = []
  /// `group …` lines.
  public var groups: [GroupSyntax] = []
  /// `default VALUES`: what silence means.
  public var defaultSelection: [SelectionItemSyntax] = []
  /// `ordinary VALUE`: what example cases prefer.
  public var ordinary: SelectionItemSyntax?
  /// The title line: the bytes from the keyword to the title.
  public let span: SourceSpan

  /// Makes an element without values.
  public init(name: WordSyntax, title: QuotedSyntax?, span: SourceSpan) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// `number LOW to HIGH UNIT`.
public struct NumberDomainSyntax: Sendable {
  /// The smallest number of the domain.
  public let lowest: Int
  /// The largest number; it stands for everything above it too.
  public let highest: Int
  /// What is counted, such as `years`.
  public let unit: String
  /// The line.
  public let span: SourceSpan

  /// Makes a domain; the reader has checked that `lowest <= highest`.
  public init(lowest: Int, highest: Int, unit: String, span: SourceSpan) {
    self.lowest = lowest
    self.highest = highest
    self.unit = unit
    self.span = span
  }
}

/// `value NAME "phrase" meaning "…" source "…"`, or `residual …` for the value that holds all that is not listed.
public struct ValueSyntax: Sendable {
  /// The name.
  public let name: WordSyntax
  /// The value inside a sentence.
  public let phrase: QuotedSyntax?
  /// One line of definition.
  public let meaning: QuotedSyntax?
  /// Where the value comes from.
  public let source: QuotedSyntax?
  /// Declared with `residual` instead of `value`.
  public let isResidual: Bool
  /// The line.
  public let span: SourceSpan

  /// Makes a value.
  public init(
    name: WordSyntax, phrase: QuotedSyntax?, meaning: QuotedSyntax?, source: QuotedSyntax?,
    isResidual: Bool, span: SourceSpan
  ) {
    self.name = name
    self.phrase = phrase
    self.meaning = meaning
    self.source = source
    self.isResidual = isResidual
    self.span = span
  }
}

/// `group NAME "phrase" of VALUES meaning "…" source "…"`. Members may be groups.
public struct GroupSyntax: Sendable {
  /// The name.
  public let name: WordSyntax
  /// The group inside a sentence.
  public let phrase: QuotedSyntax?
  /// Values and groups.
  public let members: [SelectionItemSyntax]
  /// One line of definition.
  public let meaning: QuotedSyntax?
  /// Where the group comes from.
  public let source: QuotedSyntax?
  /// The line.
  public let span: SourceSpan

  /// Makes a group.
  public init(
    name: WordSyntax, phrase: QuotedSyntax?, members: [SelectionItemSyntax], meaning: QuotedSyntax?,
    source: QuotedSyntax?, span: SourceSpan
  ) {
    self.name = name
    self.phrase = phrase
    self.members = members
    self.meaning = meaning
    self.source = source
    self.span = span
  }
}

// MARK: - Definitions

/// `define NAME ["title"] { … }` in an instrument or an article.
public struct DefinitionSyntax: Sendable {
  /// The name that `uses` refers to.
  public let name: WordSyntax
  /// The term in the words of the text.
  public let title: QuotedSyntax?
  /// `cite "…"`: the pinpoint; instruments only.
  public var cite: QuotedSyntax?
  /// `evidence …` for all lines of the block.
  public var evidence: EvidenceSyntax?
  /// The cases the term reaches.
  public var region: RegionSyntax
  /// `implements …` of this definition alone; articles only.
  public var claims: [ClaimSyntax] = []
  /// Readings and alternatives of this definition alone; articles only.
  public var readings: [ReadingSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes a definition.
  public init(name: WordSyntax, title: QuotedSyntax?, region: RegionSyntax, span: SourceSpan) {
    self.name = name
    self.title = title
    self.region = region
    self.span = span
  }
}

// MARK: - Instrument

/// `instrument ID "Title" { … }`. An instrument may be spread over several files under one ID.
public struct InstrumentSyntax: Sendable {
  /// The short name, such as `OPSC`.
  public let name: WordSyntax
  /// The full title.
  public let title: QuotedSyntax?
  /// `adopted DATE`.
  public var adopted: DateSyntax?
  /// `in force from DATE`.
  public var inForce: PeriodSyntax?
  /// `source "…"`: the publication.
  public var source: QuotedSyntax?
  /// Defined terms.
  public var definitions: [DefinitionSyntax] = []
  /// The rules in the order of the text.
  public var rules: [RuleSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes an empty instrument.
  public init(name: WordSyntax, title: QuotedSyntax?, span: SourceSpan) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// `rule ID "title" { … }`.
public struct RuleSyntax: Sendable {
  /// The identity inside its instrument, such as `3.1.a.i.c`.
  public let name: WordSyntax
  /// What the rule asks, in a few words.
  public let title: QuotedSyntax?
  /// `level LEVEL`.
  public var level: WordSyntax?
  /// `cite "…"`: the pinpoint.
  public var cite: QuotedSyntax?
  /// `source "…"`: the document a recommended rule comes from.
  public var source: QuotedSyntax?
  /// `in force from DATE [until DATE]`, where it differs from the instrument's.
  public var inForce: PeriodSyntax?
  /// `liability KIND, …`: kinds of liability that suffice; without it criminal liability only.
  public var liability: [WordSyntax] = []
  /// What the rule asks. Exactly one in a correct rule.
  public var duties: [DutySyntax] = []
  /// `may exclude { … }`.
  public var mayExclude: [ExceptSyntax] = []
  /// `not checked "why"`: parts of the obligation that this version cannot see.
  public var notChecked: [QuotedSyntax] = []
  /// `note "…"`: remarks for the reader of a report.
  public var notes: [QuotedSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes an empty rule.
  public init(name: WordSyntax, title: QuotedSyntax?, span: SourceSpan) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// What a rule asks.
public enum DutySyntax: Sendable {
  /// `must punish TARGET`.
  case punish(DutyTargetSyntax, SourceSpan)
  /// `must prohibit TARGET`: by criminal or any other law.
  case prohibit(DutyTargetSyntax, SourceSpan)
  /// `must not punish TARGET`.
  case notPunish(DutyTargetSyntax, SourceSpan)
  /// `must define TARGET`: national definitions that claim the rule reach these cases.
  case define(DutyTargetSyntax, SourceSpan)
  /// `must punish TARGET by imprisonment [of at least N years|months|days]`.
  case penaltyFloor(DutyTargetSyntax, days: Int?, SourceSpan)

  /// Where the duty stands.
  public var span: SourceSpan {
    switch self {
    case .punish(_, let span), .prohibit(_, let span), .notPunish(_, let span), .define(_, let span),
      .penaltyFloor(_, _, let span):
      span
    }
  }
}

/// The cases a duty is about.
public enum DutyTargetSyntax: Sendable {
  /// `{ … }`.
  case region(RegionSyntax)
  /// `RULE, … [with ELEMENT VALUES]… `: the region of other rules, changed in single elements.
  case rules([WordSyntax], changes: [ElementLineSyntax])
}

// MARK: - Jurisdiction

/// `jurisdiction ID "Name" { … }`.
public struct JurisdictionSyntax: Sendable {
  /// ISO 3166-1 alpha-3 code, or a user-assigned one; the first part of its statutes' names.
  public let name: WordSyntax
  /// The State in words.
  public let title: QuotedSyntax?
  /// `bound by INSTRUMENT from DATE …`.
  public var bonds: [BondSyntax] = []
  /// The title line.
  public let span: SourceSpan

  /// Makes a jurisdiction that nothing binds.
  public init(name: WordSyntax, title: QuotedSyntax?, span: SourceSpan) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// `bound by INSTRUMENT from DATE [until DATE] [evidence …] [{ reservation … }]`.
public struct BondSyntax: Sendable {
  /// The instrument.
  public let instrument: WordSyntax
  /// From when until when, and how that is known.
  public let period: PeriodSyntax
  /// `reservation "text" to RULE, … [{ region }]`.
  public var reservations: [ReservationSyntax] = []
  /// The line.
  public let span: SourceSpan

  /// Makes a bond without reservations.
  public init(instrument: WordSyntax, period: PeriodSyntax, span: SourceSpan) {
    self.instrument = instrument
    self.period = period
    self.span = span
  }
}

/// `reservation "text" to RULE, … [from DATE [until DATE]] [evidence …] [{ region }]`.
public struct ReservationSyntax: Sendable {
  /// What the State reserved.
  public let title: QuotedSyntax?
  /// The rules concerned; wildcards allowed.
  public let rules: [WordSyntax]
  /// The cases reserved; nil reserves the whole rules.
  public let region: RegionSyntax?
  /// When the reservation holds; nil: as long as the bond.
  public let period: PeriodSyntax?
  /// How it is known.
  public let evidence: EvidenceSyntax?
  /// The whole construct.
  public let span: SourceSpan

  /// Makes a reservation.
  public init(
    title: QuotedSyntax?, rules: [WordSyntax], region: RegionSyntax?, period: PeriodSyntax?,
    evidence: EvidenceSyntax?, span: SourceSpan
  ) {
    self.title = title
    self.rules = rules
    self.region = region
    self.period = period
    self.evidence = evidence
    self.span = span
  }
}
