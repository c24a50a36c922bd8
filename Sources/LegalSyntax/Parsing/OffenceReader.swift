import SourceText

/// The words that begin a line of an offence and are no part of its region.
enum OffenceWord: String, CaseIterable {
  case penalty, liability, evidence, implements, reading, alternative

  /// All of them, as written.
  static let spellings = allCases.map(\.rawValue)
}

/// Offences and penalties.
extension SyntaxReader {
  /// `offence ["what"] { … }`
  mutating func offence(_ line: Int) -> OffenceSyntax {
    var cursor = cursor(of: line)
    let title = optionalText(&cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "what is punished")
    requireContent(of: line, besides: OffenceWord.spellings)
    let empty = RegionSyntax(items: [], span: blockSpan(of: line))
    var result = OffenceSyntax(title: title, region: empty, span: titleSpan(of: line))
    var items: [RegionItemSyntax] = []
    let lines = children(of: line)
    var index = 0
    while index < lines.count { offencePart(lines, &index, &items, &result) }
    result.region = RegionSyntax(items: items, span: blockSpan(of: line))
    return result
  }

  private mutating func offencePart(
    _ lines: [Int], _ index: inout Int, _ items: inout [RegionItemSyntax], _ offence: inout OffenceSyntax
  ) {
    let line = lines[index]
    guard let word = OffenceWord(rawValue: keyword(of: line)) else {
      let item = regionItem(lines, &index, in: "an offence", alsoAllowed: OffenceWord.spellings)
      if let item { items.append(item) }
      return
    }
    index += 1
    switch word {
    case .penalty:
      if let penalty = penalty(line) { offence.penalties.append(penalty) }
    case .liability: offence.liability = liabilityLine(line, replacing: offence.liability)
    case .evidence: offence.evidence = evidenceLine(line, replacing: offence.evidence)
    case .implements:
      if let claim = claim(line) { offence.claims.append(claim) }
    case .reading, .alternative:
      if let reading = reading(line) { offence.readings.append(reading) }
    }
  }

  // MARK: Penalties

  /// `penalty KIND RANGE [where …] [evidence …]`
  mutating func penalty(_ line: Int) -> PenaltySyntax? {
    var cursor = cursor(of: line)
    guard let (kind, text) = penaltyKind(&cursor) else {
      // The block of a line that was given up is still read for its own mistakes.
      if tree.lines[line].openBrace != nil { _ = region(of: line, in: "the condition of a penalty") }
      return nil
    }
    if failAtSecondPenalty(&cursor) { return nil }
    let condition = skip("where", &cursor) ? condition(&cursor, in: "the condition of a penalty") : nil
    let evidence = optionalEvidence(&cursor)
    finish(cursor)
    return PenaltySyntax(
      kind: kind, text: text, condition: condition, evidence: evidence, span: wholeSpan(of: line))
  }

  /// What follows `where`: a block, or one line without braces.
  mutating func condition(_ cursor: inout LineCursor, in place: String) -> RegionSyntax? {
    if isBeforeBlock(cursor) {
      let region = region(of: cursor.line, in: place)
      passBlock(&cursor)
      return region
    }
    guard let line = change(&cursor) else { return nil }
    return RegionSyntax(items: [.line(line)], span: line.span)
  }

  private mutating func penaltyKind(
    _ cursor: inout LineCursor
  ) -> (kind: PenaltySyntax.Kind, text: String)? {
    let word = nextWord(cursor)
    switch word {
    case "imprisonment":
      cursor.position += 1
      return imprisonment(&cursor)
    case "fine":
      cursor.position += 1
      return fine(&cursor)
    case "not":
      cursor.position += 1
      link("stated", &cursor, example: "penalty not stated")
      return cursor.hasFailed ? nil : (.notStated, "")
    default:
      fail(
        .unknownChoice, penaltyMessage(word), &cursor, help: penaltyAdvice(word, cursor))
      return nil
    }
  }

