import LegalModel
import SourceText

/// Which offences rest on which lines and exceptions, so that an edit is tried without lowering the whole law again.
struct EditReach {
  /// By line, the offences whose region holds it, directly, in a reading, or by way of definitions.
  private var lines: [LineID: Set<Provision>] = [:]
  /// By the place of an exception.
  private var exceptions: [SourceSpan: Set<Provision>] = [:]
  /// Likewise the definitions.
  private var definitionsByLine: [LineID: Set<DefinitionID>] = [:]
  private var definitionsByException: [SourceSpan: Set<DefinitionID>] = [:]
  /// Lines and exceptions on which more rests than the regions of offences: penalties, the general part, exemptions
  /// and unread law.
  private var sharedLines: Set<LineID> = []
  private var sharedExceptions: Set<SourceSpan> = []

  /// Cost: one walk over the law, definitions once for every use.
  init(corpus: LegalCorpus, articles: [ArticleID], scope: CheckScope) {
    for id in articles {
      let article = corpus[id]
      for (position, offence) in article.offences.enumerated() {
        let provision = Provision(statute: article.statute, article: id, kind: .offence(position))
        let content = RegionContent(of: offence.region, readIn: id, corpus)
        for line in content.lines { lines[line, default: []].insert(provision) }
        for span in content.exceptions { exceptions[span, default: []].insert(provision) }
        for condition in offence.penalties.compactMap(\.condition) { share(condition, id, corpus) }
      }
      for condition in article.extensions.compactMap(\.condition) { share(condition, id, corpus) }
      for exemption in article.exemptions { share(exemption.region, id, corpus) }
      for mark in article.unread { share(mark.region, id, corpus) }
    }
    for id in corpus.definitions.indices.map({ DefinitionID($0) }) {
      guard case .article(let article) = corpus[id].owner else { continue }
      let content = RegionContent(of: corpus[id].region, readIn: article, corpus)
      for line in content.lines { definitionsByLine[line, default: []].insert(id) }
      for span in content.exceptions { definitionsByException[span, default: []].insert(id) }
    }
    for statute in corpus.statutes where statute.jurisdiction == scope.jurisdiction {
      for mark in statute.unread { share(mark.region, nil, corpus) }
    }
  }

  private mutating func share(_ region: Region, _ article: ArticleID?, _ corpus: LegalCorpus) {
    let content = RegionContent(of: region, readIn: article, corpus)
    sharedLines.formUnion(content.lines)
    sharedExceptions.formUnion(content.exceptions)
  }

  /// The definitions that some edits touch.
  func definitions(touchedBy edits: LawEdits) -> Set<DefinitionID> {
    var result = Set<DefinitionID>()
    for widening in edits.widenings { result.formUnion(definitionsByLine[widening.line] ?? []) }
    for source in edits.dropped {
      switch source {
      case .except(let span): result.formUnion(definitionsByException[span] ?? [])
      case .division, .exemption, .condition: break
      }
    }
    return result
  }

  /// The offences that some edits touch; nil if more than offences must be lowered again.
  func provisions(touchedBy edits: LawEdits) -> Set<Provision>? {
    var result = Set<Provision>()
    for widening in edits.widenings {
      guard !sharedLines.contains(widening.line), let touched = lines[widening.line] else { return nil }
      result.formUnion(touched)
    }
    for source in edits.dropped {
      switch source {
      case .except(let span):
        guard !sharedExceptions.contains(span), let touched = exceptions[span] else { return nil }
        result.formUnion(touched)
      case .division, .exemption, .condition:
        return nil
      }
    }
    return result
  }
}

/// The lines and exceptions behind a region, those of the definitions it uses and of their readings included.
private struct RegionContent {
  private(set) var lines: Set<LineID> = []
  private(set) var exceptions: Set<SourceSpan> = []
  private var definitions: Set<DefinitionID> = []

  init(of region: Region, readIn article: ArticleID?, _ corpus: LegalCorpus) {
    if let article { lines.formUnion(corpus[article].readings.flatMap(\.lines)) }
    visit(region, corpus)
  }

  private mutating func visit(_ region: Region, _ corpus: LegalCorpus) {
    for item in region.items {
      switch item {
      case .line(let line): lines.insert(line)
      case .uses(let id, _, _):
        guard definitions.insert(id).inserted else { continue }
        if case .article(let article) = corpus[id].owner {
          lines.formUnion(corpus[article].readings.flatMap(\.lines))
        }
        visit(corpus[id].region, corpus)
      case .either(let branches): for branch in branches { visit(branch, corpus) }
      case .except(let exception):
        exceptions.insert(exception.span)
        visit(exception.region, corpus)
      }
    }
  }
}
