import LegalModel
import Regions
import Synchronization

/// Runs the check again on an edited law: the proof behind every printed remedy.
///
/// A class, because trial runs of equal edits are remembered across findings, which are made at the same time.
final class LawTrials: Sendable {
  private let corpus: LegalCorpus
  private let law: LoweredLaw
  /// What made the law.
  private let lowering: LawLowering
  private let claims: ClaimIndex
  /// Checks whose gap must not grow when something more is punished.
  private let guarded: [RuleCheck]
  private let reach: EditReach
  /// Whether edits open nothing, as far as it was asked.
  private let harmless = Mutex<[Trial: Bool]>([:])

  private struct Trial: Hashable {
    let edits: LawEdits
    let touched: Set<Provision>?
  }

  init(
    corpus: LegalCorpus, scope: CheckScope, law: LoweredLaw, lowering: LawLowering, claims: ClaimIndex,
    guarded: [RuleCheck]
  ) {
    self.lowering = lowering
    self.corpus = corpus
    self.law = law
    self.claims = claims
    self.guarded = guarded
    reach = EditReach(corpus: corpus, articles: law.articles, scope: scope)
  }

  /// Whether some edits close a region and open nothing; nil if they do not, or a limit was passed.
  ///
  /// Only the cases of the region are put to the edited law, and only the `nearest` provisions must close it: what
  /// else the edits would close is not claimed. What they open is looked for in the whole law.
  func prove(
    _ edits: LawEdits, nearest: Set<Provision>, region: CaseRegion, check: RuleCheck, others: [CaseRegion]
  ) -> Remedy.Proof? {
    let touched = reach.provisions(touchedBy: edits)
    let first = touched?.intersection(nearest)
    let law = edited(by: edits, touching: first)
    // Nothing of the law as it stands reaches into a gap: only what the edits touch can close it.
    guard let required = check.required.restricted(to: [region.masks]),
      let outcome = try? RuleAsker(corpus: corpus, law: law, claims: claims).coverage(
        of: check.rule, required: required,
        by: law.offences(
          reaching: required.hull, among: law.positions(where: isTouched(by: edits, first))))
    else { return nil }
    let left = gap(of: outcome)
    let overlap = others.map { Unit(box: Box(masks: $0.masks)) }
    guard left.isEmpty || (try? SetDifference.isEmpty(of: left, minus: overlap, in: law.space.space)) == true,
      opensNothing(edits, first, law), first == touched || opensNothing(edits, touched, nil)
    else { return nil }
    return left.isEmpty ? .closes : .closesExceptOverlap
  }

  /// The edited law; only some offences are lowered again, or everything if they are not known.
  private func edited(by edits: LawEdits, touching provisions: Set<Provision>?) -> LoweredLaw {
    var lowering = lowering.edited(by: edits, touching: reach.definitions(touchedBy: edits))
    return provisions.map { lowering.law(replacing: $0, of: law) } ?? lowering.law()
  }

  /// Whether edits open nothing by way of the provisions they touch. What opens something is told by few of them most
  /// of the time, so that it pays to ask about these first.
  private func opensNothing(_ edits: LawEdits, _ touched: Set<Provision>?, _ law: LoweredLaw?) -> Bool {
    let trial = Trial(edits: edits, touched: touched)
    if let known = harmless.withLock({ $0[trial] }) { return known }
    let result = opensNothing(
      law ?? edited(by: edits, touching: touched), where: isTouched(by: edits, touched))
    harmless.withLock { $0[trial] = result }
    return result
  }

  /// Whether a provision of the edited law may differ from that of the law as it stands.
  private func isTouched(by edits: LawEdits, _ touched: Set<Provision>?) -> (Provision) -> Bool {
    guard let touched else { return { _ in true } }
    let widened = Set(edits.extensions.flatMap(\.scope))
    return { provision in
      touched.contains(provision) || provision == .newOffence
        || (provision.article.map { widened.contains($0) } ?? false)
    }
  }

  /// Whether every gap of a guarded rule was a gap before.
  private func opensNothing(_ edited: LoweredLaw, where isTouched: (Provision) -> Bool) -> Bool {
    let asker = RuleAsker(corpus: corpus, law: edited, claims: claims)
    let (touched, touchedBefore) = (edited.positions(where: isTouched), law.positions(where: isTouched))
    for check in guarded {
      let after = edited.offences(reaching: check.required.hull, among: touched)
      if after.isEmpty { continue }
      let before = law.offences(reaching: check.required.hull, among: touchedBefore)
      let changed = after.filter { unit in
        !before.contains { $0.reachesTheSame(as: unit) } && !isSevere(unit, check.duty)
      }
      // Only what the edit reaches anew can open anything.
      guard let required = check.required.restricted(to: changed.map(\.masks)) else { continue }
      guard
        let gap = try? self.gap(of: check, required, asker),
        let grown = try? !SetDifference.isEmpty(
          of: gap, minus: self.gap(of: check.outcome).map { Unit(box: $0) }, in: law.space.space),
        !grown
      else { return false }
    }
    return true
  }

  /// Whether what a unit punishes anew is punished enough, or perhaps enough where no penalty is stated: no gap.
  private func isSevere(_ unit: LegalUnit, _ duty: Duty) -> Bool {
    switch duty {
    case .punish, .prohibit, .define, .notPunish: false
    case .penaltyFloor(_, let days):
      law.penalties[unit.provision].map { $0.isNowhereKnownUpTo((days ?? 1) - 1) } ?? true
    }
  }

  /// The gap of a guarded rule among some cases, in the law that `asker` asks.
  private func gap(of check: RuleCheck, _ required: RequiredRegion, _ asker: RuleAsker) throws -> [Box] {
    switch check.duty {
    case .notPunish: try asker.alwaysPunished(of: check.rule, required: required)
    case .punish, .prohibit, .define, .penaltyFloor:
      gap(of: try asker.outcome(of: check.rule, duty: check.duty, required: required))
    }
  }

  private func gap(of outcome: RuleOutcome) -> [Box] {
    outcome.parts.indices.filter { outcome.parts[$0].status == .gap }.map { outcome.cases[$0].box }
  }
}

extension LegalUnit {
  /// Whether a unit of an edited law reaches what this one does.
  fileprivate func reachesTheSame(as other: LegalUnit) -> Bool {
    provision == other.provision && masks == other.masks && answers == other.answers
      && exceptions.count == other.exceptions.count
      && zip(exceptions, other.exceptions).allSatisfy { $0.masks == $1.masks }
  }
}
