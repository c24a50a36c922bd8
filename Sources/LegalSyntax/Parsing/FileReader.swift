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
        help: ["remove it from the files of this run; the word is kept for a later version"])
      return nil
    }
    let choices = DeclarationWord.allCases.map(\.rawValue)
    var help = Self.advice(for: word, among: choices)
    var message = "`\(word)` cannot stand outside all blocks"
    let above = endAbove(line)
    if let home = StructuralWord(rawValue: word), home.homeDepth == 1 {
      guard orphans.insert(home).inserted else { return nil }
      guard let (name, outer, example) = Self.surrounding(home) else { return nil }
      message = "`\(word)` must stand inside \(name)"
      help = [
        above == nil || keywordAbove(line) != outer.rawValue
          ? "write a line such as `\(example)` above it, and `}` on a line of its own below its last line"
          : "was the block above closed too early? then delete its last `}`, and write it below this part"
      ]
    }
    log.report(
      .unknownKeyword, message, at: keywordRange(of: line),
      related: above.map { [Diagnostic.Label($0, "the block above ends here")] } ?? [], help: help)
    guard ReservedWord(rawValue: word) == nil, tree.lines[line].openBrace != nil else { return nil }
    return NameSuggestion.nearest(to: word, among: choices).flatMap(DeclarationWord.init)
  }

  /// What a part must stand in, and how that begins; nil for what stands in nothing.
  private static func surrounding(
    _ part: StructuralWord
  ) -> (name: String, outer: StructuralWord, example: String)? {
    switch part {
    case .article: ("a statute", .statute, #"statute XA/penal-code "Penal Code" {"#)
    case .rule: ("a treaty", .instrument, #"instrument OPSC "Optional Protocol" {"#)
    case .element: ("a vocabulary", .vocabulary, #"vocabulary "Elements of offences" {"#)
    case .vocabulary, .instrument, .jurisdiction, .statute, .amendment, .waiver: nil
    }
  }

  /// The word that begins the declaration above a line.
  private func keywordAbove(_ line: Int) -> String? { siblings(from: 0, to: line).last.map(keyword) }

  /// The brace that ended the declaration above a part that belongs into one.
  private func endAbove(_ line: Int) -> SourceSpan? {
    guard StructuralWord(rawValue: keyword(of: line))?.homeDepth == 1 else { return nil }
    let above = siblings(from: 0, to: line).last
    guard let above, let close = tree.lines[above].closeBrace else { return nil }
    return log.span(tree.tokens[close].range)
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
