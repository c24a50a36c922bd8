import LegalModel
import Testing

@testable import GapAnalysis

/// Checks what is told, and what is set aside, of one rule against the cases that the oracle says are accepted.
struct AcceptanceCheck {
  /// What the oracle says of the law.
  let world: WorldCheck
  /// The check in which something is set aside.
  let checked: CheckedWorld
  let analysis: Analysis
  /// By rule, the cases of the gap and the undecided cases that are set aside.
  let accepted: (String) -> (gap: CaseSet, depends: CaseSet)
  /// By rule, the cases that no finding tells, shown or accepted.
  let hidden: (String) -> (gap: CaseSet, depends: CaseSet)

  private var none: CaseSet { world.oracle.table.none }

  func run() {
    for rule in world.world.rules where world.isChecked(rule) { compare(rule) }
    #expect(Set(analysis.findings.map(\.id)).count == analysis.findings.count, world.place("identities"))
  }

  private func compare(_ rule: WorldRule) {
    let place = world.place(rule.name)
    let answer = world.oracle.answer(rule)
    let result = analysis.rules.first { checked.corpus[$0.rule].name == rule.name }
    // Verdict and counts are those of the law, whatever is accepted.
    #expect(result?.counts.gap == UInt128(answer.gap.count), place)
    #expect(result?.counts.depends == UInt128(answer.depends.count), place)
    #expect(result?.counts.covered == UInt128(answer.covered.count), place)
    let accepted = accepted(rule.name)
    let setAside = OpenCounts(
      gap: (result?.waived.gap ?? 0) + (result?.recorded.gap ?? 0),
      depends: (result?.waived.depends ?? 0) + (result?.recorded.depends ?? 0))
    #expect(setAside.gap == UInt128(answer.gap.intersection(accepted.gap).count), place)
    #expect(setAside.depends == UInt128(answer.depends.intersection(accepted.depends).count), place)
    compareFindings(rule, answer, accepted)
  }

  private func compareFindings(
    _ rule: WorldRule, _ answer: OracleAnswer, _ accepted: (gap: CaseSet, depends: CaseSet)
  ) {
    let place = world.place(rule.name)
    let findings = analysis.findings.filter {
      $0.logic == .coverage && checked.corpus[$0.rule].name == rule.name
    }
    let hidden = hidden(rule.name)
    let explained = folded(rule)
    let gaps = findings.filter { $0.kind != .dependsOnReading }
    let gap = answer.gap.subtracting(explained.gap)
    compare(gaps.filter { $0.acceptedBy == nil }, with: gap.subtracting(accepted.gap), place)
    compare(
      gaps.filter { $0.acceptedBy != nil },
      with: gap.intersection(accepted.gap).subtracting(hidden.gap), place)
    guard rule.duty != .prohibit else { return }
    let undecided = findings.filter { $0.kind == .dependsOnReading }
    let open = answer.depends.subtracting(explained.depends)
    compare(undecided.filter { $0.acceptedBy == nil }, with: open.subtracting(accepted.depends), place)
    compare(
      undecided.filter { $0.acceptedBy != nil },
      with: open.intersection(accepted.depends).subtracting(hidden.depends), place)
  }

  private func compare(_ findings: [Finding], with expected: CaseSet, _ place: Comment) {
    let union = findings.reduce(into: none) { $0.formUnion(cases($1.region)) }
    #expect(union == expected || findings.contains { !$0.isComplete && union.isSubset(of: expected) }, place)
  }

  func cases(_ region: CaseRegion) -> CaseSet { checked.cases(region.masks, in: analysis.space) }

  /// The cases of a rule that findings of the rules it varies explain: those whose base case is told there.
  func folded(_ rule: WorldRule) -> (gap: CaseSet, depends: CaseSet) {
    var (gap, open) = (none, none)
    guard rule.duty == .punish, case .rules(_, let changes) = rule.target else { return (none, none) }
    for base in world.oracle.bases(of: rule) where base.duty == .punish && world.oracle.applies(base) {
      let answer = world.oracle.answer(base)
      let hidden = hidden(base.name)
      let told = answer.gap.subtracting(hidden.gap)
      gap.formUnion(world.oracle.varied(told, changes))
      open.formUnion(
        world.oracle.varied(told.union(answer.depends.subtracting(hidden.depends)), changes))
    }
    return (gap, open)
  }
}
