import SourceText

/// The words that begin a line of a definition and are no part of its region.
enum DefinitionWord: String, CaseIterable {
  case cite, evidence, implements, reading, alternative

  /// All of them, as written.
  static let spellings = allCases.map(\.rawValue)
}

/// Definitions, and readings of definitions, offences and articles.
extension SyntaxReader {
  /// Where a definition stands: an instrument has a pinpoint, an article has readings.
  enum DefinitionPlace {
    /// In an instrument.
    case instrument
    /// In an article.
    case article
  }

  /// `define NAME ["title"] { … }`
  mutating func definition(_ line: Int, in place: DefinitionPlace) -> DefinitionSyntax? {
    var cursor = cursor(of: line)
    let name = newName("the name of the definition", &cursor, example: "sale-of-a-child")
    let title = optionalText(&cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "lines such as `age under 18`")
    requireContent(of: line, besides: DefinitionWord.spellings)
    guard let name else { return nil }
    let empty = RegionSyntax(items: [], span: blockSpan(of: line))
    var result = DefinitionSyntax(name: name, title: title, region: empty, span: titleSpan(of: line))
    var items: [RegionItemSyntax] = []
    let lines = children(of: line)
    var index = 0
    while index < lines.count { definitionPart(lines, &index, place, &items, &result) }
    result.region = RegionSyntax(items: items, span: blockSpan(of: line))
    return result
  }

  private mutating func definitionPart(
    _ lines: [Int], _ index: inout Int, _ place: DefinitionPlace, _ items: inout [RegionItemSyntax],
    _ definition: inout DefinitionSyntax
  ) {
    let line = lines[index]
    guard let word = DefinitionWord(rawValue: keyword(of: line)) else {
      let item = regionItem(
        lines, &index, in: "a definition", alsoAllowed: DefinitionWord.spellings)
      if let item { items.append(item) }
      return
    }
    index += 1
    switch word {
    case .cite: definition.cite = textLine(line, replacing: definition.cite)
    case .evidence: definition.evidence = evidenceLine(line, replacing: definition.evidence)
    case .implements, .reading, .alternative:
      switch place {
      case .instrument:
        reportKeyword(line, in: "a definition of an instrument", among: ["cite", "uses", "either", "except"])
      case .article where word == .implements:
        if let claim = claim(line) { definition.claims.append(claim) }
      case .article:
        if let reading = reading(line) { definition.readings.append(reading) }
      }
    }
  }

  /// `reading NAME "source" [from DATE] [evidence …] { … }` or `alternative NAME "why" [evidence …] { … }`
  mutating func reading(_ line: Int) -> ReadingSyntax? {
    let kind = keyword(of: line) == "reading" ? ReadingSyntax.Kind.reading : .alternative
    var cursor = cursor(of: line)
    let name = newName(
      kind == .reading ? "the name of the reading" : "the name of the alternative", &cursor,
      example: "CRC-2015")
    let title = requiredText(
      kind == .reading ? "the document of the authority" : "the reason of the alternative", &cursor)
    var from: DateSyntax?
    if kind == .reading, skip("from", &cursor) { from = date(&cursor) }
    let evidence = optionalEvidence(&cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "the lines it reads differently, such as `means improper`")
    let lines = readingLines(line)
    return name.map {
      ReadingSyntax(
        kind: kind, name: $0, title: title, from: from, lines: lines, evidence: evidence,
        span: titleSpan(of: line))
    }
  }

  private mutating func readingLines(_ line: Int) -> [ElementLineSyntax] {
    var result: [ElementLineSyntax] = []
    for child in children(of: line) {
      if RegionWord(rawValue: keyword(of: child)) != nil {
        log.report(
          .unknownKeyword, "`\(keyword(of: child))` cannot begin a line of a reading",
          at: keywordRange(of: child),
          help: ["a reading replaces whole lines of elements, such as `means improper`"])
      } else if let element = elementLine(child, in: "a reading", alsoAllowed: []) {
        result.append(element)
      }
    }
    return result
  }
}
