import LegalModel
import Regions
import Testing

@testable import GapAnalysis

/// Checks what is printed for one rule against the oracle: regions, decisions, remedies.
struct FindingCheck {
  let world: WorldCheck
  let rule: WorldRule
  let answer: OracleAnswer
  private let findings: [Finding]

  init(_ world: WorldCheck, _ rule: WorldRule) {
    self.world = world
    self.rule = rule
    answer = world.oracle.answer(rule)
    let corpus = world.checked.corpus
    findings = world.analysis.findings.filter { $0.logic == .coverage && corpus[$0.rule].name == rule.name }
  }

  func run() throws {
    checkSizes()
    checkGap()
    checkUndecided()
    for finding in findings { try checkRemedy(finding) }
  }

  private func cases(_ region: CaseRegion) -> CaseSet {
    world.checked.cases(region.masks, in: world.analysis.space)
  }

  private var place: Comment { world.place(rule.name) }

  private func checkSizes() {
    for finding in findings {
      let region = cases(finding.region)
      #expect(finding.size == UInt128(region.count), place)
      let example = world.checked.number(of: finding.example)
      #expect(example.map { region.contains($0) } == true, place)
    }
  }

  // MARK: Gaps

  /// The cases of the rule whose base case, under a rule that it varies and that is shown, stands in a way.
  private func folded(_ part: (OracleAnswer) -> CaseSet) -> CaseSet {
    var result = world.oracle.table.none
    guard rule.duty == .punish, case .rules(_, let changes) = rule.target else { return result }
    for base in world.oracle.bases(of: rule) where base.duty == .punish && world.oracle.applies(base) {
      result.formUnion(world.oracle.varied(part(world.oracle.answer(base)), changes))
    }
    return result
  }

  /// Every region is maximal, none is redundant, and together they are the gap, but for what other rules explain.
  private func checkGap() {
    let shown = findings.filter { $0.kind != .dependsOnReading }
    let open = answer.gap.subtracting(folded(\.gap))
    let regions = shown.map { cases($0.region) }
    let union = regions.reduce(into: world.oracle.table.none) { $0.formUnion($1) }
    #expect(union == open || shown.contains { !$0.isComplete }, place)
    for (position, region) in regions.enumerated() {
      #expect(region.isSubset(of: open), place)
      #expect(isMaximal(region, in: open), place)
      var others = regions
      others.remove(at: position)
      let rest = others.reduce(into: world.oracle.table.none) { $0.formUnion($1) }
      #expect(!region.isSubset(of: rest), place)
    }
  }

  /// Whether adding any value of any element leaves the set.
  private func isMaximal(_ region: CaseSet, in open: CaseSet) -> Bool {
    let table = world.oracle.table
    for element in table.sizes.indices {
      for value in 0..<table.sizes[element] {
        let added = table.image(of: region, element, [value])
        if !added.isSubset(of: region), added.isSubset(of: open) { return false }
      }
    }
    return true
  }

  // MARK: Undecided cases

  /// The regions are exactly the undecided cases, the answers that are said to close one are exactly those that do, and
  /// under an answer that alone opens it none of its cases is as the rule asks.
  private func checkUndecided() {
    let shown = findings.filter { $0.kind == .dependsOnReading }
    guard rule.duty != .prohibit else {
      #expect(shown.isEmpty, place)
      return
    }
    let open = answer.depends.subtracting(folded { $0.gap.union($0.depends) })
    let union = shown.reduce(into: world.oracle.table.none) { $0.formUnion(cases($1.region)) }
    #expect(union == open || shown.contains { !$0.isComplete }, place)
    for finding in shown {
      let region = cases(finding.region)
      #expect(region.isSubset(of: open), place)
      for (settlement, asAsked) in answer.asAsked {
        let isClosed = region.isSubset(of: asAsked)
        let isSaid = finding.decision?.closing.contains { closes($0, settlement) } ?? false
        #expect(isClosed == isSaid, place)
        if let opening = finding.decision?.opening, closes([opening], settlement) {
          #expect(region.intersection(asAsked).isEmpty, place)
        }
      }
    }
  }

  private func closes(_ answers: [Decision.Answer], _ settlement: Settlement) -> Bool {
    answers.allSatisfy { $0.answers.contains(given(to: $0.question, settlement)) }
  }

  /// The answer that a settlement gives to a question.
  private func given(to question: Question, _ settlement: Settlement) -> String {
    func either(_ isSecond: Bool) -> String { question.answers[isSecond ? 1 : 0] }
    switch question.kind {
    case .reading(let article): return settlement.text.readings[key(article)] ?? "literal"
    case .alternative(let article, let name):
      return either(settlement.text.alternatives.contains(AlternativeKey(article: key(article), name: name)))
    case .unread(let statute, let article, let position):
      let mark = UnreadKey(
        statute: self.statute(statute), article: article.map { key($0).article }, position: position)
      return either(settlement.unread.contains(mark))
    case .evidence: return either(settlement.isWeakEvidenceRight)
    case .otherLaw: return either(settlement.isProhibitedElsewhere)
    case .penaltyNotStated(let article): return either(settlement.severeArticles.contains(key(article)))
    }
  }

  private func statute(_ id: StatuteID) -> Int {
    let name = world.checked.corpus[id].name
    return world.world.statutes.firstIndex { $0.fullName == name } ?? -1
  }

  private func key(_ id: ArticleID) -> ArticleKey {
    let article = world.checked.corpus[id]
    let statute = statute(article.statute)
    let position = world.world.statutes[statute].articles.firstIndex { $0.number == article.number }
    return ArticleKey(statute: statute, article: position ?? -1)
  }

  // MARK: Remedies

  /// Lines that are said to close the gap when widened do so: case by case, some unit of the edited law reaches it.
  private func checkRemedy(_ finding: Finding) throws {
    guard let remedy = finding.remedy.proved, remedy.proof == .closes else { return }
    var edits = LawEdits()
    for edit in remedy.edits {
      guard case .widen(let line, _, let adds, _, let limits) = edit else { return }
      var within = world.analysis.space.space.dimensions.map(\.full)
      for limit in limits { within[limit.element.index] &= limit.values }
      edits.widenings.append(
        LawEdits.Widening(line: line, adds: adds, within: limits.isEmpty ? nil : within))
    }
    let corpus = world.checked.corpus
    // Everything is lowered again here; the proof itself lowers only what the edits touch.
    var lowering = LawLowering(
      corpus: corpus, scope: world.checked.scope, space: world.analysis.space
    ).edited(by: edits, touching: [])
    let law = lowering.law()
    let liability = corpus[finding.rule].liability
    let units = law.units(reaching: finding.region.masks).filter {
      liability.contains($0.liability) || $0.provision.isUnread
    }
    var left = cases(finding.region)
    for unit in units {
      var reached = world.checked.cases(unit.masks, in: world.analysis.space)
      // An exception that holds only under some answers leaves others under which the case is reached.
      for exception in unit.exceptions where exception.answers.isEmpty || exception.answers == unit.answers {
        reached.subtract(world.checked.cases(exception.masks, in: world.analysis.space))
      }
      left.subtract(reached)
    }
    #expect(left.isEmpty, place)
  }
}
