import GapAnalysis
import LegalModel
import LegalSyntax
import SourceText

/// The words of decisions, remedies and notes.
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
    let words = answers.map { answer in
      let words = phrasing.join(answer.answers, "or")
      return answer.question.kind == .otherLaw ? words : "\(subject(answer.question)): \(words)"
    }
    return phrasing.join(words, "and")
  }

  private func question(_ question: Question) -> String {
    switch question.kind {
    case .reading(let article):
      let names = phrasing.join(question.answers, "or")
      return "\(question.title) (\(place(article)); readings: \(names))\(sources(of: article))"
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

  /// Whether the analysis looked for an edit that closes a finding: it does for gaps of duties to punish.
  func isRemedySought(_ finding: Finding) -> Bool {
    switch (finding.logic, finding.kind, corpus[finding.rule].duty) {
    case (.defect, _, _), (.waiver, _, _), (.coverage, .dependsOnReading, _): false
    case (.coverage, _, .punish?): true
    case (.coverage, _, .prohibit?), (.coverage, _, .notPunish?), (.coverage, _, .define?),
      (.coverage, _, .penaltyFloor?), (.coverage, _, nil):
      false
    }
  }

  func remedy(_ remedy: Remedy, _ finding: Finding) -> [String] {
    remedy.edits.map { edit in
      switch edit {
      case .widen(let line, let element, let adds, let deletes, let ages):
        let whom = ages.map { self.whom($0) } ?? ""
        let place = article(of: corpus[line].owner).map { self.place($0) } ?? location(corpus[line].span)
        let title = phrasing.title(element)
        if isRead(line) {
          return
            "In \(place), say expressly that it does not depend on \(title)\(whom): this reading puts the requirement in."
        }
        return deletes
          ? "In \(place), delete the requirement on \(title)\(whom)."
          : "In \(place), add to \(title): \(phrasing.values(adds, of: element))\(whom)."
      case .strikeOut(let source): return "Strike out \(exception(source))."
      case .extend(let element, let adds, let articles):
        let places = phrasing.join(articles.map { place($0) }, "and")
        return "Extend \(places) to \(phrasing.title(element)): \(phrasing.values(adds, of: element))."
      case .newOffence:
        return
          "Create an offence that reaches these cases: no provision that is about such cases is near enough to be "
          + "widened."
      }
    }
  }

  /// Whether a line stands in a reading or an alternative, not in the body of the law.
  private func isRead(_ line: LineID) -> Bool {
    corpus.articles.contains { $0.readings.contains { $0.lines.contains(line) } }
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

  private func whom(_ ages: UInt64) -> String {
    guard let age = corpus.vocabulary.element(named: "age") else { return "" }
    return " where " + phrasing.values(ages, of: age)
  }

  /// What the second run showed. That an offence made to measure closes the gap tells nothing.
  func proof(_ remedy: Remedy) -> String? {
    if remedy.edits == [.newOffence] { return nil }
    return switch remedy.proof {
    case .closes: "Checked again with these edits: closes the gap, and no other rule gets worse."
    case .closesExceptOverlap:
      "Checked again with these edits: closes the gap but for cases that other findings of this rule show too, and "
        + "no other rule gets worse."
    }
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
