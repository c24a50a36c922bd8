import GapAnalysis
import LegalModel
import SourceText

/// An exception that takes nothing out of its block.
struct IdleException: LintCheck {
  let code = DiagnosticCode.idleException
  let explanation = DiagnosticExplanation(
    summary: "An exception takes no case out of the offence or definition in which it stands.",
    why: """
      The law excepts something that it would otherwise punish. If the block never reached those cases, a line of \
      the block or of the exception says something else than the law. Inside an exception silence means every \
      value, so that each line makes it narrower.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          offence {
            act deliver
            age under 15
            except "with consent of the guardians" { age at least 16; consent parent-or-guardian }
            penalty imprisonment 2 to 6 years
          }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          offence {
            act deliver
            age under 18
            except "with consent of the guardians" { age at least 16; consent parent-or-guardian }
            penalty imprisonment 2 to 6 years
          }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    let spans = law.surveys.map { Set($0.idleExceptions) }.reduce(into: Set<SourceSpan>()) {
      $0.formUnion($1)
    }
    return spans.sorted().filter { law.isOwn($0) }.map {
      Diagnostic(
        code, "this exception takes nothing out", at: $0,
        help: ["no case of the block satisfies all lines of the exception: compare them element by element"])
    }
  }
}
