import GapAnalysis
import LegalModel
import SourceText

/// `implements` for a rule of which the provision reaches no case.
struct ClaimOutsideRule: LintCheck {
  let code = DiagnosticCode.claimOutsideRule
  let explanation = DiagnosticExplanation(
    summary: "An article is relied on for a rule of which it reaches no case.",
    why: """
      Either the claim names the wrong rule, or the encoding of the article is too narrow, or the State relies on \
      an article that does nothing for the duty. The last is worth a sentence to whoever makes the claim.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children for labour" {
          implements OPSC 3.1.a.i.a claimed by XA "initial report"
          offence { act deliver; age under 18; purpose forced-labour; penalty imprisonment 2 to 6 years }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of children for labour" {
          implements OPSC 3.1.a.i.c claimed by XA "initial report"
          offence { act deliver; age under 18; purpose forced-labour; penalty imprisonment 2 to 6 years }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    law.surveys.flatMap { survey in
      survey.articles.flatMap { article in
        law.corpus[article].claims.filter { law.isOwn($0.span) && isOutside($0, article, survey) }.map {
          warning($0, article, law)
        }
      }
    }
  }

  /// A claim for several rules is in order if one of them is met: the others may be met by other articles. Where an
  /// offence reaches no case of any rule, another check says so and names the nearest one.
  private func isOutside(_ claim: Claim, _ article: ArticleID, _ survey: ProvisionSurvey) -> Bool {
    let law = survey.corpus[article]
    // What an exemption or unread law does for a rule is not a matter of reaching its cases.
    guard law.exemptions.isEmpty, law.unread.isEmpty else { return false }
    let isToldElsewhere = survey.offences.contains { offence in
      offence.article == article && !survey.meetsSomeRule(offence) && survey.nearestRule(to: offence) != nil
    }
    return !isToldElsewhere
      && !claim.rules.contains { survey.isMet($0, by: article, target: claim.target) }
  }

  private func warning(_ claim: Claim, _ article: ArticleID, _ law: LintedLaw) -> Diagnostic {
    let place = law.name(of: article)
    let content = law.corpus[article]
    let isEmpty = content.offences.isEmpty && content.definitions.isEmpty && content.extensions.isEmpty
    return Diagnostic(
      code,
      isEmpty
        ? "\(place) is relied on for \(claim.pattern), but nothing of it is encoded"
        : "\(place) is relied on for \(claim.pattern), but reaches no case of it",
      at: claim.span,
      help: [
        isEmpty
          ? "encode what the article punishes, or mark it as `unread`"
          : "compare the lines of the article with `lacuna explain \(claim.rules.first.map { law.corpus[$0].name } ?? "")`",
        "a claim that is really made stays: the report then shows how far the article is from the rule",
      ])
  }
}
