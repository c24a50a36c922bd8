import GapAnalysis
import LegalModel

/// What the encoder noted on articles, told with the first finding that rests on them, once for each article.
extension ReportBuilder {
  /// Adds the notes to findings that stand in the order in which they are printed.
  func withNotes(_ findings: [Report.Finding], from analysis: [Finding]) -> [Report.Finding] {
    let concerned = Dictionary(
      analysis.map { ($0.id, articles(concerning: $0)) }, uniquingKeysWith: { first, _ in first })
    var told = Set<ArticleID>()
    return findings.map { finding in
      var finding = finding
      for article in concerned[finding.id] ?? [] where told.insert(article).inserted {
        finding.encoderNotes += corpus[article].notes.map { "\(place(article)): \($0)" }
      }
      return finding
    }
  }

  /// The articles in which the lines stand that are responsible, then those whose reading or text decides.
  private func articles(concerning finding: Finding) -> [ArticleID] {
    let lines = finding.nearMisses.flatMap { nearMiss in
      nearMiss.obstacles.filter(\.isBlocking).map { home(of: $0, in: nearMiss) }
    }
    let questions = (finding.decision?.questions ?? []).map { question -> ArticleID? in
      switch question.kind {
      case .reading(let article), .alternative(let article, _), .penaltyNotStated(let article): article
      case .unread(_, let article, _): article
      case .evidence, .otherLaw: nil
      }
    }
    return (lines + questions).compactMap { $0 }
  }

  private func home(of obstacle: Obstacle, in nearMiss: NearMiss) -> ArticleID? {
    switch obstacle.origin {
    case .line(let line): article(of: corpus[line].owner) ?? nearMiss.provision.article
    case .exception(.exemption(let article, _)): article
    case .silence, .exception(.except), .exception(.division), .exception(.condition), .penalty:
      nearMiss.provision.article
    }
  }
}
