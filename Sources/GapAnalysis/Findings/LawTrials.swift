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
  /// What edits open, as far as it was asked.
  private let harm = Mutex<[Trial: RuleCheck?]>([:])
  /// The edited laws that were made.
  private let laws = Mutex<[Trial: LoweredLaw]>([:])

  /// What a trial run showed.
  enum Outcome {
    /// The edits close the region and open nothing; some cases may depend on what is not settled then.
    case proved(Remedy.Proof, leavesUndecided: Bool)
    /// Cases of the region stay open, its example or some that no other finding shows, or a limit was passed.
    case leavesCases
    /// The region is closed, and a rule gets worse: the first that was found.
    case opens(RuleCheck)
  }

  /// Cases of a rule that are to be closed.
  struct Gap {
    /// The cases.
    let region: CaseRegion
    /// The case that a reader is shown.
    let example: LegalCase
    /// Other regions of the same rule, which may hold some of the cases.
    let others: [CaseRegion]
  }

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

  /// Whether some edits close a region and open nothing.
  ///
  /// Only the cases of the region are put to the edited law, and only the `nearest` provisions must close it: what
  /// else the edits would close is not claimed. What they open is looked for in the whole law.
  func prove(_ edits: LawEdits, nearest: Set<Provision>, _ gap: Gap, check: RuleCheck) -> Outcome {
    let touched = reach.provisions(touchedBy: edits)
    let first = touched?.intersection(nearest)
    let law = edited(by: edits, touching: first)
    // Nothing of the law as it stands reaches into a gap: only what the edits touch can close it.
    guard let required = check.required.restricted(to: [gap.region.masks]),
      let outcome = try? RuleAsker(corpus: corpus, law: law, claims: claims).coverage(
        of: check.rule, required: required,
        by: law.offences(
          reaching: required.hull, among: law.positions(where: isTouched(by: edits, first))))
    else { return .leavesCases }
    let left = self.gap(of: outcome)
    if !left.isEmpty && !isShown(left, gap) { return .leavesCases }
    if let opened = opened(by: edits, first, law) { return .opens(opened) }
    if first != touched, let opened = opened(by: edits, touched, nil) { return .opens(opened) }
    return .proved(
      left.isEmpty ? .closes : .closesExceptOverlap,
      leavesUndecided: outcome.counts.depends > 0 && isUndecided(edits, touched, required, check))
  }

  /// Whether what is left of a gap is shown by other findings, and its example is not among it.
  private func isShown(_ left: [Box], _ gap: Gap) -> Bool {
    let holdsExample = left.contains { box in
      law.space.elements.allSatisfy { law.space.holds(gap.example[$0], in: box.masks[$0.index], of: $0) }
    }
    if holdsExample { return false }
    let overlap = gap.others.map { Unit(box: Box(masks: $0.masks)) }
    return (try? SetDifference.isEmpty(of: left, minus: overlap, in: law.space.space)) == true
  }

  /// Whether cases depend on a reading once the whole edited law is asked.
  private func isUndecided(
    _ edits: LawEdits, _ touched: Set<Provision>?, _ required: RequiredRegion, _ check: RuleCheck
  ) -> Bool {
    let asker = RuleAsker(corpus: corpus, law: edited(by: edits, touching: touched), claims: claims)
    let outcome = try? asker.outcome(of: check.rule, duty: check.duty, required: required)
    return outcome.map { $0.counts.depends > 0 } ?? true
  }

  /// The edited law; only some offences are lowered again, or everything if they are not known.
  private func edited(by edits: LawEdits, touching provisions: Set<Provision>?) -> LoweredLaw {
    let trial = Trial(edits: edits, touched: provisions)
    if let known = laws.withLock({ $0[trial] }) { return known }
    let edited =
      provisions.flatMap { limited(edits, touching: $0) } ?? lowered(edits, touching: provisions)
    laws.withLock { $0[trial] = edited }
    return edited
  }

  private func lowered(_ edits: LawEdits, touching provisions: Set<Provision>?) -> LoweredLaw {
    var lowering = lowering.edited(by: edits, touching: reach.definitions(touchedBy: edits))
    return provisions.map { lowering.law(replacing: $0, of: law) } ?? lowering.law()
  }

  /// The law as it stands, and what edits that hold for some cases only make of it there: a piece for each limit, where
  /// lowering makes two of each edit. Nil if they hold for all cases, or for many kinds of them.
  private func limited(_ edits: LawEdits, touching provisions: Set<Provision>) -> LoweredLaw? {
    let limits = edits.limits
    guard !limits.isEmpty, limits.count <= 2, edits.offences.isEmpty else { return nil }
    var choices: [[[UInt64]]] = [[]]
    for limit in limits { choices += choices.map { $0 + [limit] } }
    let units = choices.flatMap { chosen in
      let here = edits.inside(chosen)
      let law = here.leavesOffences ? law : edited(by: here, touching: provisions)
      return law.bareUnits(of: provisions).compactMap { $0.cut(to: chosen) }
    }
    return law.replacing(provisions, with: units, adding: edits.extensions)
  }

  /// A rule that gets worse by way of the provisions that edits touch. What opens something is told by few of them most
  /// of the time, so that it pays to ask about these first.
  private func opened(by edits: LawEdits, _ touched: Set<Provision>?, _ law: LoweredLaw?) -> RuleCheck? {
    let trial = Trial(edits: edits, touched: touched)
    if let known = harm.withLock({ $0[trial] }) { return known }
    let result = opened(law ?? edited(by: edits, touching: touched), where: isTouched(by: edits, touched))
    harm.withLock { $0[trial] = .some(result) }
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

  /// The first guarded rule with a gap that was none before; one that could not be asked counts too.
  private func opened(_ edited: LoweredLaw, where isTouched: (Provision) -> Bool) -> RuleCheck? {
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
      else { return check }
    }
    return nil
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
