import LegalModel

/// One way to settle what is not settled about the law.
struct Choices {
  /// One thing that can be chosen.
  enum Point: Hashable {
    /// The reading of an article, among so many.
    case reading(ArticleID, options: Int)
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
      case .reading(_, let options): options
      case .alternative, .unread, .evidence, .otherLaw, .penalty: 2
      }
    }
  }

  /// The positions chosen; what is missing is chosen as 0. Few enough to look through.
  private var chosen: [(point: Point, position: Int)] = []

  /// The position chosen for a point.
  subscript(point: Point) -> Int { chosen.first { $0.point == point }?.position ?? 0 }

  func isYes(_ point: Point) -> Bool { self[point] == 1 }

  /// Every way to settle some points; nil if there are more than `limit`.
  static func all(_ points: [Point], limit: Int) -> [Choices]? {
    var result = [Choices()]
    for point in points {
      guard result.count * point.count <= limit else { return nil }
      result = result.flatMap { choices in
        (0..<point.count).map { position in
          var next = choices
          next.chosen.append((point, position))
          return next
        }
      }
    }
    return result
  }
}
