import LegalSyntax
import SourceText

/// `in force from unknown`.
struct UnknownStart: LintCheck {
  let code = DiagnosticCode.unknownDate
  let explanation = DiagnosticExplanation(
    summary: "It is not known since when a law, an article or an obligation applies.",
    why: """
      An unknown day counts as past: a check as of an early day takes the law to be in force, although it may \
      have come later. Whoever looks at an older act needs the day.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from unknown
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          offence { act deliver; age under 18; penalty imprisonment 2 to 6 years }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          offence { act deliver; age under 18; penalty imprisonment 2 to 6 years }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func look(_ period: PeriodSyntax?, _ what: String) {
      guard let period, period.from.date == nil else { return }
      found.append(
        Diagnostic(
          code, "it is not known since when \(what) applies", at: period.from.span,
          label: "counts as a day in the past",
          help: ["look for the day of entry into force in the official gazette, and write `from YYYY-MM-DD`"])
      )
    }
    for declaration in law.declarations {
      if case .jurisdiction(let state) = declaration {
        for bond in state.bonds { look(bond.period, "`\(bond.instrument.text)`") }
      }
    }
    for statute in law.statutes {
      look(statute.inForce, "the statute `\(statute.name.text)`")
      for article in statute.articles { look(article.inForce, "article \(article.number.text)") }
    }
    return found
  }
}
