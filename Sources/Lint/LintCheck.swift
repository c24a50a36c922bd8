public import SourceText

/// Looks for one thing that the language allows and that is seldom meant.
///
/// A check stands in a file of its own and is added to ``Linter/checks``. Its examples are whole law files against
/// the shipped rules: the wrong one draws this warning and no other, the right one draws none at all. The tests run
/// them.
public protocol LintCheck: Sendable {
  /// The kind of the warnings.
  var code: DiagnosticCode { get }
  /// What is looked for, why it matters in law, and the two examples.
  var explanation: DiagnosticExplanation { get }
  /// What was found, in any order. A check is silent where it cannot be sure.
  func warnings(in law: LintedLaw) -> [Diagnostic]
}
