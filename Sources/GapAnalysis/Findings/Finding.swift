public import LegalModel
public import SourceText

/// What is wrong with the law. Each kind explains itself in ``FindingKind/explanation``.
public enum FindingKind: String, Sendable, CaseIterable {
  /// No provision is within reach.
  case noOffence = "no-offence"
  /// The law lists values of an element and leaves some out.
  case valueMissing = "value-missing"
  /// The law constrains an element that the treaty leaves open.
  case elementAdded = "element-added"
  /// The law stops at an age below the treaty's.
  case ageTooLow = "age-too-low"
  /// The constraint that keeps the case out stands in a definition.
  case definitionTooNarrow = "definition-too-narrow"
  /// A case is punished, but not severely enough.
  case penaltyTooLow = "penalty-too-low"
  /// The general part does not reach the case: attempt, complicity, legal persons.
  case notExtended = "not-extended"
  /// Another legal consequence than punishment is missing.
  case effectMissing = "effect-missing"
  /// A case is punished that must not be.
  case punishedWrongly = "punished-wrongly"
  /// Only some readings of the law close the gap.
  case dependsOnReading = "depends-on-reading"
  /// A waiver is over, and what it accepted is still open.
  case waiverExpired = "waiver-expired"
  /// Nothing of what a waiver accepts is open any more.
  case waiverIdle = "waiver-idle"
  /// A gap goes beyond what a waiver accepts of it.
  case waiverOutgrown = "waiver-outgrown"
}

extension FindingKind {
  /// Whether a finding of the kind makes a run fail, as far as its level does. That a waiver can be removed is worth
  /// knowing, and keeps nobody from anything.
  public var failsRuns: Bool {
    switch self {
    case .waiverIdle: false
    case .noOffence, .valueMissing, .elementAdded, .ageTooLow, .definitionTooNarrow, .penaltyTooLow,
      .notExtended,
      .effectMissing, .punishedWrongly, .dependsOnReading, .waiverExpired, .waiverOutgrown:
      true
    }
  }
}

/// The two logics of a review, which stand side by side and are never merged, and the look at what was accepted.
public enum FindingLogic: String, Sendable {
  /// Is there some provision which reaches this case?
  case coverage
  /// Does a provision that is relied on carry an element the treaty does not allow?
  case defect
  /// Does what somebody accepts still fit what is open?
  case waiver
}

/// A set of cases that chooses values element by element: one mask of atoms an element.
public struct CaseRegion: Hashable, Sendable {
  /// Masks in the order of the vocabulary; bits are atoms of ``CaseSpace``.
  public let masks: [UInt64]

  /// The atoms allowed for an element.
  public subscript(element: ElementID) -> UInt64 { masks[element.index] }
}

/// One value for every element, in the order of the vocabulary.
public struct LegalCase: Hashable, Sendable {
  /// The values.
  public let values: [CaseValue]

  /// Makes a case.
  public init(values: [CaseValue]) { self.values = values }

  /// The value of an element.
  public subscript(element: ElementID) -> CaseValue { values[element.index] }
}

/// What keeps a provision from reaching a case, in one element.
public struct Obstacle: Hashable, Sendable {
  /// Where it comes from.
  public enum Origin: Hashable, Sendable {
    /// A line of the law.
    case line(LineID)
    /// Silence: the element has a default, and nothing widens it.
    case silence
    /// An exception or exemption.
    case exception(ExceptionSource)
    /// A penalty that is too low.
    case penalty(SourceSpan)
  }

  /// The element.
  public let element: ElementID
  /// Where it comes from.
  public let origin: Origin
  /// Whether it shuts the whole region out; otherwise only a part of it.
  public let isBlocking: Bool
}

/// A provision that comes close to a region, and what keeps it away.
public struct NearMiss: Hashable, Sendable {
  /// The provision.
  public let provision: Provision
  /// The part of the finding's region to which the provision comes nearest.
  public let part: CaseRegion
  /// What keeps it away from that part; what blocks comes first.
  public let obstacles: [Obstacle]
  /// Who relies on it for the rule, as `OPSC 3.1.a.i.*, claimed by CRC`; nil if nobody does.
  public let claim: String?
  /// The weakest evidence the provision rests on.
  public let evidence: EvidenceGrade
}

/// What decides about a region that depends on how the law is read.
public struct Decision: Hashable, Sendable {
  /// One way to answer the questions.
  public struct Answer: Hashable, Sendable {
    /// The question.
    public let question: Question
    /// The answers to it, any of them.
    public let answers: [String]
  }

