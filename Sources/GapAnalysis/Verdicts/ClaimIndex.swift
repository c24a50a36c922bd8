import LegalModel

/// Which provisions are relied on for which rules. A claim on the article of a definition passes to its users.
struct ClaimIndex: Sendable {
  private let corpus: LegalCorpus

  init(corpus: LegalCorpus) { self.corpus = corpus }

  /// The claim that covers a unit for a rule, the one on its own article first; nil if nobody claims it.
  func claim(on unit: LegalUnit, for rule: RuleID) -> Claim? {
    for article in articles(of: unit) {
      if let claim = corpus[article].claims.first(where: { $0.rules.contains(rule) }) { return claim }
    }
    return nil
  }

  /// The article of a unit, then those of the definitions it uses.
  func articles(of unit: LegalUnit) -> [ArticleID] {
    var articles = unit.provision.article.map { [$0] } ?? []
    for definition in unit.uses {
      if case .article(let id) = corpus[definition].owner, !articles.contains(id) { articles.append(id) }
    }
    return articles
  }
}
