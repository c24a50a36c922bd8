import LegalModel
import Testing

@testable import GapAnalysis

/// The plain evaluator, which replays printed examples, agrees with the oracle on every case.
struct EvaluatorCheck {
  let world: WorldCheck

  func run() {
    let corpus = world.checked.corpus
    let evaluator = CaseEvaluator(
      corpus: corpus, scope: world.checked.scope, articles: world.analysis.articles)
    for result in world.analysis.rules where result.verdict != .notApplicable {
      guard let duty = corpus[result.rule].duty,
        let rule = world.world.rules.first(where: { $0.name == corpus[result.rule].name })
      else { continue }
      let answer = world.oracle.answer(rule)
      let wrong = answer.required.cases.filter { subject in
        let standing = evaluator.standing(of: world.checked.legalCase(subject), rule: result.rule, duty: duty)
        return standing != expected(subject, answer)
      }
      #expect(wrong.isEmpty, world.place(rule.name))
    }
  }

  private func expected(_ subject: Int, _ answer: OracleAnswer) -> CaseEvaluator.Standing {
    if answer.covered.contains(subject) { return .always }
    return answer.gap.contains(subject) ? .never : .sometimes
  }
}
