import LegalModel
import TestSupport

/// Two states of the law of one world, made from a seed in one of several ways.
struct WorldPair {
  /// How the second state came about.
  enum Origin: String, CaseIterable {
    /// Random edits, read from an amendment file.
    case amendment
    /// One line of one offence changed by hand, forwards or backwards.
    case line
    /// One part of the law more or less: an offence, an extension, an exemption, a reading, unread law.
    case part
    /// Another law, drawn without regard to the first.
    case otherLaw
    /// The same text on another day.
    case day
  }

  /// What comes up in ten seeds: mostly what moves cases.
  private static let origins: [Origin] = [
    .amendment, .line, .otherLaw, .part, .amendment, .line, .otherLaw, .part, .otherLaw, .day,
  ]

  let seed: UInt64
  let origin: Origin
  private(set) var before: World
  private(set) var after: World
  private(set) var scopeBefore: WorldScopeOfCheck
  private(set) var scopeAfter: WorldScopeOfCheck
  /// The amendment that makes the second state of the text of the first, where there is one.
  private(set) var amendment: String?

  init(seed: UInt64) {
    self.seed = seed
    origin = Self.origins[Int(seed % UInt64(Self.origins.count))]
    var world = WorldGenerator.world(seed: seed)
    var random = SeededRandom(seed: seed ^ 0xD1FF)
    for rule in world.rules.indices { world.rules[rule].level = random.pick(Level.allCases) }
    before = world
    after = world
    scopeBefore = WorldGenerator.scope(seed: seed)
    scopeAfter = scopeBefore
    switch origin {
    case .amendment:
      let change = WorldAmendment(of: world, seed: seed)
      after = change.new
      amendment = change.text
    case .line: changeLine(&random)
    case .part: changePart(&random)
    case .otherLaw: after = WorldGenerator.otherLaw(of: world, seed: seed ^ 0x0CEA)
    case .day:
      scopeBefore.year = 2003
      scopeAfter.year = random.pick([2005, 2008])
    }
    // An amendment has one direction; everything else is tried in both.
    if amendment == nil, random.chance(50) {
      (before, after) = (after, before)
      (scopeBefore, scopeAfter) = (scopeAfter, scopeBefore)
    }
  }

  private mutating func changeLine(_ random: inout SeededRandom) {
    var generator = WorldGenerator(random: random)
    generator.world = before
    for _ in 0..<8 {
      let statute = generator.random.int(0...before.statutes.count - 1)
      let article = generator.random.int(0...before.statutes[statute].articles.count - 1)
      guard let offence = before.statutes[statute].articles[article].offences.first else { continue }
      let element = generator.random.int(0...before.elements.count - 1)
      guard let edit = WorldLineEdit(element, in: offence, of: before, &generator) else { continue }
      after.statutes[statute].articles[article].offences[0].region = edit.applied(
        to: offence.region, before.elements, .unverified)
      break
    }
    random = generator.random
  }

  private mutating func changePart(_ random: inout SeededRandom) {
    var generator = WorldGenerator(random: random)
    generator.world = before
    generator.combinations = WorldGenerator.mostCombinations / 2
    let parts = before.statutes.indices.flatMap { statute in
      before.statutes[statute].articles.indices.map { ArticleKey(statute: statute, article: $0) }
    }
    let key = generator.random.pick(parts)
    func change(_ body: (inout WorldArticle) -> Void) {
      body(&after.statutes[key.statute].articles[key.article])
    }
    switch generator.random.int(0...8) {
    case 0: after = generator.addingOffence(to: before)
    case 1: after = generator.addingUnread(to: before)
    case 2: change { $0.offences = [] }
    case 3: for index in parts.indices { remove(parts[index]) { $0.extensions = [] } }
    case 4: for index in parts.indices { remove(parts[index]) { $0.exemptions = [] } }
    case 5: change { $0.readings = [] }
    case 6: after.reservations = []
    case 7: change { $0.claims = $0.claims.isEmpty ? ["X.*"] : [] }
    default:
      change { article in for index in article.offences.indices { article.offences[index].readings = [] } }
    }
    random = generator.random
  }

  private mutating func remove(_ key: ArticleKey, _ body: (inout WorldArticle) -> Void) {
    body(&after.statutes[key.statute].articles[key.article])
  }
}

extension WorldGenerator {
  /// A law of its own under the rules of a world. Definitions keep their numbers, since the rules refer to them.
  static func otherLaw(of world: World, seed: UInt64) -> World {
    var generator = WorldGenerator(random: SeededRandom(seed: seed))
    generator.world = world
    generator.world.statutes = []
    generator.world.definitions = world.definitions.map { definition in
      WorldDefinition(
        name: definition.name, statute: nil, region: definition.region, evidence: definition.evidence)
    }
    generator.makeStatutes()
    return generator.world
  }
}
