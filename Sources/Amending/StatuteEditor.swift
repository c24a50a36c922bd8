import LegalSyntax
import SourceText

/// Applies one amendment to the parts of its statute.
struct StatuteEditor {
  /// Where an article stands.
  private struct Place {
    let part: Int
    let article: Int
  }

  /// The parts of the statute, which may stand in several files.
  private(set) var parts: [StatuteSyntax]
  /// What was edited, and what is wrong.
  private(set) var log: EditLog
  private let edit: EditContext

  init(_ parts: [StatuteSyntax], by edit: EditContext, log: EditLog) {
    self.parts = parts
    self.edit = edit
    self.log = log
  }

  /// Applies all edits; what cannot be applied is reported and left out. Articles are inserted last and in the order of
  /// their numbers, so that the order in which the edits are written carries no meaning.
  mutating func apply() {
    var inserted: [(article: ArticleSyntax, after: WordSyntax?, span: SourceSpan)] = []
    for change in edit.syntax.edits {
      switch change {
      case .insert(let article, let after, let span): inserted.append((article, after, span))
      case .replace(let article, let span): replace(article, span)
      case .repeal(let number, let span): repeal(number, span)
      case .change(let number, let edits, let span): self.change(number, edits, span)
      }
    }
    insert(inserted)
    appendHead()
  }

  private var name: String { edit.syntax.statute.text }

  private func path(_ number: String) -> [String] { [name, "article \(number)"] }

  private var evidence: EvidenceSyntax? { parts.lazy.compactMap(\.evidence).first }

