/// The atoms of every dimension, grouped: two atoms share a class if no row of a ``Restriction`` tells
/// them apart.
///
/// The cost of everything that follows depends on the number of classes, that is, on how many distinctions
/// the law draws, and not on the number of atoms.
struct AtomClasses {
  /// The masks of all classes, dimension after dimension, each in the order of their lowest atoms.
  private var masks: [UInt64] = []
  /// Where the classes of each dimension end in ``masks``. Every dimension has at least one.
  private var ends: [Int] = []

  init(of restriction: Restriction) {
    let hull = restriction.hull
    masks.reserveCapacity(hull.count &* 4)
    ends.reserveCapacity(hull.count)
    let isCut = AtomClasses.cutDimensions(of: restriction)
    for dimension in hull.indices {
      let start = masks.count
      masks.append(hull[dimension])
      if isCut[dimension] { addClasses(of: restriction, dimension: dimension, from: start) }
      ends.append(masks.count)
    }
  }

  /// The classes of a dimension.
  func classes(of dimension: Int) -> ArraySlice<UInt64> {
    masks[(dimension == 0 ? 0 : ends[dimension - 1])..<ends[dimension]]
  }

  /// How many classes a dimension has.
  func count(of dimension: Int) -> Int {
    ends[dimension] &- (dimension == 0 ? 0 : ends[dimension - 1])
  }

  /// Of each dimension, whether some row is not the hull there. Most rows are in most dimensions.
  private static func cutDimensions(of restriction: Restriction) -> [Bool] {
    let hull = restriction.hull
    var differences = [UInt64](repeating: 0, count: hull.count)
    let stride = hull.count
    guard stride > 0 else { return [] }
    restriction.masks.withUnsafeBufferPointer { masks in
      for start in Swift.stride(from: 0, to: masks.count, by: stride) {
        for dimension in 0..<stride { differences[dimension] |= masks[start &+ dimension] ^ hull[dimension] }
      }
    }
    return differences.map { $0 != 0 }
  }

  private mutating func addClasses(of restriction: Restriction, dimension: Int, from start: Int) {
    let whole = restriction.hull[dimension]
    let stride = restriction.hull.count
    let limit = start &+ whole.nonzeroBitCount
    var last = whole
    restriction.masks.withUnsafeBufferPointer { rows in
      var position = dimension
      while position < rows.count, masks.count < limit {
        let mask = rows[position]
        position &+= stride
        // Neighbouring rows often say the same; the hull itself says nothing.
        guard mask != whole, mask != last else { continue }
        last = mask
        AtomClasses.split(&masks, from: start, by: mask)
      }
    }
    AtomClasses.sort(&masks, from: start)
  }

  /// Splits every class that the mask cuts. The order of the result has no meaning.
  @inline(__always)
  static func split(_ classes: inout [UInt64], from start: Int = 0, by mask: UInt64) {
    for index in start..<classes.count {
      let inside = classes[index] & mask
      guard inside != 0, inside != classes[index] else { continue }
      classes.append(classes[index] & ~mask)
      classes[index] = inside
    }
  }

  /// Sorts disjoint classes by their lowest atoms. There are few of them, and most often they are in order.
  @inline(__always)
  static func sort(_ classes: inout [UInt64], from start: Int = 0) {
    guard classes.count > start else { return }
    for index in (start + 1)..<classes.count {
      let moved = classes[index]
      var position = index
      while position > start, classes[position - 1].trailingZeroBitCount > moved.trailingZeroBitCount {
        classes[position] = classes[position - 1]
        position -= 1
      }
      classes[position] = moved
    }
  }

  /// At most three dimensions, those with the most classes first; dimensions with one class do not count.
  var busiestDimensions: [Int] {
    var busiest: [Int] = []
    for dimension in ends.indices where count(of: dimension) > 1 {
      let place = busiest.firstIndex { count(of: $0) < count(of: dimension) } ?? busiest.count
      guard place < 3 else { continue }
      busiest.insert(dimension, at: place)
      if busiest.count > 3 { busiest.removeLast() }
    }
    return busiest
  }
}
