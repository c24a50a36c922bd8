import LegalModel
import TestSupport
import Testing

@testable import GapAnalysis

/// Amendments on small worlds: an edit gives the law that the same change made by hand gives, to the last case.
@Suite("Exactness of amendments")
struct AmendmentTests {
  static let chunks: Range<UInt64> = 0..<6

  private func forEachWorld(_ first: UInt64, _ chunk: UInt64, _ body: (WorldCheck) throws -> Void) rethrows {
    for seed in first + chunk * 40..<first + (chunk + 1) * 40 {
      guard let check = WorldCheck(seed: seed) else { continue }
      try body(check)
    }
  }

  @Test(
    "edits equal the change made by hand, and the consolidated text reads back as the same law",
    arguments: chunks)
  func edits(chunk: UInt64) throws {
    try forEachWorld(40_000, chunk) { check in
      let amendment = WorldAmendment(of: check.world, seed: check.seed)
      let original = WorldText.files(of: check.world)
      let amended = try CheckedWorld(check.world, check.scope, amendment: amendment.text)
      let byHand = try CheckedWorld(amendment.new, check.scope)
      let sets = try amended.sets()
      #expect(try sets == byHand.sets(), "\(check.place("")): \(amendment.text)")
      let again = try CheckedWorld(check.world, check.scope, files: amended.consolidatedFiles(original))
      #expect(try sets == again.sets(), "\(check.place("")): \(amendment.text)")
    }
  }

  @Test("before its commencement an amendment changes nothing", arguments: chunks.prefix(2))
  func before(chunk: UInt64) throws {
    try forEachWorld(41_000, chunk) { check in
      let amendment = WorldAmendment(of: check.world, seed: check.seed)
      let later = amendment.text.replacing("from \(WorldAmendment.year)-", with: "from 2019-")
      let amended = try CheckedWorld(check.world, check.scope, amendment: later)
      #expect(try amended.sets() == check.checked.sets(), check.place(""))
    }
  }

  @Test("inside its condition an edit holds, outside it the old text", arguments: chunks)
  func parts(chunk: UInt64) throws {
    var tried = 0
    try forEachWorld(42_000, chunk) { check in
      guard let partial = PartialAmendment(of: check.world, seed: check.seed) else { return }
      tried += 1
      let old = try check.checked.sets()
      let everywhere = try CheckedWorld(check.world, check.scope, amendment: partial.text(isPartial: false))
        .sets()
      let sets = try CheckedWorld(check.world, check.scope, amendment: partial.text(isPartial: true)).sets()
      for (rule, actual) in sets {
        let place = "\(check.place(rule)): \(partial.text(isPartial: true))"
        guard let before = old[rule], let after = everywhere[rule] else { continue }
        func mixed(_ part: KeyPath<CheckedWorld.Sets, CaseSet>) -> CaseSet {
          var result = before[keyPath: part].subtracting(partial.inside)
          var new = after[keyPath: part]
          new.formIntersection(partial.inside)
          result.formUnion(new)
          return result
        }
        #expect(actual.covered == mixed(\.covered), "\(place)")
        #expect(actual.depends == mixed(\.depends), "\(place)")
        #expect(actual.gap == mixed(\.gap), "\(place)")
      }
    }
    #expect(tried >= 5)
  }
}

/// An edit of one line, made everywhere or inside a part of the cases.
struct PartialAmendment {
  /// The cases of the part.
  let inside: CaseSet
  private let world: World
  private let statute: Int
  private let article: Int
  private let edit: WorldLineEdit
  private let condition: String

  /// Nil if the world has no offence that can be edited so.
  init?(of world: World, seed: UInt64) {
    var generator = WorldGenerator(random: SeededRandom(seed: seed ^ 0x9A27))
    generator.world = world
    let statute = generator.random.int(0...world.statutes.count - 1)
    let articles = world.statutes[statute].articles
    let candidates = articles.indices.filter { articles[$0].offences.count == 1 }
    // Extensions map cases to those with defaults: the part must not tell these apart.
    let free = world.elements.indices.filter { world.elements[$0].defaultValue == nil }
    guard !candidates.isEmpty, !free.isEmpty else { return nil }
    article = generator.random.pick(candidates)
    let offence = articles[article].offences[0]
    let element = generator.random.int(0...world.elements.count - 1)
    guard let edit = WorldLineEdit(element, in: offence, of: world, &generator) else { return nil }
    // A reading of the line decides about it whatever the text says; the checker warns of that.
    let readings = articles[article].readings + offence.readings
    guard !readings.contains(where: { $0.lines.contains { $0.element == element } }) else { return nil }
    var lines = [generator.line(generator.random.pick(free))]
    if generator.random.chance(40), let second = free.first(where: { $0 != lines[0].element }) {
      lines.append(generator.line(second))
    }
    var region = WorldRegion(items: lines.map { .line($0) })
    if generator.random.chance(25) { region.items.append(.except(generator.region(depth: 0, pool: []))) }
    self.world = world
    self.statute = statute
    self.edit = edit
    let table = CaseTable(world.elements)
    let reader = TextReader(world: world, table: table, year: 2005, choice: TextChoice())
    var inside = table.none
    for way in reader.ways(region) { inside.formUnion(way.cases) }
    self.inside = inside
    let isOneLine = region.items.count == 1 && lines[0].evidence == nil
    condition =
      " where "
      + (isOneLine
        ? WorldText.text(of: lines[0], in: world) : WorldText.text(of: region, statute: statute, in: world))
  }

  /// The amendment as a file.
  func text(isPartial: Bool) -> String {
    let law = world.statutes[statute]
    return "amendment XA/change to \(law.fullName) \"a change\" {\nstatus enacted\nin force from 2002-01-01\n"
      + "evidence secondary\nin article \(law.articles[article].number) {\nin offence {\n"
      + edit.text(in: world, where: isPartial ? condition : "") + "\n}\n}\n}\n"
  }
}
