import SourceText

/// The words that begin a declaration of a file.
enum DeclarationWord: String, CaseIterable {
  case vocabulary, instrument, jurisdiction, statute, amendment, waiver
}

/// Declarations that a later version of the language will have.
enum LaterDeclarationWord: String, CaseIterable {
  case scenario, review
}

/// The top level of a file.
extension SyntaxReader {
  /// All declarations of the file.
  mutating func fileDeclarations() -> [DeclarationSyntax] {
    siblings(from: 0, to: tree.lines.count).compactMap { declaration($0) }
  }

  private mutating func declaration(_ line: Int) -> DeclarationSyntax? {
    switch DeclarationWord(rawValue: keyword(of: line)) ?? otherDeclaration(line) {
    case .vocabulary: .vocabulary(vocabulary(line))
    case .instrument: instrument(line).map(DeclarationSyntax.instrument)
    case .jurisdiction: jurisdiction(line).map(DeclarationSyntax.jurisdiction)
    case .statute: statute(line).map(DeclarationSyntax.statute)
    case .amendment: amendment(line).map(DeclarationSyntax.amendment)
    case .waiver: waiver(line).map(DeclarationSyntax.waiver)
    case nil: nil
    }
  }

  /// Reports a word that begins no declaration. A mistyped one is read as the word it resembles.
  private mutating func otherDeclaration(_ line: Int) -> DeclarationWord? {
    if log.isFull { return nil }
    let word = keyword(of: line)
    if LaterDeclarationWord(rawValue: word) != nil {
      log.report(
        .reservedForLater, "this version does not read `\(word)` yet", at: keywordRange(of: line),
        help: ["delete these lines for now; the word is kept for a later version"])
      return nil
    }
    let choices = DeclarationWord.allCases.map(\.rawValue)
    if let home = StructuralWord(rawValue: word), home.homeDepth == 1 {
      if orphans.insert(home).inserted { reportOrphan(line, home) }
      return nil
    }
    let isMisspelt = isElement(word) && NameSuggestion.nearest(to: word, among: choices) != nil
    log.report(
      .unknownKeyword,
      isMisspelt ? Self.unknownWord(word) : "`\(word)` cannot stand outside all blocks",
      at: keywordRange(of: line), help: Self.advice(for: word, among: choices))
    guard ReservedWord(rawValue: word) == nil, tree.lines[line].openBrace != nil else { return nil }
    return NameSuggestion.nearest(to: word, among: choices).flatMap(DeclarationWord.init)
  }

  /// Reports a part that belongs in a larger one and stands outside all of them.
  private mutating func reportOrphan(_ line: Int, _ part: StructuralWord) {
    let home = part.home.rawValue
    let message = "`\(part.rawValue)` must stand inside \(part.nameOfHome)"
    let above = siblings(from: 0, to: line).last { keyword(of: $0) == home }
    if let above, let close = tree.lines[above].closeBrace {
      log.report(
        .unknownKeyword, message, at: keywordRange(of: line),
        related: [Diagnostic.Label(log.span(tree.tokens[close].range), "the `\(home)` is closed here")],
        help: ["if it belongs in the `\(home)` above, delete the `}` that closes it too early"])
    } else {
      log.report(
        .unknownKeyword, message, at: keywordRange(of: line),
        help: ["write a line such as `\(part.exampleOfHome)` above it, and `}` below it"])
    }
  }

  /// The name and title of a declaration, `WORD "title"`, and its block, which must be there.
  mutating func heading(
    _ line: Int, name what: String, example: String, title: String, content: String
  ) -> (name: WordSyntax, title: QuotedSyntax?)? {
    var cursor = cursor(of: line)
    let name = newName(what, &cursor, example: example)
    let title = requiredText(title, &cursor)
    finish(cursor, takesBlock: true)
    requireBlock(of: line, holding: content)
    return name.map { ($0, title) }
  }
}
