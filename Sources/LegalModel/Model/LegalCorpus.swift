/// Everything that was loaded, resolved: the one input of every check.
public struct LegalCorpus: Sendable {
  /// The elements.
  public internal(set) var vocabulary = Vocabulary(elements: [])
  /// Every element line of every file.
  public internal(set) var lines: [ElementLine] = []
  /// Every defined term.
  public internal(set) var definitions: [Definition] = []
  /// The treaties.
  public internal(set) var instruments: [Instrument] = []
  /// The rules of all treaties.
  public internal(set) var rules: [Rule] = []
  /// The States.
  public internal(set) var jurisdictions: [Jurisdiction] = []
  /// The national laws.
  public internal(set) var statutes: [Statute] = []
  /// The articles of all laws.
  public internal(set) var articles: [Article] = []
  /// What is accepted although it is open.
  public internal(set) var waivers: [Waiver] = []

  /// An empty corpus.
  public init() {}

  /// The line of an identity.
  @inlinable public subscript(id: LineID) -> ElementLine { lines[id.index] }
  /// The definition of an identity.
  @inlinable public subscript(id: DefinitionID) -> Definition { definitions[id.index] }
  /// The instrument of an identity.
  @inlinable public subscript(id: InstrumentID) -> Instrument { instruments[id.index] }
  /// The rule of an identity.
  @inlinable public subscript(id: RuleID) -> Rule { rules[id.index] }
  /// The statute of an identity.
  @inlinable public subscript(id: StatuteID) -> Statute { statutes[id.index] }
  /// The article of an identity.
  @inlinable public subscript(id: ArticleID) -> Article { articles[id.index] }
  /// The waiver of an identity.
  @inlinable public subscript(id: WaiverID) -> Waiver { waivers[id.index] }

  /// The instrument of a name.
  public func instrument(named name: String) -> InstrumentID? {
    instruments.firstIndex { $0.name == name }.map { InstrumentID($0) }
  }

  /// The State of a code.
  public func jurisdiction(named name: String) -> Jurisdiction? { jurisdictions.first { $0.name == name } }

  /// The rules of an instrument that a pattern names: `3.1.c`, or `3.1.*` for every rule below 3.1.
  public func rules(matching pattern: String, in instrument: InstrumentID) -> [RuleID] {
    let pattern = RulePattern(pattern)
    return instruments[instrument.index].rules.filter { pattern.matches(rules[$0.index].name) }
  }

  /// Every article of the statutes of one State, in the order loaded.
  public func articles(of jurisdiction: String) -> [ArticleID] {
    statutes.filter { $0.jurisdiction == jurisdiction }.flatMap(\.articles)
  }
}

/// The name of a rule, or a name that ends in `*` for everything below.
public struct RulePattern: Sendable {
  private let name: String
  private let isPrefix: Bool

  /// Takes the pattern as written.
  public init(_ text: String) {
    isPrefix = text.hasSuffix("*")
    name = isPrefix ? String(text.dropLast()) : text
  }

  /// Whether the pattern names a rule. `*` alone names every rule.
  public func matches(_ name: String) -> Bool { isPrefix ? name.hasPrefix(self.name) : name == self.name }
}
