import LegalModel

/// An offence with everything that bears on whether it reaches a case, looked up once.
///
/// A class, since it never changes and is handed on for every case.
final class OffenceReference: Sendable {
  let article: ArticleID
  let offence: Offence
  /// The place among the offences of the article.
  let position: Int
  /// The rules of the general part over its article.
  let extensions: [Extension]
  /// The exemptions over its article.
  let exemptions: [Exemption]
  /// The elements on which a reading of its article or the general part may have the last word.
  let settable: ElementSet
  /// The regions on which it depends whether the offence reaches a case.
  let regions: [Region]
  /// The lines of the offence itself that nothing else can replace: most cases fail one of them.
  private let fixed: [(element: ElementID, selection: Selection)]

  init(
    article: ArticleID, offence: Offence, position: Int, extensions: [Extension], exemptions: [Exemption],
    settable: ElementSet, fixed: [(element: ElementID, selection: Selection)]
  ) {
    self.article = article
    self.offence = offence
    self.position = position
    self.extensions = extensions
    self.exemptions = exemptions
    self.settable = settable
    self.fixed = fixed
    regions =
      [offence.region] + offence.penalties.compactMap(\.condition) + extensions.compactMap(\.condition)
      + exemptions.map(\.region)
  }

  /// The offences of some articles, in the order of the law.
  static func all(in articles: [ArticleID], of corpus: LegalCorpus, matcher: RegionMatcher)
    -> [OffenceReference]
  {
    let extensions = articles.flatMap { corpus[$0].extensions }
    let exemptions = articles.flatMap { corpus[$0].exemptions }
    return articles.flatMap { id -> [OffenceReference] in
      let article = corpus[id]
      let read = ElementSet(article.readings.flatMap(\.lines).map { corpus[$0].element })
      return article.offences.enumerated().map { position, offence in
        let over = extensions.filter { $0.scope.contains(id) }
        let settable = read.union(ElementSet(over.map { corpus[$0.line].element }))
        let fixed = offence.region.items.compactMap { item -> (element: ElementID, selection: Selection)? in
          guard case .line(let line) = item, !settable.contains(corpus[line].element) else { return nil }
          return (corpus[line].element, corpus[line].selection)
        }
        return OffenceReference(
          article: id, offence: offence, position: position,
          extensions: over,
          exemptions: exemptions.filter { $0.scope.contains(id) },
          settable: settable, fixed: fixed)
      }
    }
  }

  /// Whether some reading and some choice of extensions might let it reach a case; never wrongly `false`.
  func mayReach(_ subject: LegalCase, _ matcher: RegionMatcher) -> Bool {
    for line in fixed where !subject[line.element].isAllowed(by: line.selection) { return false }
    return matcher.mayReach(offence.region, subject, settable: settable)
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
