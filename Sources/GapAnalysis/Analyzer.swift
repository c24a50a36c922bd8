public import LegalModel
import LegalSyntax
import Regions
public import SourceText

/// Why a check could not be finished. Never a wrong verdict instead.
public enum AnalysisError: Error, Sendable {
  /// The vocabulary makes more cases than can be counted, or a numeric element has too many cuts.
  case spaceTooLarge
  /// The set algebra passed its limit for a rule; the elements are those with most distinctions.
  case workLimit(rule: String, elements: [String], articles: [String], limit: Int)
  /// What waivers or a baseline set aside needs more parts than are kept at a time.
  case acceptanceTooLarge(limit: Int)
  /// A printed example did not replay: the program contradicts itself, and no verdict may be trusted.
  case contradiction(rule: String, finding: String)
}

extension AnalysisError {
  /// The error of a question that passed a limit, with what the user can change.
  static func passed(_ error: any Error, rule: RuleID, corpus: LegalCorpus, law: LoweredLaw) -> AnalysisError
  {
    guard let passed = error as? WorkLimitPassed else { return .spaceTooLarge }
    let elements = passed.busiestDimensions.filter { $0 < law.space.elements.count }
      .map { law.space.vocabulary.elements[$0].name }
    let articles = law.offences.compactMap(\.provision.article).reduce(into: [ArticleID]()) { list, article in
      if list.last != article { list.append(article) }
    }
    return .workLimit(
      rule: corpus[rule].identity, elements: elements, articles: articles.prefix(5).map { corpus[$0].number },
      limit: passed.limit)
  }
}

/// How far a check is, for those who wait for it.
public enum AnalysisStep: Hashable, Sendable {
  /// The verdict of a rule is looked for; rules count from 1.
  case deciding(number: Int, count: Int)
  /// The causes and remedies of what a rule lacks are looked for.
  case explaining(number: Int, count: Int)
}

/// Checks the law of one State against the rules of one instrument.
public struct Analyzer {
  private let corpus: LegalCorpus
  private let scope: CheckScope
  private let instrument: InstrumentID
  private let claims: ClaimIndex
  private let space: CaseSpace?
  private let baseline: Baseline?
  /// Whether waivers and a baseline count; they do not where two states of the law are compared.
  private let setsAside: Bool

  /// Prepares a check. The corpus must have been resolved without errors.
  ///
  /// - Parameter baseline: what was open before and is not to be told again; read against the same corpus.
  public init(
    corpus: LegalCorpus, scope: CheckScope, instrument: InstrumentID, baseline: Baseline? = nil
  ) {
    self.init(
      corpus: corpus, scope: scope, instrument: instrument, space: nil, baseline: baseline, setsAside: true)
  }

  /// Prepares one of two checks that are compared: cases, not what somebody accepts of them.
  ///
  /// - Parameter space: the space to count cases in, that of the other law too.
  init(corpus: LegalCorpus, scope: CheckScope, instrument: InstrumentID, space: CaseSpace) {
    self.init(
      corpus: corpus, scope: scope, instrument: instrument, space: space, baseline: nil, setsAside: false)
  }

  private init(
    corpus: LegalCorpus, scope: CheckScope, instrument: InstrumentID, space: CaseSpace?, baseline: Baseline?,
    setsAside: Bool
  ) {
    self.baseline = baseline
    self.setsAside = setsAside
    self.space = space
    self.corpus = corpus
    self.scope = scope
    self.instrument = instrument
    claims = ClaimIndex(corpus: corpus)
  }

  /// Rules and provisions that can match no case, of the whole corpus. They must be mended before a check.
  public func validate() throws(AnalysisError) -> DiagnosticBag {
    let space = try caseSpace()
    var bag = DiagnosticBag()
    var lowering = LawLowering(corpus: corpus, scope: scope, space: space)
    _ = lowering.law()
    bag.report(contentsOf: lowering.diagnostics)
    if let diagnostic = lowering.regions.sizeDiagnostic { bag.report(diagnostic) }
    var rules = RuleLowering(corpus: corpus, space: space, reservations: [])
    for rule in corpus[instrument].rules { _ = rules.drafts(of: rule) }
    bag.report(contentsOf: rules.diagnostics)
    if let diagnostic = rules.regions.sizeDiagnostic { bag.report(diagnostic) }
    var waivers = WaiverLowering(corpus: corpus, space: space)
    bag.report(contentsOf: waivers.diagnostics(under: instrument))
    return bag
  }

  /// Runs the check.
  ///
  /// - Parameters:
  ///   - withCertificates: whether to hand over what another program needs to check every verdict again.
  ///   - isWanted: the rules to report; others are still computed where reported ones vary them.
  ///   - progress: called before each step.
  /// - Throws: ``AnalysisError`` if a limit was passed or an example did not replay.
  public func analysis(
    withCertificates: Bool = false, where isWanted: (Rule) -> Bool = { _ in true },
    progress: (AnalysisStep) -> Void = { _ in }
  ) throws(AnalysisError) -> Analysis {
    let space = try caseSpace()
    var lowering = LawLowering(corpus: corpus, scope: scope, space: space)
    let law = lowering.law()
    // A law with a block too large was reported by `validate`; nothing may be concluded from the rest of it.
    guard lowering.regions.tooLarge == nil else { throw .spaceTooLarge }
    let status = bindingStatus()
    let wanted = corpus[instrument].rules.filter { isWanted(corpus[$0]) && isInForce($0, status) }
    var builder = AnalysisBuilder(
      corpus: corpus, scope: scope, law: law, lowering: lowering, claims: claims,
      reservations: reservations(status), acceptances: try acceptances(space),
      shown: Set(wanted))
    for (offset, rule) in wanted.enumerated() {
      progress(.deciding(number: offset + 1, count: wanted.count))
      try builder.add(rule)
    }
    try builder.explain(progress)
    let setAside = try builder.setAside()
    return Analysis(
      corpus: corpus, scope: scope, instrument: instrument, status: status, space: space,
      rules: builder.results,
      findings: builder.findings, notes: builder.notes, notChecked: builder.notChecked,
      articles: law.articles,
      notStated: notStated(law.articles),
      certificates: withCertificates ? builder.certificates : [],
      waivers: setAside.waivers, baseline: setAside.baseline,
      basis: AnalysisBasis(
        law: law, checks: builder.checks, acceptances: builder.acceptances,
        knownDefects: builder.knownDefects))
  }

  /// What is set aside: the waivers of the State, and the baseline.
  private func acceptances(_ space: CaseSpace) throws(AnalysisError) -> Acceptances {
    guard setsAside else { return Acceptances() }
    do {
      var lowering = WaiverLowering(corpus: corpus, space: space)
      let waivers = try lowering.waivers(of: scope, under: instrument)
      return try Acceptances(waivers: waivers, baseline: baseline, space: space)
    } catch {
      // What is accepted is simpler than what is asked; if it is not, nothing may be set aside in silence.
      throw .acceptanceTooLarge(limit: error.limit)
    }
  }

  private func caseSpace() throws(AnalysisError) -> CaseSpace {
    if let space { return space }
    let choices = (baseline?.records ?? []).flatMap { ($0.gap + $0.depends).joined() }
    do { return try CaseSpace(corpora: [corpus], cuttingAlso: choices) } catch { throw .spaceTooLarge }
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
