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
    var hash = Hash()
    for part in [rule.identity, "|", kind.rawValue, "|", logic.rawValue, "|", provision] { hash.add(part) }
    if !about.isEmpty {
      hash.add("|about ")
      hash.add(about)
    }
    for element in space.elements where !space.isEverything(region[element], of: element) {
      hash.add("|")
      hash.add(space.vocabulary[element].name)
      hash.add("=")
      var separator = ""
      switch space.selection(region[element], of: element) {
      case .values(let set):
        for position in set.positions {
          hash.add(separator)
          hash.add(space.vocabulary[element].values[position].name)
          separator = ","
        }
      case .numbers(let set):
        for range in set.ranges {
          hash.add("\(separator)\(range.lowerBound)-\(range.upperBound)")
          separator = ","
        }
      }
    }
    return hash.digits
  }

  /// FNV-1a over the bytes of texts, one after the other.
  private struct Hash {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
      for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    var digits: String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
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
