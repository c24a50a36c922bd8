import SourceText

/// The verbs of edits inside an article.
enum EditVerb: String, CaseIterable {
  case `in`, add, replace, delete
}

/// Edits inside an article: of its offences and definitions, and of its other parts.
extension SyntaxReader {
  /// One line of `in article … { … }`.
  mutating func articlePartEdit(_ line: Int) -> ArticlePartEditSyntax? {
    guard let verb = EditVerb(rawValue: keyword(of: line)) else {
      reportMissingVerb(line, in: "a changed article", verbs: EditVerb.allCases)
      return nil
    }
    let span = titleSpan(of: line)
    switch verb {
    case .in: return provisionChange(line)
    case .add, .replace:
      guard secondWord(line, after: verb, among: ArticleWord.parts) else { return nil }
      let part = articlePart(of: line)
      return part.map { verb == .add ? .add($0, span) : .replace($0, span) }
    case .delete:
      guard secondWord(line, after: verb, among: ArticleWord.parts) else { return nil }
      return articlePartName(line).map { .delete($0, span) }
    }
  }

  /// Passes the verb of a line. What follows must be one of some words; otherwise that is reported.
  mutating func secondWord(_ line: Int, after verb: EditVerb, among choices: [String]) -> Bool {
    let cursor = cursor(of: line)
    let word = nextWord(cursor)
    if let word, choices.contains(word) { return tree.dropFirstWord(of: line) }
    log.report(
      word == nil ? .missingName : .unknownKeyword,
      word.map { "`\($0)` cannot follow `\(verb.rawValue)` here" }
        ?? "what to \(verb.rawValue) is missing here",
      at: place(cursor), help: Self.advice(for: word ?? "", among: choices))
    return false
  }

  /// Reports a line that does not begin with a verb.
  mutating func reportMissingVerb(_ line: Int, in place: String, verbs: [EditVerb]) {
    let word = keyword(of: line)
    let choices = verbs.map(\.rawValue)
    guard NameSuggestion.nearest(to: word, among: choices) == nil else {
      reportKeyword(line, in: place, among: choices)
      return
    }
    let isProvision = word == "offence" || word == "define"
    let examples = (isProvision ? choices : choices.filter { $0 != "in" }).map { "`\($0) \(word) …`" }
    log.report(
      .unknownKeyword, "`\(word)` cannot begin a line of \(place)", at: keywordRange(of: line),
      help: ["say first what the amendment does: " + examples.joined(separator: ", ")])
  }

  // MARK: Offences and definitions

  /// `in offence ["title"] { … }`, `in define NAME { … }`
  private mutating func provisionChange(_ line: Int) -> ArticlePartEditSyntax? {
    let span = titleSpan(of: line)
    guard secondWord(line, after: .in, among: ["offence", "define"]) else { return nil }
    let isOffence = keyword(of: line) == "offence"
    var cursor = cursor(of: line)
    let title = isOffence ? optionalText(&cursor) : nil
    let name = isOffence ? nil : self.name("the name of the definition", &cursor, example: "sale-of-a-child")
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: "edits such as `delete means`")
    let edits = lineEdits(line, isOffence: isOffence)
    return isOffence ? .offence(title, edits, span) : name.map { .definition($0, edits, span) }
  }

  // MARK: Parts

  /// The line behind `add` or `replace`, as it stands in an article.
  private mutating func articlePart(of line: Int) -> ArticlePartSyntax? {
    guard let word = ArticleWord(rawValue: keyword(of: line)) else { return nil }
    switch word {
    case .implements: return claim(line).map(ArticlePartSyntax.claim)
    case .define: return definition(line, in: .article).map(ArticlePartSyntax.definition)
    case .offence: return .offence(offence(line))
    case .extend: return generalExtension(line).map(ArticlePartSyntax.extend)
    case .exempt: return .exempt(exemption(line))
    case .unread: return .unread(unread(line))
    case .reading, .alternative: return reading(line).map(ArticlePartSyntax.reading)
    case .note: return textLine(line).map(ArticlePartSyntax.note)
    case .in, .evidence: return nil
    }
  }

  /// What stands behind `delete`.
  private mutating func articlePartName(_ line: Int) -> ArticlePartNameSyntax? {
    guard let word = ArticleWord(rawValue: keyword(of: line)) else { return nil }
    if word == .implements { return claim(line).map(ArticlePartNameSyntax.claim) }
    var cursor = cursor(of: line)
    defer { finish(cursor) }
    switch word {
    case .define:
      return name("the name of the definition", &cursor, example: "minor").map(
        ArticlePartNameSyntax.definition)
    case .extend:
      return name("the name of an element", &cursor, example: "stage").map(ArticlePartNameSyntax.extend)
    case .offence: return .offence(optionalText(&cursor))
    case .exempt: return .exempt(optionalText(&cursor))
    case .unread: return .unread(optionalText(&cursor))
    case .note: return .note(optionalText(&cursor))
    case .reading, .alternative:
      return name("the name of the \(word.rawValue)", &cursor, example: "CRC-2015").map {
        .reading(word == .reading ? .reading : .alternative, $0)
      }
    case .in, .evidence, .implements: return nil
    }
  }
}

extension ArticleWord {
  /// The words of lines that an amendment can add or delete one by one.
  fileprivate static var parts: [String] {
    allCases.filter { $0 != .in && $0 != .evidence }.map(\.rawValue)
  }
}
