import GapAnalysis
import LegalModel
import LegalSyntax
import SourceText

/// Where rules, lines and findings stand.
extension ReportBuilder {
  /// The stretch of a span in lines and UTF-16 columns.
  func stretch(_ span: SourceSpan) -> Report.Place {
    let file = files[span.file]
    let (startLine, startColumn) = Self.position(span.start, in: file)
    let (endLine, endColumn) = Self.position(max(span.start, span.end), in: file)
    return Report.Place(
      path: file.path, startLine: startLine, startColumn: startColumn, endLine: endLine, endColumn: endColumn)
  }

  private static func position(_ offset: Int, in file: SourceFile) -> (line: Int, column: Int) {
    let line = file.lineIndex(at: offset)
    var start = file.lineStarts[line]
    if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    return (line + 1, file.text(start..<max(start, offset)).utf16.count + 1)
  }

  /// Where a finding is shown: the first line that keeps the nearest provision away; else what decides, where
  /// readings do; else the provision concerned; else the title line of the law that is relied on most. What is
  /// absent has no line of its own, and the place must not depend on how the finding is worded. A finding about a
  /// waiver is shown there.
  func anchor(_ finding: Finding) -> Report.Place? {
    if let waiver = finding.waiver { return stretch(corpus[waiver].span) }
    for nearMiss in finding.nearMisses {
      for obstacle in nearMiss.obstacles where obstacle.isBlocking {
        if let span = span(of: obstacle, in: nearMiss.provision) { return stretch(span) }
      }
    }
    let opening = finding.decision?.opening.flatMap { span(of: $0.question, answers: $0.answers) }
    let deciding =
      [opening].compactMap { $0 }
      + (finding.decision?.questions ?? []).compactMap { span(of: $0, answers: []) }
    let provisions =
      [finding.provision].compactMap { $0 } + finding.nearMisses.map(\.provision)
      + (finding.decision?.provisions ?? [])
    let spans = deciding + provisions.compactMap { span(of: $0) }
    return (spans.first ?? chiefStatute).map { stretch($0) }
  }

  /// Where a question is put in the law; a reading that is among the answers comes before others.
  private func span(of question: Question, answers: [String]) -> SourceSpan? {
    switch question.kind {
    case .reading(let article):
      corpus[article].readings.filter { $0.kind == .reading }.max { left, right in
        !answers.contains(left.name) && answers.contains(right.name)
      }?.span ?? corpus[article].span
    case .alternative(let article, let name):
      corpus[article].readings.first { $0.name == name }?.span ?? corpus[article].span
    case .unread(let statute, let article, let position):
      article.map { corpus[$0].unread[position].span } ?? corpus[statute].unread[position].span
    case .penaltyNotStated(let article): corpus[article].span
    case .evidence, .otherLaw: nil
    }
  }

  private func span(of provision: Provision) -> SourceSpan? {
    switch provision.kind {
    case .offence(let position): provision.article.map { corpus[$0].offences[position].span }
    case .definition(let definition): corpus[definition].span
    case .unread(let position):
      provision.article.map { corpus[$0].unread[position].span }
        ?? provision.statute.map { corpus[$0].unread[position].span }
    case .otherLaw: nil
    }
  }

  /// Where an obstacle stands; nil for a condition of the general part, and for silence of what is no article.
  func span(of obstacle: Obstacle, in provision: Provision) -> SourceSpan? {
    switch obstacle.origin {
    case .line(let id): corpus[id].span
    case .silence: provision.article.map { corpus[$0].span }
    case .exception(.except(let span)), .exception(.division(let span)), .penalty(let span): span
    case .exception(.exemption(let article, let position)): corpus[article].exemptions[position].span
    case .exception(.condition): nil
    }
  }

  /// The title line of the law with most claims, among equals the one with most articles in force, then the first.
  private var chiefStatute: SourceSpan? {
    let inForce = Dictionary(grouping: analysis.articles) { corpus[$0].statute }
    let candidates = corpus.statutes.enumerated().filter {
      $0.element.jurisdiction == analysis.scope.jurisdiction
    }
    let ranked = candidates.map { index, statute in
      let articles = inForce[StatuteID(index)] ?? []
      let claims = articles.reduce(0) { $0 + corpus[$1].claims.count }
      return (claims: claims, articles: articles.count, first: -index, span: statute.span)
    }
    return ranked.max { ($0.claims, $0.articles, $0.first) < ($1.claims, $1.articles, $1.first) }?.span
  }

  /// What is worth a second look in the input files.
  func remarks(_ diagnostics: [Diagnostic]) -> [Report.Remark] {
    diagnostics.compactMap { diagnostic in
      guard files.files.indices.contains(diagnostic.primary.span.file.index) else { return nil }
      return Report.Remark(
        code: diagnostic.code.rawValue, message: diagnostic.message, place: stretch(diagnostic.primary.span))
    }
  }
}
