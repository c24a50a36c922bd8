import LegalModel
import SourceText

/// What to do about a block whose alternatives and exceptions multiply beyond the limit.
struct BlockSize {
  /// What the block is the body of.
  private enum Kind {
    case offence, rule, definition, other

    /// How messages call it.
    var words: String {
      switch self {
      case .offence: "offence"
      case .rule: "rule"
      case .definition: "definition"
      case .other: "block"
      }
    }

    /// What goes wrong where the lines of one are spread over several: all lines must be met at once.
    var danger: String {
      switch self {
      case .offence: "each of them would then punish more than the law does"
      case .rule: "each of them would then ask for more than the treaty does"
      case .definition, .other: "each of them would then reach more than the text does"
      }
    }
  }

  private let kind: Kind
  private let region: Region?

  /// Looks for the block that holds a place.
  init(at span: SourceSpan, in corpus: LegalCorpus) {
    func holds(_ region: Region) -> Bool { region.span.contains(span) }
    if let region = corpus.definitions.lazy.map(\.region).first(where: holds) {
      (kind, self.region) = (.definition, region)
    } else if let region = corpus.rules.lazy.compactMap(\.ownRegion).first(where: holds) {
      (kind, self.region) = (.rule, region)
    } else if let region = corpus.articles.lazy.flatMap(\.offences).map(\.region).first(where: holds) {
      (kind, self.region) = (.offence, region)
    } else {
      (kind, region) = (.other, nil)
    }
  }

  /// Remedies that leave the meaning as it is, the simplest first.
  var help: [Advice] {
    let isWithoutBranches = region.map { !$0.items.contains(where: \.isEither) } ?? false
    let hasUses = region?.items.contains(where: \.isUse) ?? false
    if isWithoutBranches, !hasUses {
      return [
        """
        exceptions that differ in the values of one element alone can be one, with a comma between the values: \
        `except { act offer, deliver }` in the place of `except { act offer }` and `except { act deliver }`
        """
      ]
    }
    let branches =
      isWithoutBranches
      ? "each branch of the `either` line of one definition, with the lines of that branch in the place of `uses …`,"
      : "each branch of one of the `either` lines,"
    let users = kind == .definition ? "; then write what uses it once for each of them" : ""
    return [
      """
      branches that differ in the values of one element alone can be one line, with a comma between the values: \
      `act offer, deliver` in the place of `either { act offer } or { act deliver }`
      """,
      """
      or write one \(kind.words) for \(branches) and repeat all the other lines in each\(users); if that is not \
      enough, do the same with another `either`
      """,
      "do not spread the `either` lines over several \(kind.words)s: \(kind.danger)",
    ]
  }
}

extension Rule {
  /// The cases that the rule itself names; nil where it varies other rules.
  fileprivate var ownRegion: Region? {
    guard case .region(let region)? = duty?.target else { return nil }
    return region
  }
}

extension RegionItem {
  fileprivate var isEither: Bool {
    switch self {
    case .either: true
    case .line, .uses, .except: false
    }
  }

  fileprivate var isUse: Bool {
    switch self {
    case .uses: true
    case .line, .either, .except: false
    }
  }
}
