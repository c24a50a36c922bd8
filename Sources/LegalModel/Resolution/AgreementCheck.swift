import LegalSyntax
import SourceText

/// Whether the parts of one instrument or statute, which may stand in several files, say the same of the whole.
extension Resolution {
  mutating func checkAgreement() {
    for parts in collected.instruments where parts.syntax.count > 1 {
      var comparison = PartComparison()
      comparison.compare(.title, parts.syntax.map { part in part.title.map { ($0.text, $0.span) } })
      comparison.compare(.adoption, parts.syntax.map { $0.adopted.map { ($0.date, $0.span) } })
      comparison.compare(
        .inForce, parts.syntax.map { part in part.inForce.map { (days($0), $0.from.span) } })
      comparison.compare(.source, parts.syntax.map { part in part.source.map { ($0.text, $0.span) } })
      report(comparison, kind: .treaty, named: parts.syntax[0].name.text)
    }
    for parts in collected.statutes {
      var comparison = PartComparison()
      comparison.compare(.title, parts.syntax.map { part in part.title.map { ($0.text, $0.span) } })
      comparison.compare(.number, parts.syntax.map { part in part.number.map { ($0.text, $0.span) } })
      comparison.compare(
        .inForce, parts.syntax.map { part in part.inForce.map { (days($0), $0.from.span) } })
      comparison.compare(.research, parts.syntax.map { $0.researched.map { ($0.date, $0.span) } })
      comparison.compare(
        .evidence, parts.syntax.map { part in part.evidence.map { (words($0), $0.grade.span) } })
      report(comparison, kind: .statute, named: parts.syntax[0].name.text)
      checkSourceKeys(parts)
    }
  }

  /// A key that stands for two documents would make evidence untraceable.
  private mutating func checkSourceKeys(_ parts: CollectedDeclarations.StatuteParts) {
    var first: [String: (key: WordSyntax, text: String)] = [:]
    for source in parts.syntax.flatMap(\.sources) {
      guard let known = first[source.key.text] else {
        first[source.key.text] = (source.key, source.text.text)
        continue
      }
      if known.text != source.text.text { reportDuplicate(.source, source.key, first: known.key) }
    }
  }

  /// Two declarations of one name are one mistake, whatever they disagree on.
  private mutating func report(_ comparison: PartComparison, kind: PartComparison.Kind, named name: String) {
    for (_, differences) in comparison.differences.sorted(by: { $0.key < $1.key }) {
      guard let primary = differences.first else { continue }
      let matters = differences.map(\.matter)
      let list = Self.list(matters.map(\.rawValue))
      let others = differences.dropFirst().map { Diagnostic.Label($0.span, "this differs too") }
      report(
        .conflictingDeclarations, "two \(kind.plural) are called `\(name)`, but they differ in their \(list)",
        at: primary.span, label: "otherwise here",
        related: differences.map { Diagnostic.Label($0.first, "the \($0.matter.rawValue) here") } + others,
        help: [
          """
          if they are two \(kind.plural), give one of them another short name, such as `\(name)-2`, also in the \
          lines that name it and mean that one
          """,
          "if they are parts of one \(kind.rawValue), \(Self.agreement(on: matters))",
        ])
    }
  }

  /// How parts of one whole are brought to say the same. Every part needs its title; the other lines count for all
  /// parts wherever they stand.
  private static func agreement(on matters: [PartComparison.Matter]) -> String {
    var steps: [String] = []
    if matters.contains(.title) { steps.append("the same title in each of them") }
    let lines = matters.compactMap(\.line).map { "`\($0)`" }
    if !lines.isEmpty {
      let right = lines.count == 1 ? "the right line" : "the right lines"
      steps.append("\(right) \(list(lines)) in one of them only")
    }
    var advice = steps.isEmpty ? [] : ["write \(list(steps))"]
    if matters.contains(.evidence) {
      advice.append("leave `evidence` out of one of them, and write it in each of its articles")
    }
    return advice.joined(separator: "; ")
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The days of a period; nil stands for an unknown or open end. Evidence may differ: it is that of the line.
  private func days(_ period: PeriodSyntax) -> [CalendarDate?] { [period.from.date, period.until?.date] }

  private func words(_ evidence: EvidenceSyntax) -> [String?] {
    [evidence.grade.text, evidence.key?.text, evidence.source?.text]
  }
}

/// What later parts of a declaration say otherwise than the first that speaks of it.
private struct PartComparison {
  /// What may have several parts.
  enum Kind: String {
    case treaty, statute

    var plural: String {
      switch self {
      case .treaty: "treaties"
      case .statute: "statutes"
      }
    }
  }

  /// What parts can disagree on, as messages call it.
  enum Matter: String {
    case title, number, source, evidence
    case adoption = "day of adoption"
    case inForce = "period in force"
    case research = "day of research"

    /// How the line begins that may be left out of a part without changing what the part says.
    var line: String? {
      switch self {
      case .title, .evidence: nil
      case .number: "number"
      case .source: "source"
      case .adoption: "adopted"
      case .inForce: "in force"
      case .research: "researched"
      }
    }
  }

  struct Difference {
    let matter: Matter
    let span: SourceSpan
    /// Where it was said first.
    let first: SourceSpan
  }

  /// By the number of the part.
  private(set) var differences: [Int: [Difference]] = [:]

  /// Compares what each part says of one thing; nil where a part does not speak of it.
  mutating func compare<Statement: Equatable>(
    _ matter: Matter, _ statements: [(value: Statement, span: SourceSpan)?]
  ) {
    guard let first = statements.lazy.compactMap({ $0 }).first else { return }
    for (part, statement) in statements.enumerated() {
      guard let statement, statement.value != first.value else { continue }
      differences[part, default: []].append(
        Difference(matter: matter, span: statement.span, first: first.span))
    }
  }
}
