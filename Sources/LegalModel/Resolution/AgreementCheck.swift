import LegalSyntax
import SourceText

/// Whether the parts of one instrument or statute, which may stand in several files, say the same of the whole.
extension Resolution {
  mutating func checkAgreement() {
    for parts in collected.instruments where parts.syntax.count > 1 {
      let name = parts.syntax[0].name.text
      agree("title", of: name, parts.syntax.compactMap(\.title).map { ($0.text, $0.span) })
      agree("day of adoption", of: name, parts.syntax.compactMap(\.adopted).map { ($0.date, $0.span) })
      agree("period in force", of: name, parts.syntax.compactMap(\.inForce).map { (days($0), $0.from.span) })
      agree("source", of: name, parts.syntax.compactMap(\.source).map { ($0.text, $0.span) })
    }
    for parts in collected.statutes {
      let name = parts.syntax[0].name.text
      agree("title", of: name, parts.syntax.compactMap(\.title).map { ($0.text, $0.span) })
      agree("number", of: name, parts.syntax.compactMap(\.number).map { ($0.text, $0.span) })
      agree("period in force", of: name, parts.syntax.compactMap(\.inForce).map { (days($0), $0.from.span) })
      agree("day of research", of: name, parts.syntax.compactMap(\.researched).map { ($0.date, $0.span) })
      agree("evidence", of: name, parts.syntax.compactMap(\.evidence).map { (words($0), $0.grade.span) })
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
      if known.text != source.text.text { reportDuplicate("source", source.key, first: known.key) }
    }
  }

  private mutating func agree<Statement: Equatable>(
    _ what: String, of name: String, _ statements: [(value: Statement, span: SourceSpan)]
  ) {
    guard let first = statements.first else { return }
    for other in statements.dropFirst() where other.value != first.value {
      report(
        .conflictingDeclarations, "the parts of `\(name)` disagree on its \(what)", at: other.span,
        related: [Diagnostic.Label(first.span, "stated otherwise here")],
        help: [
          "what one part says of the whole, the others may leave out; two different texts need two names"
        ])
    }
  }

  /// The days of a period; nil stands for an unknown or open end. Evidence may differ: it is that of the line.
  private func days(_ period: PeriodSyntax) -> [CalendarDate?] { [period.from.date, period.until?.date] }

  private func words(_ evidence: EvidenceSyntax) -> [String?] {
    [evidence.grade.text, evidence.key?.text, evidence.source?.text]
  }
}
