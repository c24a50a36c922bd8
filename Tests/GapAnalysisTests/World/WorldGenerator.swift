import TestSupport
import LegalModel

/// Makes small random worlds from a seed. Few elements and few open questions, so that all cases and all ways to settle
/// the questions can be tried; within that bound every construct of the language occurs.
struct WorldGenerator {
  var random: SeededRandom
  var world = World()
  /// In how many ways the open questions can be settled so far.
  var combinations = 1
  static let mostCombinations = 48

  static func world(seed: UInt64) -> World {
    var generator = WorldGenerator(random: SeededRandom(seed: seed))
    generator.makeVocabulary()
    generator.makeStatutes()
    generator.makeInstrument()
    generator.makeJurisdiction()
    return generator.world
  }

  /// A way to check the world of a seed.
  static func scope(seed: UInt64) -> WorldScopeOfCheck {
    var random = SeededRandom(seed: seed ^ 0xC0FF_EE00)
    let readings: [String?] = [nil, nil, nil, "literal", "CRC", "ministry"]
    return WorldScopeOfCheck(
      year: random.pick([2003, 2005, 2005, 2008]), reading: random.pick(readings),
      evidence: random.pick([.unverified, .unverified, .secondary, .text]))
  }

  // MARK: Vocabulary

  private mutating func makeVocabulary() {
    world.elements = [listed("act", 2...4, hasDefault: false), listed("stage", 2...3, hasDefault: true)]
    let more = random.sample(random.int(1...2), of: [0, 1, 2])
    for kind in more {
      switch kind {
      case 0: world.elements.append(listed("offender", 2...2, hasDefault: true))
      case 1:
        let size = random.int(3...7)
        world.elements.append(
          WorldElement(name: "age", values: [], size: size, groups: [], defaultValue: nil))
      default: world.elements.append(listed("purpose", 2...3, hasDefault: false))
      }
    }
  }

  private mutating func listed(_ name: String, _ sizes: ClosedRange<Int>, hasDefault: Bool) -> WorldElement {
    let size = random.int(sizes)
    let values = (0..<size).map { "\(name)-\($0)" }
    var groups: [WorldGroup] = []
    if size > 2, random.chance(60) {
      groups.append(WorldGroup(name: "\(name)-group", members: random.sample(2, of: Array(0..<size))))
    }
    return WorldElement(
      name: name, values: values, size: size, groups: groups,
      defaultValue: hasDefault ? (random.chance(80) ? 0 : size - 1) : nil)
  }

  // MARK: Instrument and jurisdiction

  private mutating func makeInstrument() {
    for position in 0..<random.int(0...2) {
      let pool = world.instrumentDefinitions
      let region = matching(depth: 1, pool: pool, isComplete: false)
      world.definitions.append(WorldDefinition(name: "term-\(position)", statute: nil, region: region))
      world.instrumentDefinitions.append(world.definitions.count - 1)
    }
    for position in 0..<random.int(1...3) {
      let target = WorldTarget.region(
        matching(depth: 2, pool: world.instrumentDefinitions, isRule: true, isComplete: true))
      world.rules.append(rule("X.\(position + 1)", target))
    }
    if random.chance(50) { world.rules.append(rule("D.1", variation())) }
    if random.chance(20) { world.rules.append(rule("D.2", variation())) }
  }

  private mutating func rule(_ name: String, _ target: WorldTarget) -> WorldRule {
    let duties: [WorldDuty] = [
      .punish, .punish, .punish, .punish, .punish, .notPunish, .prohibit, .define,
      .floor(years: nil), .floor(years: random.int(1...5)),
    ]
    let liabilities: [[Liability]] = [
      [], [], [], [], [.criminal, .administrative], [.civil], Liability.allCases,
    ]
    var mayExclude: [WorldRegion] = []
    if random.chance(20) { mayExclude.append(region(depth: 1, pool: world.instrumentDefinitions)) }
    return WorldRule(
      name: name, duty: random.pick(duties), target: target, liability: random.pick(liabilities),
      mayExclude: mayExclude, from: random.chance(10) ? 2005 : nil)
  }

