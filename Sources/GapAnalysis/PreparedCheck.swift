public import LegalModel
import Regions
public import SourceText

/// A check whose law and rules are lowered.
public struct PreparedCheck: Sendable {
  let corpus: LegalCorpus
  let scope: CheckScope
  let instrument: InstrumentID
  let claims: ClaimIndex
  let law: LoweredLaw
  let lowering: LawLowering
  /// The rules without reservations.
  let rules: RuleLowering
  let waivers: WaiverLowering
  let mistakesOfWaivers: DiagnosticBag
  let baseline: Baseline?
  /// Whether waivers and a baseline count; they do not where two states of the law are compared.
  let setsAside: Bool

  /// Rules and provisions that can match no case, of the whole corpus. They must be mended before the check is run.
  public var mistakes: DiagnosticBag {
    var bag = DiagnosticBag()
    bag.report(contentsOf: lowering.diagnostics)
    if let diagnostic = lowering.regions.sizeDiagnostic { bag.report(diagnostic) }
    bag.report(contentsOf: rules.diagnostics)
    if let diagnostic = rules.regions.sizeDiagnostic { bag.report(diagnostic) }
    bag.report(contentsOf: mistakesOfWaivers)
    return bag
  }

  /// Runs the check.
  ///
  /// - Parameters:
  ///   - details: what to find out beyond verdicts and findings.
  ///   - isWanted: the rules to report; others are still computed where reported ones vary them.
  ///   - progress: called before each step, perhaps of several at once.
  /// - Throws: ``AnalysisError`` if a limit was passed or an example did not replay.
  public func analysis(
    with details: Set<AnalysisDetail> = [.concordance], where isWanted: (Rule) -> Bool = { _ in true },
    progress: @Sendable (AnalysisStep) -> Void = { _ in }
  ) throws(AnalysisError) -> Analysis {
    // A law with a block too large is a mistake; nothing may be concluded from the rest of it.
    guard lowering.regions.tooLarge == nil else { throw .spaceTooLarge }
    let status = bindingStatus()
    let inForce = corpus[instrument].rules.filter { isInForce($0, status) }
    let wanted = inForce.filter { isWanted(corpus[$0]) }
    let reservations = reservations(status)
    var builder = AnalysisBuilder(
      corpus: corpus, scope: scope, law: law, lowering: lowering, claims: claims,
      rules: reservations.isEmpty
        ? rules : RuleLowering(corpus: corpus, space: law.space, reservations: reservations),
      acceptances: try acceptances(), shown: Set(wanted), details: details)
    try builder.decide(wanted, inForce: inForce, progress)
    try builder.explain(progress)
    let setAside = try builder.setAside()
    return Analysis(
      corpus: corpus, scope: scope, instrument: instrument, status: status, space: law.space,
      rules: builder.results,
      findings: builder.findings, notes: builder.notes, notChecked: builder.notChecked,
      articles: law.articles,
      notStated: notStated(law.articles),
      certificates: details.contains(.certificates) ? builder.certificates : [],
      waivers: setAside.waivers, baseline: setAside.baseline,
      basis: AnalysisBasis(
        law: law, checks: builder.checks, acceptances: builder.acceptances,
        knownDefects: builder.knownDefects))
  }

  /// What is set aside: the waivers of the State, and the baseline.
  private func acceptances() throws(AnalysisError) -> Acceptances {
    guard setsAside else { return Acceptances() }
    do {
      var lowering = waivers
      let waivers = try lowering.waivers(of: scope, under: instrument)
      return try Acceptances(waivers: waivers, baseline: baseline, space: law.space)
    } catch {
      // What is accepted is simpler than what is asked; if it is not, nothing may be set aside in silence.
      throw .acceptanceTooLarge(limit: error.limit)
    }
  }

  private func isInForce(_ rule: RuleID, _ status: BindingStatus) -> Bool {
    switch status {
    // Without a file of the State nobody said that it is not bound: the check runs as if it were, and says so.
    case .bound, .noJurisdictionFile: corpus[rule].period.contains(scope.asOf)
    case .notYet, .noLonger, .noBond: false
    }
  }

  private func bindingStatus() -> BindingStatus {
    guard let jurisdiction = corpus.jurisdiction(named: scope.jurisdiction) else {
      return .noJurisdictionFile
    }
    let bonds = jurisdiction.bonds.filter { $0.instrument == instrument }
    if let bond = bonds.first(where: { $0.period.contains(scope.asOf) }) { return .bound(bond) }
    guard let bond = bonds.last else { return .noBond }
    if let from = bond.period.from, scope.asOf < from { return .notYet(bond) }
    return .noLonger(bond)
  }

  private func reservations(_ status: BindingStatus) -> [Reservation] {
    switch status {
    case .bound(let bond): bond.reservations.filter { $0.period.contains(scope.asOf) }
    case .notYet, .noLonger, .noBond, .noJurisdictionFile: []
    }
  }

  private func notStated(_ articles: [ArticleID]) -> [LineID] {
    let inForce = Set(articles)
    return corpus.lines.indices.map { LineID($0) }.filter { id in
      guard corpus[id].statement == .notStated else { return false }
      switch corpus[id].owner {
      case .article(let article): return inForce.contains(article)
      case .definition(let definition):
        switch corpus[definition].owner {
        case .article(let article): return inForce.contains(article)
        case .instrument: return false
        }
      case .rule, .statute, .reservation, .waiver: return false
      }
    }
  }
}
