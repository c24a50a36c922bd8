import LegalModel

/// What the law of a world does under one way to read its texts, written from the meaning of the language alone.
struct LawUnderText {
  /// Cases that an offence reaches in one way.
  struct Reach {
    let article: ArticleKey
    var cases: CaseSet
    let grade: EvidenceGrade
    let liability: Liability
    /// The penalties of the offence, as a division of all cases.
    let severities: [Part]
  }

  /// Cases with one penalty.
  struct Part {
    let severity: Severity
    let cases: CaseSet
  }

  /// How severe a punishment is.
  struct Severity: Hashable {
    /// The most days of imprisonment among the penalties that are stated, 0 for fines alone; nil if none is stated.
    let stated: Int?
    /// Whether the law also has a penalty that is not stated.
    let isPartlyUnknown: Bool
  }

  let reader: TextReader
  private let articles: [ArticleKey]
  private let shifts: ShiftMemory
  /// What offences reach, directly and by way of the general part, minus exemptions.
  private(set) var reaches: [Reach] = []

  init(reader: TextReader, articles: [ArticleKey], shifts: ShiftMemory) {
    self.reader = reader
    self.articles = articles
    self.shifts = shifts
    for key in articles {
      for offence in reader.article(key).offences { add(offence, of: key) }
    }
  }

  private var table: CaseTable { reader.table }

  // MARK: Offences

  private mutating func add(_ offence: WorldOffence, of key: ArticleKey) {
    let ways = reader.ways(of: offence, at: key)
    let rules = extensions(over: key)
    let exempt = exemptions(over: key)
    let choices = choices(of: rules)
    let severities = severities(of: offence)
    let own = offence.liability ?? .criminal
    for way in ways {
      let direct = Reach(
        article: key, cases: way.cases, grade: way.grade ?? .text, liability: own, severities: severities)
      var found = [direct]
      for chosen in choices where !chosen.isEmpty {
        if let reach = extended(direct, by: chosen) { found.append(reach) }
      }
      for var reach in found {
        reach.cases.subtract(exempt)
        if !reach.cases.isEmpty { reaches.append(reach) }
      }
    }
  }

  private struct GeneralRule {
    let rule: WorldExtension
    let grade: EvidenceGrade
    let values: [Int]
  }

  private func extensions(over key: ArticleKey) -> [GeneralRule] {
    var result: [GeneralRule] = []
    for owner in articles {
      for rule in reader.article(owner).extensions where contains(rule.scope, of: owner.statute, key) {
        let element = reader.world.elements[rule.element]
        let values = rule.choices.map { $0.flatMap { $0.values(of: element) } } ?? Array(0..<element.size)
        result.append(
          GeneralRule(rule: rule, grade: rule.evidence ?? reader.grade(of: owner), values: values))
      }
    }
    return result
  }

  private func exemptions(over key: ArticleKey) -> CaseSet {
    var result = table.none
    for owner in articles {
      for exemption in reader.article(owner).exemptions
      where contains(exemption.scope, of: owner.statute, key) {
        result.formUnion(reader.cases(exemption.region))
      }
    }
    return result
  }

  private func contains(_ scope: WorldScope, of statute: Int, _ key: ArticleKey) -> Bool {
    switch scope {
    case .ownStatute: key.statute == statute
    case .everyStatute: true
    case .articles(let ranges): key.statute == statute && ranges.contains { $0.contains(key.article) }
    case .numbers(let numbers): key.statute == statute && numbers.contains(reader.article(key).number)
    case .statutes(let positions): positions.contains(key.statute)
    }
  }

  /// Every choice of at most one rule an element.
  private func choices(of rules: [GeneralRule]) -> [[GeneralRule]] {
    rules.reduce([[]]) { choices, next in
      choices
        + choices.filter { !$0.contains { $0.rule.element == next.rule.element } }.map { $0 + [next] }
    }
  }

  /// The cases that rules of the general part add: those from which setting the elements back to what silence means
  /// leads to a case of the offence for which every rule's conditions hold.
  private func extended(_ direct: Reach, by rules: [GeneralRule]) -> Reach? {
    var own = direct.cases
    for rule in rules {
      guard let value = reader.world.elements[rule.rule.element].defaultValue else { return nil }
      own.formIntersection(table.cases([value], of: rule.rule.element))
      if let condition = rule.rule.condition { own.formIntersection(reader.cases(condition)) }
      if let years = rule.rule.maximumOver {
        own.formIntersection(cases(of: direct) { ($0.stated ?? 0) > years * 365 })
      }
      if let years = rule.rule.maximumUpTo {
        own.formIntersection(cases(of: direct) { $0.isAtMost(years * 365) })
      }
    }
    guard !own.isEmpty else { return nil }
    let moves = rules.map { ShiftMemory.Move(element: $0.rule.element, values: $0.values) }
    let grade = rules.map(\.grade).min() ?? .text
    return Reach(
      article: direct.article, cases: shifts.image(of: own, moves, table), grade: min(direct.grade, grade),
      liability: liability(rules.compactMap(\.rule.liability)) ?? direct.liability,
      severities: direct.severities)
  }

