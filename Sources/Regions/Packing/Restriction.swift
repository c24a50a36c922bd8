/// A question cut down to what can matter: the hull of what is required and the units that meet it.
///
/// All boxes lie in one flat array, one row of masks per box, and are cut to the hull.
struct Restriction {
  /// One row of masks: the smallest box around everything required, full in every parameter.
  private(set) var hull: [UInt64] = []
  /// All rows, one after another, each as long as the hull.
  private(set) var masks: [UInt64] = []
  private(set) var units: [UnitRows] = []
  let space: Space
  let parameters: Set<Int>
  /// How many units speak of what lies outside the required set: at most the first.
  private(set) var outsideCount = 0

  var rowCount: Int { hull.isEmpty ? 0 : masks.count / hull.count }

  /// Restricts the question; `nil` if nothing is required.
  ///
  /// - Parameter further: boxes that cover as the units of the table do, numbered after these.
  init?(required: [Box], table: UnitTable, further: [Box] = [], parameters: Set<Int>) {
    space = table.space
    self.parameters = parameters
    let required = Restriction.cleaned(required, in: space, parameters: parameters)
    guard let first = required.first else { return nil }
    hull = required.dropFirst().reduce(into: first.masks) { hull, box in
      for dimension in hull.indices { hull[dimension] |= box.masks[dimension] }
    }
    let narrowed = space.dimensions.indices.filter { hull[$0] != space.dimensions[$0].full }
    addOutside(of: required)
    add(table, narrowed: narrowed)
    if !further.isEmpty {
      add(UnitTable(further.map { Unit(box: $0) }, in: space), narrowed: narrowed)
    }
  }

  /// The required boxes, full in every parameter, without empty ones and those inside others; sorted.
  private static func cleaned(_ boxes: [Box], in space: Space, parameters: Set<Int>) -> [Box] {
    var kept: [Box] = []
    for box in boxes {
      precondition(box.masks.count == space.dimensions.count, "a box needs one mask per dimension")
      let masks = space.dimensions.enumerated().map { index, dimension in
        parameters.contains(index) ? dimension.full : box.masks[index] & dimension.full
      }
      let box = Box(masks: masks)
      guard !box.isEmpty, !kept.contains(where: { box.isSubset(of: $0) }) else { continue }
      kept.removeAll { $0.isSubset(of: box) }
      kept.append(box)
    }
    return kept.sorted()
  }

  /// What lies in the hull but is not required, as one more unit: the hull except the required boxes.
  private mutating func addOutside(of required: [Box]) {
    guard required.count > 1 else { return }
    masks += hull
    for box in required { masks += box.masks }
    units.append(UnitRows(row: 0, exceptions: 1..<(1 + required.count), index: nil))
    outsideCount = 1
  }

  /// Adds the units that meet the hull. Only the dimensions that the hull narrows can keep a unit out.
  private mutating func add(_ table: UnitTable, narrowed: [Int]) {
    let stride = hull.count
    guard stride > 0 else {
      units += table.units
      return
    }
    table.masks.withUnsafeBufferPointer { source in
      for unit in table.units {
        let start = unit.row * stride
        guard narrowed.allSatisfy({ source[start + $0] & hull[$0] != 0 }) else { continue }
        let row = rowCount
        appendRow(source, at: start)
        for exception in unit.exceptions {
          let start = exception * stride
          guard narrowed.allSatisfy({ source[start + $0] & hull[$0] != 0 }) else { continue }
          appendRow(source, at: start)
        }
        let rows = rowCount
        guard (row + 1..<rows).allSatisfy({ !rowsEqual($0, row) }) else {
          // An exception takes away all of the unit that lies in the hull.
          masks.removeSubrange((row * stride)...)
          continue
        }
        units.append(UnitRows(row: row, exceptions: (row + 1)..<rows, index: unit.index))
      }
    }
  }

  @inline(__always)
  private mutating func appendRow(_ source: UnsafeBufferPointer<UInt64>, at start: Int) {
    for dimension in hull.indices { masks.append(source[start + dimension] & hull[dimension]) }
  }

  private func rowsEqual(_ first: Int, _ second: Int) -> Bool {
    hull.indices.allSatisfy { masks[first * hull.count + $0] == masks[second * hull.count + $0] }
  }
}