  /// The one answer under which the law is not as the rule asks, however other questions are answered; nil if only
  /// several answers together decide.
  public let opening: Answer?
  /// The questions that matter.
  public let questions: [Question]
  /// The ways to answer them under which the law is as the rule asks.
  public let closing: [[Answer]]
  /// The provisions that reach the region under some answers.
  public let provisions: [Provision]
}

/// The smallest edit of the law that closes a finding; only kept when the check was run again and agreed.
public struct Remedy: Hashable, Sendable {
  /// One change of the law.
  public enum Edit: Hashable, Sendable {
    /// A line allows these atoms too. `deletesRequirement`: it allows everything, so it can be struck out.
    /// `within` are the cases for which it is enough: the ages of the rule, where the provision protects adults too, and
    /// what keeps the edit from punishing what must not be punished.
    case widen(line: LineID, element: ElementID, adds: UInt64, deletesRequirement: Bool, within: [Limit])
    /// An exception or exemption is struck out.
    case strikeOut(ExceptionSource)
    /// The general part widens an element for these articles.
    case extend(element: ElementID, adds: UInt64, articles: [ArticleID])
    /// A new offence that reaches the region.
    case newOffence
  }

  /// The values of an element to which an edit is limited.
  public struct Limit: Hashable, Sendable {
    /// The element.
    public let element: ElementID
    /// The atoms.
    public let values: UInt64
  }

  /// What the second run showed.
  public enum Proof: Hashable, Sendable {
    /// Nothing of the region is left in the gap.
    case closes
    /// What is left of the region is also shown by other findings of the same rule.
    case closesExceptOverlap
  }

  /// The changes, all together.
  public let edits: [Edit]
  /// What the second run showed.
  public let proof: Proof
  /// Whether some of the cases then depend on what is not settled, such as a reading.
  public let leavesUndecided: Bool
  /// The rule about what must not be punished for the sake of which the edits are limited; nil if there is none.
  public let spares: RuleID?
}

/// What came of the search for a remedy.
public enum RemedyOutcome: Hashable, Sendable {
  /// None was looked for: only what a duty to punish leaves open is closed by widening offences.
  case notSought
  /// Edits that were shown to close the finding and to leave every other rule as it is.
  case proved(Remedy)
  /// The edits that come nearest close the finding, but this rule would get worse.
  case worsens(RuleID)
  /// No edits of the nearest provisions were shown to close the finding.
  case notShown

  /// The remedy that was shown to work.
  public var proved: Remedy? {
    switch self {
    case .proved(let remedy): remedy
    case .notSought, .worsens, .notShown: nil
    }
  }
}

/// One thing wrong with the law, with cause and remedy.
public struct Finding: Sendable {
  /// Stable: made from rule, kind, region and provision, never from texts or line numbers.
  public let id: String
  /// What is wrong.
  public let kind: FindingKind
  /// Which of the two logics found it.
  public let logic: FindingLogic
  /// The rule; the first of ``rules``.
  public let rule: RuleID
  /// Every rule for which the same is wrong, reported once.
  public let rules: [RuleID]
  /// The weight of the rule.
  public let level: Level
  /// The cases.
  public let region: CaseRegion
  /// How many cases.
  public let size: UInt128
  /// One case of the region, confirmed by the plain evaluator.
  public let example: LegalCase
  /// For a defect the provision that has it.
  public let provision: Provision?
  /// For a defect who relies on the provision, if anybody does.
  public let claim: String?
  /// The elements that the finding is about.
  public let elements: [ElementID]
  /// The provisions that come closest, or that reach the region where they must not.
  public let nearMisses: [NearMiss]
  /// What decides, where readings do.
  public let decision: Decision?
  /// What would close it.
  public let remedy: RemedyOutcome
  /// The weakest evidence that the finding rests on.
  public let evidence: EvidenceGrade
  /// The answers under which a defect appears; empty if it does under all.
  public let underReadings: [Decision.Answer]
  /// False where the rule has more regions than were listed.
  public let isComplete: Bool
  /// The waiver in force that accepts what is wrong; nil if nobody does. An accepted finding is shown, and fails no run.
  public internal(set) var acceptedBy: WaiverID?
  /// The waiver that a finding is about, of the logic `waiver`.
  public internal(set) var waiver: WaiverID?
  /// Further regions of a finding about a waiver, largest first.
  public internal(set) var further: [CaseRegion] = []
}
