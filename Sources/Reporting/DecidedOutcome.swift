import LegalModel

/// The words for what a reading decides about the cases of a rule.
struct DecidedOutcome {
  /// What becomes of the cases where the law is not as the rule asks.
  let failed: String
  /// What becomes of them where it is.
  let kept: String
  /// What the provisions that reach them have to do with it.
  let basis: String

  /// The words for a duty; those of a duty to punish where there is none.
  init(_ duty: Duty?) {
    switch duty {
    case .punish?, nil:
      (failed, kept, basis) = ("not punished", "punished", "Where they are punished, it is under")
    case .prohibit?:
      (failed, kept, basis) = ("not prohibited", "prohibited", "Where they are prohibited, it is under")
    case .notPunish?:
      (failed, kept, basis) = ("punished", "not punished", "Where they are punished, it is under")
    case .define?:
      (failed, kept, basis) = (
        "not reached by the definition", "reached by it", "Where they are reached, it is by"
      )
    case .penaltyFloor?:
      (failed, kept, basis) = ("punished too lightly", "punished severely enough", "They are punished under")
    }
  }
}
