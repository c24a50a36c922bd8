import LegalSyntax
import SourceText

/// Extensions, exemptions and readings: what changes other provisions.
extension Resolution {
  mutating func `extension`(
    _ syntax: ExtensionSyntax, _ context: RegionContext, statute: StatuteID
  ) -> Extension? {
    var inner = context
    inner.evidence = evidence(syntax.evidence, inherited: context.evidence, sources: context.sources)
    guard let line = line(syntax.line, inner) else { return nil }
    let element = corpus.vocabulary[corpus[line].element]
    if element.defaultSelection == nil {
      reportCannotExtend(element, by: corpus[line], at: syntax.line.element.span)
      return nil
    }
    return Extension(
      line: line, scope: scope(syntax.scopes, statute: statute), maximumOver: syntax.maximumOver,
      maximumUpTo: syntax.maximumUpTo, condition: syntax.condition.map { region($0, inner) },
      liability: syntax.liability.flatMap { Liability(rawValue: $0.text) }, evidence: inner.evidence,
      span: syntax.span)
  }

  private mutating func reportCannotExtend(_ element: Element, by line: ElementLine, at span: SourceSpan) {
    let narrow = corpus.vocabulary.elements.compactMap { other in
      other.defaultSelection.map {
        "`\(other.name)` (an offence that does not mention it means `\(other.written($0))`)"
      }
    }
    var help = Self.advice(onExtending: element, by: line)
    if !narrow.isEmpty {
      help.append(
        "what can be extended is only what silence leaves out: \(Self.list(narrow))")
    }
    report(
      .cannotExtend,
      """
      `\(element.name)` cannot be extended: an offence that does not mention `\(element.name)` covers all of \
      it already
      """, at: span, help: help)
  }

  /// What silence covers needs no extension; only a list of other values does.
  private static func advice(onExtending element: Element, by line: ElementLine) -> [Advice] {
    let name = element.name
    switch line.statement {
    case .any, .notStated: return ["delete this `extend`"]
    case .listed: break
    }
    let added = element.written(line.selection)
    let other = element.firstValue(outside: line.selection)
    let example = other.map { ": `\(name) \(element.name(of: $0)), \(added)`" } ?? ""
    return [
      "delete this `extend`: where an offence does not mention `\(name)`, `\(added)` is covered already",
      "only where an offence names other values of `\(name)`, add `\(added)` to them there\(example)",
      """
      do not write `\(name) \(added)` in an offence that does not mention `\(name)`: it would then cover nothing else
      """,
    ]
  }

  mutating func exemption(_ syntax: ExemptionSyntax, _ context: RegionContext, statute: StatuteID)
    -> Exemption
  {
    var inner = context
    inner.evidence = evidence(syntax.evidence, inherited: context.evidence, sources: context.sources)
    return Exemption(
      title: syntax.title?.text, scope: scope(syntax.scopes, statute: statute),
      region: region(syntax.region, inner),
      evidence: inner.evidence, span: syntax.span)
  }

  /// The articles that `over` lines name; without a line those of the own statute.
  private mutating func scope(_ scopes: [ScopeSyntax], statute: StatuteID) -> Set<ArticleID> {
    guard !scopes.isEmpty else { return Set(corpus[statute].articles) }
    var articles = Set<ArticleID>()
    for scope in scopes {
      switch scope {
      case .everyStatute:
        let state = corpus[statute].jurisdiction
        for other in corpus.statutes where other.jurisdiction == state { articles.formUnion(other.articles) }
      case .articles(let ranges, _):
        for range in ranges { articles.formUnion(self.articles(range, statute: statute)) }
      case .statutes(let names, _):
        for name in names {
          if let other = corpus.statutes.first(where: { $0.name == name.text }) {
            articles.formUnion(other.articles)
          } else {
            reportUnknown(
              .unknownStatute, "statute", name, among: corpus.statutes.map(\.name),
              help: ["check the files of that statute together with this one"])
          }
        }
      }
    }
    return articles
  }

  private mutating func articles(_ range: ArticleRangeSyntax, statute: StatuteID) -> [ArticleID] {
    let parts = collected.statutes[statute.index].articles
    let numbers = parts.map(\.syntax.number.text)
    let help: [Advice] = [
      numbers.count == 1
        ? "this statute has only article \(sample(numbers))"
        : "this statute has the articles \(sample(numbers))"
    ]
    func position(_ word: WordSyntax) -> Int? { numbers.firstIndex(of: word.text) }
    guard let first = position(range.first) else {
      reportUnknown(.unknownArticle, "article", range.first, among: numbers, help: help)
      return []
    }
    guard let lastWord = range.last else { return [parts[first].id] }
    guard let last = position(lastWord) else {
      reportUnknown(.unknownArticle, "article", lastWord, among: numbers, help: help)
      return []
    }
    guard first <= last else {
      report(
        .unknownArticle, "article `\(lastWord.text)` stands before article `\(range.first.text)`",
        at: lastWord.span,
        help: ["a range follows the order of the file: write `\(lastWord.text) to \(range.first.text)`"])
      return []
    }
    return parts[first...last].map(\.id)
  }

