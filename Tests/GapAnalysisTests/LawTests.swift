import TestSupport
import LegalModel
import Testing

@testable import GapAnalysis

/// What must hold whatever the law says, shown by changing worlds and checking them again.
@Suite("Laws of the checker")
struct LawTests {
  static let chunks: Range<UInt64> = 0..<6

  private func forEachWorld(_ first: UInt64, _ chunk: UInt64, _ body: (WorldCheck) throws -> Void) rethrows {
    for seed in first + chunk * 25..<first + (chunk + 1) * 25 {
      guard let check = WorldCheck(seed: seed) else { continue }
      try body(check)
    }
  }

  @Test("what is covered under all readings is covered under each", arguments: chunks)
  func readings(chunk: UInt64) throws {
    try forEachWorld(20_000, chunk) { check in
      var scope = check.scope
      scope.reading = nil
      let open = try Rechecked(check.world, scope)
      for reading in ["literal", "CRC", "ministry"] {
        scope.reading = reading
        let fixed = try Rechecked(check.world, scope)
        for (rule, sets) in open.sets {
          let same = try #require(fixed.sets[rule])
          #expect(sets.covered.isSubset(of: same.covered), check.place(rule))
          #expect(sets.gap.isSubset(of: same.gap), check.place(rule))
        }
      }
    }
  }

  @Test("another offence never opens a gap of a duty to punish", arguments: chunks)
  func addedOffence(chunk: UInt64) throws {
    try forEachWorld(21_000, chunk) { check in
      var generator = WorldGenerator(random: SeededRandom(seed: check.seed ^ 0xADD))
      let more = try Rechecked(generator.addingOffence(to: check.world), check.scope)
      let before = try Rechecked(check.world, check.scope)
      for rule in check.world.rules where rule.duty == .punish {
        guard let (old, new) = pair(before, more, rule.name) else { continue }
        #expect(new.required == old.required, check.place(rule.name))
        #expect(new.gap.isSubset(of: old.gap), check.place(rule.name))
        #expect(old.covered.isSubset(of: new.covered), check.place(rule.name))
      }
    }
  }

  @Test("unread law only turns gap into depends", arguments: chunks)
  func unread(chunk: UInt64) throws {
    try forEachWorld(22_000, chunk) { check in
      var generator = WorldGenerator(random: SeededRandom(seed: check.seed ^ 0xBAD))
      let more = try Rechecked(generator.addingUnread(to: check.world), check.scope)
      let before = try Rechecked(check.world, check.scope)
      for rule in check.world.rules {
        guard let (old, new) = pair(before, more, rule.name) else { continue }
        if rule.duty == .notPunish {
          // Here the unpunished cases are the covered ones.
          #expect(new.gap == old.gap, check.place(rule.name))
          #expect(new.covered.isSubset(of: old.covered), check.place(rule.name))
        } else {
          #expect(new.covered == old.covered, check.place(rule.name))
          #expect(new.gap.isSubset(of: old.gap), check.place(rule.name))
        }
      }
    }
  }

  @Test("the order of articles and files changes no count and no region", arguments: chunks)
  func order(chunk: UInt64) throws {
    try forEachWorld(23_000, chunk) { check in
      var random = SeededRandom(seed: check.seed ^ 0x0DD)
      let mixed = check.world.shuffled(&random)
      let files = random.shuffled(WorldText.files(of: mixed))
      let again = try CheckedWorld(mixed, check.scope, files: files)
      let analysis = try again.analyzer.analysis()
      #expect(analysis.rules.map(\.counts) == check.analysis.rules.map(\.counts), check.place(""))
      #expect(regions(analysis) == regions(check.analysis), check.place(""))
    }
  }

  @Test("the same input twice gives the same findings in the same order", arguments: chunks)
  func twice(chunk: UInt64) throws {
    try forEachWorld(24_000, chunk) { check in
      let again = try check.checked.analyzer.analysis()
      #expect(again.findings.map(\.id) == check.analysis.findings.map(\.id), check.place(""))
      #expect(again.findings.map(\.example) == check.analysis.findings.map(\.example), check.place(""))
      #expect(again.findings.map(\.remedy) == check.analysis.findings.map(\.remedy), check.place(""))
      #expect(again.findings.map(\.decision) == check.analysis.findings.map(\.decision), check.place(""))
    }
  }

  @Test("no two findings of a report have one identity", arguments: chunks)
  func identities(chunk: UInt64) throws {
    forEachWorld(25_000, chunk) { check in
      var seen: Set<String> = []
      for finding in check.analysis.findings {
        #expect(seen.insert(finding.id).inserted, check.place(finding.id))
      }
    }
  }

  // MARK: Parts

  private func pair(
    _ before: Rechecked, _ after: Rechecked, _ rule: String
  ) -> (CheckedWorld.Sets, CheckedWorld.Sets)? {
    guard let old = before.sets[rule], let new = after.sets[rule] else { return nil }
    return (old, new)
  }

  /// The regions of coverage findings, in an order that does not hang on that of the law.
  private func regions(_ analysis: Analysis) -> [String] {
    analysis.findings.filter { $0.logic == .coverage }
      .map { "\(analysis.corpus[$0.rule].name) \($0.kind == .dependsOnReading) \($0.region.masks)" }.sorted()
  }
}

/// The cases of every rule of a changed world.
struct Rechecked {
  let sets: [String: CheckedWorld.Sets]

  init(_ world: World, _ scope: WorldScopeOfCheck) throws {
    sets = try CheckedWorld(world, scope).sets()
  }
}
