import LegalModel

/// An offence with everything that bears on whether it reaches a case, looked up once.
struct OffenceReference {
  let article: ArticleID
  let offence: Offence
  /// The place among the offences of the article.
  let position: Int
  /// The rules of the general part over its article.
  let extensions: [Extension]
  /// The exemptions over its article.
  let exemptions: [Exemption]
  /// Lines of its own that hold under every reading and that nothing can widen: a case that fails one is not reached.
  let settled: [ElementLine]

  /// The offences of some articles, in the order of the law.
  static func all(in articles: [ArticleID], of corpus: LegalCorpus, matcher: RegionMatcher)
    -> [OffenceReference]
  {
    let extensions = articles.flatMap { corpus[$0].extensions }
    let exemptions = articles.flatMap { corpus[$0].exemptions }
    return articles.flatMap { id -> [OffenceReference] in
      let article = corpus[id]
      let read = Set(article.readings.flatMap(\.lines).map { corpus[$0].element })
      return article.offences.enumerated().map { position, offence in
        let lines = offence.region.items.compactMap { item -> ElementLine? in
          switch item {
          case .line(let line): corpus[line]
          case .uses, .either, .except: nil
          }
        }
        return OffenceReference(
          article: id, offence: offence, position: position,
          extensions: extensions.filter { $0.scope.contains(id) },
          exemptions: exemptions.filter { $0.scope.contains(id) },
          settled: lines.filter {
            !read.contains($0.element) && corpus.vocabulary[$0.element].defaultSelection == nil
          })
      }
    }
  }

  /// The regions on which it depends whether the offence reaches a case.
  var regions: [Region] {
    [offence.region] + offence.penalties.compactMap(\.condition) + extensions.compactMap(\.condition)
      + exemptions.map(\.region)
  }
}

extension RegionMatcher {
  /// The choices that an article and the definitions used in regions leave.
  func points(behind regions: [Region], of article: ArticleID?) -> [Choices.Point] {
    var articles = article.map { [$0] } ?? []
    for region in regions {
      for other in self.articles(usedBy: region, countsExceptions: true) where !articles.contains(other) {
        articles.append(other)
      }
    }
    return articles.flatMap { points(of: $0) }
  }
}
