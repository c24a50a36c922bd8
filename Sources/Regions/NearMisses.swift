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

/// Groups of boxes (the boxes of each provision), laid out to be compared with many regions.
///
/// For every atom of every dimension there is a set of the boxes that are constrained there and admit it, one
/// bit a box. Which boxes meet a region in a dimension is the union of a few of these sets, and how many
/// dimensions keep each box apart is added up for 64 boxes at a time. Dimensions in which the region is full
/// keep no box apart and cost nothing.
public struct NearMissIndex: Sendable {
  /// The mask of all atoms of each dimension.
  private let full: [UInt64]
  /// The boxes one after another, one mask per dimension; empty boxes are left out.
  private var masks: [UInt64] = []
  /// Of each box, the position of its group and its position there.
  private var groupOf: [Int] = []
  private var positionOf: [Int] = []
  /// The sets, those of the first 64 boxes first. Per dimension one of the boxes that are not constrained
  /// there, then one per atom.
  private var sets: [UInt64] = []
  /// Where the sets of each dimension start.
  private let starts: [Int]
  /// How many sets there are for each 64 boxes.
  private let setCount: Int

  /// Lays the boxes out. Each must have one mask per dimension of the space; an empty box comes close to nothing.
  public init(groups: [[Box]], in space: Space) {
    full = space.dimensions.map(\.full)
    var starts: [Int] = []
    var setCount = 0
    for dimension in space.dimensions {
      starts.append(setCount)
      setCount += 1 + dimension.atomCount
    }
    self.starts = starts
    self.setCount = setCount
    for (group, members) in groups.enumerated() {
      for (position, box) in members.enumerated() { append(box, group: group, position: position) }
    }
  }

  private mutating func append(_ box: Box, group: Int, position: Int) {
    precondition(box.masks.count == full.count, "a box needs one mask per dimension of its space")
    guard full.indices.allSatisfy({ box.masks[$0] & full[$0] != 0 }) else { return }
    let number = groupOf.count
    if number % 64 == 0 { sets += repeatElement(0, count: setCount) }
    let first = number / 64 * setCount
    let bit: UInt64 = 1 << UInt64(number % 64)
    for dimension in full.indices {
      let mask = box.masks[dimension] & full[dimension]
      masks.append(mask)
      let start = first + starts[dimension]
      if mask == full[dimension] {
        sets[start] |= bit
      } else {
        mask.forEachOne(from: start + 1) { sets[$0] |= bit }
      }
    }
    groupOf.append(group)
    positionOf.append(position)
  }

  /// The groups closest to a region, which must have one mask per dimension of the space.
  ///
  /// Linear in the number of boxes.
  /// - Parameter limit: how many of the closest groups to describe.
  public func nearest(to region: Box, limit: Int) -> NearMisses {
    var scan = NearMissScan(constraints: constraints(of: region))
    var least = Int.max
    var closest: [Int] = []
    var groupCount = 0
    var lastGroup = -1
    sets.withUnsafeBufferPointer { sets in
      for word in 0..<((groupOf.count + 63) / 64) {
        let boxes = min(64, groupOf.count - word * 64)
        let (apart, those) = scan.closest(sets, from: word * setCount, among: .max >> UInt64(64 - boxes))
        guard apart <= least else { continue }
        if apart < least {
          least = apart
          closest.removeAll(keepingCapacity: true)
          groupCount = 0
          lastGroup = -1
        }
        those.forEachOne(from: word * 64) { box in
          guard groupOf[box] != lastGroup else { return }
          lastGroup = groupOf[box]
          groupCount += 1
          if closest.count < limit { closest.append(box) }
        }
      }
    }
    return NearMisses(
      distance: least == .max ? nil : least, groupCount: groupCount,
      groups: closest.map { describe($0, region) })
  }

  private func constraints(of region: Box) -> [NearMissScan.Constraint] {
    precondition(region.masks.count == full.count, "a box needs one mask per dimension of its space")
    return full.indices.compactMap { dimension in
      let mask = region.masks[dimension] & full[dimension]
      return mask == full[dimension] ? nil : NearMissScan.Constraint(start: starts[dimension], mask: mask)
    }
  }

  private func describe(_ index: Int, _ region: Box) -> NearMisses.Group {
    var blocking: [Int] = []
    var contains = true
    for dimension in full.indices {
      let wanted = region.masks[dimension] & full[dimension]
      let mask = masks[index * full.count + dimension]
      if wanted & mask == 0 {
        blocking.append(dimension)
      } else if wanted & ~mask != 0 {
        contains = false
      }
    }
    return NearMisses.Group(
      group: groupOf[index], box: positionOf[index], blocking: blocking, containsOtherwise: contains)
  }
}

/// Adds up, for 64 boxes at a time, in how many dimensions each is kept apart from a region.
private struct NearMissScan {
  /// A dimension in which the region is not full: where its sets start, and the atoms of the region.
  struct Constraint {
    let start: Int
    let mask: UInt64
  }

  private let constraints: [Constraint]
  /// The sums in binary: bit *b* of digit *d* is digit *d* of the sum of box *b*.
  private var digits: [UInt64]

  init(constraints: [Constraint]) {
    self.constraints = constraints
    let width = Int.bitWidth - constraints.count.leadingZeroBitCount
    digits = Array(repeating: 0, count: width)
  }

  /// The smallest sum among the given boxes, and the boxes that have it.
  @inline(__always)
  mutating func closest(
    _ sets: UnsafeBufferPointer<UInt64>, from first: Int, among boxes: UInt64
  ) -> (apart: Int, boxes: UInt64) {
    for digit in digits.indices { digits[digit] = 0 }
    for constraint in constraints {
      let start = first &+ constraint.start
      var meeting = sets[start]
      constraint.mask.forEachOne(from: start &+ 1) { meeting |= sets[$0] }
      var carry = ~meeting
      for digit in digits.indices { (digits[digit], carry) = (digits[digit] ^ carry, digits[digit] & carry) }
    }
    var closest = boxes
    var apart = 0
    for digit in digits.indices.reversed() {
      let fewer = closest & ~digits[digit]
      if fewer == 0 { apart |= 1 << digit } else { closest = fewer }
    }
    return (apart, closest)
  }
}
