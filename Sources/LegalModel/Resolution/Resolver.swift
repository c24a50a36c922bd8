public import LegalSyntax
public import SourceText

/// From syntax trees to the corpus: names become identities, and every mistake becomes a diagnostic.
public enum Resolver {
  /// Resolves all files together, in the order given. Always yields a corpus; it may only be used if no
  /// diagnostic is an error. Cost: linear in the input, but for one look-up of similar names per mistake.
  public static func resolve(_ files: [FileSyntax], diagnostics: inout DiagnosticBag) -> LegalCorpus {
    var resolution = Resolution()
    resolution.resolveVocabulary(files)
    resolution.collect(files)
    resolution.checkAgreement()
    resolution.resolveInstruments()
    resolution.resolveStatutes()
    resolution.resolveJurisdictions(files)
    resolution.resolveWaivers(files)
    resolution.checkCycles()
    resolution.rewordBareWords(files, &diagnostics)
    resolution.rewordLooseWords(files, &diagnostics)
    resolution.tellRepetitions()
    diagnostics.report(contentsOf: resolution.diagnostics)
    return resolution.corpus
  }
}

/// The names known so far and the corpus under construction.
struct Resolution {
  var corpus = LegalCorpus()
  var diagnostics = DiagnosticBag()
  var collected = CollectedDeclarations()
  /// Elements that are declared twice: which values they have is not certain.
  var disputed: Set<String> = []
  /// Whether it was said that there is no vocabulary.
  var lacksVocabulary = false
  /// How many mistakes each file has so far.
  private var counts: [FileID: Int] = [:]
  /// How often the same mistake was reported.
  private var repeated = RepeatedMistakes()

  /// How many mistakes of one file are listed.
  private static let limit = 100

  /// Whether a file has so many mistakes already that the rest is not listed.
  func isFull(_ file: FileID) -> Bool { counts[file, default: 0] >= Self.limit }

  /// Reports one mistake, or, at the limit of its file, that there are more.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, label: String = "",
    related: [Diagnostic.Label] = [], help: [Advice] = []
  ) {
    guard !isFull(span.file) else { return }
    counts[span.file, default: 0] += 1
    guard !isFull(span.file) else {
      diagnostics.report(
        Diagnostic(
          .tooManyMistakes,
          "this file has at least \(Self.limit) wrong names and lines, and only the first are shown",
          at: span, help: ["correct the first mistakes and check again"]))
      return
    }
    let mistake = Diagnostic(code, message, at: span, label: label, related: related, help: help)
    if repeated.isListed(mistake) { diagnostics.report(mistake) }
  }

  /// Says of each mistake that was made again and again how often it was, in place of listing it.
  mutating func tellRepetitions() {
    let (repeated, counts) = (repeated, counts)
    diagnostics.reword {
      repeated.annotated($0, isFull: counts[$0.primary.span.file, default: 0] >= Self.limit)
    }
  }

  /// Reports a name that nothing declares, with the nearest one that is declared.
  mutating func reportUnknown(
    _ code: DiagnosticCode, _ what: String, _ word: WordSyntax, among names: [String], help: [Advice] = []
  ) {
    guard !isFull(word.span.file) else { return }
    var advice = help
    if let nearest = NameSuggestion.nearest(to: word.text, among: names) {
      advice.insert("did you mean `\(nearest)`?", at: 0)
    }
    report(code, "there is no \(what) `\(word.text)`", at: word.span, help: advice)
  }

  /// Reports a rule that no treaty has. A rule nearly called so is named only if no other one is as near: a lawyer who
  /// takes over a wrong guess has made a claim or a reservation that nobody meant.
  mutating func reportUnknownRule(_ word: WordSyntax, among names: [String], help: Advice) {
    let nearest = NameSuggestion.onlyNearest(to: word.text, among: names)
    report(
      .unknownRule, "there is no rule `\(word.text)`", at: word.span,
      help: (nearest.map { ["did you mean `\($0)`?"] } ?? []) + [help])
  }

  /// A period; reports an end that does not lie behind its beginning.
  mutating func period(_ syntax: PeriodSyntax?, evidence: Evidence?, sources: [String: String]? = nil)
    -> Period
  {
    guard let syntax else { return .always }
    let from = syntax.from.date
    let until = syntax.until?.date
    if let from, let until, let span = syntax.until?.span, !(from < until) {
      let fault = from == until ? "the day on which it begins" : "before it begins"
      report(
        .datesOutOfOrder, "the period ends on \(until), \(fault)", at: span,
        related: [Diagnostic.Label(syntax.from.span, "the period begins here")],
        help: ["`until` names the first day on which the text does not apply any more"])
    }
    let known = self.evidence(syntax.evidence, inherited: evidence, sources: sources)
    return Period(from: from, until: until, isFromUnknown: from == nil, evidence: known)
  }

  /// The evidence of a line: its own mark, else that of its block. Without any mark a fact is unverified.
  ///
  /// - Parameter sources: what the keys of the statute stand for; nil outside statutes, where there are none.
  mutating func evidence(_ syntax: EvidenceSyntax?, inherited: Evidence?, sources: [String: String]?)
    -> Evidence
  {
    guard let syntax else { return inherited ?? Evidence(grade: .unverified) }
    let grade = EvidenceGrade(rawValue: syntax.grade.text) ?? .unverified
    var source = syntax.source?.text
    if let key = syntax.key {
      if let text = sources?[key.text] {
        source = [text, source].compactMap { $0 }.joined(separator: "; ")
      } else {
        reportUnknown(
          .unknownSourceKey, "source", key, among: sources?.keys.sorted() ?? [],
          help: [
            sources == nil
              ? "only statutes declare sources; write here in quotation marks where the fact was read"
              : "declare it in the statute: `source \(key.text) \"where the fact was read\"`"
          ])
      }
    }
    return Evidence(grade: grade, source: source)
  }
}

