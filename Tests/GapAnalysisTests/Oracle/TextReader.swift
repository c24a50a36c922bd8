import LegalModel

/// How the texts of the articles are to be read: one way among all.
struct TextChoice: Hashable {
  /// By article, the name of the reading; a missing one is the literal text.
  var readings: [ArticleKey: String] = [:]
  /// The alternative versions that hold.
  var alternatives: Set<AlternativeKey> = []
}

struct ArticleKey: Hashable {
  let statute: Int
  let article: Int
}

struct AlternativeKey: Hashable {
  let article: ArticleKey
  let name: String
}

/// Reads regions under one choice of texts, as sets of cases.
///
/// A region is a list of ways to satisfy it: one for each choice among its alternatives and those of the definitions
/// it uses. For each way it remembers which elements were spoken of and the weakest evidence met.
final class TextReader {
  struct Way {
    var cases: CaseSet
    var spokenOf: Set<Int> = []
    var grade: EvidenceGrade?

    mutating func weaken(_ other: EvidenceGrade) { grade = min(grade ?? .text, other) }
  }

  private struct Replacement {
    let line: WorldLine
    let grade: EvidenceGrade
  }

  let world: World
  let table: CaseTable
  let year: Int
  let choice: TextChoice
  private let owners: [Int: ArticleKey]
  private var definitions: [Int: [Way]] = [:]

  init(world: World, table: CaseTable, year: Int, choice: TextChoice) {
    self.world = world
    self.table = table
    self.year = year
    self.choice = choice
    var owners: [Int: ArticleKey] = [:]
    for (statute, law) in world.statutes.enumerated() {
      for (article, part) in law.articles.enumerated() {
        for id in part.definitions { owners[id] = ArticleKey(statute: statute, article: article) }
      }
    }
    self.owners = owners
  }

  func article(_ key: ArticleKey) -> WorldArticle { world.statutes[key.statute].articles[key.article] }

  /// The article that defines a term; nil for the instrument.
  func owner(of id: Int) -> ArticleKey? { owners[id] }

  /// The evidence of whatever an article says without a mark of its own.
  func grade(of key: ArticleKey) -> EvidenceGrade {
    article(key).evidence ?? world.statutes[key.statute].evidence ?? .unverified
  }

  // MARK: Regions

  /// The cases of a region as it stands: silence means everything.
  func cases(_ region: WorldRegion) -> CaseSet {
    ways(region, grade: .text).reduce(into: table.none) { $0.formUnion($1.cases) }
  }

  /// The ways through a region as it stands.
  func ways(_ region: WorldRegion) -> [Way] { ways(region, grade: .text) }

  /// The ways through a region, silence filled in by defaults.
  func waysWithDefaults(_ region: WorldRegion) -> [Way] {
    ways(region, grade: .text).map { withDefaults($0) }
  }

  private func withDefaults(_ way: Way) -> Way {
    var result = way
    for (element, declared) in world.elements.enumerated() where !way.spokenOf.contains(element) {
      if let value = declared.defaultValue {
        result.cases.formIntersection(table.cases([value], of: element))
      }
    }
    return result
  }

  /// The ways to commit an offence by itself, and whether each rests on more than unmarked silence.
  func ways(of offence: WorldOffence, at key: ArticleKey) -> [Way] {
    let block = offence.evidence ?? grade(of: key)
    let replaced = replacements(article(key).readings, grade(of: key), offence.readings, block, at: key)
    return ways(offence.region, grade: block, replaced: replaced).map { way in
      var result = withDefaults(way)
      if result.grade == nil { result.grade = block }
      return result
    }
  }

  /// The ways to satisfy a definition.
  func ways(of id: Int) -> [Way] {
    if let known = definitions[id] { return known }
    let definition = world.definitions[id]
    var result: [Way]
    if let key = owners[id] {
      let block = definition.evidence ?? grade(of: key)
      let replaced = replacements(article(key).readings, grade(of: key), definition.readings, block, at: key)
      result = ways(definition.region, grade: block, replaced: replaced)
      for index in result.indices where result[index].grade == nil { result[index].grade = block }
    } else {
      result = ways(definition.region, grade: .text)
    }
    definitions[id] = result
    return result
  }

  private func ways(
    _ region: WorldRegion, grade: EvidenceGrade, replaced: [Int: Replacement] = [:]
  ) -> [Way] {
    var met: Set<Int> = []
    var result = ways(region, grade, replaced, &met)
    // A reading of an element that the text is silent about joins the text.
    for (element, replacement) in replaced where !met.contains(element) {
      result = result.map { apply(replacement.line, replacement.grade, to: $0) }
    }
    return result.filter { !$0.cases.isEmpty }
  }

  private func ways(
    _ region: WorldRegion, _ grade: EvidenceGrade, _ replaced: [Int: Replacement], _ met: inout Set<Int>
  ) -> [Way] {
    var result = [Way(cases: table.all)]
    for item in region.items {
      switch item {
      case .line(let line):
        let replacement = replaced[line.element]
        if replacement != nil { met.insert(line.element) }
        let (text, known) = (replacement?.line ?? line, replacement?.grade ?? line.evidence ?? grade)
        result = result.map { apply(text, known, to: $0) }
      case .uses(let id, let mark):
        result = both(
          result,
          ways(of: id).map { way in
            var linked = way
            linked.weaken(mark ?? grade)
            return linked
          })
      case .either(let branches):
        var inner: [Way] = []
        for branch in branches { inner += ways(branch, grade, replaced, &met) }
        result = both(result, inner)
      case .except(let excluded):
        let out = cases(excluded)
        for index in result.indices { result[index].cases.subtract(out) }
      }
    }
    return result
  }

  private func both(_ left: [Way], _ right: [Way]) -> [Way] {
    left.flatMap { first in
      right.map { second in
        var way = first
        way.cases.formIntersection(second.cases)
        way.spokenOf.formUnion(second.spokenOf)
        if let grade = second.grade { way.weaken(grade) }
        return way
      }
    }
  }

  private func apply(_ line: WorldLine, _ grade: EvidenceGrade, to way: Way) -> Way {
    var result = way
    switch line.statement {
    case .notStated: return way
    case .any: break
    case .list(let choices):
      let values = choices.flatMap { $0.values(of: world.elements[line.element]) }
      result.cases.formIntersection(table.cases(values, of: line.element))
    }
    result.spokenOf.insert(line.element)
    result.weaken(grade)
    return result
  }

  // MARK: Readings

  /// The lines that readings put in place of others: an authority's reading before an alternative version.
  private func replacements(
    _ ofArticle: [WorldReading], _ articleGrade: EvidenceGrade, _ own: [WorldReading],
    _ ownGrade: EvidenceGrade,
    at key: ArticleKey
  ) -> [Int: Replacement] {
    var result: [Int: Replacement] = [:]
    let all = ofArticle.map { ($0, articleGrade) } + own.map { ($0, ownGrade) }
    for isAlternative in [true, false] {
      for (reading, inherited) in all where reading.isAlternative == isAlternative && holds(reading, at: key)
      {
        for line in reading.lines {
          result[line.element] = Replacement(
            line: line, grade: line.evidence ?? reading.evidence ?? inherited)
        }
      }
    }
    return result
  }

  private func holds(_ reading: WorldReading, at key: ArticleKey) -> Bool {
    guard (reading.from ?? .min) <= year else { return false }
    return reading.isAlternative
      ? choice.alternatives.contains(AlternativeKey(article: key, name: reading.name))
      : choice.readings[key] == reading.name
  }
}
