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
    checkRepeatedLines(syntax, owner: context.owner)
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
      span: syntax.span, isDivision: syntax.isDivision)
  }

  /// Adds a line to the table of the corpus; nil if it could not be understood.
  mutating func line(_ syntax: ElementLineSyntax, _ context: RegionContext) -> LineID? {
    guard let id = corpus.vocabulary.element(named: syntax.element.text) else {
      reportUnknownElement(syntax)
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

  private mutating func reportUnknownElement(_ line: ElementLineSyntax) {
    let word = line.element
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
    var help: [Advice] = []
    if let owner {
      help.append(
        "`\(word.text)` is a value of `\(owner.name)`: write `\(owner.name) \(values(of: owner, on: line))`")
    } else {
      if NameSuggestion.nearest(to: word.text, among: names + keywords) == nil { help += similarValue(word) }
      help.append("\(CommandText.vocabulary(element: nil)) lists the elements")
    }
    reportUnknown(.unknownElement, "element", word, among: names + keywords, help: help)
  }

  /// The values that a line names which begins with a value: `labour, adoption` of `labour adoption`.
  private func values(of owner: Element, on line: ElementLineSyntax) -> String {
    let known = Set(owner.values.map(\.name) + owner.groups.map(\.name))
    var names = [line.element.text]
    switch line.selection {
    case .any, .notStated: break
    case .list(let items):
      for case .name(let word) in items where known.contains(word.text) && !names.contains(word.text) {
        names.append(word.text)
      }
    }
    return names.joined(separator: ", ")
  }

  /// Without a vocabulary no word of any region is known: one mistake, not one for each word.
  private mutating func reportMissingVocabulary(_ word: WordSyntax) {
    guard !lacksVocabulary else { return }
    lacksVocabulary = true
    report(
      .unknownElement,
      """
      none of these files holds a list of the elements of offences (`vocabulary \"…\" { … }`), so \
      `\(word.text)` is not known
      """, at: word.span,
      help: [
        """
        add a file with that list to the folder of rules, or leave out \(CommandText.rulesOption) to use the \
        lists and rules that come with lacuna
        """
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
    let names = context.definitions.keys.sorted()
    // Where another word was meant, the misspelt one is not repeated in an example.
    let isNear = NameSuggestion.nearest(to: word.text, among: names) != nil
    reportUnknown(
      .unknownDefinition, "definition", word, among: names,
      help: isNear
        ? [] : ["a definition of another statute is named with its statute: `XA/penal-code:\(word.text)`"])
    return nil
  }

  private mutating func checkRepeatedLines(_ syntax: RegionSyntax, owner: LineOwner) {
    var seen: [String: ElementLineSyntax] = [:]
    for case .line(let line) in syntax.items {
      if let first = seen[line.element.text] {
        report(
          .conflictingLines, "`\(line.element.text)` stands twice in one block", at: line.span,
          label: "again here", related: [Diagnostic.Label(first.span, "first here")],
          help: RepeatedElement(first: first, second: line, place: placeOfRemarks(on: owner)).help)
      } else {
        seen[line.element.text] = line
      }
    }
  }

  /// Where a remark on a block can be written.
  private func placeOfRemarks(on owner: LineOwner) -> RepeatedElement.PlaceOfRemarks? {
    switch owner {
    case .article: .article
    case .rule: .rule
    case .statute: .statute
    case .definition(let id):
      switch collected.definitionOwners[id.index] {
      case .article: .article
      case .instrument: nil
      }
    case .reservation, .waiver: nil
    }
  }
}

/// What two lines of one element in one block may have been meant to say.
private struct RepeatedElement {
  /// What can hold a remark.
  enum PlaceOfRemarks: String {
    case article, rule, statute
  }

  let first: ElementLineSyntax
  let second: ElementLineSyntax
  /// Where a remark can be written; nil where none can.
  let place: PlaceOfRemarks?

  /// One advice for each meaning that can be written.
  var help: [Advice] {
    let name = first.element.text
    guard case .list(let left) = first.selection, case .list(let right) = second.selection else {
      return ["all lines of a block must be met at once: keep one of the two lines"]
    }
    if let both = Self.common(left, right) {
      return [
        "if both must be met, write one line: `\(name) \(LineWriter.item(both))`",
        "if either is enough, write `either { \(written(first)) } or { \(written(second)) }`",
      ]
    }
    let joined = LineWriter.selection(.list(left + right))
    return [
      "all lines of a block must be met at once; if either is enough, write one line: `\(name) \(joined)`",
      "if both are required together, keep one of the two lines\(remark), so the block then covers more than the text",
    ]
  }

  /// How the second requirement is not lost.
  private var remark: String {
    guard let place else { return ": the other cannot be checked" }
    return """
       and write the other as a remark in the \(place.rawValue): `note "also required: \(written(second))"`. A remark \
      is shown but not checked
      """
  }

  private func written(_ line: ElementLineSyntax) -> String {
    "\(line.element.text) \(LineWriter.selection(line.selection))"
  }

  /// The numbers in both of two ranges that overlap.
  private static func common(
    _ left: [SelectionItemSyntax], _ right: [SelectionItemSyntax]
  ) -> SelectionItemSyntax? {
    guard left.count == 1, right.count == 1, case .range(let low, let high, let span)? = left.first,
      case .range(let otherLow, let otherHigh, _)? = right.first
    else { return nil }
    let lowest = [low, otherLow].compactMap { $0 }.max()
    let highest = [high, otherHigh].compactMap { $0 }.min()
    if let lowest, let highest, lowest > highest { return nil }
    return .range(lowest: lowest, highest: highest, span: span)
  }
}
