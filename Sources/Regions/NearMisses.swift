/// The groups of boxes that come closest to a region: those kept apart from it in the fewest dimensions.
public struct NearMisses: Hashable, Sendable {
  /// One group that comes as close as any.
  public struct Group: Hashable, Sendable {
    /// The position of the group.
    public let group: Int
    /// The position, within the group, of its first box that comes as close as any.
    public let box: Int
    /// The dimensions in which that box has no atom in common with the region, ascending.
    public let blocking: [Int]
    /// Whether the box, freed of its constraints in the blocking dimensions, would contain the region.
    public let containsOtherwise: Bool

    /// Creates a group.
    public init(group: Int, box: Int, blocking: [Int], containsOtherwise: Bool) {
      self.group = group
      self.box = box
      self.blocking = blocking
      self.containsOtherwise = containsOtherwise
    }
  }

  /// The fewest dimensions that keep any box apart from the region; 0 if some box meets it, `nil` if there is no
  /// box at all.
  public let distance: Int?
  /// How many groups come that close.
  public let groupCount: Int
  /// The first of them, in order, as many as were asked for.
  public let groups: [Group]

  /// Creates near misses.
  public init(distance: Int?, groupCount: Int, groups: [Group]) {
    self.distance = distance
    self.groupCount = groupCount
    self.groups = groups
  }
}

/// Groups of boxes (the boxes of each provision), packed to be compared with many regions.
///
/// Every dimension is a bit field, so that the number of blocking dimensions costs an *and*, an addition and
/// a count of bits per word: about a microsecond for a thousand boxes of one word.
public struct NearMissIndex: Sendable {
  private let space: Space
  private let places: [Place]
  private let wordCount: Int
  /// Per word, the top bit of each field, and all other bits of each field.
  private let tops: [UInt64]
  private let lows: [UInt64]
  /// The packed boxes one after another; empty boxes are left out.
  private var rows: [UInt64] = []
  /// Of each packed box, the position of its group and its position there.
  private var groupOf: [Int] = []
  private var positionOf: [Int] = []

  private struct Place {
    let word: Int
    let shift: UInt64
    let mask: UInt64
  }

  /// Packs the boxes. Each must have one mask per dimension of the space; an empty box comes close to nothing.
  public init(groups: [[Box]], in space: Space) {
    self.space = space
    var used: [Int] = []
    var places: [Place] = []
    for dimension in space.dimensions {
      let word = used.firstIndex { $0 + dimension.atomCount <= 64 } ?? used.count
      if word == used.count { used.append(0) }
      places.append(Place(word: word, shift: UInt64(used[word]), mask: dimension.full))
      used[word] += dimension.atomCount
    }
    var tops = Array(repeating: UInt64(0), count: used.count)
    var fields = tops
    for place in places {
      tops[place.word] |= (place.mask ^ place.mask >> 1) << place.shift
      fields[place.word] |= place.mask << place.shift
    }
    self.places = places
    self.tops = tops
    lows = zip(fields, tops).map { $0 & ~$1 }
    wordCount = used.count
    for (group, members) in groups.enumerated() {
      for (position, box) in members.enumerated() {
        let row = pack(box)
        guard row.withUnsafeBufferPointer({ apart(row, $0, at: 0) }) == 0 else { continue }
        rows += row
        groupOf.append(group)
        positionOf.append(position)
      }
    }
  }

  /// The groups closest to a region, which must have one mask per dimension of the space.
  ///
  /// Linear in the number of boxes.
  /// - Parameter limit: how many of the closest groups to describe.
  public func nearest(to region: Box, limit: Int) -> NearMisses {
    let packed = pack(region)
    var least = Int.max
    var closest: [Int] = []
    var groupCount = 0
    var lastGroup = -1
    rows.withUnsafeBufferPointer { rows in
      for index in groupOf.indices {
        let apart = apart(packed, rows, at: index &* wordCount)
        guard apart <= least else { continue }
        if apart < least {
          least = apart
          closest.removeAll(keepingCapacity: true)
          groupCount = 0
        } else if groupOf[index] == lastGroup {
          continue
        }
        lastGroup = groupOf[index]
        groupCount += 1
        if closest.count < limit { closest.append(index) }
      }
    }
    return NearMisses(
      distance: least == .max ? nil : least, groupCount: groupCount,
      groups: closest.map { describe($0, packed) })
  }

  private func describe(_ index: Int, _ region: [UInt64]) -> NearMisses.Group {
    var blocking: [Int] = []
    var contains = true
    for (dimension, place) in places.enumerated() {
      let wanted = region[place.word] >> place.shift & place.mask
      let mask = rows[index * wordCount + place.word] >> place.shift & place.mask
      if wanted & mask == 0 {
        blocking.append(dimension)
      } else if wanted & ~mask != 0 {
        contains = false
      }
    }
    return NearMisses.Group(
      group: groupOf[index], box: positionOf[index], blocking: blocking, containsOtherwise: contains)
  }

  private func pack(_ box: Box) -> [UInt64] {
    precondition(box.masks.count == places.count, "a box needs one mask per dimension of its space")
    var words = Array(repeating: UInt64(0), count: wordCount)
    for (place, mask) in zip(places, box.masks) { words[place.word] |= (mask & place.mask) << place.shift }
    return words
  }

  /// The number of fields in which a row has no atom in common with the region.
  @inline(__always)
  private func apart(_ region: [UInt64], _ rows: UnsafeBufferPointer<UInt64>, at start: Int) -> Int {
    var count = 0
    for word in 0..<wordCount {
      let meet = region[word] & rows[start &+ word]
      count &+= (tops[word] & ~(meet | ((meet & lows[word]) &+ lows[word]))).nonzeroBitCount
    }
    return count
  }
}
