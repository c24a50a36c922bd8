/// The atoms of every dimension, grouped: two atoms share a class if no row of a ``Restriction`` tells
/// them apart.
///
/// The cost of everything that follows depends on the number of classes, that is, on how many distinctions
/// the law draws, and not on the number of atoms.
struct AtomClasses {
  /// Per dimension, the masks of its classes in the order of their lowest atoms; at least one.
  let masks: [[UInt64]]

  init(of restriction: Restriction) {
    masks = restriction.hull.indices.map { dimension in
      AtomClasses.classes(of: restriction, dimension: dimension)
    }
  }

  private static func classes(of restriction: Restriction, dimension: Int) -> [UInt64] {
    let whole = restriction.hull[dimension]
    let stride = restriction.hull.count
    var classes = [whole]
    var last = whole
    var position = dimension
    while position < restriction.masks.count, classes.count < whole.nonzeroBitCount {
      let mask = restriction.masks[position]
      position += stride
      // Neighbouring rows often say the same; the hull itself says nothing.
      guard mask != whole, mask != last else { continue }
      last = mask
      split(&classes, by: mask)
    }
    sort(&classes)
    return classes
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
    let busy = masks.indices.filter { masks[$0].count > 1 }
    let sorted = busy.sorted { (masks[$1].count, $0) < (masks[$0].count, $1) }
    return Array(sorted.prefix(3))
  }
}
