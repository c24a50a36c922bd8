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
  private let versions: LineVersions

  init(corpus: LegalCorpus, law: LoweredLaw, trials: LawTrials, limits: EditLimits) {
    self.corpus = corpus
    self.law = law
    self.trials = trials
    self.limits = limits
    versions = LineVersions(corpus: corpus)
    ageElement = corpus.vocabulary.element(named: "age")
  }

  /// Looks for a remedy, and shows that it works.
  ///
  /// - Parameter example: the case that is shown of the region; it must be closed even if others, which other findings
  ///   show too, are left.
  func remedy(
    for region: CaseRegion, shownBy example: LegalCase, check: RuleCheck, nearMisses: [NearMiss],
    others: [CaseRegion]
  ) -> RemedyOutcome {
    switch check.duty {
    case .punish: break
    case .prohibit, .notPunish, .define, .penaltyFloor: return .notSought
    }
    let gap = LawTrials.Gap(region: region, example: example, others: others)
    let choices = nearestOfEachPart(nearMisses, check: check)
    if choices.isEmpty { return tried([.newOffence], nearest: [], gap, check: check) }
    var result = RemedyOutcome.notShown
    for nearest in choices {
      let provisions = Set(nearest.map(\.provision))
      // First only what shuts the region out, then everything that keeps the provisions from holding it whole.
      for isWhole in [false, true] {
        guard let edits = edits(nearest, isWhole: isWhole, check: check) else { continue }
        let outcome = tried(edits, nearest: provisions, gap, check: check)
        switch outcome {
        case .proved: return outcome
        case .worsens: if result == .notShown { result = outcome }
        case .notSought, .notShown: continue
        }
      }
    }
    return result
  }

  /// Whether some edits are shown to work. Where they would punish what another rule says must not be punished, they
  /// are tried again for the cases of this rule alone.
  private func tried(
    _ edits: [Remedy.Edit], nearest: Set<Provision>, _ gap: LawTrials.Gap, check: RuleCheck,
    sparing spared: RuleCheck? = nil
  ) -> RemedyOutcome {
    switch trials.prove(lawEdits(edits, region: gap.region), nearest: nearest, gap, check: check) {
    case .proved(let proof, let isUndecided):
      return .proved(
        Remedy(edits: edits, proof: proof, leavesUndecided: isUndecided, spares: spared?.rule))
    case .leavesCases: return .notShown
    case .opens(let opened):
      guard spared == nil, let limit = limit(of: check, sparing: opened),
        let narrower = limited(edits, to: limit)
      else { return .worsens(opened.rule) }
      return tried(narrower, nearest: nearest, gap, check: check, sparing: opened)
    }
  }

  /// What sets all cases of a rule apart from those that another rule says must not be punished, if one element does.
  private func limit(of check: RuleCheck, sparing other: RuleCheck) -> Remedy.Limit? {
    switch other.duty {
    case .notPunish: break
    case .punish, .prohibit, .define, .penaltyFloor: return nil
    }
    let element = law.space.elements.first {
      check.required.hull[$0.index] & other.required.hull[$0.index] == 0
    }
    return element.map { Remedy.Limit(element: $0, values: check.required.hull[$0.index]) }
  }

  /// Edits that reach no further than a limit; nil if one of them cannot be limited.
  private func limited(_ edits: [Remedy.Edit], to limit: Remedy.Limit) -> [Remedy.Edit]? {
    var result: [Remedy.Edit] = []
    for edit in edits {
      switch edit {
      case .widen(let line, let element, let adds, let deletesRequirement, let limits):
        guard element != limit.element, !limits.contains(where: { $0.element == limit.element })
        else { return nil }
        result.append(
          .widen(
            line: line, element: element, adds: adds, deletesRequirement: deletesRequirement,
            within: limits + [limit]))
      case .strikeOut, .extend, .newOffence: return nil
      }
    }
    return result
  }

  /// One provision for each part of the region: the first of those equally near that are about such cases, then, as
  /// another choice, the last. Empty if some part has none.
  private func nearestOfEachPart(_ nearMisses: [NearMiss], check: RuleCheck) -> [[NearMiss]] {
    let fitting = nearMisses.filter { nearMiss in
      nearMiss.obstacles.allSatisfy { !$0.isBlocking || limits.allows($0, of: nearMiss, for: check) }
    }
    guard !fitting.isEmpty, hull(fitting) == hull(nearMisses) else { return [] }
    let first = oneOfEachPart(fitting)
    let last = oneOfEachPart(fitting.reversed())
    return Set(first) == Set(last) ? [first] : [first, last]
  }

  private func oneOfEachPart(_ nearMisses: [NearMiss]) -> [NearMiss] {
    var result: [NearMiss] = []
    for nearMiss in nearMisses where !result.contains(where: { $0.part == nearMiss.part }) {
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
    return result.isEmpty ? nil : inOrderOfLaw(result)
  }

  /// Equal edits in an equal order, whichever obstacle was met first: what was tried once is known.
  private func inOrderOfLaw(_ edits: [Remedy.Edit]) -> [Remedy.Edit] {
    func line(_ edit: Remedy.Edit) -> Int {
      switch edit {
      case .widen(let line, _, _, _, _): line.index
      case .strikeOut, .extend, .newOffence: .max
      }
    }
    return edits.enumerated().sorted { (line($0.element), $0.offset) < (line($1.element), $1.offset) }
      .map(\.element)
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
        let within = ages(of: nearMiss, element: element, check: check).map { [$0] } ?? []
        for line in versions.versions(of: line) {
          let missing = wanted & ~law.space.mask(corpus[line].selection, of: element)
          guard missing != 0 else { continue }
          edits.append(
            .widen(line: line, element: element, adds: missing, deletesRequirement: isOpen, within: within))
        }
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
  private func ages(of nearMiss: NearMiss, element: ElementID, check: RuleCheck) -> Remedy.Limit? {
    guard let age = ageElement, age != element else { return nil }
    let required = check.required.hull[age.index]
    let reaches = law.offences.contains { unit in
      unit.provision == nearMiss.provision && unit.masks[age.index] & ~required != 0
    }
    return reaches ? Remedy.Limit(element: age, values: required) : nil
  }

  /// The masks of all cases within limits; nil if there are none.
  private func masks(within limits: [Remedy.Limit]) -> [UInt64]? {
    if limits.isEmpty { return nil }
    return limits.reduce(into: law.space.space.dimensions.map(\.full)) { masks, limit in
      masks[limit.element.index] &= limit.values
    }
  }

  private func lawEdits(_ edits: [Remedy.Edit], region: CaseRegion) -> LawEdits {
    var result = LawEdits()
    for edit in edits {
      switch edit {
      case .widen(let line, _, let adds, _, let limits):
        result.widenings.append(
          LawEdits.Widening(line: line, adds: adds, within: masks(within: limits)))
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
