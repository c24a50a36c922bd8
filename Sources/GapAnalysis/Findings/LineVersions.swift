import LegalModel

/// The lines in which the body of an article, its readings and its alternatives speak of one element: whoever changes the
/// words of the law changes what they are read to say.
struct LineVersions {
  private let corpus: LegalCorpus

  init(corpus: LegalCorpus) { self.corpus = corpus }

  /// A line of the law, and the lines that stand in its place in another version of the same provision; the line itself
  /// first. Cost: a look at the lines of the article.
  func versions(of line: LineID) -> [LineID] {
    guard let article = article(of: line) else { return [line] }
    let readings = article.readings.filter { reading in
      reading.lines.contains { corpus[$0].element == corpus[line].element }
    }
    guard !readings.isEmpty else { return [line] }
    let targets = targets(of: line, in: article)
    let others = readings.filter { meets($0.target, targets) }.flatMap(\.lines) + bodies(targets, of: article)
    return [line] + others.filter { $0 != line && corpus[$0].element == corpus[line].element }.sorted()
  }

  private func article(of line: LineID) -> Article? {
    switch corpus[line].owner {
    case .article(let id): return corpus[id]
    case .definition(let definition):
      switch corpus[definition].owner {
      case .article(let id): return corpus[id]
      case .instrument: return nil
      }
    case .rule, .statute, .reservation, .waiver: return nil
    }
  }

  /// What a line is part of: what its reading changes, or the provision in whose body it stands.
  private func targets(of line: LineID, in article: Article) -> [Reading.Target] {
    let read = article.readings.filter { $0.lines.contains(line) }.map(\.target)
    return read.isEmpty ? provisions(of: article).filter { body(of: $0, article).contains(line) } : read
  }

  private func provisions(of article: Article) -> [Reading.Target] {
    article.definitions.map { .definition($0) } + article.offences.indices.map { .offence($0) }
  }

  private func meets(_ target: Reading.Target, _ others: [Reading.Target]) -> Bool {
    target == .all || others.contains { $0 == target || $0 == .all }
  }

  private func bodies(_ targets: [Reading.Target], of article: Article) -> [LineID] {
    provisions(of: article).filter { meets($0, targets) }.flatMap { body(of: $0, article) }
  }

  private func body(of target: Reading.Target, _ article: Article) -> [LineID] {
    switch target {
    case .all: []
    case .definition(let definition): corpus[definition].region.ownLines
    case .offence(let position): article.offences[position].region.ownLines
    }
  }
}
