/// A small seeded generator: the same seed gives the same sequence on every machine.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits (SplitMix64).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range; modulo bias does not matter here.
  public mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// Whether something that happens so many times in a hundred happens.
  public mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  /// One of a list; the list must not be empty.
  public mutating func pick<Item>(_ items: [Item]) -> Item { items[int(0...items.count - 1)] }

  /// `count` different items of a list, in the order of the list.
  public mutating func sample<Item>(_ count: Int, of items: [Item]) -> [Item] {
    var positions = Array(items.indices)
    while positions.count > count { positions.remove(at: int(0...positions.count - 1)) }
    return positions.map { items[$0] }
  }

  /// The items in another order.
  public mutating func shuffled<Item>(_ items: [Item]) -> [Item] { items.shuffled(using: &self) }
}
