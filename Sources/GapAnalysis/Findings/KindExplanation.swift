/// What a kind of finding means, for readers and for `lacuna explain`.
public struct KindExplanation: Sendable {
  /// One sentence.
  public let summary: String
  /// Why it matters in law.
  public let why: String
  /// When the program says so.
  public let when: String
  /// What usually closes it.
  public let remedy: String
}

extension FindingKind {
  /// The page of this kind.
  public var explanation: KindExplanation {
    switch self {
    case .noOffence:
      KindExplanation(
        summary: "no provision is within reach of the cases that the rule is about",
        why: "an obligation to criminalise is not met by provisions about something else",
        when:
          "every provision that is relied on, or reaches into the rule, differs in more than two elements",
        remedy: "a new offence")
    case .valueMissing:
      KindExplanation(
        summary: "the law lists values of an element and leaves out some that the treaty names",
        why: "a list in a penal law is read strictly: what is not listed is not punished",
        when:
          "the nearest provision differs in an element whose values the rule names, such as the act of offering",
        remedy: "insert the missing value in the list")
    case .elementAdded:
      KindExplanation(
        summary: "the law constrains an element that the treaty leaves open",
        why: "every further element must be proved in court; cases without it go unpunished",
        when:
          "the nearest provision (coverage), or a provision that is relied on (defect), asks for more than the rule",
        remedy: "delete the requirement, at least where the victim is a child")
    case .ageTooLow:
      KindExplanation(
        summary: "the protection of the law ends at an age below the treaty's",
        why: "the Convention on the Rights of the Child protects everybody below eighteen",
        when: "the nearest provision differs from the uncovered cases in the age",
        remedy: "raise the age")
    case .definitionTooNarrow:
      KindExplanation(
        summary:
          "a definition leaves out cases that the treaty's definition holds, so every offence that uses it does",
        why: "the offence may be worded well; the cause stands in another article",
        when: "the constraint that keeps the nearest provision away stands in a definition",
        remedy: "widen the definition; all offences that use it gain")
    case .penaltyTooLow:
      KindExplanation(
        summary: "a case is punished, but not with a penalty that the rule accepts",
        why:
          "the treaty asks for penalties that take the grave nature of the offence into account (OPSC art. 3(3))",
        when: "the highest maximum among all provisions that reach the case is below the floor of the rule",
        remedy: "raise the penalty, or aggravate it for child victims")
    case .notExtended:
      KindExplanation(
        summary: "attempt, complicity or legal persons are not reached",
        why: "a penal article alone speaks of the principal, a natural person, and the completed offence",
        when:
          "the nearest provision would apply but for an element with a default that nothing in the general part widens",
        remedy: "a rule of the general part that covers the article")
    case .effectMissing:
      KindExplanation(
        summary: "a legal consequence other than punishment is missing",
        why: "treaties also ask for jurisdiction, extradition, confiscation and protection",
        when: "a rule requires an effect that no provision grants; this version checks punishment only",
        remedy: "a provision that grants the effect")
    case .punishedWrongly:
      KindExplanation(
        summary: "a case is punished of which the rule says that it must not be",
        why: "child victims are not to be treated as offenders",
        when: "some provision reaches a case of a rule that forbids punishment, however the law is read",
        remedy: "an exemption for these cases")
    case .dependsOnReading:
      KindExplanation(
        summary:
          "the law is as the rule asks only if it is read in one way, or if law that was not read says so",
        why: "an obligation that hangs on a contested reading is not safely met",
        when: "some combination of readings, versions and unread law covers the cases and another does not",
        remedy: "settle the question in the text of the law, or read the law that is missing")
    case .waiverExpired:
      KindExplanation(
        summary: "a waiver is over, and cases that it accepted are still open",
        why: "what was accepted for a time is no longer accepted by anybody; the gap is told again as well",
        when: "the day of the check is the waiver's `until` or later, and some case that it accepts is open",
        remedy: "close the gap, or have the waiver renewed by whoever may accept it; else remove the waiver")
    case .waiverIdle:
      KindExplanation(
        summary: "a waiver accepts cases of which none is open any more",
        why: "left where it is, it would accept the same cases in silence if a later law opened them again",
        when:
          "every case that the waiver accepts is as the rule asks, or the rule does not apply; it fails no run",
        remedy: "remove the waiver")
    case .waiverOutgrown:
      KindExplanation(
        summary: "a gap goes beyond what a waiver accepts of it",
        why: "whoever accepted the gap knew a smaller one: the cases beyond are accepted by nobody",
        when:
          "a maximal region of the gap meets what a waiver in force accepts and holds cases that no waiver and no "
          + "baseline sets aside; these cases are told as a gap too",
        remedy: "close what is beyond, or have the waiver widened by whoever may accept it")
    }
  }
}
