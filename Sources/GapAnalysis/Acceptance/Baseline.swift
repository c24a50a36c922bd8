public import LegalModel
public import LegalSyntax

/// A defect as a baseline knows it: which element which article adds to which rule, whatever the wording.
public struct RecordedDefect: Hashable, Comparable, Sendable {
  /// The rule.
  public let rule: RuleID
  /// The element that is added; nil for a penalty that is too low.
  public let element: ElementID?
  /// The article in which it stands; nil where it stands in none.
  public let article: ArticleID?

  /// Names a defect.
  public init(rule: RuleID, element: ElementID?, article: ArticleID?) {
    self.rule = rule
    self.element = element
    self.article = article
  }

  private var order: (Int, Int, Int) { (rule.index, article?.index ?? .max, element?.index ?? .max) }

  /// By rule, then in the order of the law.
  public static func < (left: RecordedDefect, right: RecordedDefect) -> Bool { left.order < right.order }
}

/// What was open in a law on the day on which somebody wrote it down, so that later checks report only what is new.
public struct Baseline: Sendable {
  /// A set of cases as it is written down: the values of the elements that are not left open.
  public struct Choice: Hashable, Sendable {
    /// The element.
    public let element: ElementID
    /// The values.
    public let selection: Selection

    /// Chooses values.
    public init(element: ElementID, selection: Selection) {
      self.element = element
      self.selection = selection
    }
  }

  /// Cases chosen element by element, in the order of the vocabulary; elements left open are left out.
  public typealias Cases = [Choice]

  /// What was open under one rule.
  public struct Record: Sendable {
    /// The rule.
    public let rule: RuleID
    /// What was not as the rule asks, however the law is read.
    public let gap: [Cases]
    /// What was so under some readings only.
    public let depends: [Cases]
    /// What provisions added to the rule.
    public let defects: Set<RecordedDefect>
    /// How many recorded defects stood in articles that are no more.
    public let goneDefects: Int

    /// Makes a record.
    public init(
      rule: RuleID, gap: [Cases], depends: [Cases], defects: Set<RecordedDefect>, goneDefects: Int = 0
    ) {
      self.rule = rule
      self.gap = gap
      self.depends = depends
      self.defects = defects
      self.goneDefects = goneDefects
    }
  }

  /// The day whose law it was.
  public let asOf: CalendarDate
  /// The reading that was fixed.
  public let reading: String?
  /// The weakest evidence that covered for certain.
  public let evidence: EvidenceGrade
  /// One record for every rule that was asked, those included of which nothing was open; in the order of the
  /// instrument.
  public let records: [Record]

  /// Makes a baseline.
  public init(asOf: CalendarDate, reading: String?, evidence: EvidenceGrade, records: [Record]) {
    self.asOf = asOf
    self.reading = reading
    self.evidence = evidence
    self.records = records
  }
}
