import LegalSyntax
import SourceText

/// Dates behind the day up to which a law was researched, and such a day in the future.
struct DateAfterResearch: LintCheck {
  let code = DiagnosticCode.dateAfterResearch
  let explanation = DiagnosticExplanation(
    summary: "A date lies behind the day up to which the law was researched.",
    why: """
      `researched up to` promises that nobody looked for changes after that day. A later date in the same statute \
      was either learnt later, and the day should be moved, or it is misspelt.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2020-01-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          in force from 2005-06-01 until 2022-03-01
          offence { act deliver; age under 18; penalty imprisonment 2 to 6 years }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2022-06-01
        evidence text "official gazette"
        article 1 "Sale of children" {
          in force from 2005-06-01 until 2022-03-01
          offence { act deliver; age under 18; penalty imprisonment 2 to 6 years }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    law.statutes.flatMap { statute -> [Diagnostic] in
      let researched = law.parts(of: statute.name.text).lazy.compactMap(\.researched).first
      guard let researched, let day = researched.date else { return [] }
      var found = dates(of: statute).compactMap { date -> Diagnostic? in
        guard let known = date.date, day < known else { return nil }
        return Diagnostic(
          code, "`\(known)` lies after \(day), up to which the law was researched", at: date.span,
          related: [Diagnostic.Label(researched.span, "researched up to this day")],
          help: ["look whether the law changed in between, then move `researched up to`; or correct the date"]
        )
      }
      if statute.researched != nil, law.today < day {
        found.append(
          Diagnostic(
            code, "the law is said to be researched up to \(day), a day in the future", at: researched.span,
            label: "today is \(law.today)", help: ["write the day on which somebody last looked for changes"])
        )
      }
      return found
    }
  }

  private func dates(of statute: StatuteSyntax) -> [DateSyntax] {
    let periods = [statute.inForce] + statute.articles.map(\.inForce)
    let readings = statute.articles.flatMap { article in
      article.readings + article.definitions.flatMap(\.readings) + article.offences.flatMap(\.readings)
    }
    return periods.compactMap { $0 }.flatMap { [$0.from, $0.until].compactMap { $0 } }
      + readings.compactMap(\.from)
  }
}
