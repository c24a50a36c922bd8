import GapAnalysis
import LegalModel
import SourceText

/// An offence whose every case another one punishes no less.
struct RepeatedOffence: LintCheck {
  let code = DiagnosticCode.repeatedOffence
  let explanation = DiagnosticExplanation(
    summary: "Another offence reaches every case of this one and punishes none of them less.",
    why: """
      Legislators rarely write an offence that adds nothing. Mostly a line is missing in the wider one, such as \
      the age of the victim, or the narrower one is stricter in a way that the file does not say yet.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of persons" {
          offence { act deliver, accept; penalty imprisonment 5 to 10 years }
        }
        article 2 "Sale of children" {
          offence { act deliver; age under 18; penalty imprisonment 5 to 10 years }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of persons" {
          offence { act deliver, accept; penalty imprisonment 5 to 10 years }
        }
        article 2 "Sale of children" {
          offence { act deliver; age under 18; penalty imprisonment 7 to 15 years }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    law.surveys.flatMap { survey in
      survey.repeatedOffences.compactMap { pair -> Diagnostic? in
        guard let article = pair.offence.article, let other = pair.by.article,
          let offence = survey.offence(pair.offence), let wider = survey.offence(pair.by),
          law.isOwn(offence.span)
        else { return nil }
        let place =
          article == other ? "another offence of the same article" : law.name(of: other, from: article)
        return Diagnostic(
          code, "\(place) reaches every case of this offence and punishes none of them less",
          at: offence.span, label: "adds nothing to what is punished",
          related: [Diagnostic.Label(wider.span, "reaches all of its cases")],
          help: [
            "look for a line that is missing in the wider offence, or for a higher penalty in the narrower one",
            "if this offence is meant to be the milder one, take its cases out of the wider one with `except`: "
              + "of several offences the most severe counts",
          ])
      }
    }
  }
}