  private var definitions: [String: DefinitionSyntax] {
    Dictionary(
      parts.flatMap(\.articles).flatMap(\.definitions).map { ($0.name.text, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func place(of number: String) -> Place? {
    for part in parts.indices {
      if let article = parts[part].articles.firstIndex(where: { $0.number.text == number }) {
        return Place(part: part, article: article)
      }
    }
    return nil
  }

  /// The place of an article that is edited; reports one that is not there.
  private mutating func found(_ number: WordSyntax) -> Place? {
    if let place = place(of: number.text) { return place }
    let numbers = parts.flatMap(\.articles).map(\.number.text)
    let nearest = ArticleNumber.nearest(to: number.text, among: numbers)
    log.report(
      .amendedArticleMissing, "the statute `\(name)` has no article `\(number.text)`", at: number.span,
      related: [Diagnostic.Label(parts[0].name.span, "this statute")],
      help: nearest.map { ["the nearest is article `\($0)`"] } ?? [])
    return nil
  }

  // MARK: Articles that are there

  private mutating func replace(_ article: ArticleSyntax, _ span: SourceSpan) {
    guard let place = found(article.number), log.touch(path(article.number.text), by: edit, at: span) else {
      return
    }
    let old = parts[place.part].articles[place.article]
    if StatuteWriter.text(of: old) == StatuteWriter.text(of: article) {
      return reportNoEffect("the article says this already", span, old.span)
    }
    parts[place.part].articles[place.article] = edit.stamped(article)
  }

  /// A repealed article stays in the text with the end of its period, so that ranges and definitions that other
  /// articles use keep their meaning.
  private mutating func repeal(_ number: WordSyntax, _ span: SourceSpan) {
    guard let place = found(number), log.touch(path(number.text), by: edit, at: span) else { return }
    var article = parts[place.part].articles[place.article]
    guard isInForce(article, span) else { return }
    let statuteFrom = parts.lazy.compactMap(\.inForce).first?.from
    var from = (article.inForce?.from ?? statuteFrom).flatMap(\.date)
    // What has not begun yet never begins.
    if let day = from, !(day < edit.effectiveDay) { from = nil }
    let start = article.inForce?.from.span ?? statuteFrom?.span ?? article.span
    article.inForce = PeriodSyntax(
      from: DateSyntax(from, start), until: DateSyntax(edit.effectiveDay, span), evidence: edit.evidence)
    article.notes.append(QuotedSyntax("Repealed by \(edit.description).", span))
    parts[place.part].articles[place.article] = article
  }

  private mutating func change(
    _ number: WordSyntax, _ edits: [ArticlePartEditSyntax], _ span: SourceSpan
  ) {
    guard let place = found(number) else { return }
    let article = parts[place.part].articles[place.article]
    guard !edits.isEmpty else { return reportNoEffect("this block holds no edit", span, article.span) }
    guard log.mayTouchInside(path(number.text), by: edit, at: span), isInForce(article, span) else { return }
    var editor = ArticleEditor(
      article, by: edit, path: path(number.text), statuteEvidence: evidence, definitions: definitions,
      log: log)
    editor.apply(edits)
    log = editor.log
    parts[place.part].articles[place.article] = editor.article
  }

  /// Whether anything of an article is left to edit.
  private mutating func isInForce(_ article: ArticleSyntax, _ span: SourceSpan) -> Bool {
    guard let end = article.inForce?.until, let day = end.date, day <= edit.effectiveDay else { return true }
    log.report(
      .amendedArticleEnded,
      "article `\(article.number.text)` is not in force any more on \(edit.effectiveDay)", at: span,
      related: [Diagnostic.Label(end.span, "it ends here, on \(day)")],
      help: ["`replace article \(article.number.text)` puts a new text into force under this number"])
    return false
  }

  private mutating func reportNoEffect(_ message: String, _ span: SourceSpan, _ place: SourceSpan) {
    log.report(
      .editWithoutEffect, message, at: span, related: [Diagnostic.Label(place, "this article")],
      help: ["remove the edit, or write what it is to change"])
  }

  // MARK: New articles

  private mutating func insert(
    _ inserted: [(article: ArticleSyntax, after: WordSyntax?, span: SourceSpan)]
  ) {
    let byNumber = inserted.sorted {
      ArticleNumber($0.article.number.text) < ArticleNumber($1.article.number.text)
    }
    for entry in byNumber where entry.after == nil {
      insert(entry.article, at: numberPlace(entry.article), entry.span)
    }
    // The last first: each is put directly behind its article, so that they stand in the order of their numbers.
    var waiting = byNumber.filter { $0.after != nil }.reversed() as [_]
    while let next = waiting.firstIndex(where: { entry in
      entry.after.map { place(of: $0.text) != nil } ?? true
    }) {
      let entry = waiting.remove(at: next)
      guard let after = entry.after, let place = place(of: after.text) else { continue }
      insert(entry.article, at: Place(part: place.part, article: place.article + 1), entry.span)
    }
    for entry in waiting { if let after = entry.after { _ = found(after) } }
  }

  /// Behind the article with the greatest smaller number; at the beginning if there is none.
  private func numberPlace(_ article: ArticleSyntax) -> Place {
    let number = ArticleNumber(article.number.text)
    var best: (place: Place, number: ArticleNumber)?
    for part in parts.indices {
      for (position, other) in parts[part].articles.enumerated() {
        let candidate = ArticleNumber(other.number.text)
        guard candidate < number, best.map({ $0.number < candidate }) ?? true else { continue }
        best = (Place(part: part, article: position + 1), candidate)
      }
    }
    return best?.place ?? Place(part: 0, article: 0)
  }

  private mutating func insert(_ article: ArticleSyntax, at target: Place, _ span: SourceSpan) {
    let number = article.number
    guard log.touch(path(number.text), by: edit, at: span) else { return }
    if let known = place(of: number.text) {
      log.report(
        .insertedArticleExists, "the statute `\(name)` has an article `\(number.text)` already",
        at: number.span,
        related: [Diagnostic.Label(parts[known.part].articles[known.article].span, "this one")],
        help: ["write `replace article \(number.text)` for a new text, or choose another number"])
      return
    }
    parts[target.part].articles.insert(edit.stamped(article), at: target.article)
  }

  // MARK: The head

  /// The sources that the lines of the amendment name, and that the text holds the amendment.
  private mutating func appendHead() {
    let syntax = edit.syntax
    parts[0].sources += syntax.sources
    if let status = syntax.status {
      parts[0].amendedBy.append(
        AmendedBySyntax(
          name: syntax.name, title: syntax.title, status: status, inForce: syntax.inForce, span: syntax.span))
    }
    parts[0].notes += syntax.notes
  }
}
