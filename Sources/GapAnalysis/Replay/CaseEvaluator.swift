public import LegalModel
import LegalSyntax

/// Decides single cases by reading the law article by article, as a judge would.
///
/// It shares no code with the set algebra: every example that is printed must give the same verdict here.
public struct CaseEvaluator: Sendable {
  private let corpus: LegalCorpus
  private let scope: CheckScope
  private let articles: [ArticleID]
  private let matcher: RegionMatcher
  private let offences: [OffenceReference]
  private let unreadMarks: [(Choices.Point, Unread)]
  /// How many ways to settle open questions are tried for one case.
  private static let limit = 20_000

  /// Prepares to decide cases under the articles in force.
  public init(corpus: LegalCorpus, scope: CheckScope, articles: [ArticleID]) {
    self.corpus = corpus
    self.scope = scope
    self.articles = articles
    let matcher = RegionMatcher(corpus: corpus, asOf: scope.asOf, fixedReading: scope.reading)
    self.matcher = matcher
    offences = OffenceReference.all(in: articles, of: corpus, matcher: matcher)
    unreadMarks = Self.unreadMarks(corpus, scope, articles)
  }

  /// How a case stands in view of a duty.
  public enum Standing: Hashable, Sendable {
    /// As the rule asks, however open questions are settled.
    case always
    /// Only if they are settled in some ways.
    case sometimes
    /// In no way.
    case never
    /// Too many open questions bear on the case to try all answers.
    case unknown
  }

  /// How a case stands in view of a rule, every way to settle open questions tried.
  public func standing(of subject: LegalCase, rule: RuleID, duty: Duty) -> Standing {
    standing(of: subject, Asked(duty: duty, rule: rule, liability: corpus[rule].liability))
  }

  /// Whether a case is a criminal offence, whatever any rule says of it: `always`, `sometimes` or `never`.
  func punishment(of subject: LegalCase) -> Standing {
    standing(
      of: subject, Asked(duty: .punish(.rules([], changes: [])), rule: nil, liability: [.criminal]))
  }

  /// What is asked of a case.
  private struct Asked {
    let duty: Duty
    /// The rule that asks; nil if none does.
    let rule: RuleID?
    let liability: Set<Liability>
  }

  private func standing(of subject: LegalCase, _ asked: Asked) -> Standing {
    // Most offences cannot reach the case, however the law is read: they are set aside once.
    let near = Near(
      offences: offences.filter { $0.mayReach(subject, matcher) }.map { reference in
        NearOffence(
          reference, points: points(behind: reference.regions, of: reference.article) + evidencePoint)
      },
      unread: unreadMarks.filter { matcher.mayReach($0.1.region, subject, settable: ElementSet()) })
    guard let points = points(for: subject, asked, near),
      let choices = Choices.all(points, limit: Self.limit)
    else { return .unknown }
    var (yes, no) = (false, false)
    for choice in choices {
      if satisfies(subject, asked, near, choice) { yes = true } else { no = true }
      if yes && no { return .sometimes }
    }
    return yes ? .always : .never
  }

  /// The law that may bear on one case.
  private struct Near {
    let offences: [NearOffence]
    let unread: [(Choices.Point, Unread)]
  }

  /// An offence that may reach the case at hand, with what it was found to bring. A class, since that is remembered:
  /// it depends on few of the open questions, and is asked for under all combinations of their answers.
  private final class NearOffence {
    let reference: OffenceReference
    /// The points on which it depends what the offence brings.
    let points: [Choices.Point]
    /// What it brings, by the positions chosen on these points.
    private var known: [Int: [Punishment]] = [:]

    init(_ reference: OffenceReference, points: [Choices.Point]) {
      self.reference = reference
      self.points = points
    }

    func punishments(under choices: Choices, finding find: () -> [Punishment]) -> [Punishment] {
      let key = points.reduce(0) { $0 &* $1.count &+ choices[$1] }
      if let found = known[key] { return found }
      let found = find()
      known[key] = found
      return found
    }
  }

