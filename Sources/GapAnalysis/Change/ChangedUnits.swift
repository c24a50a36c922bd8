import LegalModel
import Regions

/// Which parts of the law one state has and the other has not.
struct ChangedUnits {
  private let before: Analysis
  private let after: Analysis
  private let oldShapes: Set<UnitShape>
  private let newShapes: Set<UnitShape>
  /// What the state before does and the state after does not do in the same way.
  let gone: [LegalUnit]
  /// What the state after does and the state before did not do in the same way.
  let new: [LegalUnit]

  /// Compares all offences, widened by the general part, and all unread law. Cost: linear in their number.
  init(before: Analysis, after: Analysis) {
    let (old, now) = (Self.punishing(before), Self.punishing(after))
    let oldShapes = Self.shapes(old, before)
    let newShapes = Self.shapes(now, after)
    gone = old.filter { !newShapes.contains(UnitShape($0, in: before.basis.law, of: before.corpus)) }
    new = now.filter { !oldShapes.contains(UnitShape($0, in: after.basis.law, of: after.corpus)) }
    self.before = before
    self.after = after
    self.oldShapes = oldShapes
    self.newShapes = newShapes
  }

  private static func punishing(_ analysis: Analysis) -> [LegalUnit] {
    analysis.basis.law.units(reaching: analysis.space.space.dimensions.map(\.full))
  }

  private static func shapes(_ units: [LegalUnit], _ analysis: Analysis) -> Set<UnitShape> {
    let law = analysis.basis.law
    var shapes = Set(units.map { UnitShape($0, in: law, of: analysis.corpus) })
    // Definitions count where a rule asks for them: those that are relied on.
    for check in analysis.basis.checks.values {
      shapes.formUnion(check.outcome.question.units.map { UnitShape($0, in: law, of: analysis.corpus) })
    }
    return shapes
  }

  /// Of some units of the state before, those that are gone.
  func gone(among units: [LegalUnit]) -> ChangedShare {
    ChangedShare(
      units: units.filter { !newShapes.contains(UnitShape($0, in: before.basis.law, of: before.corpus)) },
      corpus: before.corpus)
  }

  /// Of some units of the state after, those that are new.
  func new(among units: [LegalUnit]) -> ChangedShare {
    ChangedShare(
      units: units.filter { !oldShapes.contains(UnitShape($0, in: after.basis.law, of: after.corpus)) },
      corpus: after.corpus)
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
