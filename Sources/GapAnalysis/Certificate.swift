public import LegalModel
import Regions

/// Everything needed to check one verdict again with another program: the required cases, what the law reaches, and
/// the split of the required cases that proves the counts. Boxes hold one mask a dimension: the elements in the order
/// of the vocabulary, then the questions.
public struct VerdictCertificate: Sendable {
  /// A set of cases and answers, minus exceptions.
  public struct Reach: Sendable {
    /// The article, if it is a provision of one.
    public let article: ArticleID?
    /// One mask a dimension.
    public let box: [UInt64]
    /// What is taken out.
    public let exceptions: [[UInt64]]
  }

  /// A part of the required cases that stands in one way.
  public struct Part: Sendable {
    /// One mask a dimension; questions are left open.
    public let box: [UInt64]
    /// `covered`, `depends` or `gap`.
    public let status: String
    /// The position in ``satisfying`` of one that holds the whole part, where there is one.
    public let witness: Int?
  }

  /// The rule.
  public let rule: RuleID
  /// The questions, after the elements.
  public let questions: [Question]
  /// The required cases as disjoint boxes.
  public let required: [[UInt64]]
  /// What the law reaches.
  public let reaching: [Reach]
  /// What makes a case as the rule asks. For a duty to punish this is what the law reaches; for others it is what the
  /// law does not reach, or reaches severely enough.
  public let satisfying: [Reach]
  /// Disjoint boxes that together are the required cases.
  public let parts: [Part]
  /// The counts that follow.
  public let counts: CaseCounts
}

extension VerdictCertificate {
  init(rule: RuleID, outcome: RuleOutcome, law: LoweredLaw) {
    let question = outcome.question
    self.rule = rule
    questions = question.questions.map { law.question($0) }
    required = question.requiredBoxes.map(\.masks)
    reaching = question.units.map { unit in
      let reach = question.unit(unit)
      return Reach(
        article: unit.provision.article, box: reach.box.masks, exceptions: reach.exceptions.map(\.masks))
    }
    satisfying = outcome.satisfying.map {
      Reach(article: nil, box: $0.box.masks, exceptions: $0.exceptions.map(\.masks))
    }
    parts = outcome.parts.map { part, status in
      switch (status, part.coverage) {
      case (.covered, .always(let witness)): Part(box: part.box.masks, status: "covered", witness: witness)
      case (.covered, _): Part(box: part.box.masks, status: "covered", witness: nil)
      case (.depends, _): Part(box: part.box.masks, status: "depends", witness: nil)
      case (.gap, _): Part(box: part.box.masks, status: "gap", witness: nil)
      }
    }
    counts = outcome.counts
  }
}