  // MARK: Duties

  private func satisfies(
    _ subject: LegalCase, _ asked: Asked, _ near: Near, _ choices: Choices
  ) -> Bool {
    let liability = asked.liability
    switch asked.duty {
    case .punish:
      return isPunished(subject, liability, near, choices) || isUnreadLawReaching(subject, near, choices)
    case .prohibit:
      return isPunished(subject, Set(Liability.allCases), near, choices)
        || isUnreadLawReaching(subject, near, choices)
        || choices.isYes(.otherLaw)
    case .notPunish:
      return !isPunished(subject, liability, near, choices) && !isUnreadLawReaching(subject, near, choices)
    case .define:
      return asked.rule.map { isDefined(subject, rule: $0, choices) } ?? false
    case .penaltyFloor(_, let days):
      let punishing = near.offences.flatMap { severities(of: $0, subject, liability, choices) }
      if punishing.isEmpty || isUnreadLawReaching(subject, near, choices) { return true }
      return punishing.contains { punishment in
        if let highest = punishment.stated, highest >= days ?? 1 { return true }
        return punishment.isPartlyUnknown && choices.isYes(.penalty(punishment.article))
      }
    }
  }

  private func isPunished(
    _ subject: LegalCase, _ liability: Set<Liability>, _ near: Near, _ choices: Choices
  ) -> Bool {
    near.offences.contains { !severities(of: $0, subject, liability, choices).isEmpty }
  }

  private func isDefined(_ subject: LegalCase, rule: RuleID, _ choices: Choices) -> Bool {
    articles.contains { id in
      corpus[id].definitions.contains { definition in
        let behind = [definition] + matcher.definitions(usedBy: corpus[definition].region)
        guard behind.contains(where: { isClaimed($0, for: rule) }) else { return false }
        return matcher.paths(of: definition, subject, choices).contains { isTrusted($0, choices) }
      }
    }
  }

  private func isClaimed(_ id: DefinitionID, for rule: RuleID) -> Bool {
    guard case .article(let article) = corpus[id].owner else { return false }
    return corpus[article].claims.contains { claim in
      claim.rules.contains(rule) && (claim.target == .all || claim.target == .definition(id))
    }
  }

  private func isUnreadLawReaching(_ subject: LegalCase, _ near: Near, _ choices: Choices) -> Bool {
    near.unread.contains { point, mark in
      choices.isYes(point) && !matcher.paths(mark.region, subject, choices).isEmpty
    }
  }

  private static func unreadMarks(
    _ corpus: LegalCorpus, _ scope: CheckScope, _ articles: [ArticleID]
  ) -> [(Choices.Point, Unread)] {
    var result: [(Choices.Point, Unread)] = []
    for (index, statute) in corpus.statutes.enumerated()
    where statute.jurisdiction == scope.jurisdiction && statute.period.contains(scope.asOf) {
      for (position, mark) in statute.unread.enumerated() {
        result.append((.unread(StatuteID(index), nil, position), mark))
      }
    }
    for id in articles {
      for (position, mark) in corpus[id].unread.enumerated() {
        result.append((.unread(corpus[id].statute, id, position), mark))
      }
    }
    return result
  }

  private func isTrusted(_ path: RegionMatcher.Path, _ choices: Choices) -> Bool {
    path.grade >= scope.evidence || choices.isYes(.evidence)
  }

  // MARK: Offences

  private struct Punishment: Hashable {
    let article: ArticleID
    /// The most days of imprisonment among the penalties that are stated; nil if none is.
    let stated: Int?
    /// Whether some penalty is not stated.
    let isPartlyUnknown: Bool
  }

