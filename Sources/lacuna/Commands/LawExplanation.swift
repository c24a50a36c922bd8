import LegalModel
import LegalSyntax
import SourceText

/// What `lacuna explain` says of names that stand in the law: readings, and articles as reports name them.
struct LawExplanation {
  let workspace: Workspace

  private var corpus: LegalCorpus { workspace.corpus }

  /// The page of a reading or an article; nil if no file that was read knows the name.
  func page(of subject: String) -> String? {
    let articles = corpus.articles.indices.map { ArticleID($0) }
    if let named = articles.first(where: { name(of: $0) == subject }) { return page(of: named) }
    let uses = articles.flatMap { id in
      corpus[id].readings.filter { $0.name == subject }.map { (article: id, reading: $0) }
    }
    return uses.isEmpty ? nil : uses.map { page(of: $0.reading, in: $0.article) }.joined(separator: "\n")
  }

  /// The names that can be explained.
  var names: [String] {
    corpus.articles.indices.map { name(of: ArticleID($0)) }
      + corpus.articles.flatMap(\.readings).map(\.name)
  }

  private func name(of id: ArticleID) -> String {
    "\(corpus[corpus[id].statute].name) art. \(corpus[id].number)"
  }

  private func page(of id: ArticleID) -> String {
    let article = corpus[id]
    var text = "\(name(of: id)) (\(article.evidence.grade.rawValue)): \(article.heading)\n"
    for claim in article.claims { text += "  Relied on: \(claim.pattern), claimed by \(claim.claimant)\n" }
    for reading in article.readings {
      text += "  \(kind(reading)) \(reading.name): \(reading.title ?? "–")\n"
    }
    for note in article.notes { text += "  Note: \(note)\n" }
    return text + source(article.span)
  }

  private func page(of reading: Reading, in article: ArticleID) -> String {
    var text = "\(reading.name) (\(kind(reading)) of \(name(of: article)), \(corpus[article].heading))\n"
    if let title = reading.title { text += "  Source: \(title)\n" }
    if let from = reading.from { text += "  Counts from: \(from)\n" }
    return text + source(reading.span)
  }

  private func kind(_ reading: Reading) -> String {
    switch reading.kind {
    case .reading: "reading"
    case .alternative: "alternative"
    }
  }

  private func source(_ span: SourceSpan) -> String {
    let position = workspace.files.position(of: span)
    return "  Written in \(workspace.files[span.file].path), line \(position.line):\n\n"
      + ExplainCommand.indented(ExplainCommand.body(at: span, workspace)) + "\n"
  }
}
