/// A ``Restriction`` in bit fields, cleaned and sorted: what the algorithms work on.
struct PackedProblem<Bits: PackedBits>: Sendable {
  let layout: PackedLayout<Bits>
  /// Largest first; among these, the unit of what lies outside the required set comes before all.
  private(set) var units: [PackedUnit<Bits>] = []
  /// The exceptions of all units; each unit knows its range.
  private(set) var exceptions: [Bits] = []

  /// Some plain boxes, without exceptions: the question is what they leave.
  init(layout: PackedLayout<Bits>, boxes: some Sequence<Bits>) {
    self.layout = layout
    for box in boxes { append(box) }
  }

  /// Packs, cleans and sorts the units of a restriction.
  init(layout: PackedLayout<Bits>, restriction: Restriction) {
    self.layout = layout
    var loose: [LooseUnit<Bits>] = []
    loose.reserveCapacity(restriction.units.count)
    var taken: [Bits] = []
    let isSorted = restriction.units.count < 2
    for unit in restriction.units {
      let box = PackedProblem.pack(row: unit.row, of: restriction, layout: layout)
      let start = taken.count
      for row in unit.exceptions {
        taken.append(PackedProblem.pack(row: row, of: restriction, layout: layout))
      }
      PackedProblem.keepMaximal(&taken, from: start)
      loose.append(
        LooseUnit(
          box: box, exceptions: start..<taken.count, index: unit.index,
          size: isSorted ? 0 : layout.size(of: box)))
    }
    loose.sort { $0.precedes($1, taken) }
    units.reserveCapacity(loose.count)
    exceptions.reserveCapacity(taken.count)
    for unit in loose where !isDominated(unit, taken) { append(unit, taken) }
  }

  /// Adds one more plain box to the units.
  mutating func append(_ box: Bits) {
    units.append(PackedUnit(box: box, exceptions: exceptions.count..<exceptions.count, index: 0))
  }

  /// Takes all units out again; the space they took is kept for others.
  mutating func removeUnits() {
    units.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ unit: LooseUnit<Bits>, _ taken: [Bits]) {
    let start = exceptions.count
    exceptions += taken[unit.exceptions]
    units.append(PackedUnit(box: unit.box, exceptions: start..<exceptions.count, index: unit.index))
  }

  /// Whether a unit without exceptions contains this one, or an equal one was there before.
  private func isDominated(_ unit: LooseUnit<Bits>, _ taken: [Bits]) -> Bool {
    guard unit.index != nil else { return false }
    return units.contains { other in
      guard other.index != nil, unit.box.removing(other.box).isZero else { return false }
      return other.exceptions.isEmpty
        || other.box == unit.box && exceptions[other.exceptions].elementsEqual(taken[unit.exceptions])
    }
  }

  private static func pack(row: Int, of restriction: Restriction, layout: PackedLayout<Bits>) -> Bits {
    var bits = layout.full
    let start = row * restriction.hull.count
    for index in layout.fields.indices {
      let field = layout.fields[index]
      let atoms = restriction.masks[start + field.dimension]
      // Most boxes leave most dimensions open.
      guard atoms != restriction.hull[field.dimension] else { continue }
      bits = layout.setting(bits, in: index, to: layout.value(ofAtoms: atoms, in: index))
    }
    return bits
  }

  /// Keeps, of the boxes from a position on, those that lie in no other, in an order that depends on them alone.
  private static func keepMaximal(_ boxes: inout [Bits], from start: Int) {
    guard boxes.count > start &+ 1 else { return }
    var kept: [Bits] = []
    for box in boxes[start...] where !kept.contains(where: { box.removing($0).isZero }) {
      kept.removeAll { $0.removing(box).isZero }
      kept.append(box)
    }
    kept.sort { $0.precedes($1) }
    boxes.replaceSubrange(start..., with: kept)
  }
}

/// A packed box with the range of its exceptions in ``PackedProblem/exceptions``.
struct PackedUnit<Bits: PackedBits>: Sendable {
  let box: Bits
  let exceptions: Range<Int>
  /// The position in the list of the question; `nil` for what lies outside the required set.
  let index: Int?
}

/// A packed unit before it found its place. Holds no list, so that sorting moves it cheaply.
private struct LooseUnit<Bits: PackedBits> {
  let box: Bits
  /// Where its exceptions stand in a list of all.
  let exceptions: Range<Int>
  let index: Int?
  let size: UInt128

  /// The outside first, then the largest; equal boxes by their exceptions, equal units by position.
  func precedes(_ other: Self, _ taken: [Bits]) -> Bool {
    guard let index, let otherIndex = other.index else { return index == nil && other.index != nil }
    if size != other.size { return size > other.size }
    // A box that contains another of equal size (they differ in parameters) is the larger number.
    if box != other.box { return other.box.precedes(box) }
    if exceptions.count != other.exceptions.count { return exceptions.count < other.exceptions.count }
    for (first, second) in zip(taken[exceptions], taken[other.exceptions]) where first != second {
      return first.precedes(second)
    }
    return index < otherIndex
  }
}
