/// How the encoding of a line is known. Better grades compare greater.
public enum EvidenceGrade: String, Sendable, CaseIterable, Comparable {
  /// Recalled; to be checked before anything that rests on it is published.
  case unverified
  /// Reported by a source.
  case secondary
  /// Read in the legal text, or a translation of it.
  case text

  private var rank: Int {
    switch self {
    case .unverified: 0
    case .secondary: 1
    case .text: 2
    }
  }

  /// `unverified` < `secondary` < `text`.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// The grade of a line and where it was found.
public struct Evidence: Hashable, Sendable {
  /// How it is known.
  public let grade: EvidenceGrade
  /// Where it was found; nil if the file does not say.
  public let source: String?

  /// Makes an evidence mark.
  public init(grade: EvidenceGrade, source: String? = nil) {
    self.grade = grade
    self.source = source
  }
}

/// The weight of a rule. A report never mixes levels. Higher levels compare greater.
public enum Level: String, Sendable, CaseIterable, Comparable {
  /// The treaty says "may".
  case optional
  /// A treaty body's view.
  case recommended
  /// The treaty says "subject to national law", or softens otherwise.
  case conditional
  /// The treaty's text.
  case binding

  private var rank: Int {
    switch self {
    case .optional: 0
    case .recommended: 1
    case .conditional: 2
    case .binding: 3
    }
  }

  /// `optional` < `recommended` < `conditional` < `binding`.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// The kind of liability a provision creates.
public enum Liability: String, Sendable, CaseIterable {
  /// Criminal or penal law.
  case criminal
  /// Liability to pay or to make good.
  case civil
  /// Sanctions of an authority.
  case administrative
}
