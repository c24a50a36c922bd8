import LegalSyntax
import SourceText

/// Words that no comma joins to the values before them: the vocabulary tells what they are.
extension Resolution {
  /// Says of each what the vocabulary knows, in place of what the parser said.
  func rewordLooseWords(_ files: [FileSyntax], _ diagnostics: inout DiagnosticBag) {
    let loose = files.flatMap(\.looseWords)
    guard !corpus.vocabulary.elements.isEmpty, !loose.isEmpty else { return }
    let known = Dictionary(loose.map { ($0.first.span, $0) }, uniquingKeysWith: { first, _ in first })
    diagnostics.reword { diagnostic in
      guard diagnostic.code == .unexpectedText, let words = known[diagnostic.primary.span],
        let help = help(for: words)
      else { return diagnostic }
      // How often the mistake stands elsewhere is said after the advice of the parser.
      return Diagnostic(
        diagnostic.code, diagnostic.message, at: diagnostic.primary.span,
        help: [help] + diagnostic.help.dropFirst(words.help.count))
    }
  }

  /// What the words are; nil if the element of the line is not known either.
  private func help(for loose: LooseWords) -> Advice? {
    guard let index = corpus.vocabulary.element(named: loose.element) else { return nil }
    let element = corpus.vocabulary[index]
    let first = loose.first.text
    if corpus.vocabulary.element(named: first) != nil {
      return Advice(
        "begin a new line with `\(first)`, "
          + (loose.asLine.map { "or " + $0 } ?? "and write its values after it"))
    }
    let names = element.values.map(\.name) + element.groups.map(\.name)
    let meant = loose.words.map { word in
      names.contains(word) ? word : NameSuggestion.nearest(to: word, among: names)
    }
    let spelt = meant.compactMap { $0 }
    if spelt.count == loose.words.count {
      return spelt == loose.words
        ? Advice("if " + loose.asValues(spelt) + "; if not, delete it")
        : Advice("did you mean `\(spelt[0])`? If " + loose.asValues(spelt))
    }
    let owner = corpus.vocabulary.elements.first { other in
      other.values.contains { $0.name == first } || other.groups.contains { $0.name == first }
    }
    if let owner, owner.name != element.name {
      return
        "`\(first)` is a value of `\(owner.name)`: write it on a line of its own, `\(owner.name) \(first)`"
    }
    return """
      if \(loose.asQuotation); if a value of `\(element.name)` is meant, \
      \(CommandText.vocabulary(element: element.name)) lists them
      """
  }
}
