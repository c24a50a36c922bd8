import LegalModel
import Regions

/// Which of some units of the law one state has and the other has not.
struct ChangedUnits {
  /// What the state before does and the state after does not do in the same way.
  let gone: ChangedShare
  /// What the state after does and the state before did not do in the same way.
  let new: ChangedShare

  /// Compares units that lie near the same cases. Cost: linear in their number.
  init(_ old: [LegalUnit], _ now: [LegalUnit], before: Analysis, after: Analysis) {
    let oldShapes = old.map { UnitShape($0, in: before.basis.law, of: before.corpus) }
    let newShapes = now.map { UnitShape($0, in: after.basis.law, of: after.corpus) }
    let (known, left) = (Set(oldShapes), Set(newShapes))
    gone = ChangedShare(
      units: old.indices.filter { !left.contains(oldShapes[$0]) }.map { old[$0] }, corpus: before.corpus)
    new = ChangedShare(
      units: now.indices.filter { !known.contains(newShapes[$0]) }.map { now[$0] }, corpus: after.corpus)
  }
}

/// Units that one state has and the other has not.
struct ChangedShare {
  let units: [LegalUnit]
  let corpus: LegalCorpus

  /// What of it reaches a region, in the order of the law.
  func reaching(_ region: [UInt64]) -> ChangedProvisions {
    var provisions: Set<Provision> = []
    var articles: Set<ArticleID> = []
    for unit in units where unit.meets(region) {
      provisions.insert(unit.provision)
      articles.formUnion(behind(unit))
    }
    return ChangedProvisions(provisions: provisions.sorted(), articles: articles.sorted())
  }

  /// The articles in which stands what makes the unit: its own, those of definitions, of the general part, of exemptions.
  private func behind(_ unit: LegalUnit) -> [ArticleID] {
    var articles = [unit.provision.article].compactMap { $0 }
    for definition in unit.uses {
      if case .article(let id) = corpus[definition].owner { articles.append(id) }
    }
    articles += unit.extendedBy.compactMap(\.article)
    for exception in unit.exceptions {
      if case .exemption(let id, _) = exception.source { articles.append(id) }
    }
    return articles
  }
}
