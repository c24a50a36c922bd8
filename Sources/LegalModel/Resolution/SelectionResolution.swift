import LegalSyntax
import SourceText

/// Lists of values: names of values and groups, or numbers and ranges, fitting their element.
extension Resolution {
  /// The selection a list names; nil if no member of it could be understood.
  mutating func selection(_ items: [SelectionItemSyntax], of element: Element) -> Selection? {
    switch element.domain {
    case .values(let values, let groups): valueSelection(items, of: element, values: values, groups: groups)
    case .numbers(let domain, let unit): numberSelection(items, of: element, domain: domain, unit: unit)
    }
  }

  private mutating func valueSelection(
    _ items: [SelectionItemSyntax], of element: Element, values: [Value], groups: [Group]
  ) -> Selection? {
    var bits: UInt64 = 0
    for item in items {
      switch item {
      case .name(let word):
        if let position = values.firstIndex(where: { $0.name == word.text }) {
          bits |= 1 << UInt64(position)
        } else if let group = groups.first(where: { $0.name == word.text }) {
          bits |= group.members.bits
        } else {
          reportUnknownValue(word, of: element)
        }
      case .range(_, _, let span):
        report(
          .unknownValue, "the element `\(element.name)` takes values, not numbers", at: span,
          help: ["its values are \(sample(values.map(\.name)))"])
      }
    }
    return bits == 0 ? nil : .values(ValueSet(bits: bits))
  }

  private mutating func numberSelection(
    _ items: [SelectionItemSyntax], of element: Element, domain: ClosedRange<Int>, unit: String
  ) -> Selection? {
    var ranges: [ClosedRange<Int>] = []
    for item in items {
      switch item {
      case .name(let word):
        report(
          .unknownValue, "the element `\(element.name)` counts \(unit); `\(word.text)` is no number",
          at: word.span,
          help: ["write for example `\(element.name) under 18`, `at least 15`, `from 15 to 17`"])
      case .range(let lowest, let highest, let span):
        let low = lowest ?? domain.lowerBound
        let high = highest ?? domain.upperBound
        guard low <= high, domain.contains(low), domain.contains(high) else {
          report(
            .numberOutsideDomain,
            "the element `\(element.name)` counts from \(domain.lowerBound) to \(domain.upperBound) \(unit), "
              + "and these numbers lie outside", at: span,
            help: [
              "the last number also stands for all above it: write for example `at least \(domain.upperBound)`"
            ])
          continue
        }
        ranges.append(low...high)
      }
    }
    return ranges.isEmpty ? nil : .numbers(NumberSet(ranges))
  }

  private mutating func reportUnknownValue(_ word: WordSyntax, of element: Element) {
    guard !disputed.contains(element.name), !isFull(word.span.file) else { return }
    let names = element.values.map(\.name) + element.groups.map(\.name)
    let others = corpus.vocabulary.elements.filter { other in
      other.name != element.name
        && (other.values.contains { $0.name == word.text } || other.groups.contains { $0.name == word.text })
    }
    if let other = others.first {
      report(
        .valueOfAnotherElement, "`\(word.text)` is a value of `\(other.name)`, not of `\(element.name)`",
        at: word.span, help: ["write it on a line of its own: `\(other.name) \(word.text)`"])
    } else {
      let list = "`lacuna vocabulary \(element.name)` lists its values"
      let isNear = NameSuggestion.nearest(to: word.text, among: names) != nil
      reportUnknown(
        .unknownValue, "value of `\(element.name)` called", word, among: names,
        help: isNear ? [list] : similarValue(word, except: element) + [list])
    }
  }

  /// A hint at the nearest value of all other elements.
  func similarValue(_ word: WordSyntax, except element: Element? = nil) -> [String] {
    let others = corpus.vocabulary.elements.filter { $0.name != element?.name }
    let names = others.flatMap { $0.values.map(\.name) + $0.groups.map(\.name) }
    guard let nearest = NameSuggestion.nearest(to: word.text, among: names),
      let owner = others.first(where: { other in
        other.values.contains { $0.name == nearest } || other.groups.contains { $0.name == nearest }
      })
    else { return [] }
    return ["did you mean `\(nearest)`, a value of `\(owner.name)`? write `\(owner.name) \(nearest)`"]
  }

  /// The first few of many names, for a line of help.
  func sample(_ names: [String]) -> String {
    let shown = names.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 4 ? shown + ", …" : shown
  }
}
