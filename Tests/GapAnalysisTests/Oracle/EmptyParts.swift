/// Rules and provisions in force that no case can match, however the texts are read.
struct EmptyParts {
  let exist: Bool

  /// Looks through a world. Reservations do not count: they may leave a rule without cases.
  init(of world: World, _ scope: WorldScopeOfCheck) {
    var bound = world
    bound.reservations = []
    let oracle = Oracle(bound, scope)
    exist =
      bound.rules.contains { oracle.required($0).isEmpty } || Self.hasEmptyProvision(oracle)
      || oracle.marks.indices.contains { mark in oracle.laws.allSatisfy { $0.unread[mark].isEmpty } }
  }

  private static func hasEmptyProvision(_ oracle: Oracle) -> Bool {
    oracle.articles.contains { key in
      let article = oracle.world.statutes[key.statute].articles[key.article]
      let hasEmptyOffence = article.offences.contains { offence in
        oracle.laws.allSatisfy { $0.law.reader.ways(of: offence, at: key).allSatisfy(\.cases.isEmpty) }
      }
      return hasEmptyOffence
        || article.definitions.contains { id in
          oracle.laws.allSatisfy { $0.law.reader.ways(of: id).allSatisfy(\.cases.isEmpty) }
        }
    }
  }
}
