import TestSupport
import LegalModel

/// Invents statutes: definitions first, since offences of every statute use them.
extension WorldGenerator {
  mutating func makeStatutes() {
    let count = random.chance(60) ? 1 : 2
    for position in 0..<count {
      world.statutes.append(
        WorldStatute(
          name: "law-\(position)", period: period(usual: 2000), evidence: random.chance(70) ? grade() : nil))
      for article in 0..<random.int(1...(count == 1 ? 6 : 4)) {
        world.statutes[position].articles.append(
          WorldArticle(
            number: "\(article + 1)", period: random.chance(12) ? period(usual: nil) : nil,
            evidence: random.chance(30) ? grade() : nil))
      }
    }
    for statute in world.statutes.indices {
      for article in world.statutes[statute].articles.indices {
        if random.chance(35) { addDefinition(statute, article) }
      }
    }
    for statute in world.statutes.indices {
      for article in world.statutes[statute].articles.indices { fill(statute, article) }
      if random.chance(10), let mark = unread() { world.statutes[statute].unread.append(mark) }
    }
  }

  private mutating func period(usual: Int?) -> WorldPeriod {
    switch random.int(0...9) {
    case 0: WorldPeriod(from: nil, until: 2005)
    case 1: WorldPeriod(from: 2005, until: nil)
    case 2: WorldPeriod(from: 2001, until: 2008)
    default: WorldPeriod(from: usual, until: nil)
    }
  }

  /// The definitions of articles so far.
  private var pool: [Int] { world.definitions.indices.filter { world.definitions[$0].statute != nil } }

  private mutating func addDefinition(_ statute: Int, _ article: Int) {
    let id = world.definitions.count
    var definition = WorldDefinition(
      name: "term-\(id)", statute: statute, region: matching(depth: 1, pool: pool, isComplete: false),
      evidence: random.chance(25) ? grade() : nil)
    if random.chance(15), let reading = reading(in: world.statutes[statute].articles[article], others: []) {
      definition.readings.append(reading)
    }
    world.definitions.append(definition)
    world.statutes[statute].articles[article].definitions.append(id)
  }

  private mutating func fill(_ statute: Int, _ position: Int) {
    var article = world.statutes[statute].articles[position]
    if random.chance(30) { article.claims.append(random.pick(["X.*", "X.1", "D.*, X.1", "X.1"])) }
    if article.claims.contains(where: { $0.contains("D") }) { article.claims = ["X.*"] }
    let isGeneral = position > 0 && random.chance(35)
    if isGeneral {
      for _ in 0..<random.int(1...2) { article.extensions.append(generalRule(statute)) }
      if random.chance(35) {
        article.exemptions.append(
          WorldExemption(scope: scope(statute), region: region(depth: 1, pool: random.chance(30) ? pool : []))
        )
      }
    } else {
      for _ in 0..<(random.chance(80) ? 1 : 2) { article.offences.append(offence(article)) }
    }
    if random.chance(15), let reading = reading(in: article, others: []) { article.readings.append(reading) }
    if random.chance(8), let mark = unread() { article.unread.append(mark) }
    world.statutes[statute].articles[position] = article
  }

  mutating func offence(_ article: WorldArticle) -> WorldOffence {
    var offence = WorldOffence(region: matching(depth: 2, pool: pool, isComplete: true))
    for _ in 0..<(random.chance(12) ? 0 : random.int(1...2)) {
      offence.penalties.append(WorldPenalty(kind: penaltyKind(), condition: nil))
    }
    if random.chance(35) {
      for _ in 0..<random.int(1...2) {
        let condition = region(depth: 1, pool: random.chance(20) ? pool : [])
        offence.penalties.append(WorldPenalty(kind: penaltyKind(), condition: condition))
      }
    }
    if random.chance(15) { offence.liability = random.pick(Liability.allCases) }
    if random.chance(25) { offence.evidence = grade() }
    if random.chance(12), let reading = reading(in: article, others: article.offences.flatMap(\.readings)) {
      offence.readings.append(reading)
    }
    return offence
  }

  private mutating func penaltyKind() -> WorldPenaltyKind {
    switch random.int(0...9) {
    case 0: .life
    case 1: .openImprisonment
    case 2: .fine
    case 3: combinations * 2 <= Self.mostCombinations ? .notStated : .fine
    default: .years(random.int(1...6))
    }
  }

  private mutating func generalRule(_ statute: Int) -> WorldExtension {
    let elements = world.elements.indices.filter { world.elements[$0].defaultValue != nil }
    let element = random.pick(elements)
    let others = (0..<world.elements[element].size).filter { $0 != world.elements[element].defaultValue }
    let listed = random.sample(random.int(1...others.count), of: others).map { WorldChoice.value($0) }
    var rule = WorldExtension(
      element: element, choices: random.chance(10) ? nil : listed, scope: scope(statute))
    if random.chance(30) { rule.maximumOver = random.int(1...4) }
    if random.chance(15) { rule.maximumUpTo = random.int(2...5) }
    if random.chance(30) { rule.condition = region(depth: 1, pool: random.chance(20) ? pool : []) }
    if random.chance(15) { rule.liability = random.pick(Liability.allCases) }
    if random.chance(40) { rule.evidence = grade() }
    return rule
  }

  private mutating func scope(_ statute: Int) -> WorldScope {
    let count = world.statutes[statute].articles.count
    switch random.int(0...5) {
    case 0: return .everyStatute
    case 1: return .statutes([random.int(0...world.statutes.count - 1)])
    case 2, 3:
      let first = random.int(0...count - 1)
      return .articles([first...random.int(first...count - 1)])
    default: return .ownStatute
    }
  }

  mutating func unread() -> WorldUnread? {
    guard claim(2) else { return nil }
    let region = matching(depth: 1, pool: random.chance(25) ? pool : [], isComplete: false)
    return WorldUnread(title: "law not read", region: region)
  }

  /// Counts one more question with so many answers; says false where that would be too many.
  private mutating func claim(_ answers: Int) -> Bool {
    guard combinations * answers <= Self.mostCombinations else { return false }
    combinations *= answers
    return true
  }

  /// A reading or an alternative for an article. It does not touch elements that other readings of the article
  /// replace, since that may be a mistake of the file.
  private mutating func reading(in article: WorldArticle, others: [WorldReading]) -> WorldReading? {
    guard claim(2) else { return nil }
    let known =
      others + article.readings + article.offences.flatMap(\.readings)
      + article.definitions.flatMap { world.definitions[$0].readings }
    let isAlternative = random.chance(35)
    let name =
      isAlternative ? random.pick(["old-text", "new-text"]) : random.pick(["CRC", "CRC", "ministry"])
    let taken = known.filter { $0.isAlternative == isAlternative && (isAlternative || $0.name == name) }
      .flatMap(\.lines).map(\.element)
    let free = world.elements.indices.filter { !taken.contains($0) }
    guard !free.isEmpty else { return nil }
    let elements = random.sample(random.int(1...min(2, free.count)), of: free)
    return WorldReading(
      isAlternative: isAlternative, name: name, from: !isAlternative && random.chance(20) ? 2005 : nil,
      evidence: random.chance(25) ? grade() : nil, lines: elements.map { line($0) })
  }
}
