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
    if let element = corpus.vocabulary.element(named: name) {
      return Diagnostic(
        .missingValue, "`\(name)` has no value", at: end(of: word),
        help: [missing(corpus.vocabulary[element])])
    }
    if let owner = owner(of: word) {
      return Diagnostic(
        .missingValue, "`\(name)` must stand on the line of `\(owner.name)`", at: word.span,
        help: ["write `\(line(of: owner, with: word, below: above))`"])
    }
    let names = corpus.vocabulary.elements.map(\.name) + ReservedWord.allCases.map(\.rawValue)
    var help: [Advice] = ["a line begins with an element; \(CommandText.vocabulary(element: nil)) lists them"]
    if let nearest = NameSuggestion.nearest(to: name, among: names) {
      help.insert("did you mean `\(nearest)`?", at: 0)
    } else {
      help = similarValue(word) + help
    }
    return Diagnostic(.unknownElement, "there is no element `\(name)`", at: word.span, help: help)
  }

  /// What to write after an element that stands alone.
  private func missing(_ element: Element) -> Advice {
    let choice =
      switch element.domain {
      case .values(let values, _): "one of its values (\(sample(values.map(\.name))))"
      case .numbers(_, let unit): "a number of \(unit)"
      }
    return """
      write after `\(element.name)` \(choice), or `any`, or `not stated` if the law is silent; \
      \(CommandText.vocabulary(element: element.name)) shows what it can be
      """
  }

  /// The line on which a value is to stand: together with the values of its element that stand directly above it.
  private func line(of owner: Element, with word: WordSyntax, below above: WordSyntax?) -> String {
    if above?.text != owner.name, let last = lineAbove(word),
      corpus.vocabulary[last.element].name == owner.name
    {
      let values = owner.written(last.selection)
      if last.statement == .listed { return "\(owner.name) \(values), \(word.text)" }
    }
    return "\(owner.name) \(word.text)"
  }

  /// The last element line above a word, unless something else begins between the two.
  private func lineAbove(_ word: WordSyntax) -> ElementLine? {
    func isAbove(_ span: SourceSpan) -> Bool { span.file == word.span.file && span.start < word.span.start }
    guard let last = corpus.lines.filter({ isAbove($0.span) }).max(by: { $0.span < $1.span }) else {
      return nil
    }
    let headings =
      corpus.articles.flatMap { article in
        [article.span] + article.offences.map(\.span) + article.extensions.map(\.span)
          + article.exemptions.map(\.span)
      } + corpus.definitions.map(\.span) + corpus.rules.map(\.span)
    return headings.contains { isAbove($0) && last.span < $0 } ? nil : last
  }
}
