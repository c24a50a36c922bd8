import LegalModel

/// Writes a world down in the language, one file for each declaration.
struct WorldText {
  let world: World
  private var lines: [String] = []

  init(_ world: World) { self.world = world }

  /// The files: vocabulary, instrument, jurisdiction, then one for each statute.
  static func files(of world: World) -> [String] {
    var files = [vocabulary, instrument, jurisdiction].map { part -> String in
      var text = WorldText(world)
      part(&text)
      return text.result
    }
    for statute in world.statutes.indices {
      var text = WorldText(world)
      text.statute(statute)
      files.append(text.result)
    }
    return files
  }

  private var result: String { lines.joined(separator: "\n") + "\n" }

  private mutating func add(_ line: String) { lines.append(line) }

  // MARK: Vocabulary, instrument, jurisdiction

  private static func vocabulary(_ text: inout WorldText) {
    text.add("vocabulary \"a small world\" {")
    for element in text.world.elements { text.element(element) }
    text.add("}")
  }

  private mutating func element(_ element: WorldElement) {
    add("element \(element.name) \"\(element.name)\" {\nmeaning \"m\"\nsource \"s\"")
    if element.isNumeric { add("number 0 to \(element.size - 1) years") }
    for (position, name) in element.values.enumerated() {
      let keyword = position == element.values.count - 1 ? "residual" : "value"
      add("\(keyword) \(name) \"\(name)\" meaning \"m\" source \"s\"")
    }
    for group in element.groups {
      let members = group.members.map { element.values[$0] }.joined(separator: ", ")
      add("group \(group.name) \"\(group.name)\" of \(members) meaning \"m\" source \"s\"")
    }
    if let value = element.defaultValue { add("default \(element.values[value])") }
    add("}")
  }

  private static func instrument(_ text: inout WorldText) {
    text.add("instrument \(World.instrument) \"treaty\" {\nin force from 1990-01-01")
    for id in text.world.instrumentDefinitions { text.definition(id) }
    for rule in text.world.rules { text.rule(rule) }
    text.add("}")
  }

  private mutating func rule(_ rule: WorldRule) {
    add("rule \(rule.name) \"\(rule.name)\" {\nlevel \(rule.level.rawValue)\ncite \"article 1\"")
    if let year = rule.from { add("in force from \(year)-01-01") }
    if !rule.liability.isEmpty { add("liability " + rule.liability.map(\.rawValue).joined(separator: ", ")) }
    switch rule.duty {
    case .punish: add("must punish" + target(rule.target))
    case .notPunish: add("must not punish" + target(rule.target))
    case .prohibit: add("must prohibit" + target(rule.target))
    case .define: add("must define" + target(rule.target))
    case .floor(let years):
      add(
        "must punish" + target(rule.target) + " by imprisonment"
          + (years.map { " of at least \($0) years" } ?? ""))
    }
    for region in rule.mayExclude { add("may exclude \"permitted\" " + block(region, statute: nil)) }
    add("}")
  }

  private func target(_ target: WorldTarget) -> String {
    switch target {
    case .region(let region): " " + block(region, statute: nil)
    case .rules(let patterns, let changes):
      " " + patterns.joined(separator: ", ") + changes.map { " with " + line($0) }.joined()
    }
  }

  private static func jurisdiction(_ text: inout WorldText) {
    text.add("jurisdiction \(World.state) \"a State\" {")
    text.add("bound by \(World.instrument) from \(text.world.boundFrom)-01-01 evidence text {")
    for reservation in text.world.reservations {
      let dates = reservation.from.map { " from \($0)-01-01" } ?? ""
      let region = reservation.region.map { " " + text.block($0, statute: nil) } ?? ""
      text.add(
        "reservation \"r\" to \(reservation.rules.joined(separator: ", "))\(dates) evidence text\(region)")
    }
    text.add("}\n}")
  }

  // MARK: Statutes

  private mutating func statute(_ index: Int) {
    let statute = world.statutes[index]
    add("statute \(statute.fullName) \"a law\" {")
    add("in force " + dates(statute.period))
    add("researched up to 2020-01-01")
    evidence(statute.evidence)
    for article in statute.articles { self.article(article, statute: index) }
    for mark in statute.unread { unread(mark, statute: index) }
    add("}")
  }

  private func dates(_ period: WorldPeriod) -> String {
    "from " + (period.from.map { "\($0)-01-01" } ?? "unknown")
      + (period.until.map { " until \($0)-01-01" } ?? "")
  }

  private mutating func evidence(_ grade: EvidenceGrade?) {
    if let grade { add("evidence \(grade.rawValue)") }
  }

  private mutating func article(_ article: WorldArticle, statute: Int) {
    add("article \(article.number) \"heading\" {")
    if let period = article.period { add("in force " + dates(period)) }
    evidence(article.evidence)
    for claim in article.claims { add("implements \(World.instrument) \(claim) claimed by state") }
    for definition in article.definitions { self.definition(definition) }
    for offence in article.offences { self.offence(offence, statute: statute) }
    for rule in article.extensions { self.extension(rule, statute: statute) }
    for exemption in article.exemptions {
      add("exempt \"some\" {")
      scope(exemption.scope, statute: statute)
      add(items(exemption.region, statute: statute) + "\n}")
    }
    for mark in article.unread { unread(mark, statute: statute) }
    for reading in article.readings { self.reading(reading) }
    add("}")
  }

  private mutating func definition(_ id: Int) {
    let definition = world.definitions[id]
    add("define \(definition.name) \"\(definition.name)\" {")
    evidence(definition.evidence)
    add(items(definition.region, statute: definition.statute))
    for reading in definition.readings { self.reading(reading) }
    add("}")
  }

