/// What is to be said of the law in view of one rule.
public enum Verdict: String, Sendable, CaseIterable {
  /// Every required case is covered, however the law is read.
  case satisfied
  /// Some required cases are not covered, however the law is read.
  case partly
  /// No required case is covered, however the law is read.
  case notSatisfied = "not-satisfied"
  /// Nothing is missing under every reading, but something is under some.
  case depends
  /// A reservation takes the whole rule out.
  case notApplicable = "not-applicable"
}

/// How many cases of a rule are covered, are not, or depend. `required` is the sum of the others.
public struct CaseCounts: Hashable, Sendable {
  /// The cases the rule is about.
  public let required: UInt128
  /// Those that are as the rule asks, under every reading.
  public let covered: UInt128
  /// Those that are so under some readings only.
  public let depends: UInt128
  /// Those that are so under no reading.
  public let gap: UInt128

  /// The verdict that follows from the counts.
  public var verdict: Verdict {
    if gap == 0 { return depends == 0 ? .satisfied : .depends }
    return gap == required ? .notSatisfied : .partly
  }
}
