import GapAnalysis
import LegalModel
import LegalSyntax
import SourceText

/// The words of decisions and notes.
extension ReportBuilder {
  /// What decides, in view of what a rule asks: under which answers the cases are as it asks, and under which not.
  func decision(_ decision: Decision, of duty: Duty?) -> [String] {
    let outcome = DecidedOutcome(duty)
    var lines: [String] = []
    let opening = decision.opening.map { outcome.failed + " if " + condition([$0]) }
    let closing = decision.closing.map { condition($0) }.filter { !$0.isEmpty }.joined(separator: ", or if ")
    let kept = closing.isEmpty ? nil : outcome.kept + " if " + closing
    let sentence = [opening, kept].compactMap { $0 }.joined(separator: "; ")
    if !sentence.isEmpty { lines.append(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".") }
    lines += decision.questions.map { "\(DecisionWords.toBeSettled) \(question($0))." }
    let provisions = decision.provisions.map { describe($0) }
    if !provisions.isEmpty {
      lines.append("\(outcome.basis) \(phrasing.join(provisions, "and")).")
    }
    return lines
  }

  private func condition(_ answers: [Decision.Answer]) -> String {
    phrasing.join(answers.map { statement($0) }, "and")
  }

  /// An answer as a statement: `KHM/tse-2008 art. 13 is read: literal`.
  func statement(_ answer: Decision.Answer) -> String {
    let words = phrasing.join(answer.answers, "or")
    switch answer.question.kind {
    case .otherLaw: return words
    case .alternative(let article, let name):
      let holds = answer.answers == [name] ? "holds" : "does not hold"
      return "the version \(name) of \(place(article)) \(holds)"
    case .reading, .unread, .evidence, .penaltyNotStated: return "\(subject(answer.question)): \(words)"
    }
  }

  /// What has to be found out.
  func question(_ question: Question, withSources: Bool = true) -> String {
    switch question.kind {
    case .reading(let article):
      let names = phrasing.join(question.answers, "or")
      let sources = withSources ? sources(of: article) : ""
      return "\(question.title) (\(place(article)); readings: \(names))\(sources)"
    case .alternative(let article, let name):
      return "which text \(place(article)) has (\(name)): \(question.title)"
    case .unread(let statute, let article, _):
      let place = article.map { self.place($0) } ?? corpus[statute].name
      return "what \(place) says, which was not read: \(question.title)"
    case .evidence, .otherLaw, .penaltyNotStated: return question.title
    }
  }

  private func sources(of id: ArticleID) -> String {
    let named = corpus[id].readings.filter { $0.kind == .reading }.compactMap { reading in
      reading.title.map { "\(reading.name): \($0)" }
    }
    return named.isEmpty ? "" : " – " + named.joined(separator: "; ")
  }

  func subject(_ question: Question) -> String {
    switch question.kind {
    case .reading(let article): "\(place(article)) is read"
    case .alternative(let article, let name): "the text of \(place(article)) (\(name)) is"
    case .unread(let statute, let article, _): article.map { place($0) } ?? corpus[statute].name
    case .evidence: "weaker evidence"
    case .otherLaw: "other law"
    case .penaltyNotStated(let article): "the penalty of \(place(article))"
    }
  }

  /// The title of an exception.
  func titled(_ span: SourceSpan) -> String {
    func find(_ region: Region) -> String? {
      for item in region.items {
        switch item {
        case .line, .uses: continue
        case .either(let branches):
          if let title = branches.lazy.compactMap({ find($0) }).first { return title }
        case .except(let exception):
          if exception.span == span { return exception.title }
          if let title = find(exception.region) { return title }
        }
      }
      return nil
    }
    let regions = corpus.articles.flatMap { $0.offences.map(\.region) } + corpus.definitions.map(\.region)
    return regions.lazy.compactMap { find($0) }.first.map { " for \($0)" } ?? ""
  }

  // MARK: Notes

  func note(_ note: ArticleNote) -> String {
    switch note.kind {
    case .addsElement(let obstacle, let rules):
      let identities = phrasing.join(rules.map { corpus[$0].identity }, "and")
      return
        "\(headed(note.article)) requires, in view of \(identities), \(demand(obstacle)); other provisions cover "
        + "what it leaves out, or nobody relies on it."
    case .doesNotReach(let element, let values, let rules, let claim):
      let identities = phrasing.join(rules.map { corpus[$0].identity }, "and")
      return "\(headed(note.article)) is relied on (\(claim)) but does not reach, of \(identities), "
        + "\(phrasing.values(values, of: element))."
    }
  }

  func article(of owner: LineOwner) -> ArticleID? {
    switch owner {
    case .article(let id): return id
    case .definition(let id):
      switch corpus[id].owner {
      case .article(let article): return article
      case .instrument: return nil
      }
    case .rule, .statute, .reservation, .waiver: return nil
    }
  }
}

/// Beginnings of sentences that are looked for again.
enum DecisionWords {
  /// What has to be found out.
  static let toBeSettled = "To be settled:"
}