  mutating func reading(_ syntax: ReadingSyntax, target: Reading.Target, _ context: RegionContext)
    -> [Reading]
  {
    if syntax.name.text == "literal" {
      report(
        .reservedName, "`literal` is reserved: it always means the article as it is written",
        at: syntax.name.span,
        help: ["give this reading another name, such as that of the authority whose reading it is"])
      return []
    }
    var inner = context
    inner.evidence = evidence(syntax.evidence, inherited: context.evidence, sources: context.sources)
    return [
      Reading(
        kind: syntax.kind, name: syntax.name.text, title: syntax.title?.text, from: syntax.from?.date,
        target: target, lines: syntax.lines.compactMap { line($0, inner) }, span: syntax.span)
    ]
  }

  /// How many versions of one article readings and alternatives may make together.
  private static let mostVersions = 1_024

  /// How many ways to read one article there are at most, the literal one included: they are values of a question.
  private static let mostReadings = 60

  /// Each alternative doubles the versions of an article: past a limit nothing could be decided.
  ///
  /// - Parameter offences: how many offences the article has: several can be divided among articles.
  mutating func checkVersions(_ readings: [Reading], of article: String, offences: Int) {
    func names(_ kind: ReadingSyntax.Kind) -> Set<String> {
      Set(readings.lazy.filter { $0.kind == kind }.map(\.name))
    }
    let alternatives = names(.alternative).count
    let authorities = names(.reading).count + 1
    guard let last = readings.last else { return }
    let divided = offences > 1 ? [Self.divided(article)] : []
    if authorities > Self.mostReadings {
      report(
        .workLimit,
        "article \(article) has \(authorities - 1) readings; at most \(Self.mostReadings - 1) can be checked",
        at: last.span, help: ["keep those that change whether the treaty is fulfilled"] + divided)
    } else if alternatives > 10 || authorities << alternatives > Self.mostVersions {
      report(
        .workLimit,
        "the readings and alternatives of article \(article) make more than \(Self.mostVersions) versions of it",
        at: last.span,
        help: [
          """
          each alternative doubles them, and \(Self.mostAlternatives(beside: authorities)) can be checked: keep those \
          that change whether the treaty is fulfilled
          """
        ] + divided)
    }
  }

  /// How many alternatives an article may have beside readings, the body of the article counted as one.
  private static func mostAlternatives(beside authorities: Int) -> String {
    let most = (0...10).last { authorities << $0 <= mostVersions } ?? 0
    let readings = authorities - 1
    if readings == 0 { return "at most \(most)" }
    return "beside \(readings) \(readings == 1 ? "reading" : "readings") at most \(most)"
  }

  private static func divided(_ article: String) -> Advice {
    """
    or divide its offences between two articles, such as `\(article).1` and `\(article).2`, each with the readings \
    and alternatives that change its own offences
    """
  }

  /// Two alternatives are independent questions, so they must not touch the same line.
  mutating func checkReadings(_ readings: [Reading]) {
    for (index, reading) in readings.enumerated() {
      for other in readings[..<index] {
        let overlap = reading.target == other.target || reading.target == .all || other.target == .all
        let sameOption = reading.kind == other.kind && reading.name == other.name
        guard overlap, reading.kind == .alternative || sameOption, other.kind == .alternative || sameOption
        else { continue }
        for line in reading.lines {
          guard let first = other.lines.first(where: { corpus[$0].element == corpus[line].element }) else {
            continue
          }
          let name = corpus.vocabulary[corpus[line].element].name
          report(
            .readingConflict,
            sameOption
              ? "`\(reading.name)` changes the line `\(name)` twice"
              : "the alternatives `\(other.name)` and `\(reading.name)` both change `\(name)`",
            at: corpus[line].span, related: [Diagnostic.Label(corpus[first].span, "changed here too")],
            help: [
              reading.kind == .reading
                ? "one authority has one reading of a line: join the two, or name them apart"
                : """
                alternatives can apply at the same time, so two of them may not change the same line; if only \
                one of the texts can be right, write `reading \(other.name) …` and `reading \(reading.name) …`
                """
            ])
        }
      }
    }
  }
}
