import LegalSyntax
import SourceText

/// What a region may refer to, and what its lines inherit.
struct RegionContext {
  /// Where the lines stand in the law.
  var owner: LineOwner
  /// The evidence of the block.
  var evidence: Evidence
  /// The definitions that a bare name can mean.
  var definitions: [String: DefinitionID]
  /// The keys of the statute's sources; nil outside statutes.
  var sources: [String: String]?
}

/// Regions: lines, uses, alternatives, exceptions.
extension Resolution {
  mutating func region(_ syntax: RegionSyntax, _ context: RegionContext) -> Region {
    checkRepeatedLines(syntax)
    var items: [RegionItem] = []
    for item in syntax.items {
      switch item {
      case .line(let line):
        if let id = self.line(line, context) { items.append(.line(id)) }
      case .uses(let uses):
        if let id = definition(uses.name, context) {
          let known = evidence(uses.evidence, inherited: context.evidence, sources: context.sources)
          items.append(.uses(id, known, uses.span))
        }
      case .either(let branches, _):
        items.append(.either(branches.map { region($0, context) }))
      case .except(let except):
        items.append(.except(exception(except, context)))
      }
    }
    return Region(items: items, span: syntax.span)
  }

  mutating func exception(_ syntax: ExceptSyntax, _ context: RegionContext) -> Exception {
    var inner = context
    inner.evidence = evidence(syntax.evidence, inherited: context.evidence, sources: context.sources)
    return Exception(
      title: syntax.title?.text, region: region(syntax.region, inner), evidence: inner.evidence,
      span: syntax.span)
  }

  /// Adds a line to the table of the corpus; nil if it could not be understood.
  mutating func line(_ syntax: ElementLineSyntax, _ context: RegionContext) -> LineID? {
    guard let id = corpus.vocabulary.element(named: syntax.element.text) else {
      reportUnknownElement(syntax.element)
      return nil
    }
    let element = corpus.vocabulary[id]
    let selection: Selection
    let statement: LineStatement
    switch syntax.selection {
    case .any:
      (selection, statement) = (element.everything, .any)
    case .notStated:
      (selection, statement) = (element.everything, .notStated)
    case .list(let items):
      guard let listed = self.selection(items, of: element) else { return nil }
      (selection, statement) = (listed, .listed)
    }
    corpus.lines.append(
      ElementLine(
        element: id, selection: selection, statement: statement, words: syntax.words?.text,
        evidence: evidence(syntax.evidence, inherited: context.evidence, sources: context.sources),
        owner: context.owner, span: syntax.span))
    return LineID(corpus.lines.count - 1)
  }

  private mutating func reportUnknownElement(_ word: WordSyntax) {
    guard !isFull(word.span.file) else { return }
    guard !corpus.vocabulary.elements.isEmpty else {
      reportMissingVocabulary(word)
      return
    }
    let keywords = ReservedWord.allCases.map(\.rawValue)
    let names = corpus.vocabulary.elements.map(\.name)
    let owner = corpus.vocabulary.elements.first { element in
      element.values.contains { $0.name == word.text } || element.groups.contains { $0.name == word.text }
    }
    var help: [String] = []
    if let owner {
      help.append("`\(word.text)` is a value: write `\(owner.name) \(word.text)`")
    } else {
      if NameSuggestion.nearest(to: word.text, among: names + keywords) == nil { help += similarValue(word) }
      help.append("`lacuna vocabulary` lists the elements")
    }
    reportUnknown(.unknownElement, "element", word, among: names + keywords, help: help)
  }

  /// Without a vocabulary no word of any region is known: one mistake, not one for each word.
  private mutating func reportMissingVocabulary(_ word: WordSyntax) {
    guard !lacksVocabulary else { return }
    lacksVocabulary = true
    report(
      .unknownElement, "there is no element `\(word.text)`, for none of the files declares a vocabulary",
      at: word.span,
      help: [
        "a folder of rules holds `vocabulary \"…\" { … }` too; without `--rules` the shipped one is used"
      ])
  }

  private mutating func definition(_ word: WordSyntax, _ context: RegionContext) -> DefinitionID? {
    if let id = context.definitions[word.text] { return id }
    let parts = word.text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      guard let position = collected.statute(named: parts[0]) else {
        reportUnknown(
          .unknownStatute, "statute", WordSyntax(parts[0], word.span),
          among: collected.statutes.map(\.syntax[0].name.text),
          help: ["check the files of that statute together with this one"])
        return nil
      }
      let names = collected.statutes[position].definitions
      if let id = names[parts[1]] { return id }
      reportUnknown(
        .unknownDefinition, "definition", word, among: names.keys.sorted().map { parts[0] + ":" + $0 })
      return nil
    }
    reportUnknown(
      .unknownDefinition, "definition", word, among: context.definitions.keys.sorted(),
      help: ["a definition of another statute is named with its statute: `XA/penal-code:\(word.text)`"])
    return nil
  }

  private mutating func checkRepeatedLines(_ syntax: RegionSyntax) {
    var seen: [String: SourceSpan] = [:]
    for case .line(let line) in syntax.items {
      if let first = seen[line.element.text] {
        report(
          .conflictingLines, "the element `\(line.element.text)` stands twice in one block", at: line.span,
          label: "again here", related: [Diagnostic.Label(first, "first here")],
          help: ["lines of a block all hold: join the values on one line, or use `either { … } or { … }`"])
      } else {
        seen[line.element.text] = line.span
      }
    }
  }
}
