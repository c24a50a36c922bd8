public import LegalModel
import LegalSyntax
import Regions
public import SourceText

/// Why a check could not be finished. Never a wrong verdict instead.
public enum AnalysisError: Error, Sendable {
  /// The vocabulary makes more cases than can be counted.
  case spaceTooLarge
  /// The files tell so many ranges of numbers of an element apart that they cannot be handled; they begin at a place.
  case tooManyRanges(element: String, count: Int, start: SourceSpan?)
  /// So much of the law is left open that the ways to settle it cannot be combined.
  case tooManyQuestions(rule: String, OpenQuestions)
  /// The set algebra passed its limit for a rule; the elements are those with most distinctions.
  case workLimit(rule: String, elements: [String], articles: [String], limit: Int)
  /// What waivers or a baseline set aside needs more parts than are kept at a time.
  case acceptanceTooLarge(limit: Int)
  /// A printed example did not replay: the program contradicts itself, and no verdict may be trusted.
  case contradiction(rule: String, finding: String)
}

extension AnalysisError {
  /// The error of a space that cannot be made.
  ///
  /// - Parameter corpus: one of those that the space was made for.
  static func noSpace(_ error: SpaceError, _ corpus: LegalCorpus) -> AnalysisError {
    switch error {
    case .tooManyAtoms(let dimension, let count):
      let lines = corpus.lines.filter { $0.element.index == dimension && $0.owner.isNational }
      return .tooManyRanges(
        element: corpus.vocabulary.elements[dimension].name, count: count, start: lines.map(\.span).min())
    case .noAtoms, .zeroWeight, .tooLarge: return .spaceTooLarge
    }
  }

  /// The error of a question that passed a limit, with what the user can change.
  static func passed(_ error: any Error, rule: RuleID, corpus: LegalCorpus, law: LoweredLaw) -> AnalysisError
  {
    guard let passed = error as? WorkLimitPassed else {
      // Only what the law leaves open is added to the space, whose cases could be counted.
      return .tooManyQuestions(
        rule: corpus[rule].identity, OpenQuestions(law.questions.map(\.kind), corpus))
    }
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
  public func validate() throws(AnalysisError) -> DiagnosticBag { try prepared().mistakes }

  /// Runs the check, as ``PreparedCheck/analysis(withCertificates:where:progress:)`` does.
  public func analysis(
    withCertificates: Bool = false, where isWanted: (Rule) -> Bool = { _ in true }
  ) throws(AnalysisError) -> Analysis {
    try prepared().analysis(withCertificates: withCertificates, where: isWanted)
  }

  /// Lowers law and rules, which shows what can match no case, and is the first half of every check.
  public func prepared() throws(AnalysisError) -> PreparedCheck {
    let space = try caseSpace()
    var lowering = LawLowering(corpus: corpus, scope: scope, space: space)
    let law = lowering.law()
    var rules = RuleLowering(corpus: corpus, space: space, reservations: [])
    for rule in corpus[instrument].rules { _ = rules.drafts(of: rule) }
    var waivers = WaiverLowering(corpus: corpus, space: space)
    let mistakes = waivers.diagnostics(under: instrument)
    return PreparedCheck(
      corpus: corpus, scope: scope, instrument: instrument, claims: claims, law: law, lowering: lowering,
      rules: rules, waivers: waivers, mistakesOfWaivers: mistakes, baseline: baseline, setsAside: setsAside)
  }

  private func caseSpace() throws(AnalysisError) -> CaseSpace {
    if let space { return space }
    let choices = (baseline?.records ?? []).flatMap { ($0.gap + $0.depends).joined() }
    do { return try CaseSpace(corpora: [corpus], cuttingAlso: choices) } catch {
      throw .noSpace(error, corpus)
    }
  }
}

extension LineOwner {
  /// Whether the line stands in the law of a State itself.
  fileprivate var isNational: Bool {
    switch self {
    case .article, .statute: true
    case .rule, .definition, .reservation, .waiver: false
    }
  }
}
