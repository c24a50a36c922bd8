import TestSupport
import Regions

/// A small random question with everything in it, small enough to enumerate.
struct RandomProblem {
  let seed: UInt64
  let space: Space
  let required: [Box]
  let units: [Unit]
  let parameters: Set<Int>

  /// - Parameter withParameters: whether up to two dimensions are parameters.
  init(seed: UInt64, withParameters: Bool) throws {
    var random = SeededRandom(seed: seed)
    self.seed = seed
    var sizes: [Int] = []
    for _ in 0..<random.int(2...5) {
      let size = random.int(2...5)
      if (sizes + [size]).reduce(1, *) <= 240 { sizes.append(size) }
    }
    space = try Space(
      sizes.map { size in
        Dimension(weights: (0..<size).map { _ in random.chance(70) ? 1 : UInt64(random.int(2...9)) })
      })
    let parameterCount = withParameters ? random.int(0...min(2, sizes.count - 1)) : 0
    parameters = Set((0..<parameterCount).map { _ in random.int(0...(sizes.count - 1)) })
    let (few, many) = (random.int(20...50), random.int(30...80))
    required = (0..<random.int(1...4)).map { _ in Self.box(sizes, constrained: few, &random) }
    units = (0..<random.int(0...8)).map { _ in
      Unit(
        box: Self.box(sizes, constrained: many, &random),
        exceptions: (0..<max(0, random.int(-2...3))).map { _ in
          Self.box(sizes, constrained: many, &random)
        })
    }
  }

  /// A box that constrains each dimension with the given chance; now and then it is empty.
  private static func box(_ sizes: [Int], constrained percent: Int, _ random: inout SeededRandom) -> Box {
    Box(
      masks: sizes.map { size in
        let full: UInt64 = (1 << UInt64(size)) - 1
        guard random.chance(percent) else { return full }
        let mask = random.next() & full
        return mask == 0 && !random.chance(5) ? 1 << UInt64(random.int(0...(size - 1))) : mask
      })
  }
}

extension Array {
  /// The elements in a random order that the seed fixes.
  func shuffled(seed: UInt64) -> [Element] {
    var random = SeededRandom(seed: seed)
    return shuffled(using: &random)
  }
}

/// `base` to the power of `exponent`, which must fit.
func power(_ base: UInt128, _ exponent: Int) -> UInt128 {
  (0..<exponent).reduce(1) { product, _ in product * base }
}
