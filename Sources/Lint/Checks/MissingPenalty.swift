import LegalModel
import LegalSyntax
import SourceText

/// A criminal offence without any line on its penalty.
struct MissingPenalty: LintCheck {
  let code = DiagnosticCode.noPenalty
  let explanation = DiagnosticExplanation(
    summary: "An offence says nothing of its penalty.",
    why: """
      Whether attempt and complicity are punished often depends on the highest penalty, and floors of penalties \
      stay open without one. If the text was read and holds no penalty, the file should say so.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          offence { act deliver; age under 18 }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          offence { act deliver; age under 18; penalty not stated }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    law.statutes.flatMap(\.articles).flatMap { article in
      article.offences.filter { isCriminal($0) && $0.penalties.isEmpty }.map { offence in
        Diagnostic(
          code, "the offence of article \(article.number.text) has no penalty", at: offence.span,
          help: [
            "add a line such as `penalty imprisonment 2 to 5 years`",
            "write `penalty not stated` if somebody looked and found none",
          ])
      }
    }
  }

  private func isCriminal(_ offence: OffenceSyntax) -> Bool {
    offence.liability.map { $0.text == Liability.criminal.rawValue } ?? true
  }
}
