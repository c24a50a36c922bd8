import LegalModel

/// One way to settle everything that is not settled about a law.
struct Settlement: Hashable {
  let text: TextChoice
  /// The marks of unread law that reach what they might reach.
  let unread: Set<UnreadKey>
  /// Whether lines of weaker evidence than asked for are right.
  let isWeakEvidenceRight: Bool
  /// Whether other law than criminal law prohibits everything.
  let isProhibitedElsewhere: Bool
  /// The articles whose penalty, which is not stated, is high enough.
  let severeArticles: Set<ArticleKey>
}

struct UnreadKey: Hashable {
  let statute: Int
  /// Nil for a mark of the statute itself.
  let article: Int?
  let position: Int
}

/// How the cases of one rule stand: the third opinion, by trying every case under every settlement.
struct OracleAnswer {
  let required: CaseSet
  /// The cases that are as the rule asks, by settlement.
  let asAsked: [(settlement: Settlement, cases: CaseSet)]
  let covered: CaseSet
  let depends: CaseSet
  let gap: CaseSet

  init(required: CaseSet, asAsked: [(settlement: Settlement, cases: CaseSet)]) {
    self.required = required
    self.asAsked = asAsked
    var always = required
    var sometimes = required.subtracting(required)
    for (_, cases) in asAsked {
      always.formIntersection(cases)
      sometimes.formUnion(cases)
    }
    covered = always
    gap = required.subtracting(sometimes)
    depends = required.subtracting(always).subtracting(gap)
  }
}

/// A slow and plain judge of small worlds, written from the meaning of the language: it enumerates cases and
/// settlements, and knows neither boxes nor the corpus.
final class Oracle {
  let world: World
  let table: CaseTable
  private let scope: WorldScopeOfCheck
  let articles: [ArticleKey]
  let marks: [(key: UnreadKey, mark: WorldUnread)]
  let laws: [(text: TextChoice, law: LawUnderText, unread: [CaseSet])]
  private let plain: TextReader
  private var requiredCases: [String: CaseSet] = [:]
  private var answers: [String: OracleAnswer] = [:]

  init(_ world: World, _ scope: WorldScopeOfCheck) {
    self.world = world
    self.scope = scope
    let table = CaseTable(world.elements)
    self.table = table
    var articles: [ArticleKey] = []
    var marks: [(UnreadKey, WorldUnread)] = []
    for (statute, law) in world.statutes.enumerated() where law.period.contains(scope.year) {
      for (position, mark) in law.unread.enumerated() {
        marks.append((UnreadKey(statute: statute, article: nil, position: position), mark))
      }
      for (article, part) in law.articles.enumerated() where part.period?.contains(scope.year) ?? true {
        articles.append(ArticleKey(statute: statute, article: article))
        for (position, mark) in part.unread.enumerated() {
          marks.append((UnreadKey(statute: statute, article: article, position: position), mark))
        }
      }
    }
    self.articles = articles
    self.marks = marks
    plain = TextReader(world: world, table: table, year: scope.year, choice: TextChoice())
    let shifts = ShiftMemory()
    laws = Self.texts(of: world, scope).map { text in
      let reader = TextReader(world: world, table: table, year: scope.year, choice: text)
      let law = LawUnderText(reader: reader, articles: articles, shifts: shifts)
      return (text, law, law.unread(marks.map(\.1)))
    }
  }

  // MARK: Settlements

  /// Every way to read the texts: one reading for each article that has some, unless it is fixed, and every
  /// combination of alternative versions.
  private static func texts(of world: World, _ scope: WorldScopeOfCheck) -> [TextChoice] {
    var choices = [TextChoice()]
    for (statute, law) in world.statutes.enumerated() {
      for (position, article) in law.articles.enumerated() {
        let key = ArticleKey(statute: statute, article: position)
        let all =
          article.readings + article.offences.flatMap(\.readings)
          + article.definitions.flatMap { world.definitions[$0].readings }
        let counting = all.filter { ($0.from ?? .min) <= scope.year }
        let names = Set(counting.filter { !$0.isAlternative }.map(\.name)).sorted()
        if let fixed = scope.reading, fixed == "literal" || names.contains(fixed) {
          if fixed != "literal" { for index in choices.indices { choices[index].readings[key] = fixed } }
        } else {
          choices = choices.flatMap { choice in
            [choice] + names.map { choice.reading(key, as: $0) }
          }
        }
        for name in Set(counting.filter(\.isAlternative).map(\.name)).sorted() {
          choices += choices.map { $0.taking(AlternativeKey(article: key, name: name)) }
        }
      }
    }
    return choices
  }

  private static func subsets<Item: Hashable>(_ items: [Item]) -> [Set<Item>] {
    items.reduce([[]]) { sets, item in sets + sets.map { $0.union([item]) } }
  }

  // MARK: Rules

  /// Whether the rule applies to the State at all on the day.
  func applies(_ rule: WorldRule) -> Bool {
    world.boundFrom <= scope.year && (rule.from ?? .min) <= scope.year
  }

  private var reservations: [WorldReservation] {
    world.reservations.filter { ($0.from ?? .min) <= scope.year }
  }

  static func names(_ patterns: [String], _ name: String) -> Bool {
    patterns.contains { pattern in
      pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }
  }

  func isReserved(_ rule: WorldRule) -> Bool {
    reservations.contains { $0.region == nil && Self.names($0.rules, rule.name) }
  }

