import LegalModel

/// One way to settle what is not settled about the law.
struct Choices: Hashable {
  /// One thing that can be chosen.
  enum Point: Hashable {
    /// The reading of an article, by name.
    case reading(ArticleID, options: [String])
    /// Whether an alternative version of an article holds.
    case alternative(ArticleID, String)
    /// Whether unread law reaches what it might reach.
    case unread(StatuteID, ArticleID?, Int)
    /// Whether weaker evidence is right.
    case evidence
    /// Whether other than criminal law prohibits the case.
    case otherLaw
    /// Whether a penalty that is not stated is high enough.
    case penalty(ArticleID)

    /// How many ways there are to choose.
    var count: Int {
      switch self {
      case .reading(_, let options): options.count
      case .alternative, .unread, .evidence, .otherLaw, .penalty: 2
      }
    }
  }

  /// The position chosen; what is missing is chosen as 0.
  var chosen: [Point: Int] = [:]

  func isYes(_ point: Point) -> Bool { chosen[point] == 1 }

  /// Every way to settle some points; nil if there are more than `limit`.
  static func all(_ points: [Point], limit: Int) -> [Choices]? {
    var result = [Choices()]
    for point in points {
      guard result.count * point.count <= limit else { return nil }
      result = result.flatMap { choices in
        (0..<point.count).map { position in
          var next = choices
          next.chosen[point] = position
          return next
        }
      }
    }
    return result
  }
}
