import LegalModel
import TestSupport

/// A random amendment of a world, as text and as the same change made by hand.
struct WorldAmendment {
  /// The world before.
  private(set) var old: World
  /// The world with the change made by hand.
  private(set) var new: World
  /// The lines of edits.
  private var edits: [String] = []
  /// The statute that is changed.
  let statute: Int
  /// How what the amendment writes is known.
  static let evidence = EvidenceGrade.secondary
  /// The year of commencement; every world is checked in a later one.
  static let year = 2002
  private var generator: WorldGenerator

  /// Makes an amendment of some articles of a world, each edited in one way.
  init(of world: World, seed: UInt64) {
    old = world
    new = world
    generator = WorldGenerator(random: SeededRandom(seed: seed))
    generator.world = world
    generator.combinations = WorldGenerator.mostCombinations
    statute = generator.random.int(0...world.statutes.count - 1)
    for article in world.statutes[statute].articles.indices where generator.random.chance(60) {
      edit(article)
    }
    if edits.isEmpty || generator.random.chance(30) { insert() }
  }

  /// The amendment as a file; enacted, so that it applies by its date.
  var text: String {
    "amendment XA/change to \(old.statutes[statute].fullName) \"a change\" {\nstatus enacted\n"
      + "in force from \(Self.year)-01-01\nevidence \(Self.evidence.rawValue)\n"
      + edits.joined(separator: "\n") + "\n}\n"
  }

  // MARK: Articles

  private mutating func edit(_ position: Int) {
    let article = old.statutes[statute].articles[position]
    switch generator.random.int(0...9) {
    case 0: repeal(position)
    case 1 where article.definitions.isEmpty: replace(position)
    case 2: addOffence(position)
    case 3 where article.offences.count == 1: deleteOffence(position)
    default:
      if article.offences.count == 1 { editLines(position) }
    }
  }

  private var evidence: EvidenceGrade { Self.evidence }

  private func number(_ position: Int) -> String { old.statutes[statute].articles[position].number }

  private mutating func repeal(_ position: Int) {
    edits.append("repeal article \(number(position))")
    let statutePeriod = old.statutes[statute].period
    let from = old.statutes[statute].articles[position].period?.from ?? statutePeriod.from
    new.statutes[statute].articles[position].period = WorldPeriod(
      from: from.flatMap { $0 < Self.year ? $0 : nil }, until: Self.year)
  }

  private mutating func replace(_ position: Int) {
    let article = makeArticle(number(position))
    edits.append("replace " + WorldText.text(of: article, statute: statute, in: old))
    new.statutes[statute].articles[position] = asWritten(article)
  }

  private mutating func insert() {
    let article = makeArticle("99bis")
    edits.append("insert " + WorldText.text(of: article, statute: statute, in: old))
    new.statutes[statute].articles.append(asWritten(article))
  }

  private mutating func makeArticle(_ number: String) -> WorldArticle {
    var article = WorldArticle(number: number)
    for _ in 0..<generator.random.int(1...2) { article.offences.append(generator.offence(article)) }
    if generator.random.chance(30) { article.evidence = generator.grade() }
    return article
  }

  /// The article as it stands in the law: with the period and the evidence of the amendment.
  private func asWritten(_ article: WorldArticle) -> WorldArticle {
    var result = article
    result.evidence = article.evidence ?? evidence
    result.period = WorldPeriod(from: Self.year, until: nil)
    return result
  }

  private mutating func addOffence(_ position: Int) {
    let offence = generator.offence(old.statutes[statute].articles[position])
    let text = WorldText.text(of: offence, statute: statute, in: old)
    edits.append("in article \(number(position)) {\nadd \(text)\n}")
    var written = offence
    written.evidence = offence.evidence ?? evidence
    new.statutes[statute].articles[position].offences.append(written)
  }

  private mutating func deleteOffence(_ position: Int) {
    edits.append("in article \(number(position)) { delete offence }")
    new.statutes[statute].articles[position].offences = []
  }

  // MARK: Lines

  private mutating func editLines(_ position: Int) {
    var lines: [String] = []
    let elements = generator.random.sample(generator.random.int(1...2), of: Array(old.elements.indices))
    for element in elements {
      let current = new.statutes[statute].articles[position].offences[0]
      guard let edit = WorldLineEdit(element, in: current, of: old, &generator) else { continue }
      lines.append(edit.text(in: old))
      let inherited = inheritedEvidence(position)
      new.statutes[statute].articles[position].offences[0].region = edit.applied(
        to: new.statutes[statute].articles[position].offences[0].region, old.elements, inherited)
    }
    guard !lines.isEmpty else { return }
    edits.append(
      "in article \(number(position)) {\nin offence {\n\(lines.joined(separator: "\n"))\n}\n}")
  }

  private func offence(_ position: Int) -> WorldOffence {
    old.statutes[statute].articles[position].offences[0]
  }

  /// How a line of the offence is known that carries no mark.
  private func inheritedEvidence(_ position: Int) -> EvidenceGrade {
    let law = old.statutes[statute]
    return offence(position).evidence ?? law.articles[position].evidence ?? law.evidence ?? .unverified
  }
}
