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
      return "Widening the nearest provisions would close it, and \(named(id)) would get worse."
    }
  }

  /// The edits, a sentence an article. To whose acts all of them are limited is said once, before them.
  func remedy(_ remedy: Remedy) -> [String] {
    let shared = sharedLimit(of: remedy)
    var changes: [ArticleChange] = []
    for edit in remedy.edits { add(edit, without: shared, to: &changes) }
    let sentences = changes.map { sentence($0) }
    guard let shared else { return sentences }
    let acts = phrasing.values(shared.values, of: shared.element)
    return ["Punishing in addition only acts \(acts):"] + sentences
  }

  /// What the second run showed. That an offence made to measure closes the gap tells nothing.
  func proof(_ remedy: Remedy) -> String? {
    if remedy.edits == [.newOffence] { return nil }
    var shown = "Checked again with these edits: closes the gap"
    switch remedy.proof {
    case .closes: break
    case .closesExceptOverlap: shown += " but for cases that other findings of this rule show too"
    }
    if remedy.leavesUndecided {
      shown += ", though some of the cases then depend on what is not settled"
    }
    shown += ", and no other rule gets worse."
    guard let spared = remedy.spares else { return shown }
    return shown + " Without the limit, \(named(spared)) would get worse."
  }

  private func named(_ id: RuleID) -> String {
    let rule = corpus[id]
    return "\(rule.identity) (\(rule.level.rawValue): \(rule.title))"
  }

  // MARK: Edits of one article

  /// What a remedy changes in one place in the same cases.
  private struct ArticleChange {
    let place: String
    let limits: [Remedy.Limit]
    /// Requirements of the text that are given up.
    var deleted: [ElementID] = []
    /// Requirements of readings and other versions that are given up, with their names: `reading CRC-2015`.
    var readIn: [(element: ElementID, version: String)] = []
    /// Values that are added, of the text and of its readings.
    var added: [(element: ElementID, values: UInt64)] = []
    /// What is done elsewhere, in words.
    var elsewhere: String?

    mutating func add(_ values: UInt64, to element: ElementID) {
      if let known = added.firstIndex(where: { $0.element == element }) {
        added[known].values |= values
      } else {
        added.append((element, values))
      }
    }
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
      let place = home(of: line)
      let limits = limits.filter { $0 != shared }
      let known = changes.firstIndex { $0.place == place && $0.limits == limits }
      let position = known ?? changes.endIndex
      if known == nil { changes.append(ArticleChange(place: place, limits: limits)) }
      if !deletes {
        changes[position].add(adds, to: element)
      } else if let version = version(of: line) {
        changes[position].readIn.append((element, version))
      } else if !changes[position].deleted.contains(element) {
        changes[position].deleted.append(element)
      }
    case .strikeOut(let source):
      changes.append(ArticleChange(place: "", limits: [], elsewhere: "Strike out \(exception(source))"))
    case .extend(let element, let adds, let articles):
      let places = phrasing.join(articles.map { place($0) }, "and")
      let extended = "Extend \(places) to \(phrasing.title(element)): \(phrasing.values(adds, of: element))"
      changes.append(ArticleChange(place: "", limits: [], elsewhere: extended))
    case .newOffence:
      let created =
        "Create an offence that reaches these cases: no provision that is about such cases is near enough to be "
        + "widened"
      changes.append(ArticleChange(place: "", limits: [], elsewhere: created))
    }
  }

  private func sentence(_ change: ArticleChange) -> String {
    if let elsewhere = change.elsewhere { return elsewhere + "." }
    var parts: [String] = []
    if !change.deleted.isEmpty {
      let noun = change.deleted.count == 1 ? "the requirement" : "the requirements"
      let titles = change.deleted.map { element in
        let versions = unique(change.readIn.filter { $0.element == element }.map(\.version))
        let those = versions.isEmpty ? "" : " (also that of the \(phrasing.join(versions, "and")))"
        return phrasing.title(element) + those
      }
      parts.append("delete \(noun) on \(phrasing.join(titles, "and"))")
    }
    parts += change.added.map { added in
      "add to \(phrasing.title(added.element)): \(phrasing.values(added.values, of: added.element))"
    }
    let readIn = unique(change.readIn.filter { !change.deleted.contains($0.element) }.map(\.element))
    if !readIn.isEmpty {
      parts.append(
        "say expressly that it does not depend on \(titles(readIn)), which only a reading asks for")
    }
    return "In \(change.place), " + parts.joined(separator: "; ")
      + change.limits.map { condition($0) }.joined() + "."
  }

  /// The article in which a line stands, and which of its offences if it has several.
  private func home(of line: LineID) -> String {
    guard let id = article(of: corpus[line].owner) else { return location(corpus[line].span) }
    let article = corpus[id]
    guard article.offences.count > 1 else { return place(id) }
    let read = article.readings.first { $0.lines.contains(line) }.map(\.target)
    let offence =
      switch read {
      case .offence(let position): article.offences[position]
      case .all, .definition: nil as Offence?
      case nil: article.offences.first { $0.region.ownLines.contains(line) }
      }
    return place(id) + (offence?.title.map { " (\($0))" } ?? "")
  }

  private func titles(_ elements: [ElementID]) -> String {
    phrasing.join(elements.map { phrasing.title($0) }, "and")
  }

  private func condition(_ limit: Remedy.Limit) -> String {
    let values = phrasing.values(limit.values, of: limit.element)
    return isAge(limit.element) ? " where \(values)" : " if the act is committed \(values)"
  }
}
