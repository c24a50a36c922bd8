/// What `lacuna explain CODE` tells about one kind of diagnostic.
public struct DiagnosticExplanation: Hashable, Sendable {
  /// The mistake in one sentence.
  public let summary: String
  /// Why it is a mistake, for a reader who knows the law and not the program.
  public let why: String
  /// A short text that shows the mistake.
  public let wrongExample: String
  /// The same text, corrected.
  public let correctedExample: String

  /// Makes an explanation.
  public init(summary: String, why: String, wrongExample: String, correctedExample: String) {
    self.summary = summary
    self.why = why
    self.wrongExample = wrongExample
    self.correctedExample = correctedExample
  }
}
