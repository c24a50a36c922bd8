import LegalSyntax
import SourceText

/// Lines that do not say how they are known, and stand in nothing that does.
struct MissingEvidence: LintCheck {
  let code = DiagnosticCode.noEvidence
  let explanation = DiagnosticExplanation(
    summary: "Lines of a law do not say how they are known.",
    why: """
      A verdict is as certain as the weakest line it rests on. A line without an evidence mark, in an article and \
      a statute without one, counts as recalled; nobody can tell whether it was read in the text.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        article 1 "Sale of children" {
          offence {
            act deliver evidence text "official gazette"
            age under 18
            penalty imprisonment 2 to 6 years
          }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        article 1 "Sale of children" {
          evidence text "official gazette"
          offence {
            act deliver
            age under 18
            penalty imprisonment 2 to 6 years evidence unverified
          }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    law.declarations.flatMap { declaration -> [Diagnostic] in
      switch declaration {
      case .vocabulary, .instrument, .amendment, .waiver: []
      case .jurisdiction(let state): bonds(of: state)
      case .statute(let statute):
        law.parts(of: statute.name.text).contains { $0.evidence != nil } ? [] : lines(of: statute)
      }
    }
  }

  private func bonds(of state: JurisdictionSyntax) -> [Diagnostic] {
    state.bonds.filter { $0.period.evidence == nil }.map {
      Diagnostic(
        code, "the line on `\($0.instrument.text)` does not say how its date is known", at: $0.span,
        help: ["end it with a mark such as `evidence text \"list of parties, read on 2026-01-01\"`"])
    }
  }

  /// One warning an article; one for the whole part where no article has any mark.
  private func lines(of statute: StatuteSyntax) -> [Diagnostic] {
    var open: [(what: String, spans: [SourceSpan])] = []
    var all = UnmarkedLines()
    for mark in statute.unread { all.add(mark) }
    if !all.spans.isEmpty { open.append(("the unread law of \(statute.name.text)", all.spans)) }
    for article in statute.articles where article.evidence == nil {
      var lines = UnmarkedLines()
      lines.add(article)
      if !lines.spans.isEmpty { open.append(("article \(article.number.text)", lines.spans)) }
    }
    let marks = SyntaxWalk(statute).marks
    if marks.isEmpty, open.count > 1 {
      return [
        Diagnostic(
          code, "no line of `\(statute.name.text)` says how it is known", at: statute.name.span,
          label: "\(open.reduce(0) { $0 + $1.spans.count }) lines count as recalled", help: help)
      ]
    }
    return open.compactMap { what, spans in
      guard let first = spans.sorted().first else { return nil }
      let count = spans.count == 1 ? "a line of \(what) does" : "\(spans.count) lines of \(what) do"
      return Diagnostic(
        code, "\(count) not say how \(spans.count == 1 ? "it is" : "they are") known", at: first,
        label: "counts as recalled", help: help)
    }
  }

  private var help: [Advice] {
    [
      "add a mark to the line, the article or the statute: `evidence text` if it was read in the legal text, "
        + "`secondary` if a source reports it, `unverified` if it is recalled"
    ]
  }
}

/// Lines without a mark of their own or of the blocks around them, up to their article.
private struct UnmarkedLines {
  private(set) var spans: [SourceSpan] = []

  mutating func add(_ article: ArticleSyntax) {
    for definition in article.definitions {
      if definition.evidence == nil { add(definition.region) }
      for reading in definition.readings { add(reading) }
    }
    for offence in article.offences {
      if offence.evidence == nil {
        add(offence.region)
        spans += offence.penalties.filter { $0.evidence == nil }.map(\.span)
      }
      for reading in offence.readings { add(reading) }
    }
    for rule in article.extensions where rule.evidence == nil && rule.line.evidence == nil {
      spans.append(rule.line.span)
    }
    for exemption in article.exemptions where exemption.evidence == nil { add(exemption.region) }
    for mark in article.unread { add(mark) }
    for reading in article.readings { add(reading) }
  }

  mutating func add(_ unread: UnreadSyntax) { if unread.evidence == nil { add(unread.region) } }

  private mutating func add(_ reading: ReadingSyntax) {
    if reading.evidence == nil { spans += reading.lines.filter { $0.evidence == nil }.map(\.span) }
  }

  private mutating func add(_ region: RegionSyntax) {
    for item in region.items {
      switch item {
      case .line(let line): if line.evidence == nil { spans.append(line.span) }
      // What a definition rests on is marked where it stands.
      case .uses: break
      case .either(let branches, _): for branch in branches { add(branch) }
      case .except(let except): if except.evidence == nil { add(except.region) }
      }
    }
  }
}
