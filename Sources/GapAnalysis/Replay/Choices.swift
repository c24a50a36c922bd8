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

  /// A point among others that are chosen together.
  private struct Digit {
    let point: Point
    /// How many choices of the points behind it there are.
    let weight: Int
  }

  /// The points that are chosen; what is missing is chosen as 0. Few enough to look through.
  private let digits: [Digit]
  /// The positions chosen, as the digits of a number.
  private let number: Int

  /// The position chosen for a point.
  subscript(point: Point) -> Int {
    for digit in digits where digit.point == point { return number / digit.weight % point.count }
    return 0
  }

  func isYes(_ point: Point) -> Bool { self[point] == 1 }

  /// Every way to settle some points; nil if there are more than `limit`.
  static func all(_ points: [Point], limit: Int) -> LazyMapSequence<Range<Int>, Choices>? {
    var digits: [Digit] = []
    digits.reserveCapacity(points.count)
    var count = 1
    for point in points {
      digits.append(Digit(point: point, weight: count))
      count *= point.count
      guard count <= limit else { return nil }
    }
    return (0..<count).lazy.map { Choices(digits: digits, number: $0) }
  }
}