  /// Where several rules of the general part name a liability, the farthest from criminal law counts, so that the
  /// order of the rules does not matter.
  private func liability(_ named: [Liability]) -> Liability? {
    [.administrative, .civil, .criminal].first { named.contains($0) }
  }

  // MARK: Penalties

  /// The cases of which the severity fulfils a condition.
  private func cases(of reach: Reach, where holds: (Severity) -> Bool) -> CaseSet {
    reach.severities.filter { holds($0.severity) }.reduce(into: table.none) { $0.formUnion($1.cases) }
  }

  /// The penalties of an offence, as a division of all cases: a penalty with a condition replaces those without
  /// where it holds; of several that hold the most severe counts.
  private func severities(of offence: WorldOffence) -> [Part] {
    let general = offence.penalties.filter { $0.condition == nil }.map { days($0) }
    var parts: [(cases: CaseSet, holding: [Int?])] = [(table.all, [])]
    for penalty in offence.penalties {
      guard let condition = penalty.condition else { continue }
      let cases = reader.cases(condition)
      parts = parts.flatMap { part in
        [
          (part.cases.intersection(cases), part.holding + [days(penalty)]),
          (part.cases.subtracting(cases), part.holding),
        ]
      }
    }
    return parts.filter { !$0.cases.isEmpty }.map { part in
      Part(severity: highest(part.holding.isEmpty ? general : part.holding), cases: part.cases)
    }
  }

  private func highest(_ days: [Int?]) -> Severity {
    Severity(stated: days.compactMap { $0 }.max(), isPartlyUnknown: days.isEmpty || days.contains(nil))
  }

  /// The most days of imprisonment that a penalty allows; nil if it is not stated.
  private func days(_ penalty: WorldPenalty) -> Int? {
    switch penalty.kind {
    case .years(let years): years * 365
    case .life, .openImprisonment: .max
    case .fine: 0
    case .notStated: nil
    }
  }

  // MARK: Definitions and unread law

  /// The cases that definitions which are relied on for a rule reach, with their evidence.
  func defined(claimedFor isClaimed: (String) -> Bool) -> [TextReader.Way] {
    var result: [TextReader.Way] = []
    for key in articles {
      for id in reader.article(key).definitions {
        let behind = [key] + owners(behind: reader.world.definitions[id].region)
        let claims = behind.flatMap { reader.article($0).claims.flatMap { $0.split(separator: ",") } }
        let names = claims.map { $0.filter { $0 != " " } }
        if names.contains(where: isClaimed) { result += reader.ways(of: id) }
      }
    }
    return result
  }

  /// The articles of the definitions that a region rests on. What is only carved out is not rested on.
  private func owners(behind region: WorldRegion) -> [ArticleKey] {
    region.items.flatMap { item -> [ArticleKey] in
      switch item {
      case .line, .except: return []
      case .uses(let id, _):
        return (reader.owner(of: id).map { [$0] } ?? []) + owners(behind: reader.world.definitions[id].region)
      case .either(let branches): return branches.flatMap { owners(behind: $0) }
      }
    }
  }

  /// The cases that each mark of unread law might reach.
  func unread(_ marks: [WorldUnread]) -> [CaseSet] { marks.map { reader.cases($0.region) } }
}

/// Remembers how sets of cases move, since most ways to read the texts lead to the same sets.
final class ShiftMemory {
  struct Move: Hashable {
    let element: Int
    let values: [Int]
  }

  private struct Key: Hashable {
    let set: CaseSet
    let moves: [Move]
  }

  private var known: [Key: CaseSet] = [:]

  /// The cases reached from a set by giving each element of the moves one of its values.
  func image(of set: CaseSet, _ moves: [Move], _ table: CaseTable) -> CaseSet {
    let key = Key(set: set, moves: moves)
    if let image = known[key] { return image }
    let image = moves.reduce(set) { table.image(of: $0, $1.element, $1.values) }
    known[key] = image
    return image
  }
}

extension LawUnderText.Severity {
  /// Whether every penalty is stated and none allows more than so many days.
  fileprivate func isAtMost(_ days: Int) -> Bool { !isPartlyUnknown && stated.map { $0 <= days } ?? false }
}