  private mutating func variation() -> WorldTarget {
    let names = world.rules.map(\.name).filter { $0.hasPrefix("X.") }
    let patterns = random.chance(50) ? ["X.*"] : random.sample(random.int(1...2), of: names)
    var elements = Array(world.elements.indices.dropFirst())
    elements = random.sample(random.int(0...min(2, elements.count)), of: elements)
    return .rules(
      patterns, changes: elements.map { WorldLine(element: $0, statement: statement($0), evidence: nil) })
  }

  private mutating func makeJurisdiction() {
    if random.chance(4) { world.boundFrom = 2005 }
    guard random.chance(25) else { return }
    let names = world.rules.map(\.name)
    let region = random.chance(65) ? self.region(depth: 1, pool: []) : nil
    world.reservations.append(
      WorldReservation(
        rules: random.chance(20) ? ["X.*"] : [random.pick(names)], region: region,
        from: random.chance(20) ? 2005 : nil))
  }

  // MARK: Regions

  /// A region that some case matches, if a few tries find one. `isComplete`: silence means defaults.
  mutating func matching(depth: Int, pool: [Int], isRule: Bool = false, isComplete: Bool) -> WorldRegion {
    let reader = TextReader(world: world, table: CaseTable(world.elements), year: 2005, choice: TextChoice())
    for _ in 0..<4 {
      let region = self.region(depth: depth, pool: pool, isRule: isRule)
      let ways = isComplete ? reader.waysWithDefaults(region) : reader.ways(region)
      if ways.contains(where: { !$0.cases.isEmpty }) { return region }
    }
    return self.region(depth: 0, pool: pool, isRule: isRule)
  }

  /// A region with some lines; `pool` holds the definitions it may use.
  mutating func region(depth: Int, pool: [Int], isRule: Bool = false) -> WorldRegion {
    let most = isRule ? 2 : 3
    let elements = random.sample(
      random.int(1...min(most, world.elements.count)), of: Array(world.elements.indices))
    var items = elements.map { WorldItem.line(line($0)) }
    if depth > 0 {
      if !pool.isEmpty, random.chance(35) {
        items.append(.uses(random.pick(pool), random.chance(25) ? grade() : nil))
      }
      if random.chance(25) {
        let count = random.chance(80) ? 2 : 3
        items.append(.either((0..<count).map { _ in region(depth: depth - 1, pool: pool) }))
      }
      if random.chance(28) { items.append(.except(region(depth: depth - 1, pool: pool))) }
    }
    return WorldRegion(items: random.shuffled(items))
  }

  mutating func line(_ element: Int) -> WorldLine {
    WorldLine(element: element, statement: statement(element), evidence: random.chance(25) ? grade() : nil)
  }

  mutating func statement(_ element: Int) -> WorldStatement {
    if random.chance(9) { return .any }
    if random.chance(8) { return .notStated }
    var choices: [WorldChoice] = []
    for _ in 0..<random.int(1...2) {
      let next = choice(element)
      if !world.elements[element].isIdle(next, behind: choices) { choices.append(next) }
    }
    return .list(choices)
  }

  mutating func choice(_ position: Int) -> WorldChoice {
    let element = world.elements[position]
    if element.isNumeric {
      let bound = random.int(1...element.size - 1)
      switch random.int(0...4) {
      case 0: return .value(bound)
      case 1: return .atLeast(bound)
      case 2: return .range(random.int(0...bound), bound)
      default: return .under(bound)
      }
    }
    if !element.groups.isEmpty, random.chance(25) { return .group(0) }
    return .value(random.int(0...element.size - 1))
  }

  mutating func grade() -> EvidenceGrade { random.pick(EvidenceGrade.allCases) }
}
