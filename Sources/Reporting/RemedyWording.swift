import GapAnalysis
import LegalModel
import SourceText

/// The words of remedies: one sentence for all that changes in one article in the same cases.
extension ReportBuilder {
  /// Why there is no remedy, where one was looked for.
  func missingRemedy(_ outcome: RemedyOutcome) -> String? {
    switch outcome {
    case .notSought, .proved: return nil
    case .notShown: return "No edits of the nearest provisions were shown to close it."
    case .worsens(let id):
      let rule = corpus[id]
      return "Widening the nearest provisions would close it, and \(rule.identity) would get worse "
        + "(\(rule.title))."
    }
  }

  /// The edits, a sentence an article. To whose acts all of them are limited is said once, before them.
  func remedy(_ remedy: Remedy) -> [String] {
    let shared = sharedLimit(of: remedy)
    var changes: [ArticleChange] = []
    for edit in remedy.edits { add(edit, without: shared, to: &changes) }
    let sentences = changes.map { sentence($0) }
    guard let shared else { return sentences }
    return ["Only for acts \(phrasing.values(shared.values, of: shared.element)):"] + sentences
  }

  /// What the second run showed. That an offence made to measure closes the gap tells nothing.
  func proof(_ remedy: Remedy) -> String? {
    if remedy.edits == [.newOffence] { return nil }
    let shown =
      switch remedy.proof {
      case .closes: "Checked again with these edits: closes the gap, and no other rule gets worse."
      case .closesExceptOverlap:
        "Checked again with these edits: closes the gap but for cases that other findings of this rule show too, "
          + "and no other rule gets worse."
      }
    guard let spared = remedy.spares else { return shown }
    let rule = corpus[spared]
    return shown + " Without the limit, \(rule.identity) would get worse (\(rule.title))."
  }

  // MARK: Edits of one article

  /// What a remedy changes in one place in the same cases.
  private struct ArticleChange {
    let place: String
    let limits: [Remedy.Limit]
    var deleted: [ElementID] = []
    /// Requirements that a reading puts in, not the text.
    var readIn: [ElementID] = []
    /// What is done beside that, in words.
    var others: [String] = []
  }

  /// What limits every edit beside the ages of the rule; nil if edits are limited differently.
  private func sharedLimit(of remedy: Remedy) -> Remedy.Limit? {
    let limits = remedy.edits.map { edit -> Remedy.Limit? in
      switch edit {
      case .widen(_, _, _, _, let limits): limits.first { !isAge($0.element) }
      case .strikeOut, .extend, .newOffence: nil
      }
    }
    return Set(limits).count == 1 ? limits.first ?? nil : nil
  }

  private func isAge(_ element: ElementID) -> Bool { corpus.vocabulary.element(named: "age") == element }

  private func add(_ edit: Remedy.Edit, without shared: Remedy.Limit?, to changes: inout [ArticleChange]) {
    switch edit {
    case .widen(let line, let element, let adds, let deletes, let limits):
      let place = article(of: corpus[line].owner).map { self.place($0) } ?? location(corpus[line].span)
      let limits = limits.filter { $0 != shared }
      let known = changes.firstIndex { $0.place == place && $0.limits == limits }
      let position = known ?? changes.endIndex
      if known == nil { changes.append(ArticleChange(place: place, limits: limits)) }
      if isRead(line) {
        changes[position].readIn.append(element)
      } else if deletes {
        changes[position].deleted.append(element)
      } else {
        changes[position].others.append(
          "add to \(phrasing.title(element)): \(phrasing.values(adds, of: element))")
      }
    case .strikeOut(let source):
      changes.append(ArticleChange(place: "", limits: [], others: ["Strike out \(exception(source))"]))
    case .extend(let element, let adds, let articles):
      let places = phrasing.join(articles.map { place($0) }, "and")
      let extended = "Extend \(places) to \(phrasing.title(element)): \(phrasing.values(adds, of: element))"
      changes.append(ArticleChange(place: "", limits: [], others: [extended]))
    case .newOffence:
      let created =
        "Create an offence that reaches these cases: no provision that is about such cases is near enough to be "
        + "widened"
      changes.append(ArticleChange(place: "", limits: [], others: [created]))
    }
  }

  private func sentence(_ change: ArticleChange) -> String {
    var parts: [String] = []
    if !change.deleted.isEmpty {
      let noun = change.deleted.count == 1 ? "the requirement" : "the requirements"
      parts.append("delete \(noun) on \(titles(change.deleted))")
    }
    parts += change.others
    if !change.readIn.isEmpty {
      parts.append(
        "say expressly that it does not depend on \(titles(change.readIn)), which only a reading asks for")
    }
    let place = change.place.isEmpty ? "" : "In \(change.place), "
    return place + parts.joined(separator: "; ") + change.limits.map { condition($0) }.joined() + "."
  }

  private func titles(_ elements: [ElementID]) -> String {
    phrasing.join(elements.map { phrasing.title($0) }, "and")
  }

  private func condition(_ limit: Remedy.Limit) -> String {
    let values = phrasing.values(limit.values, of: limit.element)
    return isAge(limit.element) ? " where \(values)" : " if the act is committed \(values)"
  }

  /// Whether a line stands in a reading or an alternative, not in the body of the law.
  private func isRead(_ line: LineID) -> Bool {
    corpus.articles.contains { $0.readings.contains { $0.lines.contains(line) } }
  }
}