  /// The rules that a rule varies and that no reservation takes out.
  func bases(of rule: WorldRule) -> [WorldRule] {
    guard case .rules(let patterns, _) = rule.target else { return [] }
    return world.rules.filter { Self.names(patterns, $0.name) && !isReserved($0) }
  }

  /// The cases a rule is about.
  func required(_ rule: WorldRule) -> CaseSet {
    if let known = requiredCases[rule.name] { return known }
    var result = table.none
    switch rule.target {
    case .region(let region):
      for way in plain.waysWithDefaults(region) { result.formUnion(way.cases) }
    case .rules(_, let changes):
      for base in bases(of: rule) { result.formUnion(required(base)) }
      result = varied(result, changes)
    }
    for excluded in rule.mayExclude { result.subtract(plain.cases(excluded)) }
    for reservation in reservations where Self.names(reservation.rules, rule.name) {
      if let region = reservation.region { result.subtract(plain.cases(region)) }
    }
    requiredCases[rule.name] = result
    return result
  }

  /// The cases that differ from one of the set in the changed elements alone and have the values of the changes.
  func varied(_ set: CaseSet, _ changes: [WorldLine]) -> CaseSet {
    changes.reduce(set) { result, change in
      let element = world.elements[change.element]
      let values =
        switch change.statement {
        case .any, .notStated: Array(0..<element.size)
        case .list(let choices): choices.flatMap { $0.values(of: element) }
        }
      return table.image(of: result, change.element, values)
    }
  }

  /// How the cases of a rule stand.
  func answer(_ rule: WorldRule) -> OracleAnswer {
    if let known = answers[rule.name] { return known }
    let required = required(rule)
    var asAsked: [(settlement: Settlement, cases: CaseSet)] = []
    for (text, law, unread) in laws {
      let open = rule.duty.isFloor ? Set(law.reaches.filter(\.hasUnstatedPenalty).map(\.article)) : []
      for reached in Self.subsets(Array(marks.indices)) {
        for evidence in scope.evidence > .unverified ? [false, true] : [false] {
          for elsewhere in rule.duty == .prohibit ? [false, true] : [false] {
            for articles in Self.subsets(open.sorted { ($0.statute, $0.article) < ($1.statute, $1.article) })
            {
              let settlement = Settlement(
                text: text, unread: Set(reached.map { marks[$0].key }), isWeakEvidenceRight: evidence,
                isProhibitedElsewhere: elsewhere, severeArticles: articles)
              let unreadCases = reached.reduce(into: table.none) { $0.formUnion(unread[$1]) }
              let cases = self.asAsked(rule, law, unreadCases, settlement).intersection(required)
              asAsked.append((settlement, cases))
            }
          }
        }
      }
    }
    let answer = OracleAnswer(required: required, asAsked: asAsked)
    answers[rule.name] = answer
    return answer
  }

  // MARK: One settlement

  private func asAsked(
    _ rule: WorldRule, _ law: LawUnderText, _ unread: CaseSet, _ settlement: Settlement
  ) -> CaseSet {
    func isTrusted(_ grade: EvidenceGrade) -> Bool {
      grade >= scope.evidence || settlement.isWeakEvidenceRight
    }
    let liability = Set(rule.liability.isEmpty ? [.criminal] : rule.liability)
    let trusted = law.reaches.filter { isTrusted($0.grade) }
    let fitting = trusted.filter { liability.contains($0.liability) }
    func union(_ reaches: [LawUnderText.Reach]) -> CaseSet {
      reaches.reduce(into: unread) { $0.formUnion($1.cases) }
    }
    switch rule.duty {
    case .punish: return union(fitting)
    case .prohibit: return settlement.isProhibitedElsewhere ? table.all : union(trusted)
    case .notPunish: return table.all.subtracting(union(fitting))
    case .define:
      let ways = law.defined { Self.names([$0], rule.name) }
      return ways.filter { isTrusted($0.grade ?? .text) }.reduce(into: table.none) { $0.formUnion($1.cases) }
    case .floor(let years):
      var result = table.all.subtracting(fitting.reduce(into: table.none) { $0.formUnion($1.cases) }).union(
        unread)
      for reach in fitting {
        for part in reach.severities {
          let isUnknown = part.severity.isPartlyUnknown && settlement.severeArticles.contains(reach.article)
          let isEnough = (part.severity.stated ?? 0) >= (years.map { $0 * 365 } ?? 1) || isUnknown
          if isEnough { result.formUnion(part.cases.intersection(reach.cases)) }
        }
      }
      return result
    }
  }
}

extension LawUnderText.Reach {
  /// Whether no penalty is stated for some of the cases.
  fileprivate var hasUnstatedPenalty: Bool {
    severities.contains { $0.severity.isPartlyUnknown && !$0.cases.intersection(cases).isEmpty }
  }
}

extension WorldDuty {
  var isFloor: Bool {
    switch self {
    case .floor: true
    case .punish, .notPunish, .prohibit, .define: false
    }
  }
}

extension TextChoice {
  fileprivate func reading(_ key: ArticleKey, as name: String) -> TextChoice {
    var result = self
    result.readings[key] = name
    return result
  }

  fileprivate func taking(_ key: AlternativeKey) -> TextChoice {
    var result = self
    result.alternatives.insert(key)
    return result
  }
}