/// Everything with a name, before bodies are resolved.
struct CollectedDeclarations {
  /// The parts of one instrument, which may stand in several files.
  struct InstrumentParts {
    var syntax: [InstrumentSyntax]
    var definitions: [String: DefinitionID] = [:]
    var rules: [(id: RuleID, syntax: RuleSyntax)] = []
    /// Where each rule is declared.
    var ruleNames: [String: WordSyntax] = [:]
  }

  /// The parts of one statute.
  struct StatuteParts {
    var syntax: [StatuteSyntax]
    var definitions: [String: DefinitionID] = [:]
    var articles: [(id: ArticleID, syntax: ArticleSyntax)] = []
    /// Where each article is declared.
    var articleNumbers: [String: WordSyntax] = [:]
  }

  /// In the order of first appearance.
  var instruments: [InstrumentParts] = []
  /// In the order of first appearance.
  var statutes: [StatuteParts] = []
  /// The syntax of each definition, in the order of its identity.
  var definitions: [DefinitionSyntax] = []
  /// The owner of each definition.
  var definitionOwners: [DefinitionOwner] = []
  /// The number of rules so far.
  var ruleCount = 0
  /// The number of articles so far.
  var articleCount = 0

  private var instrumentPositions: [String: Int] = [:]
  private var statutePositions: [String: Int] = [:]

  func instrument(named name: String) -> Int? { instrumentPositions[name] }
  func statute(named name: String) -> Int? { statutePositions[name] }

  /// Adds the first part of an instrument, and gives its position.
  mutating func add(_ parts: InstrumentParts) -> Int {
    instruments.append(parts)
    instrumentPositions[parts.syntax[0].name.text] = instruments.count - 1
    return instruments.count - 1
  }

  /// Adds the first part of a statute, and gives its position.
  mutating func add(_ parts: StatuteParts) -> Int {
    statutes.append(parts)
    statutePositions[parts.syntax[0].name.text] = statutes.count - 1
    return statutes.count - 1
  }
}
