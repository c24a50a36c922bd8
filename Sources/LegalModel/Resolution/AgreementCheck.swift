import LegalSyntax
import SourceText

/// Whether the parts of one instrument or statute, which may stand in several files, say the same of the whole.
extension Resolution {
  mutating func checkAgreement() {
    for parts in collected.instruments where parts.syntax.count > 1 {
      var comparison = PartComparison()
      comparison.compare("title", parts.syntax.map { part in part.title.map { ($0.text, $0.span) } })
      comparison.compare("day of adoption", parts.syntax.map { $0.adopted.map { ($0.date, $0.span) } })
      comparison.compare(
        "period in force", parts.syntax.map { part in part.inForce.map { (days($0), $0.from.span) } })
      comparison.compare("source", parts.syntax.map { part in part.source.map { ($0.text, $0.span) } })
      report(comparison, kind: .treaty, named: parts.syntax[0].name.text)
    }
    for parts in collected.statutes {
      var comparison = PartComparison()
      comparison.compare("title", parts.syntax.map { part in part.title.map { ($0.text, $0.span) } })
      comparison.compare("number", parts.syntax.map { part in part.number.map { ($0.text, $0.span) } })
      comparison.compare(
        "period in force", parts.syntax.map { part in part.inForce.map { (days($0), $0.from.span) } })
      comparison.compare("day of research", parts.syntax.map { $0.researched.map { ($0.date, $0.span) } })
      comparison.compare(
        "evidence", parts.syntax.map { part in part.evidence.map { (words($0), $0.grade.span) } })
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
      let what = differences.map(\.what)
      let list = Self.list(what)
      let others = differences.dropFirst().map { Diagnostic.Label($0.span, "this differs too") }
      report(
        .conflictingDeclarations, "two \(kind.plural) are called `\(name)`, but they differ in their \(list)",
        at: primary.span, label: "otherwise here",
        related: differences.map { Diagnostic.Label($0.first, "the \($0.what) here") } + others,
        help: [
          "if they are two \(kind.plural), give one of them another short name, such as `\(name)-2`",
          """
          if they are parts of one \(kind.rawValue), write the \(list) in one of them only, and leave \
          \(what.count == 1 ? "it" : "them") out of the other
          """,
        ])
    }
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

  struct Difference {
    let what: String
    let span: SourceSpan
    /// Where it was said first.
    let first: SourceSpan
  }

  /// By the number of the part.
  private(set) var differences: [Int: [Difference]] = [:]

  /// Compares what each part says of one thing; nil where a part does not speak of it.
  mutating func compare<Statement: Equatable>(
    _ what: String, _ statements: [(value: Statement, span: SourceSpan)?]
  ) {
    guard let first = statements.lazy.compactMap({ $0 }).first else { return }
    for (part, statement) in statements.enumerated() {
      guard let statement, statement.value != first.value else { continue }
      differences[part, default: []].append(
        Difference(what: what, span: statement.span, first: first.span))
    }
  }
}
