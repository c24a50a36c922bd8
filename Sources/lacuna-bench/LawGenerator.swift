import Regions

/// Makes law-shaped input: a criminal code and the treaty rules it is measured by.
///
/// Law reuses a few meanings in each element (its definitions), sorts conduct by topics, constrains few elements
/// at a time, and most provisions were written for some duty, with an element too many or too few. The same
/// seed gives the same law on every machine.
struct LawGenerator {
  let space: Space
  private let sizes: [Int]
  /// Per element, the few sets of values that rules and provisions choose from.
  private var terms: [[UInt64]] = []
  private var state: UInt64

  /// Elements of a code: their numbers of values. The first is the conduct, the second an age.
  private static let sizes = [40, 18, 8, 10, 8, 4, 5, 4, 6, 5, 3, 2, 7, 9, 3, 60, 4, 2, 3, 6]
  /// The elements that stand for topics: conduct and object.
  private static let topical = [0, 15]

  /// - Parameter elements: 2 to 20.
  init(elements: Int, seed: UInt64) throws(SpaceError) {
    sizes = Array(Self.sizes.prefix(elements))
    space = try Space(sizes.map { Dimension(atoms: $0) })
    state = seed
    for element in sizes.indices { terms.append(meanings(of: element)) }
  }

  /// Rules of one to three boxes.
  mutating func rules(_ count: Int) -> [[Box]] {
    (0..<count).map { _ in
      let first = ruleBox()
      return [first] + (0..<pick([0, 0, 1, 2])).map { _ in varied(first) }
    }
  }

  /// Provisions with one to three alternatives and now and then an exception; most of the first `planted` were
  /// written for one of the rules, the others are about other things.
  mutating func law(
    _ count: Int, for rules: [[Box]], planted: Int
  ) -> [(boxes: [Box], exceptions: [Box])] {
    (0..<count).map { number in
      let boxes = (0..<pick([1, 1, 1, 2, 3])).map { _ in
        number < planted && chance(85) ? provision(for: pick(pick(rules))) : unrelated()
      }
      return (boxes, (0..<pick([0, 0, 0, 1, 1, 2])).map { _ in exception(to: boxes[0]) })
    }
  }

  // MARK: Boxes

  private mutating func ruleBox() -> Box {
    var box = space.wholeBox
    constrain(&box, 0)
    if chance(70) { constrain(&box, 1) }
    if sizes.count > 15 { constrain(&box, 15) }
    for element in others(int(1...3)) { constrain(&box, element) }
    return box
  }

  private mutating func varied(_ origin: Box) -> Box {
    var box = origin
    for element in others(2) { constrain(&box, element) }
    return box
  }

  private mutating func provision(for rule: Box) -> Box {
    var box = rule
    for element in sizes.indices where box.masks[element] != space.dimensions[element].full {
      switch int(1...100) {
      case ...35: box.masks[element] = widened(box.masks[element], element)
      case ...50: if !Self.topical.contains(element) { box.masks[element] = space.dimensions[element].full }
      case ...60: constrain(&box, element)
      case _: break
      }
    }
    if chance(45) {
      for element in others(int(1...2)) where box.masks[element] == space.dimensions[element].full {
        constrain(&box, element)
      }
    }
    return box
  }

  private mutating func unrelated() -> Box {
    var box = space.wholeBox
    for element in Self.topical where element < sizes.count { constrain(&box, element) }
    for element in others(int(1...4)) { constrain(&box, element) }
    return box
  }

  private mutating func exception(to box: Box) -> Box {
    var exception = space.wholeBox
    exception.masks[0] = box.masks[0]
    for element in others(2) { constrain(&exception, element) }
    return exception
  }

  // MARK: Elements

  /// The few meanings that law uses of an element.
  private mutating func meanings(of element: Int) -> [UInt64] {
    let size = sizes[element]
    func run(_ low: Int, _ high: Int) -> UInt64 {
      space.dimensions[element].full & (UInt64.max << UInt64(low)) & (UInt64.max >> UInt64(63 - high))
    }
    if Self.topical.contains(element) {
      return stride(from: 0, to: size, by: 4).map { run($0, min($0 + 3, size - 1)) }
    }
    if element == 1 { return [run(0, 17), run(0, 13), run(0, 15), run(14, 17), run(16, 17), run(0, 11)] }
    if size <= 3 { return (0..<size).map { run($0, $0) } }
    let (first, second) = (max(1, size / 3), max(2, size / 2))
    return [
      run(0, first - 1), run(0, second - 1), run(first, second - 1), run(first, size - 1),
      run(second, size - 1), run(size - 1, size - 1),
    ]
  }

  private mutating func constrain(_ box: inout Box, _ element: Int) {
    let term = pick(terms[element])
    guard Self.topical.contains(element) else { return box.masks[element] = term }
    // Some of the conducts of a topic.
    let part = term & next()
    box.masks[element] = part == 0 ? term : part
  }

  private mutating func widened(_ mask: UInt64, _ element: Int) -> UInt64 {
    let wider = terms[element].filter { mask & ~$0 == 0 }
    return wider.isEmpty ? space.dimensions[element].full : pick(wider)
  }

  /// Different elements that are neither topics nor the age.
  private mutating func others(_ count: Int) -> [Int] {
    var free = sizes.indices.filter { $0 > 1 && !Self.topical.contains($0) }
    return (0..<min(count, free.count)).map { _ in free.remove(at: int(0...(free.count - 1))) }
  }

  // MARK: Chance

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  private mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  private mutating func pick<Item>(_ items: [Item]) -> Item { items[int(0...(items.count - 1))] }
}
