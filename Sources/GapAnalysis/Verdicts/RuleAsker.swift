import LegalModel
import Regions

/// Puts rules to a law: which units count for which duty, and what the answer means.
struct RuleAsker {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex

  /// How the required cases of a rule stand.
  func outcome(of rule: RuleID, duty: Duty, required: RequiredRegion) throws -> RuleOutcome {
    let liability = corpus[rule].liability
    // What law that was not read would create is not known: it may be any kind of liability.
    let reaching = law.units(reaching: required.hull)
    let units = reaching.filter { liability.contains($0.liability) || $0.provision.isUnread }
    switch duty {
    case .punish:
      return try coverage(required, units)
    case .prohibit:
      return try coverage(required, reaching + otherLaw(required))
    case .define:
      return try coverage(required, claimedDefinitions(for: rule))
    case .notPunish:
      let question = try RuleQuestion(required: required, units: units, law: law)
      return try RuleOutcome(question: question, satisfying: try unpunished(question))
    case .penaltyFloor(_, let days):
      return try floor(required, units, days: days ?? 1)
    }
  }

  /// How the required cases of a rule to punish stand if only some offences count.
  func coverage(of rule: RuleID, required: RequiredRegion, by offences: [LegalUnit]) throws -> RuleOutcome {
    let liability = corpus[rule].liability
    return try coverage(required, offences.filter { liability.contains($0.liability) })
  }

  /// The cases that are punished whatever the answers: the gap of a rule not to punish, without all else of it.
  func alwaysPunished(of rule: RuleID, required: RequiredRegion) throws -> [Box] {
    let liability = corpus[rule].liability
    let units = law.units(reaching: required.hull).filter {
      liability.contains($0.liability) || $0.provision.isUnread
    }
    let question = try RuleQuestion(required: required, units: units, law: law)
    return try question.partition(question.units.map { question.unit($0) }).parts.compactMap { part in
      switch part.coverage {
      case .always: Box(masks: question.elements(of: part.box))
      case .never, .sometimes: nil
      }
    }
  }

  /// The definitions that are relied on for a rule, all alternatives of each.
  private func claimedDefinitions(for rule: RuleID) -> [LegalUnit] {
    let provisions = Set(law.definitions.filter { claims.claim(on: $0, for: rule) != nil }.map(\.provision))
    return law.definitions.filter { provisions.contains($0.provision) }
  }

  private func coverage(_ required: RequiredRegion, _ units: [LegalUnit]) throws -> RuleOutcome {
    let question = try RuleQuestion(required: required, units: units, law: law)
    return try RuleOutcome(question: question, satisfying: question.units.map { question.unit($0) })
  }

  /// What is not punished may still be prohibited by law of another kind, of which nothing is encoded yet.
  private func otherLaw(_ required: RequiredRegion) -> [LegalUnit] {
    guard let position = law.questions.firstIndex(where: { $0.kind == .otherLaw }) else { return [] }
    return [
      LegalUnit(
        provision: Provision(statute: nil, article: nil, kind: .otherLaw), masks: required.hull,
        answers: .only(QuestionID(position), 0b10), exceptions: [], lines: [], uses: [], extendedBy: [],
        evidence: .text, liability: .administrative)
    ]
  }

  /// A case is as the rule asks if nothing punishes it, or if something punishes it severely enough.
  private func floor(_ required: RequiredRegion, _ units: [LegalUnit], days: Int) throws -> RuleOutcome {
    let severe = units.flatMap { severePieces(of: $0, days: days) }
    let question = try RuleQuestion(required: required, units: units, further: severe, law: law)
    let enough = question.further.map { question.unit($0) } + (try unpunished(question))
    return try RuleOutcome(question: question, satisfying: enough)
  }

  /// What no unit reaches, under the answers under which none does.
  private func unpunished(_ question: RuleQuestion) throws(WorkLimitPassed) -> [Unit] {
    try SetDifference.parts(
      of: question.requiredBoxes, minus: question.units.map { question.unit($0) }, in: question.space
    ).map { Unit(box: $0) }
  }

  /// The parts of a unit that can bring at least so many days; where no penalty is stated, that is a question.
  private func severePieces(of unit: LegalUnit, days: Int) -> [LegalUnit] {
    guard let map = law.penalties[unit.provision] else { return [unit] }
    var pieces = map.pieces(over: days - 1).compactMap { unit.intersection($0) }
    if let article = unit.provision.article,
      let question = law.questions.firstIndex(where: { $0.kind == .penaltyNotStated(article) })
    {
      pieces += map.piecesNotStated().compactMap { draft in
        draft.under(.only(QuestionID(question), 0b10)).flatMap { unit.intersection($0) }
      }
    }
    return pieces
  }
}
