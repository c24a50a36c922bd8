import LegalModel

/// The stable identity of a finding: rule, kind, region, provision and what tells it from others of the same region, in
/// words of the vocabulary and names of the law, hashed.
///
/// Moved lines, reworded messages and added values of other elements leave it as it is. The hash is FNV-1a with 64
/// bits: enough to tell the findings of one report apart, and no promise of security.
enum FindingIdentity {
  /// Makes an identity.
  ///
  /// - Parameter about: for a defect the element that the law adds, and where; for what is undecided the answer that
  ///   opens it. An article may add two elements to the same cases, two definitions the same element, and two
  ///   questions may open the same cases.
  static func make(
    rule: Rule, kind: FindingKind, logic: FindingLogic, region: CaseRegion, provision: String,
    about: String = "", space: CaseSpace
  ) -> String {
    var text = "\(rule.identity)|\(kind.rawValue)|\(logic.rawValue)|\(provision)"
    if !about.isEmpty { text += "|about " + about }
    for element in space.elements where !space.isEverything(region[element], of: element) {
      text += "|" + space.vocabulary[element].name + "="
      switch space.selection(region[element], of: element) {
      case .values(let set):
        text += set.positions.map { space.vocabulary[element].values[$0].name }.joined(separator: ",")
      case .numbers(let set):
        text += set.ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
      }
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The element that an article adds, in names of the law.
  static func about(_ element: ElementID, in home: ArticleID?, _ corpus: LegalCorpus) -> String {
    corpus.vocabulary[element].name + (home.map { " in " + name($0, corpus) } ?? "")
  }

  private static func name(_ article: ArticleID, _ corpus: LegalCorpus) -> String {
    corpus[corpus[article].statute].name + " " + corpus[article].number
  }

  /// The answer that opens undecided cases, in names of the law; empty if only several answers together do.
  static func about(_ decision: Decision?, _ corpus: LegalCorpus) -> String {
    guard let opening = decision?.opening else { return "" }
    let question =
      switch opening.question.kind {
      case .reading(let article): "reading " + name(article, corpus)
      case .alternative(let article, let version): "alternative " + name(article, corpus) + " " + version
      case .unread(let statute, let article, let position):
        "unread " + (article.map { name($0, corpus) } ?? corpus[statute].name) + " \(position)"
      case .evidence: "evidence"
      case .otherLaw: "other-law"
      case .penaltyNotStated(let article): "penalty " + name(article, corpus)
      }
    return question + ": " + opening.answers.joined(separator: ",")
  }
}