  private mutating func imprisonment(
    _ cursor: inout LineCursor
  ) -> (kind: PenaltySyntax.Kind, text: String)? {
    let start = cursor.position
    var bounds: (lowest: Int?, highest: Int?) = (nil, nil)
    failIfWordedImprisonment(&cursor)
    if cursor.hasFailed { return nil }
    switch nextWord(cursor) {
    case nil where isBeforeString(cursor):
      failWithoutNumber(&cursor, example: "5 years")
    case nil, "where", "evidence":
      break
    case "for":
      cursor.position += 1
      link("life", &cursor, example: "imprisonment for life")
      return cursor.hasFailed ? nil : (.lifeImprisonment, writtenText(start..<cursor.position))
    case "up":
      cursor.position += 1
      link("to", &cursor, example: "up to 5 years")
      bounds.highest = duration(&cursor)
    case "at":
      cursor.position += 1
      link("least", &cursor, example: "at least 1 year")
      bounds.lowest = duration(&cursor)
    default:
      bounds = durationRange(&cursor)
    }
    guard !cursor.hasFailed else { return nil }
    let kind = PenaltySyntax.Kind.imprisonment(lowestDays: bounds.lowest, highestDays: bounds.highest)
    return (kind, writtenText(start..<cursor.position))
  }

  /// `7 to 15 years`, `6 days to 5 years`, `5 years`. The first number may borrow the unit of the second.
  private mutating func durationRange(_ cursor: inout LineCursor) -> (lowest: Int?, highest: Int?) {
    let example = "imprisonment 7 to 15 years"
    let start = cursor.position
    guard let first = number(&cursor, example: example) else { return (nil, nil) }
    var firstUnit: DurationUnit?
    if nextWord(cursor) != "to" {
      firstUnit = unit(&cursor)
      guard firstUnit != nil, nextWord(cursor) == "to" else {
        let days = firstUnit.map { first * $0.days }
        return (days, days)
      }
    }
    guard skip("to", &cursor), let second = number(&cursor, example: example),
      let secondUnit = unit(&cursor)
    else { return (nil, nil) }
    let lowest = first * (firstUnit ?? secondUnit).days
    let highest = second * secondUnit.days
    let range = tree.tokens[start].range.lowerBound..<tree.tokens[cursor.position - 1].range.upperBound
    let meant = "\(second) \(firstUnit == nil ? "" : secondUnit.rawValue + " ")to \(first) "
    checkOrder(lowest, highest, log.span(range), meant: meant + (firstUnit ?? secondUnit).rawValue)
    return (min(lowest, highest), max(lowest, highest))
  }

  /// `fine`, `fine 1000 KHR`, `fine 4000000 to 10000000 KHR`
  private mutating func fine(_ cursor: inout LineCursor) -> (kind: PenaltySyntax.Kind, text: String)? {
    let start = cursor.position
    let next = nextWord(cursor)
    if isBeforeString(cursor) {
      failWithoutNumber(&cursor, example: "5000")
      return nil
    }
    if next == nil || next == "where" || next == "evidence" {
      return (.fine(lowest: nil, highest: nil, currency: nil), "")
    }
    let example = "fine 4000000 to 10000000 KHR"
    if failAtGroupedNumber(&cursor, beginning: start) || failWithoutAmount(&cursor) { return nil }
    guard let lowest = number(&cursor, example: example) else { return nil }
    let highest = skip("to", &cursor) ? number(&cursor, example: example) : lowest
    guard let highest, let currency = name("the currency", &cursor, example: "KHR") else { return nil }
    let range = tree.tokens[start].range.lowerBound..<tree.tokens[cursor.position - 1].range.upperBound
    checkOrder(lowest, highest, log.span(range), meant: "\(highest) to \(lowest) \(currency.text)")
    let kind = PenaltySyntax.Kind.fine(
      lowest: min(lowest, highest), highest: max(lowest, highest), currency: currency.text)
    return (kind, writtenText(start..<cursor.position))
  }
}
