import SourceText

/// The words that begin a line of a statute.
enum StatuteWord: String, CaseIterable {
  case number, `in`, researched, evidence, source, amended, note, article, unread
}

/// The words that begin a line of an article.
enum ArticleWord: String, CaseIterable {
  case `in`, evidence, implements, define, offence, extend, exempt, unread, reading, alternative, note
}

/// Statutes and articles.
extension SyntaxReader {
  /// `statute NAME "title" { … }`
  mutating func statute(_ line: Int) -> StatuteSyntax? {
    let heading = heading(
      line, name: "the short name of the statute", example: "XA/penal-code",
      title: "the title of the statute",
      content: "its articles")
    guard let heading else { return nil }
    var result = StatuteSyntax(name: heading.name, title: heading.title, span: titleSpan(of: line))
    for child in children(of: line) { statutePart(child, &result) }
    return result
  }

  private mutating func statutePart(_ line: Int, _ statute: inout StatuteSyntax) {
    guard let word = lineWord(line, of: StatuteWord.self, in: "a statute") else { return }
    switch word {
    case .number: statute.number = textLine(line, replacing: statute.number)
    case .in: statute.inForce = periodLine(line, replacing: statute.inForce)
    case .researched: statute.researched = researched(line, replacing: statute.researched)
    case .evidence: statute.evidence = evidenceLine(line, replacing: statute.evidence)
    case .source:
      if let source = sourceLine(line) { statute.sources.append(source) }
    case .amended:
      if let mark = amendedBy(line) { statute.amendedBy.append(mark) }
    case .note:
      if let text = textLine(line) { statute.notes.append(text) }
    case .article:
      if let article = article(line) { statute.articles.append(article) }
    case .unread: statute.unread.append(unread(line))
    }
  }

  mutating func researched(_ line: Int, replacing earlier: DateSyntax?) -> DateSyntax? {
    once(line, earlier?.span)
    var cursor = cursor(of: line)
    linkToDate("up", &cursor, example: "researched up to 2026-08-01")
    link("to", &cursor, example: "researched up to 2026-08-01")
    let date = date(&cursor)
    finish(cursor)
    return date ?? earlier ?? DateSyntax(nil, titleSpan(of: line))
  }

  mutating func sourceLine(_ line: Int) -> (key: WordSyntax, text: QuotedSyntax)? {
    var cursor = cursor(of: line)
    let key = newName("the key of the source", &cursor, example: "s1")
    let text = requiredText("the text of the source", &cursor)
    finish(cursor)
    guard let key, let text else { return nil }
    return (key, text)
  }

  private mutating func article(_ line: Int) -> ArticleSyntax? {
    let heading = heading(
      line, name: "the number of the article", example: "12", title: "the heading of the article",
      content: "what the article does")
    guard let heading else { return nil }
    checkNumber(heading.name, of: "an article")
    var result = ArticleSyntax(number: heading.name, heading: heading.title, span: titleSpan(of: line))
    for child in children(of: line) { articlePart(child, &result) }
    return result
  }

  mutating func articlePart(_ line: Int, _ article: inout ArticleSyntax) {
    guard let word = lineWord(line, of: ArticleWord.self, in: "an article") else { return }
    switch word {
    case .in: article.inForce = periodLine(line, replacing: article.inForce)
    case .evidence: article.evidence = evidenceLine(line, replacing: article.evidence)
    case .implements:
      if let claim = claim(line) { article.claims.append(claim) }
    case .define:
      if let definition = definition(line, in: .article) { article.definitions.append(definition) }
    case .offence: article.offences.append(offence(line))
    case .extend:
      if let extended = generalExtension(line) { article.extensions.append(extended) }
    case .exempt: article.exemptions.append(exemption(line))
    case .unread: article.unread.append(unread(line))
    case .reading, .alternative:
      if let reading = reading(line) { article.readings.append(reading) }
    case .note:
      if let text = textLine(line) { article.notes.append(text) }
    }
  }

  /// `implements INSTRUMENT RULES [claimed by WHO ["source"]] [evidence …]`
  mutating func claim(_ line: Int) -> ClaimSyntax? {
    var cursor = cursor(of: line)
    let instrument = name("the name of an instrument", &cursor, example: "OPSC")
    let rules = ruleNames(&cursor)
    var claimant: WordSyntax?
    var source: QuotedSyntax?
    if skip("claimed", &cursor) {
      link("by", &cursor, example: "claimed by CRC")
      claimant = name("the claimant", &cursor, example: "state")
      source = optionalText(&cursor)
    }
    let evidence = optionalEvidence(&cursor)
    finish(cursor)
    guard let instrument, !rules.isEmpty else { return nil }
    return ClaimSyntax(
      instrument: instrument, rules: rules, claimant: claimant, source: source, evidence: evidence,
      span: titleSpan(of: line))
  }

  /// `unread "what is known" [evidence …] { … }`
  mutating func unread(_ line: Int) -> UnreadSyntax {
    var cursor = cursor(of: line)
    let title = requiredText("a description of the unread law", &cursor)
    let evidence = optionalEvidence(&cursor)
    finish(cursor, takesBlock: true)
    return UnreadSyntax(
      title: title, region: region(of: line, in: "unread law"), evidence: evidence,
      span: titleSpan(of: line))
  }
}