  /// The penalties an offence brings for a case, directly or by way of the general part; empty if it brings none.
  private func severities(
    of near: NearOffence, _ subject: LegalCase, _ liability: Set<Liability>, _ choices: Choices
  ) -> [Punishment] {
    near.punishments(under: choices) { severities(of: near.reference, subject, liability, choices) }
  }

  private func severities(
    of reference: OffenceReference, _ subject: LegalCase, _ liability: Set<Liability>, _ choices: Choices
  ) -> [Punishment] {
    guard !reference.exemptions.contains(where: { !matcher.paths($0.region, subject, choices).isEmpty })
    else { return [] }
    let rules = reference.extensions.filter {
      subject[corpus[$0.line].element].isAllowed(by: corpus[$0.line].selection)
    }
    if rules.isEmpty {
      return punishment(of: reference, subject, by: [], liability, choices).map { [$0] } ?? []
    }
    return choicesOfRules(rules).compactMap { chosen in
      punishment(of: reference, subject, by: chosen, liability, choices)
    }
  }

  /// Every choice of at most one rule of the general part an element, the empty choice included.
  private func choicesOfRules(_ rules: [Extension]) -> [[Extension]] {
    rules.reduce([[]]) { choices, rule in
      choices
        + choices.filter { chosen in
          !chosen.contains { corpus[$0.line].element == corpus[rule.line].element }
        }.map { $0 + [rule] }
    }
  }

  private func punishment(
    of reference: OffenceReference, _ subject: LegalCase, by rules: [Extension], _ liability: Set<Liability>,
    _ choices: Choices
  ) -> Punishment? {
    guard let own = rules.isEmpty ? subject : ownCase(subject, rules) else { return nil }
    let overlay = matcher.overlay(reference.article, target: .offence(reference.position), choices)
    let extensionGrade = rules.map { min($0.evidence.grade, corpus[$0.line].evidence.grade) }.min() ?? .text
    let reaches = matcher.paths(reference.offence.region, own, choices, overlay: overlay).contains { path in
      var trusted = path
      if !path.hasEvidence { trusted.grade = reference.offence.evidence.grade }
      trusted.grade = min(trusted.grade, extensionGrade)
      return defaultsHold(own, stated: path.stated) && isTrusted(trusted, choices)
    }
    guard reaches else { return nil }
    guard rules.allSatisfy({ holds($0, for: own, of: reference.offence, choices) }) else { return nil }
    let named = rules.compactMap(\.liability)
    // Where several rules name a liability, the farthest from criminal law counts.
    let kind =
      [.administrative, .civil, .criminal].first { named.contains($0) } ?? reference.offence.liability
    guard liability.contains(kind) else { return nil }
    let valid = penalties(of: reference.offence, subject, choices)
    return Punishment(
      article: reference.article, stated: valid.compactMap(\.statedDays).max(),
      isPartlyUnknown: valid.isEmpty || valid.contains { $0.statedDays == nil })
  }

  /// Whether a rule of the general part holds for an offence's own case.
  private func holds(_ rule: Extension, for own: LegalCase, of offence: Offence, _ choices: Choices) -> Bool {
    if let condition = rule.condition, matcher.paths(condition, own, choices).isEmpty { return false }
    let own = penalties(of: offence, own, choices)
    if let days = rule.maximumOver, !own.contains(where: { $0.statedDays.map { $0 > days } ?? false }) {
      return false
    }
    guard let days = rule.maximumUpTo else { return true }
    return !own.isEmpty && own.allSatisfy { $0.statedDays.map { $0 <= days } ?? false }
  }

  /// The case that the offence itself must reach: what the general part adds is set back to what silence means.
  private func ownCase(_ subject: LegalCase, _ rules: [Extension]) -> LegalCase? {
    var values = subject.values
    for rule in rules {
      let element = corpus[rule.line].element
      guard let value = corpus.vocabulary[element].defaultSelection?.lowest else { return nil }
      values[element.index] = value
    }
    return LegalCase(values: values)
  }

