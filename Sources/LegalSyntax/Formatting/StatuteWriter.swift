import SourceText

/// Writes syntax trees of national law as text. Comments and empty lines of the files are not in the tree, so they
/// are not in the text either; everything else reads back as the same tree.
public struct StatuteWriter {
  private var text = ""

  /// The text of a statute in the canonical layout. What one of the parts says of the whole is written once.
  ///
  /// - Parameter parts: the parts of one statute, in the order of the files; at least one.
  /// - Complexity: linear in the size of the text.
  public static func text(of parts: [StatuteSyntax]) -> String {
    guard let first = parts.first else { return "" }
    var writer = StatuteWriter()
    writer.open("statute \(first.name.text)" + LineWriter.quoted(parts.lazy.compactMap(\.title).first))
    writer.head(parts)
    for article in parts.flatMap(\.articles) { writer.article(article) }
    for mark in parts.flatMap(\.unread) { writer.unread(mark) }
    writer.close()
    return Formatter.format(SourceFile(path: "", text: writer.text)) ?? writer.text
  }

  /// The text of one article, without its indentation. Two articles say the same if their texts are equal.
  public static func text(of article: ArticleSyntax) -> String {
    var writer = StatuteWriter()
    writer.article(article)
    return writer.text
  }

  private init() {}

  private mutating func add(_ line: String) { text += line + "\n" }
  private mutating func open(_ line: String) { add(line + " {") }
  private mutating func close(_ trailing: String = "") { add("}" + trailing) }

  // MARK: Statute and article

  private mutating func head(_ parts: [StatuteSyntax]) {
    if let number = parts.lazy.compactMap(\.number).first { add("number" + LineWriter.quoted(number)) }
    if let period = parts.lazy.compactMap(\.inForce).first { add(LineWriter.inForce(period)) }
    if let day = parts.lazy.compactMap(\.researched).first { add("researched up to " + LineWriter.date(day)) }
    if let mark = parts.lazy.compactMap(\.evidence).first { add(LineWriter.evidence(mark)) }
    var seen: Set<String> = []
    for source in parts.flatMap(\.sources) where seen.insert(source.key.text).inserted {
      add("source \(source.key.text)" + LineWriter.quoted(source.text))
    }
    for mark in parts.flatMap(\.amendedBy) { add(LineWriter.amendedBy(mark)) }
    for note in parts.flatMap(\.notes) { add("note" + LineWriter.quoted(note)) }
  }

  private mutating func article(_ article: ArticleSyntax) {
    open("article \(article.number.text)" + LineWriter.quoted(article.heading))
    if let period = article.inForce { add(LineWriter.inForce(period)) }
    if let mark = article.evidence { add(LineWriter.evidence(mark)) }
    for claim in article.claims { add(LineWriter.claim(claim)) }
    for definition in article.definitions { self.definition(definition) }
    for offence in article.offences { self.offence(offence) }
    for rule in article.extensions { self.extend(rule) }
    for rule in article.exemptions { exempt(rule) }
    for mark in article.unread { unread(mark) }
    for reading in article.readings { self.reading(reading) }
    for note in article.notes { add("note" + LineWriter.quoted(note)) }
    close()
  }

  private mutating func definition(_ definition: DefinitionSyntax) {
    open("define \(definition.name.text)" + LineWriter.quoted(definition.title))
    if let cite = definition.cite { add("cite" + LineWriter.quoted(cite)) }
    if let mark = definition.evidence { add(LineWriter.evidence(mark)) }
    for claim in definition.claims { add(LineWriter.claim(claim)) }
    items(definition.region)
    for reading in definition.readings { self.reading(reading) }
    close()
  }

  private mutating func offence(_ offence: OffenceSyntax) {
    open("offence" + LineWriter.quoted(offence.title))
    if let mark = offence.evidence { add(LineWriter.evidence(mark)) }
    for claim in offence.claims { add(LineWriter.claim(claim)) }
    items(offence.region)
    if let liability = offence.liability { add("liability \(liability.text)") }
    for penalty in offence.penalties { self.penalty(penalty) }
    for reading in offence.readings { self.reading(reading) }
    close()
  }

  private mutating func penalty(_ penalty: PenaltySyntax) {
    let line = "penalty " + LineWriter.penalty(penalty)
    let mark = LineWriter.trailing(penalty.evidence)
    guard let condition = penalty.condition else { return add(line + mark) }
    // A condition of one line is written without braces: that is its canonical form.
    if let item = LineWriter.singleLine(condition) { return add("\(line) where \(item)\(mark)") }
    open(line + " where")
    items(condition)
    close(mark)
  }

  private mutating func reading(_ reading: ReadingSyntax) {
    let keyword =
      switch reading.kind {
      case .reading: "reading"
      case .alternative: "alternative"
      }
    open(
      "\(keyword) \(reading.name.text)" + LineWriter.quoted(reading.title)
        + (reading.from.map { " from " + LineWriter.date($0) } ?? "") + LineWriter.trailing(reading.evidence))
    for line in reading.lines { add(LineWriter.element(line)) }
    close()
  }

  // MARK: General part

  private mutating func extend(_ rule: ExtensionSyntax) {
    open(
      "extend \(rule.line.element.text) to " + LineWriter.selection(rule.line.selection)
        + LineWriter.quoted(rule.line.words))
    for scope in rule.scopes { add("over " + LineWriter.scope(scope)) }
    if let days = rule.maximumOver { add("where maximum over " + LineWriter.duration(days)) }
    if let days = rule.maximumUpTo { add("where maximum up to " + LineWriter.duration(days)) }
    if let condition = rule.condition {
      open("where")
      items(condition)
      close()
    }
    if let liability = rule.liability { add("liability \(liability.text)") }
    if let mark = rule.evidence { add(LineWriter.evidence(mark)) }
    close()
  }

  private mutating func exempt(_ rule: ExemptionSyntax) {
    open("exempt" + LineWriter.quoted(rule.title))
    for scope in rule.scopes { add("over " + LineWriter.scope(scope)) }
    if let mark = rule.evidence { add(LineWriter.evidence(mark)) }
    items(rule.region)
    close()
  }

  private mutating func unread(_ mark: UnreadSyntax) {
    open("unread" + LineWriter.quoted(mark.title) + LineWriter.trailing(mark.evidence))
    items(mark.region)
    close()
  }

  // MARK: Regions

  private mutating func items(_ region: RegionSyntax) {
    for item in region.items {
      switch item {
      case .line(let line): add(LineWriter.element(line))
      case .uses(let uses): add("uses \(uses.name.text)" + LineWriter.trailing(uses.evidence))
      case .either(let branches, _):
        for (position, branch) in branches.enumerated() {
          text += position == 0 ? "either {\n" : " or {\n"
          items(branch)
          text += "}"
        }
        text += "\n"
      case .except(let except):
        open(LineWriter.opening(of: except))
        items(except.region)
        close()
      }
    }
  }
}
