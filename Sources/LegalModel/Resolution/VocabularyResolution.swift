import LegalSyntax
import SourceText

/// Elements, values and groups. Vocabularies of several files join in the order of the files.
extension Resolution {
  mutating func resolveVocabulary(_ files: [FileSyntax]) {
    var elements: [Element] = []
    var seen: [String: WordSyntax] = [:]
    for file in files {
      for case .vocabulary(let vocabulary) in file.declarations {
        for syntax in vocabulary.elements {
          if let first = seen[syntax.name.text] {
            reportDuplicate(.element, syntax.name, first: first)
            disputed.insert(syntax.name.text)
            continue
          }
          seen[syntax.name.text] = syntax.name
          elements.append(element(syntax))
        }
      }
    }
    corpus.vocabulary = Vocabulary(elements: elements)
  }

  private mutating func element(_ syntax: ElementSyntax) -> Element {
    let domain: Domain
    if let number = syntax.number {
      domain = .numbers(number.lowest...number.highest, unit: number.unit)
      if let value = syntax.values.first {
        report(
          .conflictingLines, "the element `\(syntax.name.text)` counts numbers and cannot list values too",
          at: value.span, related: [Diagnostic.Label(number.span, "the numbers")])
      }
    } else {
      domain = values(of: syntax)
    }
    requireText(
      syntax.meaning, "a line `meaning \"…\"`", of: "element `\(syntax.name.text)`", at: syntax.span)
    requireText(syntax.source, "a line `source \"…\"`", of: "element `\(syntax.name.text)`", at: syntax.span)
    let bare = Element(
      name: syntax.name.text, title: syntax.title?.text ?? syntax.name.text,
      meaning: syntax.meaning?.text ?? "", source: syntax.source?.text ?? "", domain: domain,
      defaultSelection: nil, ordinary: nil, span: syntax.span)
    let defaults = syntax.defaultSelection.isEmpty ? nil : selection(syntax.defaultSelection, of: bare)
    return Element(
      name: bare.name, title: bare.title, meaning: bare.meaning, source: bare.source, domain: domain,
      defaultSelection: defaults, ordinary: syntax.ordinary.flatMap { ordinary($0, of: bare) },
      span: syntax.span)
  }

  private mutating func requireText(
    _ text: QuotedSyntax?, _ what: String, of owner: String, at span: SourceSpan
  ) {
    guard text == nil else { return }
    report(.missingPart, "the \(owner) lacks \(what)", at: span)
  }

  private mutating func ordinary(_ syntax: SelectionItemSyntax, of element: Element) -> CaseValue? {
    switch selection([syntax], of: element) {
    case .values(let set): set.positions.first.map { .value($0) }
    case .numbers(let set): set.ranges.first.map { .number($0.lowerBound) }
    case nil: nil
    }
  }

  private mutating func values(of syntax: ElementSyntax) -> Domain {
    var values: [Value] = []
    var words: [String: WordSyntax] = [:]
    for value in syntax.values {
      if let first = words[value.name.text] {
        reportDuplicate(.value, value.name, first: first)
        continue
      }
      words[value.name.text] = value.name
      values.append(
        Value(
          name: value.name.text, phrase: value.phrase?.text ?? value.name.text,
          meaning: value.meaning?.text ?? "", source: value.source?.text ?? "", isResidual: value.isResidual))
    }
    let hasResidual = values.contains(where: \.isResidual)
    if values.count > 64 {
      report(
        .tooManyValues,
        "the element `\(syntax.name.text)` has \(values.count) values; at most 64 are possible",
        at: syntax.span, help: ["split the element in two, or join values that no law tells apart"])
      values = Array(values.prefix(64))
    }
    if !hasResidual {
      report(
        .noResidual, "the element `\(syntax.name.text)` needs one value for everything that is not listed",
        at: syntax.span,
        help: ["add a line such as `residual other \"another kind\" meaning \"…\" source \"…\"`"])
    }
    if values.isEmpty {
      values = [Value(name: "other", phrase: "other", meaning: "", source: "", isResidual: true)]
    }
    return .values(values, groups: groups(of: syntax, values: values, words: words))
  }

  /// Groups may name groups that are declared above them, so that no cycle can arise.
  private mutating func groups(
    of syntax: ElementSyntax, values: [Value], words: [String: WordSyntax]
  ) -> [Group] {
    var groups: [Group] = []
    var seen = words
    for group in syntax.groups {
      if let first = seen[group.name.text] {
        reportDuplicate(.valueOrGroup, group.name, first: first)
        continue
      }
      seen[group.name.text] = group.name
      let partial = Element(
        name: syntax.name.text, title: "", meaning: "", source: "", domain: .values(values, groups: groups),
        defaultSelection: nil, ordinary: nil, span: syntax.span)
      guard case .values(let members)? = selection(group.members, of: partial) else { continue }
      groups.append(
        Group(
          name: group.name.text, phrase: group.phrase?.text ?? group.name.text, members: members,
          meaning: group.meaning?.text ?? "", source: group.source?.text ?? ""))
    }
    return groups
  }
}
