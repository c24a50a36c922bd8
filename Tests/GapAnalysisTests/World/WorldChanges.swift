import TestSupport
import LegalModel

/// Changes of worlds of which the effect is known.
extension WorldGenerator {
  /// The world with one more offence in some article.
  mutating func addingOffence(to old: World) -> World {
    world = old
    combinations = Self.mostCombinations
    let statute = random.int(0...world.statutes.count - 1)
    let article = random.int(0...world.statutes[statute].articles.count - 1)
    let offence = self.offence(world.statutes[statute].articles[article])
    world.statutes[statute].articles[article].offences.append(offence)
    return world
  }

  /// The world with another region in the place of that of some offence, or without the offence.
  mutating func changingOffence(of old: World) -> World {
    world = old
    let places = world.statutes.indices.flatMap { statute in
      world.statutes[statute].articles.indices.flatMap { article in
        world.statutes[statute].articles[article].offences.indices.map { (statute, article, $0) }
      }
    }
    guard !places.isEmpty else { return world }
    let (statute, article, offence) = random.pick(places)
    // Readings and claims of the offence stay: what they replace or rely on may be narrower now.
    world.statutes[statute].articles[article].offences[offence].region = matching(
      depth: 1, pool: [], isComplete: true)
    return world
  }

  /// The world with one more mark of unread law.
  mutating func addingUnread(to old: World) -> World {
    world = old
    let statute = random.int(0...world.statutes.count - 1)
    guard let mark = unread() else { return world }
    if random.chance(50) {
      world.statutes[statute].unread.append(mark)
    } else {
      let article = random.int(0...world.statutes[statute].articles.count - 1)
      world.statutes[statute].articles[article].unread.append(mark)
    }
    return world
  }
}

extension World {
  /// The same law with articles and statutes in another order. Ranges of articles, which mean what stands between
  /// two of them, become lists.
  func shuffled(_ random: inout SeededRandom) -> World {
    var result = self
    for statute in result.statutes.indices {
      let numbers = statutes[statute].articles.map(\.number)
      for article in result.statutes[statute].articles.indices {
        result.statutes[statute].articles[article].listScopes(numbers)
      }
      result.statutes[statute].articles.shuffle(using: &random)
    }
    return result
  }
}

extension WorldArticle {
  fileprivate mutating func listScopes(_ numbers: [String]) {
    for index in extensions.indices { extensions[index].scope.list(numbers) }
    for index in exemptions.indices { exemptions[index].scope.list(numbers) }
  }
}

extension WorldScope {
  fileprivate mutating func list(_ numbers: [String]) {
    switch self {
    case .articles(let ranges): self = .numbers(ranges.flatMap { Array(numbers[$0]) })
    case .ownStatute, .everyStatute, .numbers, .statutes: break
    }
  }
}
