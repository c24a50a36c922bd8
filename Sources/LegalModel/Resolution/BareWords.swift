import LegalSyntax
import SourceText

/// Words that stand alone on a line: to the parser they are elements without a value, but they may be values that
/// were written on a line of their own.
extension Resolution {
  /// Says of each what the vocabulary knows, in place of what the parser said.
  func rewordBareWords(_ files: [FileSyntax], _ diagnostics: inout DiagnosticBag) {
    guard !corpus.vocabulary.elements.isEmpty, files.contains(where: { !$0.bareWords.isEmpty }) else {
      return
    }
    var better: [SourceSpan: Diagnostic?] = [:]
    for file in files {
      var above: WordSyntax?
      for word in file.bareWords {
        better[end(of: word)] = .some(diagnostic(on: word, below: above))
        // An element and its value on two lines are one mistake, told at the value.
        if let above, owner(of: word)?.name == above.text { better[end(of: above)] = .some(nil) }
        above = word
      }
    }
    diagnostics.reword { diagnostic in
      guard diagnostic.code == .missingValue, let known = better[diagnostic.primary.span] else {
        return diagnostic
      }
      // How often the mistake stands elsewhere is said after the advice of the parser.
      return known.map {
        Diagnostic($0.code, $0.message, at: $0.primary.span, help: $0.help + diagnostic.help.dropFirst())
      }
    }
  }

  /// Where the parser reports that a value is missing behind a word.
  private func end(of word: WordSyntax) -> SourceSpan {
    SourceSpan(file: word.span.file, start: word.span.end, end: word.span.end)
  }

  /// The element that has a value or group of that name, unless the name is an element itself.
  private func owner(of word: WordSyntax) -> Element? {
    guard corpus.vocabulary.element(named: word.text) == nil else { return nil }
    return corpus.vocabulary.elements.first { element in
      element.values.contains { $0.name == word.text } || element.groups.contains { $0.name == word.text }
    }
  }

  private func diagnostic(on word: WordSyntax, below above: WordSyntax?) -> Diagnostic {
    let name = word.text
    if corpus.vocabulary.element(named: name) != nil {
      return Diagnostic(
        .missingValue, "`\(name)` has no value", at: end(of: word),
        help: ["write one of its values, `any` or `not stated`; `lacuna vocabulary \(name)` lists them"])
    }
    if let owner = owner(of: word)?.name {
      return Diagnostic(
        .missingValue, "`\(name)` is a value of `\(owner)`", at: word.span,
        help: [
          above?.text == owner
            ? "write it on the line of `\(owner)`: `\(owner) \(name)`"
            : "write it in the same list, on the line of `\(owner)`: `\(owner) …, \(name)`"
        ])
    }
    let names = corpus.vocabulary.elements.map(\.name) + ReservedWord.allCases.map(\.rawValue)
    var help = ["a line begins with an element; `lacuna vocabulary` lists them"]
    if let nearest = NameSuggestion.nearest(to: name, among: names) {
      help.insert("did you mean `\(nearest)`?", at: 0)
    } else {
      help = similarValue(word) + help
    }
    return Diagnostic(.unknownElement, "there is no element `\(name)`", at: word.span, help: help)
  }
}
