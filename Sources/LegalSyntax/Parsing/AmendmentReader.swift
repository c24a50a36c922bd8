import SourceText

/// The words that begin a line of an amendment.
enum AmendmentWord: String, CaseIterable {
  case status, number, `in`, researched, evidence, source, note, insert, replace, repeal
}

/// Amendments and their edits of whole articles.
extension SyntaxReader {
  /// `amendment NAME to STATUTE "title" { … }`
  mutating func amendment(_ line: Int) -> AmendmentSyntax? {
    let example = "amendment KHM/bill to KHM/tse-2008 \"Bill\""
    var cursor = cursor(of: line)
    let name = newName("the name of the amendment", &cursor, example: "KHM/bill")
    link("to", &cursor, example: example)
    let statute = self.name("the name of the statute that is changed", &cursor, example: "KHM/tse-2008")
    let title = requiredText("the title of the amendment", &cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "its edits")
    let span = titleSpan(of: line)
    var result = AmendmentSyntax(
      name: name ?? WordSyntax("", span), statute: statute ?? WordSyntax("", span), title: title, span: span)
    for child in children(of: line) { amendmentPart(child, &result) }
    return name == nil || statute == nil ? nil : result
  }

  private mutating func amendmentPart(_ line: Int, _ amendment: inout AmendmentSyntax) {
    guard let word = AmendmentWord(rawValue: keyword(of: line)) else {
      var choices = AmendmentWord.allCases.map(\.rawValue)
      if keyword(of: line) == "article" { choices = ["insert article", "replace article", "in article"] }
      reportKeyword(line, in: "an amendment", among: choices)
      return
    }
    switch word {
    case .status: amendment.status = statusLine(line, replacing: amendment.status)
    case .number: amendment.number = textLine(line, replacing: amendment.number)
    case .researched: amendment.researched = researched(line, replacing: amendment.researched)
    case .evidence: amendment.evidence = evidenceLine(line, replacing: amendment.evidence)
    case .source:
      if let source = sourceLine(line) { amendment.sources.append(source) }
    case .note:
      if let text = textLine(line) { amendment.notes.append(text) }
    case .in where nextWord(cursor(of: line)) != "article":
      amendment.inForce = periodLine(line, replacing: amendment.inForce)
    case .in:
      if let change = articleChange(line) { amendment.edits.append(change) }
    case .insert, .replace:
      if let edit = wholeArticle(line, isInserted: word == .insert) { amendment.edits.append(edit) }
    case .repeal:
      if let edit = repealedArticle(line) { amendment.edits.append(edit) }
    }
  }

  private mutating func statusLine(_ line: Int, replacing earlier: WordSyntax?) -> WordSyntax? {
    once(line, earlier?.span)
    var cursor = cursor(of: line)
    let status = choice("a status", of: StatusWord.self, &cursor)
    finish(cursor)
    return status ?? earlier
  }

  /// `amended by NAME "title" status STATUS [in force …]`, a line of a statute
  mutating func amendedBy(_ line: Int) -> AmendedBySyntax? {
    let example = "amended by KHM/law-2012 \"Law of 2012\" status enacted"
    var cursor = cursor(of: line)
    link("by", &cursor, example: example)
    let name = name("the name of the amendment", &cursor, example: "KHM/law-2012")
    let title = requiredText("the title of the amendment", &cursor)
    link("status", &cursor, example: example)
    let status = choice("a status", of: StatusWord.self, &cursor)
    var period: PeriodSyntax?
    if skip("in", &cursor) {
      link("force", &cursor, example: example + " in force from 2012-01-01")
      period = self.period(&cursor)
    }
    finish(cursor)
    guard let name, let status else { return nil }
    return AmendedBySyntax(
      name: name, title: title, status: status, inForce: period, span: titleSpan(of: line))
  }

  // MARK: Whole articles

  /// `insert article NUMBER "heading" [after article NUMBER] { … }`, `replace article NUMBER "heading" { … }`
  private mutating func wholeArticle(_ line: Int, isInserted: Bool) -> ArticleEditSyntax? {
    let whole = titleSpan(of: line)
    let example = isInserted ? "insert article 13bis \"heading\"" : "replace article 12 \"heading\""
    var cursor = cursor(of: line)
    link("article", &cursor, example: example)
    let number = newName("the number of the article", &cursor, example: "13bis")
    let heading = requiredText("the heading of the article", &cursor)
    var after: WordSyntax?
    if isInserted, skip("after", &cursor) {
      link("article", &cursor, example: example + " after article 13")
      after = name("the number of an article", &cursor, example: "13")
    }
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "what the article does")
    guard let number else { return nil }
    var article = ArticleSyntax(number: number, heading: heading, span: whole)
    for child in children(of: line) { articlePart(child, &article) }
    return isInserted ? .insert(article, after: after, whole) : .replace(article, whole)
  }

  /// `repeal article NUMBER`
  private mutating func repealedArticle(_ line: Int) -> ArticleEditSyntax? {
    var cursor = cursor(of: line)
    link("article", &cursor, example: "repeal article 14")
    let number = name("the number of the article", &cursor, example: "14")
    finish(cursor)
    return number.map { .repeal($0, titleSpan(of: line)) }
  }

  /// `in article NUMBER { … }`
  private mutating func articleChange(_ line: Int) -> ArticleEditSyntax? {
    var cursor = cursor(of: line)
    link("article", &cursor, example: "in article 12")
    let number = name("the number of the article", &cursor, example: "12")
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "edits such as `in offence { … }`")
    var edits: [ArticlePartEditSyntax] = []
    for child in children(of: line) {
      if let edit = articlePartEdit(child) { edits.append(edit) }
    }
    return number.map { .change($0, edits, titleSpan(of: line)) }
  }
}
