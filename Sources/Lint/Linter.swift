public import SourceText

/// All checks for what is legal but suspicious.
public enum Linter {
  /// The checks in the order of their codes.
  public static let checks: [any LintCheck] = [
    UnusedDefinition(), UnusedWord(), UnusedSource(), MissingEvidence(), MissingPenalty(),
    DateAfterResearch(), RepeatedOffence(), OffenceOutsideRules(), ClaimOutsideRule(), IdleException(),
    UnknownStart(),
  ]

  /// What all checks found, unsorted.
  ///
  /// Cost: linear in the files, but for the comparison of offences with each other and with the rules.
  public static func warnings(in law: LintedLaw) -> DiagnosticBag {
    var bag = DiagnosticBag()
    for check in checks { for warning in check.warnings(in: law) { bag.report(warning) } }
    return bag
  }

  /// What `lacuna explain` says of a code; nil if no check has it.
  public static func explanation(of code: DiagnosticCode) -> DiagnosticExplanation? {
    checks.first { $0.code == code }?.explanation
  }
}