  private func defaultsHold(_ subject: LegalCase, stated: ElementSet) -> Bool {
    corpus.vocabulary.elements.indices.allSatisfy { index in
      guard let selection = corpus.vocabulary.elements[index].defaultSelection,
        !stated.contains(ElementID(index))
      else { return true }
      return subject.values[index].isAllowed(by: selection)
    }
  }

  /// The penalties that hold for a case: those with a condition that it fulfils, else those without any.
  private func penalties(of offence: Offence, _ subject: LegalCase, _ choices: Choices) -> [Penalty] {
    let special = offence.penalties.filter { penalty in
      penalty.condition.map { !matcher.paths($0, subject, choices).isEmpty } ?? false
    }
    return special.isEmpty ? offence.penalties.filter { $0.condition == nil } : special
  }

  // MARK: Open questions

  /// The points on which the standing of a case can depend; nil if there are too many to try.
  private func points(
    for subject: LegalCase, _ asked: Asked, _ near: Near
  ) -> [Choices.Point]? {
    let duty = asked.duty
    var points: [Choices.Point] = []
    func add(_ more: [Choices.Point]) {
      for point in more where !points.contains(point) { points.append(point) }
    }
    if duty.isProhibition { add([.otherLaw]) }
    let liability = duty.isProhibition ? Set(Liability.allCases) : asked.liability
    for offence in near.offences {
      guard let ways = Choices.all(offence.points, limit: 4_096) else { return nil }
      let found = effect(of: offence, subject, liability, ways, countsPenalties: duty.isFloor)
      guard found.brings else { continue }
      if duty.isFloor { add([.penalty(offence.reference.article)]) }
      if found.varies { add(offence.points) }
    }
    if duty.isDefinition {
      for id in articles {
        for definition in corpus[id].definitions {
          add(self.points(behind: [corpus[definition].region], of: id))
        }
      }
    }
    for (point, mark) in near.unread {
      let candidates = self.points(behind: [mark.region], of: nil)
      guard let ways = Choices.all(candidates, limit: 4_096) else { return nil }
      let results = Set(ways.map { !matcher.paths(mark.region, subject, $0).isEmpty })
      if results.contains(true) { add([point]) }
      if results.count > 1 { add(candidates) }
    }
    add(evidencePoint)
    return points
  }

  /// Whether an offence brings a penalty for a case in some way of settling open questions, and whether it matters
  /// which way. No more ways are tried than are needed to tell.
  private func effect(
    of offence: NearOffence, _ subject: LegalCase, _ liability: Set<Liability>,
    _ ways: some Sequence<Choices>, countsPenalties: Bool
  ) -> (brings: Bool, varies: Bool) {
    var first: Set<Punishment>?
    var brings = false
    for way in ways {
      let result = Set(severities(of: offence, subject, liability, way))
      if !result.isEmpty { brings = true }
      guard let known = first else {
        first = result
        continue
      }
      let varies = countsPenalties ? known != result : known.isEmpty != result.isEmpty
      if varies { return (true, true) }
    }
    return (brings, false)
  }

  private func points(behind regions: [Region], of article: ArticleID?) -> [Choices.Point] {
    matcher.points(behind: regions, of: article)
  }

  private var evidencePoint: [Choices.Point] { scope.evidence > .unverified ? [.evidence] : [] }
}

extension Selection {
  /// The lowest value or number.
  var lowest: CaseValue? {
    switch self {
    case .values(let set): set.positions.first.map { .value($0) }
    case .numbers(let set): set.ranges.first.map { .number($0.lowerBound) }
    }
  }
}

extension Penalty {
  /// The most days of imprisonment; 0 for a fine, nil if the penalty is not stated.
  fileprivate var statedDays: Int? {
    switch kind {
    case .imprisonment(_, let highest): highest ?? .max
    case .lifeImprisonment: .max
    case .fine: 0
    case .notStated: nil
    }
  }
}
