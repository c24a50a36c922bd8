import SourceText

/// The words that begin a line of an element.
enum ElementWord: String, CaseIterable {
  case meaning, source, number, value, residual, group, `default`, ordinary
}

/// Vocabularies: elements, values, groups.
extension SyntaxReader {
  /// `vocabulary "title" { … }`
  mutating func vocabulary(_ line: Int) -> VocabularySyntax {
    var cursor = cursor(of: line)
    let title = requiredText("the title of the vocabulary", &cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "the elements")
    var result = VocabularySyntax(title: title, span: wholeSpan(of: line))
    for child in children(of: line) {
      if keyword(of: child) == "element" {
        if let element = element(child) { result.elements.append(element) }
      } else {
        reportKeyword(child, in: "a vocabulary", among: ["element"])
      }
    }
    return result
  }

  private mutating func element(_ line: Int) -> ElementSyntax? {
    let heading = heading(
      line, name: "the name of the element", example: "motive", title: "the title of the element",
      content: "its meaning and its values")
    guard let heading else { return nil }
    var result = ElementSyntax(name: heading.name, title: heading.title, span: titleSpan(of: line))
    for child in children(of: line) { elementPart(child, &result) }
    return result
  }

  private mutating func elementPart(_ line: Int, _ element: inout ElementSyntax) {
    guard let word = lineWord(line, of: ElementWord.self, in: "an element") else { return }
    switch word {
    case .meaning: element.meaning = textLine(line, replacing: element.meaning)
    case .source: element.source = textLine(line, replacing: element.source)
    case .number:
      once(line, element.number?.span)
      element.number = numberDomain(line) ?? element.number
    case .value, .residual:
      if let value = valueDeclaration(line, isResidual: word == .residual) { element.values.append(value) }
    case .group:
      if let group = groupDeclaration(line) { element.groups.append(group) }
    case .default:
      once(line, element.defaultSelection.first.map(Self.span))
      var cursor = cursor(of: line)
      element.defaultSelection = values(&cursor, of: "default", in: .enumeration)
      finish(cursor)
    case .ordinary:
      once(line, element.ordinary.map(Self.span))
      var cursor = cursor(of: line)
      element.ordinary = value(&cursor)
      finish(cursor)
    }
  }

  private static func span(of item: SelectionItemSyntax) -> SourceSpan {
    switch item {
    case .name(let word): word.span
    case .range(_, _, let span): span
    }
  }

  private mutating func numberDomain(_ line: Int) -> NumberDomainSyntax? {
    var cursor = cursor(of: line)
    let lowest = number(&cursor, example: "number 0 to 99 years")
    link("to", &cursor, example: "number 0 to 99 years")
    let highest = number(&cursor, example: "number 0 to 99 years")
    let unit = name("the unit of the number", &cursor, example: "years")
    finish(cursor)
    guard let lowest, let highest, let unit else { return nil }
    checkOrder(
      lowest, highest, titleSpan(of: line), meant: "number \(highest) to \(lowest) \(unit.text)")
    return NumberDomainSyntax(
      lowest: min(lowest, highest), highest: max(lowest, highest), unit: unit.text,
      span: titleSpan(of: line))
  }

  private mutating func valueDeclaration(_ line: Int, isResidual: Bool) -> ValueSyntax? {
    var cursor = cursor(of: line)
    let name = newName("the name of the value", &cursor, example: "by-letter")
    let phrase = requiredText("the phrase of the value", &cursor)
    let origin = origin(&cursor)
    finish(cursor)
    return name.map {
      ValueSyntax(
        name: $0, phrase: phrase, meaning: origin.meaning, source: origin.source, isResidual: isResidual,
        span: titleSpan(of: line))
    }
  }

  private mutating func groupDeclaration(_ line: Int) -> GroupSyntax? {
    var cursor = cursor(of: line)
    let name = newName("the name of the group", &cursor, example: "selling")
    let phrase = requiredText("the phrase of the group", &cursor)
    link("of", &cursor, example: "of deliver, accept")
    let members = values(&cursor, of: "of", in: .enumeration)
    let origin = origin(&cursor)
    finish(cursor)
    return name.map {
      GroupSyntax(
        name: $0, phrase: phrase, members: members, meaning: origin.meaning, source: origin.source,
        span: titleSpan(of: line))
    }
  }

  /// `meaning "…" source "…"`
  private mutating func origin(
    _ cursor: inout LineCursor
  ) -> (meaning: QuotedSyntax?, source: QuotedSyntax?) {
    let example = "meaning \"Proposing to hand over a child.\" source \"OPSC art. 3(1)\""
    link("meaning", &cursor, example: example)
    let meaning = requiredText("the meaning", &cursor)
    link("source", &cursor, example: "source \"OPSC art. 3(1)\"")
    return (meaning, requiredText("the source", &cursor))
  }
}
