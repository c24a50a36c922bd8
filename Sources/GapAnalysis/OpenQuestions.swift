import LegalModel

/// What files leave open about a law, for those who have to settle some of it. Articles are named by their numbers, each
/// once, in the order of the law.
public struct OpenQuestions: Hashable, Sendable {
  /// Articles with an offence whose penalty is not stated.
  public let withoutPenalty: [String]
  /// Articles that authorities read in different ways.
  public let withReadings: [String]
  /// Articles with a text that is not settled.
  public let withAlternatives: [String]
  /// How many marks say that law was not read.
  public let unread: Int
  /// How many questions there are in all.
  public let count: Int

  /// Sorts questions by what they are about.
  init(_ kinds: [Question.Kind], _ corpus: LegalCorpus) {
    var (penalties, readings, alternatives): ([ArticleID], [ArticleID], [ArticleID]) = ([], [], [])
    var unread = 0
    var count = 0
    for kind in kinds {
      switch kind {
      case .penaltyNotStated(let article): penalties.append(article)
      case .reading(let article): readings.append(article)
      case .alternative(let article, _): alternatives.append(article)
      case .unread: unread += 1
      // These belong to the check, not to the law.
      case .evidence, .otherLaw: continue
      }
      count += 1
    }
    func numbers(_ articles: [ArticleID]) -> [String] { Set(articles).sorted().map { corpus[$0].number } }
    withoutPenalty = numbers(penalties)
    withReadings = numbers(readings)
    withAlternatives = numbers(alternatives)
    self.unread = unread
    self.count = count
  }
}
