import LegalModel
import Reporting
import TestSupport
import Testing

@testable import GapAnalysis

/// What is accepted is set aside to the last case, and nothing else is.
@Suite("Waivers and baselines")
struct AcceptanceTests {
  static let chunks: Range<UInt64> = 0..<6

  private func forEachWorld(
    _ first: UInt64, _ chunk: UInt64, _ body: (WorldCheck, inout WorldGenerator) throws -> Void
  ) rethrows {
    for seed in first + chunk * 50..<first + (chunk + 1) * 50 {
      guard let check = WorldCheck(seed: seed) else { continue }
      var generator = WorldGenerator(random: SeededRandom(seed: seed ^ 0xACCE))
      try body(check, &generator)
    }
  }

  // MARK: Waivers

  @Test("what remains open is what is open without what is accepted", arguments: chunks)
  func waivers(chunk: UInt64) throws {
    try forEachWorld(40_000, chunk) { world, generator in
      let waivers = generator.waivers(in: world.world)
      let files = WorldText.files(of: world.world) + [WorldWaiver.text(of: waivers, in: world.world)]
      let checked = try CheckedWorld(world.world, world.scope, files: files)
      let analysis = try checked.analyzer.analysis()
      let reader = TextReader(
        world: world.world, table: world.oracle.table, year: world.scope.year, choice: TextChoice())
      let none = world.oracle.table.none
      func accepted(_ rule: String) -> (gap: CaseSet, depends: CaseSet) {
        let standing = waivers.filter { $0.rule == rule && !$0.isOver }
        let cases = standing.reduce(into: none) { $0.formUnion(reader.cases($1.region)) }
        return (cases, cases)
      }
      let check = AcceptanceCheck(
        world: world, checked: checked, analysis: analysis, accepted: accepted, hidden: { _ in (none, none) })
      check.run()
      for waiver in waivers {
        guard let rule = world.world.rules.first(where: { $0.name == waiver.rule }), world.isChecked(rule)
        else { continue }
        compare(waiver, reader.cases(waiver.region), accepted(rule.name).gap, rule, check)
      }
    }
  }

  /// Whether the one finding that a waiver may have is the right one.
  private func compare(
    _ waiver: WorldWaiver, _ cases: CaseSet, _ accepted: CaseSet, _ rule: WorldRule, _ check: AcceptanceCheck
  ) {
    let place = check.world.place(waiver.name)
    let answer = check.world.oracle.answer(rule)
    let found = check.analysis.findings.filter { finding in
      finding.waiver.map { check.checked.corpus[$0].name } == "\(World.state)/\(waiver.name)"
    }
    #expect(found.count <= 1, place)
    let open = answer.gap.union(answer.depends).intersection(cases)
    let told = found.first.map { finding in
      ([finding.region] + finding.further).reduce(into: check.world.oracle.table.none) {
        $0.formUnion(check.cases($1))
      }
    }
    if open.isEmpty {
      #expect(found.first?.kind == .waiverIdle, place)
    } else if waiver.isOver {
      #expect(found.first?.kind == .waiverExpired, place)
      let gap = answer.gap.intersection(cases)
      #expect(told == (gap.isEmpty ? open : gap), place)
    } else if let told {
      #expect(found.first?.kind == .waiverOutgrown, place)
      #expect(!told.isEmpty, place)
      #expect(told.isSubset(of: answer.gap.subtracting(accepted)), place)
    }
    let result = check.analysis.waivers.first {
      check.checked.corpus[$0.waiver].name == "\(World.state)/\(waiver.name)"
    }
    #expect(result?.open.gap == UInt128(answer.gap.intersection(cases).count), place)
    #expect(result?.open.depends == UInt128(answer.depends.intersection(cases).count), place)
  }

  // MARK: Baselines

  @Test("a baseline of the same law leaves nothing to tell", arguments: chunks)
  func sameLaw(chunk: UInt64) throws {
    try forEachWorld(41_000, chunk) { world, _ in
      let baseline = try written(world.analysis, world.checked)
      let analysis = try Analyzer(
        corpus: world.checked.corpus, scope: world.checked.scope, instrument: world.checked.instrument,
        baseline: baseline
      ).analysis()
      #expect(analysis.findings.map(\.kind) == [], world.place("all"))
      for rule in analysis.rules {
        let counts = OpenCounts(gap: rule.counts.gap, depends: rule.counts.depends)
        #expect(rule.recorded == counts, world.place(world.checked.corpus[rule.rule].name))
      }
      #expect(analysis.baseline?.closed.isEmpty == true, world.place("all"))
      #expect(analysis.baseline?.closedDefects == 0, world.place("all"))
      // Written again under itself, it says the same.
      let again = try BaselineRenderer().render(analysis)
      #expect(again == (try BaselineRenderer().render(world.analysis)), world.place("all"))
    }
  }

  @Test("a law that is narrowed leaves exactly the cases that are newly lost", arguments: chunks)
  func narrowedLaw(chunk: UInt64) throws {
    try forEachWorld(42_000, chunk) { world, generator in
      let baseline = try BaselineRenderer().render(world.analysis)
      let changed = generator.changingOffence(of: world.world)
      let checked = try CheckedWorld(changed, world.scope)
      let read = try BaselineReader(
        corpus: checked.corpus, scope: checked.scope, instrument: checked.instrument
      ).read(Array(baseline.utf8))
      let analysis = try Analyzer(
        corpus: checked.corpus, scope: checked.scope, instrument: checked.instrument, baseline: read
      ).analysis()
      guard let after = WorldCheck(seed: world.seed, world: changed) else { return }
      let none = world.oracle.table.none
      func before(_ rule: String) -> (gap: CaseSet, depends: CaseSet) {
        guard let rule = world.world.rules.first(where: { $0.name == rule }), world.isChecked(rule) else {
          return (none, none)
        }
        let answer = world.oracle.answer(rule)
        return (answer.gap, answer.gap.union(answer.depends))
      }
      AcceptanceCheck(
        world: after, checked: checked, analysis: analysis, accepted: before, hidden: before
      ).run()
    }
  }

  /// A baseline as a file, read back.
  private func written(_ analysis: Analysis, _ checked: CheckedWorld) throws -> Baseline {
    let text = try BaselineRenderer().render(analysis)
    return try BaselineReader(
      corpus: checked.corpus, scope: checked.scope, instrument: checked.instrument
    ).read(Array(text.utf8))
  }
}
