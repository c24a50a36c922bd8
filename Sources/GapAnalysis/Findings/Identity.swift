import LegalModel

/// The stable identity of a finding: rule, kind, region, provision and what tells it from others of the same region, in
/// words of the vocabulary and names of the law, hashed.
///
/// Moved lines, reworded messages and added values of other elements leave it as it is. The hash is FNV-1a with 64
/// bits: enough to tell the findings of one report apart, and no promise of security.
enum FindingIdentity {
  /// Makes an identity.
  ///
  /// - Parameter about: for a defect the element that the law adds, for what is undecided the answer that opens it:
  ///   one article may add two elements to the same cases, and two questions may open the same cases.
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

  /// The answer that opens undecided cases, in names of the law; empty if only several answers together do.
  static func about(_ decision: Decision?, _ corpus: LegalCorpus) -> String {
    guard let opening = decision?.opening else { return "" }
    func name(_ article: ArticleID) -> String {
      corpus[corpus[article].statute].name + " " + corpus[article].number
    }
    let question =
      switch opening.question.kind {
      case .reading(let article): "reading " + name(article)
      case .alternative(let article, let version): "alternative " + name(article) + " " + version
      case .unread(let statute, let article, let position):
        "unread " + (article.map { name($0) } ?? corpus[statute].name) + " \(position)"
      case .evidence: "evidence"
      case .otherLaw: "other-law"
      case .penaltyNotStated(let article): "penalty " + name(article)
      }
    return question + ": " + opening.answers.joined(separator: ",")
  }
}
