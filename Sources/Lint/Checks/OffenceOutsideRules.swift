import GapAnalysis
import LegalModel
import SourceText

/// An offence about the conduct of a rule that reaches no case of any rule.
struct OffenceOutsideRules: LintCheck {
  let code = DiagnosticCode.offenceOutsideRules
  let explanation = DiagnosticExplanation(
    summary: "An offence has the conduct of a rule, and reaches no case that any rule is about.",
    why: """
      Such an offence changes no verdict. Where its conduct is one of the treaty, mostly one line keeps it away \
      from every case: an age, a purpose, or a value that means something else than the law. Offences about other \
      conduct are not reported.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of persons" {
          offence { act deliver; age at least 18; penalty imprisonment 2 to 6 years }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Sale of persons" {
          offence { act deliver; age any "of any age"; penalty imprisonment 2 to 6 years }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    law.surveys.flatMap { survey in
      survey.offences.compactMap { provision -> Diagnostic? in
        guard let offence = survey.offence(provision), let article = provision.article,
          law.isOwn(offence.span), !survey.meetsSomeRule(provision),
          let nearest = survey.nearestRule(to: provision)
        else { return nil }
        let rule = law.corpus[nearest.rule]
        let elements = nearest.elements.map { "`\(law.corpus.vocabulary[$0].name)`" }
        let reason =
          elements.isEmpty ? "an exception takes out what is left" : "they lie apart in \(list(elements))"
        return Diagnostic(
          code, "the offence of \(law.name(of: article)) reaches no case that any rule is about",
          at: offence.span, related: lines(of: offence, in: nearest.elements, law),
          help: [
            "nearest is \(rule.identity), \(rule.title): \(reason)",
            "`lacuna explain \(rule.name)` shows what the rule asks",
          ])
      }
    }
  }

  /// The lines of the offence that keep it away.
  private func lines(of offence: Offence, in elements: [ElementID], _ law: LintedLaw) -> [Diagnostic.Label] {
    offence.region.items.compactMap { item in
      guard case .line(let id) = item, elements.contains(law.corpus[id].element) else { return nil }
      return Diagnostic.Label(law.corpus[id].span, "keeps it away")
    }
  }

  private func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
