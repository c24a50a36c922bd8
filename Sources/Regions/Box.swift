/// A set of cases that is chosen dimension by dimension.
///
/// A case lies in the box if, in every dimension, its atom is in the mask. All operations that take two
/// boxes expect them to come from the same ``Space``.
public struct Box: Hashable, Sendable {
  /// One mask per dimension of the space; bit *n* admits atom *n*.
  public var masks: [UInt64]

  /// Creates a box from one mask per dimension.
  public init(masks: [UInt64]) {
    self.masks = masks
  }

  /// Whether the box holds no case: some dimension admits no atom.
  public var isEmpty: Bool { masks.contains(0) }

  /// Whether every case of this box lies in `other`. An empty box lies in every box.
  public func isSubset(of other: Box) -> Bool {
    requireSameShape(other)
    return isEmpty || masks.indices.allSatisfy { masks[$0] & ~other.masks[$0] == 0 }
  }

  /// Whether some case lies in both boxes.
  public func intersects(_ other: Box) -> Bool {
    requireSameShape(other)
    return masks.indices.allSatisfy { masks[$0] & other.masks[$0] != 0 }
  }

  /// The cases in both boxes, which is again a box (and may be empty).
  public func intersection(_ other: Box) -> Box {
    requireSameShape(other)
    return Box(masks: masks.indices.map { masks[$0] & other.masks[$0] })
  }

  /// Whether the case with these atoms, one index per dimension, lies in the box.
  ///
  /// An index that no mask can hold (negative or above 63) lies in no box.
  public func contains(point: [Int]) -> Bool {
    precondition(point.count == masks.count, "a case needs one atom per dimension")
    return masks.indices.allSatisfy { dimension in
      let atom = point[dimension]
      return (0..<UInt64.bitWidth).contains(atom) && masks[dimension] >> UInt64(atom) & 1 == 1
    }
  }

  /// The dimensions in which the two boxes have no atom in common, ascending: what keeps them apart.
  public func blockingDimensions(against other: Box) -> [Int] {
    requireSameShape(other)
    return masks.indices.filter { masks[$0] & other.masks[$0] == 0 }
  }

  private func requireSameShape(_ other: Box) {
    precondition(masks.count == other.masks.count, "boxes of different spaces")
  }
}

/// A total order without meaning of its own: it makes the order of a list depend on the boxes alone.
extension Box: Comparable {
  /// Compares the masks as numbers, the first dimension first.
  public static func < (first: Box, second: Box) -> Bool {
    first.masks.lexicographicallyPrecedes(second.masks)
  }
}
