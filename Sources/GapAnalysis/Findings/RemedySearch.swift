import LegalModel
import LegalSyntax
import Regions

/// Proposes the smallest edit of the nearest provision that lets it reach a gap, and keeps it only if the whole
/// check, run again on the edited law, finds the gap closed and nothing else opened.
struct RemedySearch {
  private let corpus: LegalCorpus
  private let law: LoweredLaw
  private let ageElement: ElementID?
  private let trials: LawTrials
  private let limits: EditLimits

  init(corpus: LegalCorpus, law: LoweredLaw, trials: LawTrials, limits: EditLimits) {
    self.corpus = corpus
    self.law = law
    self.trials = trials
    self.limits = limits
    ageElement = corpus.vocabulary.element(named: "age")
  }

  /// A remedy that was shown to work; nil if none was found.
  func remedy(
    for region: CaseRegion, check: RuleCheck, nearMisses: [NearMiss], kind: FindingKind, others: [CaseRegion]
  ) -> Remedy? {
    switch check.duty {
    case .punish: break
    case .prohibit, .notPunish, .define, .penaltyFloor: return nil
    }
    guard let nearest = nearestOfEachPart(nearMisses, check: check) else {
      return trials.prove(
        lawEdits([.newOffence], region: region), nearest: [], region: region, check: check, others: others
      )
      .map { Remedy(edits: [.newOffence], proof: $0) }
    }
    // First only what shuts the region out, then everything that keeps the provisions from holding it whole.
    for isWhole in [false, true] {
      guard let edits = edits(nearest, isWhole: isWhole, check: check),
        let proof = trials.prove(
          lawEdits(edits, region: region), nearest: Set(nearest.map(\.provision)), region: region,
          check: check,
          others: others)
      else { continue }
      return Remedy(edits: edits, proof: proof)
    }
    return nil
  }

  /// One provision for each part of the region, the first of those equally near that are about such cases; nil if some
  /// part has none.
  private func nearestOfEachPart(_ nearMisses: [NearMiss], check: RuleCheck) -> [NearMiss]? {
    let fitting = nearMisses.filter { nearMiss in
      nearMiss.obstacles.allSatisfy { !$0.isBlocking || limits.allows($0, of: nearMiss, for: check) }
    }
    guard !fitting.isEmpty, hull(fitting) == hull(nearMisses) else { return nil }
    var result: [NearMiss] = []
    for nearMiss in fitting where !result.contains(where: { $0.part == nearMiss.part }) {
      result.append(nearMiss)
    }
    return result
  }

  /// All values for which some of these provisions are the nearest, element by element.
  private func hull(_ nearMisses: [NearMiss]) -> [UInt64] {
    law.space.elements.map { element in nearMisses.reduce(0) { $0 | $1.part[element] } }
  }

  private func edits(_ nearMisses: [NearMiss], isWhole: Bool, check: RuleCheck) -> [Remedy.Edit]? {
    var result: [Remedy.Edit] = []
    for nearMiss in nearMisses {
      let obstacles = isWhole ? nearMiss.obstacles : nearMiss.obstacles.filter(\.isBlocking)
      guard let edits = edits(obstacles, of: nearMiss, check: check) else { return nil }
      for edit in edits where !result.contains(edit) { result.append(edit) }
    }
    return result.isEmpty ? nil : result
  }

  // MARK: Proposing

  private func edits(
    _ obstacles: [Obstacle], of nearMiss: NearMiss, check: RuleCheck
  ) -> [Remedy.Edit]? {
    let region = nearMiss.part
    var edits: [Remedy.Edit] = []
    for obstacle in obstacles {
      guard limits.allows(obstacle, of: nearMiss, for: check) else { return nil }
      let element = obstacle.element
      switch obstacle.origin {
      case .line(let line):
        let isOpen = check.required.isOpen(element, at: region.masks, in: law.space)
        let wanted = isOpen ? law.space.everything(of: element) : region[element]
        let missing = wanted & ~law.space.mask(corpus[line].selection, of: element)
        guard missing != 0 else { continue }
        edits.append(
          .widen(
            line: line, element: element, adds: missing, deletesRequirement: isOpen,
            ages: ages(of: nearMiss, element: element, check: check)))
      case .silence:
        guard let article = nearMiss.provision.article else { return nil }
        edits.append(.extend(element: element, adds: region[element], articles: [article]))
      case .exception(let source):
        edits.append(.strikeOut(source))
      case .penalty:
        return nil
      }
    }
    return edits
  }

  /// The ages for which an edit is enough: those of the rule, where the provision protects older people too.
  private func ages(of nearMiss: NearMiss, element: ElementID, check: RuleCheck) -> UInt64? {
    guard let age = ageElement, age != element else { return nil }
    let required = check.required.hull[age.index]
    let reaches = law.offences.contains { unit in
      unit.provision == nearMiss.provision && unit.masks[age.index] & ~required != 0
    }
    return reaches ? required : nil
  }

  private func within(ages: UInt64) -> [UInt64] {
    var masks = law.space.space.dimensions.map(\.full)
    if let age = ageElement { masks[age.index] = ages }
    return masks
  }

  private func lawEdits(_ edits: [Remedy.Edit], region: CaseRegion) -> LawEdits {
    var result = LawEdits()
    for edit in edits {
      switch edit {
      case .widen(let line, _, let adds, _, let ages):
        result.widenings.append(
          LawEdits.Widening(line: line, adds: adds, within: ages.map { within(ages: $0) }))
      case .strikeOut(let source):
        result.dropped.insert(source)
      case .extend(let element, let adds, let articles):
        result.extensions.append(LawEdits.NewExtension(element: element, values: adds, scope: Set(articles)))
      case .newOffence:
        result.offences.append(region.masks)
      }
    }
    return result
  }
}
