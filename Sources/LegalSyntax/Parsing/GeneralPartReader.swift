import SourceText

/// The words that begin a line of an extension.
enum ExtensionWord: String, CaseIterable {
  case over, `where`, liability, evidence
}

/// The words that begin a line of an exemption and are no part of its region.
enum ExemptionWord: String, CaseIterable {
  case over, evidence

  /// All of them, as written.
  static let spellings = allCases.map(\.rawValue)
}

/// The general part: extensions, exemptions and their scopes.
extension SyntaxReader {
  /// `extend ELEMENT to VALUES ["words"] { … }`
  mutating func generalExtension(_ line: Int) -> ExtensionSyntax? {
    var cursor = cursor(of: line)
    let span = titleSpan(of: line)
    let element = name("the name of an element", &cursor, example: "stage")
    link("to", &cursor, example: "extend stage to attempted")
    var selection: SelectionSyntax?
    if let element { selection = self.selection(&cursor, of: element.text) }
    let words = optionalText(&cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "its scope, such as `over every statute`")
    // The block below a wrong title line is read as well, for its own mistakes.
    let extended = ElementLineSyntax(
      element: element ?? WordSyntax("", span), selection: selection ?? .any(span), words: words,
      evidence: nil, span: span)
    var result = ExtensionSyntax(line: extended, span: span)
    for child in children(of: line) { extensionPart(child, &result) }
    return element == nil || selection == nil ? nil : result
  }

  private mutating func extensionPart(_ line: Int, _ result: inout ExtensionSyntax) {
    guard let word = ExtensionWord(rawValue: keyword(of: line)) else {
      reportKeyword(line, in: "an extension", among: ExtensionWord.allCases.map(\.rawValue))
      return
    }
    switch word {
    case .over:
      if let scope = scope(line) { result.scopes.append(scope) }
    case .where: extensionCondition(line, &result)
    case .liability: result.liability = liabilityLine(line, replacing: result.liability)
    case .evidence: result.evidence = evidenceLine(line, replacing: result.evidence)
    }
  }

  /// `where maximum over 5 years`, `where maximum up to 5 years`, `where { … }`, `where ELEMENT VALUES`
  private mutating func extensionCondition(_ line: Int, _ result: inout ExtensionSyntax) {
    var cursor = cursor(of: line)
    if skip("maximum", &cursor) {
      if skip("over", &cursor) {
        if result.maximumOver != nil { once(line, result.span) }
        result.maximumOver = duration(&cursor) ?? result.maximumOver
      } else {
        if result.maximumUpTo != nil { once(line, result.span) }
        link("up", &cursor, example: "where maximum up to 5 years")
        link("to", &cursor, example: "where maximum up to 5 years")
        result.maximumUpTo = duration(&cursor) ?? result.maximumUpTo
      }
    } else if let region = condition(&cursor, in: "the condition of an extension") {
      // Several conditions all hold.
      let items = (result.condition?.items ?? []) + region.items
      let span = result.condition.map { $0.span.union(region.span) } ?? region.span
      result.condition = RegionSyntax(items: items, span: span)
    }
    finish(cursor)
  }

  /// `exempt ["who"] { … }`
  mutating func exemption(_ line: Int) -> ExemptionSyntax {
    var cursor = cursor(of: line)
    let title = optionalText(&cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "who is exempt, such as `capacity victim`")
    requireContent(of: line, besides: ExemptionWord.spellings)
    let empty = RegionSyntax(items: [], span: blockSpan(of: line))
    var result = ExemptionSyntax(title: title, region: empty, span: titleSpan(of: line))
    var items: [RegionItemSyntax] = []
    let lines = children(of: line)
    var index = 0
    while index < lines.count {
      let child = lines[index]
      switch ExemptionWord(rawValue: keyword(of: child)) {
      case .over:
        if let scope = scope(child) { result.scopes.append(scope) }
        index += 1
      case .evidence:
        result.evidence = evidenceLine(child, replacing: result.evidence)
        index += 1
      case nil:
        let item = regionItem(lines, &index, in: "an exemption", alsoAllowed: ExemptionWord.spellings)
        if let item { items.append(item) }
      }
    }
    result.region = RegionSyntax(items: items, span: blockSpan(of: line))
    return result
  }

  // MARK: Scopes

  /// `over every statute`, `over articles 8 to 20, 23`, `over KHM/tse-2008, KHM/other`
  private mutating func scope(_ line: Int) -> ScopeSyntax? {
    var cursor = cursor(of: line)
    let span = titleSpan(of: line)
    switch nextWord(cursor) {
    case "every":
      cursor.position += 1
      link("statute", &cursor, example: "over every statute")
      finish(cursor)
      return cursor.hasFailed ? nil : .everyStatute(span)
    case "article", "articles":
      cursor.position += 1
      let ranges = articleRanges(&cursor)
      finish(cursor)
      return ranges.isEmpty ? nil : .articles(ranges, span)
    default:
      var names: [WordSyntax] = []
      repeat {
        if let name = name("the scope", &cursor, example: "every statute") { names.append(name) }
      } while !cursor.hasFailed && passComma(&cursor)
      finish(cursor)
      return names.isEmpty ? nil : .statutes(names, span)
    }
  }

  private mutating func articleRanges(_ cursor: inout LineCursor) -> [ArticleRangeSyntax] {
    var ranges: [ArticleRangeSyntax] = []
    repeat {
      guard let first = name("the number of an article", &cursor, example: "12") else { break }
      let last = skip("to", &cursor) ? name("the number of an article", &cursor, example: "20") : nil
      ranges.append(ArticleRangeSyntax(first: first, last: last))
    } while !cursor.hasFailed && passComma(&cursor)
    return ranges
  }
}
