import Regions
import TestSupport

/// Problems whose answer is known, or known to be long.
enum Families {
  /// The dimensions `i` and `i + pairs` must be equal: `size` to the power of `pairs` single cases are left.
  static func pairs(_ pairs: Int, size: Int) throws -> (space: Space, units: [Unit]) {
    let space = try Space(Array(repeating: Dimension(atoms: size), count: 2 * pairs))
    let units = (0..<pairs).flatMap { pair in
      (0..<size).map { value -> Unit in
        let mask: UInt64 = 1 << UInt64(value)
        return Unit(box: space.box([pair: mask, pair + pairs: space.dimensions[pair].full & ~mask]))
      }
    }
    return (space, units)
  }

  /// All cases of even parity are covered, one box each.
  static func parity(_ dimensions: Int) throws -> (space: Space, units: [Unit]) {
    let space = try Space(Array(repeating: Dimension(atoms: 2), count: dimensions))
    let units = (0..<(1 << dimensions)).filter { $0.nonzeroBitCount % 2 == 0 }.map { number in
      Unit(box: Box(masks: (0..<dimensions).map { 1 << UInt64(number >> $0 & 1) }))
    }
    return (space, units)
  }

  /// Random boxes that each take half of four many-valued dimensions.
  static func randomWide(
    dimensions: Int, size: Int, boxes: Int, seed: UInt64
  ) throws -> (space: Space, units: [Unit]) {
    var random = SeededRandom(seed: seed)
    let space = try Space(Array(repeating: Dimension(atoms: size), count: dimensions))
    let units = (0..<boxes).map { _ in
      Unit(
        box: space.box(
          Dictionary(
            uniqueKeysWithValues: random.sample(4, of: Array(0..<dimensions)).map { dimension in
              (dimension, ((1 << UInt64(size / 2)) - 1) << UInt64(random.int(0...(size / 2))))
            })))
    }
    return (space, units)
  }
}
