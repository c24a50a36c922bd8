public import LegalModel

/// Decides single cases by reading the law article by article, as a judge would.
///
/// It shares no code with the set algebra: every example that is printed must give the same verdict here.
public struct CaseEvaluator {
  private let corpus: LegalCorpus
  private let scope: CheckScope
  private let articles: [ArticleID]
  private let matcher: RegionMatcher
  /// How many ways to settle open questions are tried for one case.
  private static let limit = 20_000

  /// Prepares to decide cases under the articles in force.
  public init(corpus: LegalCorpus, scope: CheckScope, articles: [ArticleID]) {
    self.corpus = corpus
    self.scope = scope
    self.articles = articles
    matcher = RegionMatcher(corpus: corpus, asOf: scope.asOf, fixedReading: scope.reading)
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

  /// Whether the evaluator confirms a finding: a gap stands `never`, an undecided case `sometimes`.
  func agrees(_ subject: LegalCase, rule: RuleID, duty: Duty, isUndecided: Bool) -> Bool {
    switch standing(of: subject, rule: rule, duty: duty) {
    case .always: false
    case .sometimes: isUndecided
    case .never: !isUndecided
    case .unknown: true
    }
  }

  /// How a case stands in view of a rule, every way to settle open questions tried.
  public func standing(of subject: LegalCase, rule: RuleID, duty: Duty) -> Standing {
    guard let choices = Choices.all(points(for: subject, rule: rule, duty: duty), limit: Self.limit) else {
      return .unknown
    }
    var (yes, no) = (false, false)
    for choice in choices {
      if satisfies(subject, rule: rule, duty: duty, choice) { yes = true } else { no = true }
      if yes && no { return .sometimes }
    }
    return yes ? .always : .never
  }

  // MARK: Duties

  private func satisfies(_ subject: LegalCase, rule: RuleID, duty: Duty, _ choices: Choices) -> Bool {
    let liability = corpus[rule].liability
    switch duty {
    case .punish:
      return isPunished(subject, liability, choices) || isUnreadLawReaching(subject, choices)
    case .prohibit:
      return isPunished(subject, Set(Liability.allCases), choices) || isUnreadLawReaching(subject, choices)
        || choices.isYes(.otherLaw)
    case .notPunish:
      return !isPunished(subject, liability, choices) && !isUnreadLawReaching(subject, choices)
    case .define:
      return isDefined(subject, rule: rule, choices)
    case .penaltyFloor(_, let days):
      let punishing = offences.flatMap { severities(of: $0, subject, liability, choices) }
      if punishing.isEmpty || isUnreadLawReaching(subject, choices) { return true }
      return punishing.contains { severity in
        switch severity.days {
        case .days(let highest): highest >= days ?? 1
        case .notStated: choices.isYes(.penalty(severity.article))
        }
      }
    }
  }

  private struct OffenceReference {
    let article: ArticleID
    let offence: Offence
    let position: Int
  }

  private var offences: [OffenceReference] {
    articles.flatMap { id in
      corpus[id].offences.enumerated().map { OffenceReference(article: id, offence: $0.element, position: $0.offset) }
    }
  }

  private func isPunished(_ subject: LegalCase, _ liability: Set<Liability>, _ choices: Choices) -> Bool {
    offences.contains { !severities(of: $0, subject, liability, choices).isEmpty }
  }

  private func isDefined(_ subject: LegalCase, rule: RuleID, _ choices: Choices) -> Bool {
    articles.contains { id in
      corpus[id].definitions.contains { definition in
        let users = [id] + matcher.articles(usedBy: corpus[definition].region)
        guard users.contains(where: { corpus[$0].claims.contains { $0.rules.contains(rule) } }) else { return false }
        return matcher.paths(of: definition, subject, choices).contains { isTrusted($0, choices) }
      }
    }
  }

  private func isUnreadLawReaching(_ subject: LegalCase, _ choices: Choices) -> Bool {
    unreadMarks.contains { point, mark in
      choices.isYes(point) && matcher.paths(mark.region, subject, choices).contains { isTrusted($0, choices) }
    }
  }

  private var unreadMarks: [(Choices.Point, Unread)] {
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

  private struct Punishment {
    let article: ArticleID
    let days: PenaltyMap.Severity
  }

  /// The penalties an offence brings for a case, directly or by way of the general part; empty if it brings none.
  private func severities(
    of reference: OffenceReference, _ subject: LegalCase, _ liability: Set<Liability>, _ choices: Choices
  ) -> [Punishment] {
    if isExempt(subject, article: reference.article, choices) { return [] }
    let rules = articles.flatMap { corpus[$0].extensions }.filter {
      $0.scope.contains(reference.article) && subject[corpus[$0.line].element].isAllowed(by: corpus[$0.line].selection)
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
    guard let own = ownCase(subject, rules) else { return nil }
    let overlay = matcher.overlay(reference.article, target: .offence(reference.position), choices)
    let extensionGrade = rules.map { min($0.evidence.grade, corpus[$0.line].evidence.grade) }.min() ?? .text
    let reaches = matcher.paths(reference.offence.region, own, choices, overlay: overlay).contains { path in
      var trusted = path
      if !path.hasEvidence { trusted.grade = reference.offence.evidence.grade }
      trusted.grade = min(trusted.grade, extensionGrade)
      return defaultsHold(own, stated: path.stated) && isTrusted(trusted, choices)
    }
    guard reaches else { return nil }
    let days = severity(reference.offence, own, choices)
    for rule in rules {
      if let condition = rule.condition, matcher.paths(condition, own, choices).isEmpty { return nil }
      switch days {
      case .notStated: if rule.maximumOver != nil || rule.maximumUpTo != nil { return nil }
      case .days(let highest):
        if let over = rule.maximumOver, highest <= over { return nil }
        if let upTo = rule.maximumUpTo, highest > upTo { return nil }
      }
    }
    let kind = rules.compactMap(\.liability).last ?? reference.offence.liability
    return liability.contains(kind) ? Punishment(article: reference.article, days: days) : nil
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

  private func defaultsHold(_ subject: LegalCase, stated: Set<ElementID>) -> Bool {
    corpus.vocabulary.elements.indices.allSatisfy { index in
      guard let selection = corpus.vocabulary.elements[index].defaultSelection, !stated.contains(ElementID(index))
      else { return true }
      return subject.values[index].isAllowed(by: selection)
    }
  }

  private func severity(_ offence: Offence, _ subject: LegalCase, _ choices: Choices) -> PenaltyMap.Severity {
    let special = offence.penalties.filter { penalty in
      penalty.condition.map { !matcher.paths($0, subject, choices).isEmpty } ?? false
    }
    let valid = special.isEmpty ? offence.penalties.filter { $0.condition == nil } : special
    let days = valid.compactMap { penalty -> Int? in
      switch penalty.severity {
      case .days(let days): days
      case .notStated: nil
      }
    }
    return days.max().map { .days($0) } ?? .notStated
  }

  private func isExempt(_ subject: LegalCase, article: ArticleID, _ choices: Choices) -> Bool {
    articles.contains { id in
      corpus[id].exemptions.contains {
        $0.scope.contains(article) && !matcher.paths($0.region, subject, choices).isEmpty
      }
    }
  }

  // MARK: Open questions

  /// The points on which the standing of a case can depend.
  private func points(for subject: LegalCase, rule: RuleID, duty: Duty) -> [Choices.Point] {
    var points: [Choices.Point] = []
    func add(_ more: [Choices.Point]) { for point in more where !points.contains(point) { points.append(point) } }
    switch duty {
    case .prohibit: add([.otherLaw])
    case .punish, .notPunish, .define, .penaltyFloor: break
    }
    for reference in offences {
      let own = articlesBehind(reference.offence.region, article: reference.article)
      let candidates = own.flatMap { matcher.points(of: $0) } + evidencePoint
      guard let ways = Choices.all(candidates, limit: 4_096) else { return points }
      let matches = ways.map { !severities(of: reference, subject, Set(Liability.allCases), $0).isEmpty }
      guard matches.contains(true) else { continue }
      if matches.contains(false) { add(candidates) }
      add([.penalty(reference.article)].filter { _ in duty.isFloor })
    }
    if duty.isDefinition {
      for id in articles where !corpus[id].definitions.isEmpty {
        for definition in corpus[id].definitions {
          add(articlesBehind(corpus[definition].region, article: id).flatMap { matcher.points(of: $0) })
        }
      }
    }
    add(unreadMarks.filter { !matcher.paths($0.1.region, subject, Choices()).isEmpty }.map(\.0))
    add(evidencePoint)
    return points
  }

  private var evidencePoint: [Choices.Point] { scope.evidence > .unverified ? [.evidence] : [] }

  private func articlesBehind(_ region: Region, article: ArticleID) -> [ArticleID] {
    var result = [article]
    for other in matcher.articles(usedBy: region) where !result.contains(other) { result.append(other) }
    return result
  }
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

extension Duty {
  fileprivate var isFloor: Bool {
    switch self {
    case .penaltyFloor: true
    case .punish, .prohibit, .notPunish, .define: false
    }
  }

  fileprivate var isDefinition: Bool {
    switch self {
    case .define: true
    case .punish, .prohibit, .notPunish, .penaltyFloor: false
    }
  }
}
