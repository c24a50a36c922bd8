import SourceText

/// Recognises the text of a law, or a letter, that was given in the place of its encoding.
enum Prose {
  /// How many words such a text has at least.
  private static let fewestWords = 8

  /// Whether no line of a file begins as anything in the language does, and its words are many. Cost: one pass.
  static func isAll(_ tree: LineTree, _ source: SourceFile) -> Bool {
    let words = tree.tokens.lazy.filter { $0.kind == .word }.prefix(fewestWords).count
    guard words == fewestWords, tree.lines.allSatisfy({ $0.openBrace == nil }) else { return false }
    var isSentence = false
    for line in tree.lines {
      guard let keyword = line.keyword else { continue }
      let word = source.text(tree.tokens[keyword].range)
      if isKnown(word) { return false }
      // Where a list goes on below makes no difference.
      let first = line.arguments.lazy.map { tree.tokens[$0].kind }.filter { $0 != .newline }.prefix(4)
      isSentence = isSentence || first.count { $0 == .word } >= 3
    }
    return isSentence
  }

  private static func isKnown(_ word: String) -> Bool {
    let isBeginning =
      DeclarationWord(rawValue: word) != nil || StructuralWord(rawValue: word) != nil
      || LaterDeclarationWord(rawValue: word) != nil || word == "offence" || word == "define"
    return isBeginning
      || NameSuggestion.nearest(to: word, among: DeclarationWord.allCases.map(\.rawValue)) != nil
  }
}
