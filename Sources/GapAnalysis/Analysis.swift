public import LegalModel

/// How the cases that have one value stand.
public enum MatrixStatus: String, Sendable {
  /// All are covered under every reading.
  case covered
  /// Some are covered, some are not.
  case partly
  /// None is covered under any reading.
  case missing = "not-covered"
  /// None is missing under every reading, but some are under one.
  case depends
}

/// One line of the element matrix: values of one element that stand alike.
public struct MatrixRow: Sendable {
  /// The element.
  public let element: ElementID
  /// The atoms; more than one only where no difference was found between them.
  public let values: UInt64
  /// How their cases stand.
  public let status: MatrixStatus
  /// The articles that reach some of these cases.
  public let by: [ArticleID]
}

/// What a check finds out beyond verdicts and findings, for reports that print it.
public enum AnalysisDetail: Hashable, Sendable, CaseIterable {
  /// Which required value is covered, and by which article; what rests on the general part.
  case concordance
  /// What another program needs to check every verdict again.
  case certificates
}

/// An article of the general part on which a rule rests.
public struct GeneralPartShare: Sendable {
  /// The article.
  public let article: ArticleID
  /// The weakest evidence of what it adds there.
  public let evidence: EvidenceGrade
  /// How many covered cases nothing else would cover.
  public let alone: UInt128
}

/// What was found for one rule.
public struct RuleResult: Sendable {
  /// The rule.
  public let rule: RuleID
  /// What is to be said.
  public let verdict: Verdict
  /// The smallest box around the cases the rule is about, one mask an element.
  public let hull: [UInt64]
  /// How many cases stand how; zeros for a rule that does not apply.
  public let counts: CaseCounts
  /// The covered cases that rest on text or secondary sources alone.
  public let coveredBySecondary: UInt128
  /// Which required value is covered, and by which article; empty without ``AnalysisDetail/concordance``.
  public let matrix: [MatrixRow]
  /// The articles of the general part that take part, in the order of the law; empty without
  /// ``AnalysisDetail/concordance``.
  public let generalPart: [GeneralPartShare]
  /// Positions in ``Analysis/findings``.
  public var findings: [Int]
  /// The reservation that takes the rule out.
  public let reservation: String?
  /// Whether gaps of the rules this one varies are shown there and not again.
  public let isFolded: Bool
  /// The open cases that waivers in force accept. They stay in ``counts``.
  public var waived = OpenCounts()
  /// The open cases that the baseline alone sets aside. They stay in ``counts``.
  public var recorded = OpenCounts()
}

/// Something the reader should know that is no finding.
public struct ArticleNote: Sendable {
  /// What it is about.
  public enum Kind: Sendable {
    /// A provision that reaches into rules carries an element that they leave open, where other articles cover.
    case addsElement(Obstacle, rules: [RuleID])
    /// A provision that is relied on does not reach these values.
    case doesNotReach(element: ElementID, values: UInt64, rules: [RuleID], claim: String)
  }

  /// The article.
  public let article: ArticleID
  /// What it is about.
  public let kind: Kind
}

/// Whether the obligations bind the State on the day.
public enum BindingStatus: Sendable {
  /// Since a day, which may be unknown.
  case bound(Bond)
  /// Only from a later day.
  case notYet(Bond)
  /// Not any more.
  case noLonger(Bond)
  /// The State's file names no such bond.
  case noBond
  /// There is no file of the State.
  case noJurisdictionFile
}

/// The result of checking one State's law against one instrument.
public struct Analysis: Sendable {
  /// What was loaded.
  public let corpus: LegalCorpus
  /// What the check was about.
  public let scope: CheckScope
  /// The instrument.
  public let instrument: InstrumentID
  /// Whether it binds the State on the day.
  public let status: BindingStatus
  /// The space of cases.
  public let space: CaseSpace
  /// The rules that were checked, in the order of the instrument.
  public let rules: [RuleResult]
  /// The findings: by level, then logic, then rule; depends last.
  public let findings: [Finding]
  /// What is no finding.
  public let notes: [ArticleNote]
  /// Rules and parts of rules that could not be checked, with the reason.
  public let notChecked: [(rule: RuleID, reason: String)]
  /// The articles in force on the day.
  public let articles: [ArticleID]
  /// Lines whose element the encoder found nothing about.
  public let notStated: [LineID]
  /// One certificate a rule that was decided, if they were asked for.
  public let certificates: [VerdictCertificate]
  /// The waivers of the State for rules that were checked, in the order of the files.
  public let waivers: [WaiverResult]
  /// What became of the baseline, if one was applied.
  public let baseline: BaselineResult?
  /// What the verdicts came from, for comparing two states of the law.
  let basis: AnalysisBasis
}

/// The law as boxes, and how the cases of each rule stand.
struct AnalysisBasis: Sendable {
  /// The law.
  let law: LoweredLaw
  /// By rule, those included that were only needed for others.
  let checks: [RuleID: RuleCheck]
  /// What was set aside.
  let acceptances: Acceptances
  /// What a baseline written now has to hold of defects.
  let knownDefects: Set<RecordedDefect>

  /// The checks of duties to punish, in the order of the rules.
  var punishing: [RuleCheck] {
    checks.values.filter { check in
      switch check.duty {
      case .punish: true
      case .prohibit, .notPunish, .define, .penaltyFloor: false
      }
    }.sorted { $0.rule < $1.rule }
  }
}