  private mutating func reading(_ reading: WorldReading) {
    let from = reading.from.map { " from \($0)-01-01" } ?? ""
    let grade = reading.evidence.map { " evidence \($0.rawValue)" } ?? ""
    add("\(reading.isAlternative ? "alternative" : "reading") \(reading.name) \"document\"\(from)\(grade) {")
    for line in reading.lines { add(self.line(line)) }
    add("}")
  }

  private mutating func offence(_ offence: WorldOffence, statute: Int) {
    add("offence {")
    evidence(offence.evidence)
    add(items(offence.region, statute: statute))
    for penalty in offence.penalties {
      let condition = penalty.condition.map { " where " + block($0, statute: statute) } ?? ""
      add("penalty " + text(penalty.kind) + condition)
    }
    if let liability = offence.liability { add("liability \(liability.rawValue)") }
    for reading in offence.readings { self.reading(reading) }
    add("}")
  }

  private func text(_ kind: WorldPenaltyKind) -> String {
    switch kind {
    case .years(let years): "imprisonment up to \(years) years"
    case .life: "imprisonment for life"
    case .openImprisonment: "imprisonment"
    case .fine: "fine 10 to 20 XAF"
    case .notStated: "not stated"
    }
  }

  private mutating func `extension`(_ rule: WorldExtension, statute: Int) {
    let values = rule.choices.map { list($0, world.elements[rule.element]) } ?? "any"
    add("extend \(world.elements[rule.element].name) to \(values) \"general part\" {")
    scope(rule.scope, statute: statute)
    if let years = rule.maximumOver { add("where maximum over \(years) years") }
    if let years = rule.maximumUpTo { add("where maximum up to \(years) years") }
    if let condition = rule.condition { add("where " + block(condition, statute: statute)) }
    if let liability = rule.liability { add("liability \(liability.rawValue)") }
    evidence(rule.evidence)
    add("}")
  }

  private mutating func scope(_ scope: WorldScope, statute: Int) {
    let articles = world.statutes[statute].articles
    switch scope {
    case .ownStatute: break
    case .everyStatute: add("over every statute")
    case .articles(let ranges):
      let parts = ranges.map { range in
        let (first, last) = (articles[range.lowerBound].number, articles[range.upperBound].number)
        return first == last ? first : "\(first) to \(last)"
      }
      add("over articles " + parts.joined(separator: ", "))
    case .numbers(let numbers):
      for number in numbers { add("over article \(number)") }
    case .statutes(let positions):
      add("over " + positions.map { world.statutes[$0].fullName }.joined(separator: ", "))
    }
  }

  private mutating func unread(_ mark: WorldUnread, statute: Int) {
    add("unread \"\(mark.title)\" evidence secondary " + block(mark.region, statute: statute))
  }

  // MARK: Regions

  private func block(_ region: WorldRegion, statute: Int?) -> String {
    "{\n" + items(region, statute: statute) + "\n}"
  }

  private func items(_ region: WorldRegion, statute: Int?) -> String {
    region.items.map { item(in: $0, statute: statute) }.joined(separator: "\n")
  }

  private func item(in item: WorldItem, statute: Int?) -> String {
    switch item {
    case .line(let line): return self.line(line)
    case .uses(let id, let grade):
      let definition = world.definitions[id]
      let owner = definition.statute.map { $0 == statute ? "" : world.statutes[$0].fullName + ":" } ?? ""
      return "uses \(owner)\(definition.name)" + (grade.map { " evidence \($0.rawValue)" } ?? "")
    case .either(let branches):
      return "either " + branches.map { block($0, statute: statute) }.joined(separator: " or ")
    case .except(let region): return "except \"carve-out\" " + block(region, statute: statute)
    }
  }

  private func line(_ line: WorldLine) -> String {
    let element = world.elements[line.element]
    let values =
      switch line.statement {
      case .any: "any"
      case .notStated: "not stated"
      case .list(let choices): list(choices, element)
      }
    return "\(element.name) \(values)" + (line.evidence.map { " evidence \($0.rawValue)" } ?? "")
  }

  private func list(_ choices: [WorldChoice], _ element: WorldElement) -> String {
    choices.map { choice in
      switch choice {
      case .value(let value): element.isNumeric ? "\(value)" : element.values[value]
      case .group(let position): element.groups[position].name
      case .under(let bound): "under \(bound)"
      case .atLeast(let bound): "at least \(bound)"
      case .range(let low, let high): "from \(low) to \(high)"
      }
    }.joined(separator: ", ")
  }
}

/// Parts of a world as an amendment writes them.
extension WorldText {
  /// An article, beginning with the word `article`.
  static func text(of article: WorldArticle, statute: Int, in world: World) -> String {
    var text = WorldText(world)
    text.article(article, statute: statute)
    return text.result
  }

  /// An offence, beginning with the word `offence`.
  static func text(of offence: WorldOffence, statute: Int, in world: World) -> String {
    var text = WorldText(world)
    text.offence(offence, statute: statute)
    return text.result
  }

  /// An element line; the condition stands before its evidence.
  static func text(of line: WorldLine, in world: World, where condition: String = "") -> String {
    WorldText(world).line(line.bare) + condition + (line.evidence.map { " evidence \($0.rawValue)" } ?? "")
  }

  /// A list of values.
  static func text(of choices: [WorldChoice], of element: Int, in world: World) -> String {
    WorldText(world).list(choices, world.elements[element])
  }

  /// A region in braces.
  static func text(of region: WorldRegion, statute: Int, in world: World) -> String {
    WorldText(world).block(region, statute: statute)
  }
}
