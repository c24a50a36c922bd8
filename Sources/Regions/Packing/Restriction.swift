/// A question cut down to what can matter: the hull of what is required and the units that meet it.
///
/// All boxes lie in one flat array, one row of masks per box, and are cut to the hull.
struct Restriction {
  /// One row of masks: the smallest box around everything required, full in every parameter.
  private(set) var hull: [UInt64] = []
  /// All rows, one after another, each as long as the hull.
  private(set) var masks: [UInt64] = []
  private(set) var units: [RestrictedUnit] = []
  let space: Space
  let parameters: Set<Int>

  var rowCount: Int { hull.isEmpty ? 0 : masks.count / hull.count }

  /// Restricts the question; `nil` if nothing is required.
  init?(space: Space, required: [Box], units: [Unit], parameters: Set<Int>) {
    self.space = space
    self.parameters = parameters
    let required = Restriction.cleaned(required, in: space, parameters: parameters)
    guard let first = required.first else { return nil }
    hull = required.dropFirst().reduce(into: first.masks) { hull, box in
      for dimension in hull.indices { hull[dimension] |= box.masks[dimension] }
    }
    addOutside(of: required)
    for (index, unit) in units.enumerated() { add(unit, index: index) }
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
    units.append(RestrictedUnit(row: 0, exceptions: 1..<(1 + required.count), index: nil))
  }

  private mutating func add(_ unit: Unit, index: Int) {
    let row = rowCount
    guard appendRow(unit.box, within: nil) else { return }
    for exception in unit.exceptions {
      let before = masks.count
      guard appendRow(exception, within: row) else { continue }
      if rowsEqual(before / hull.count, row) {
        // This exception takes the whole unit away.
        masks.removeSubrange((row * hull.count)...)
        return
      }
    }
    units.append(RestrictedUnit(row: row, exceptions: (row + 1)..<rowCount, index: index))
  }

  /// Appends the box, cut to the hull or to a row; appends nothing and says `false` if nothing is left.
  private mutating func appendRow(_ box: Box, within row: Int?) -> Bool {
    precondition(box.masks.count == hull.count, "a box needs one mask per dimension of its space")
    let start = masks.count
    for dimension in hull.indices {
      let bound = row.map { masks[$0 * hull.count + dimension] } ?? hull[dimension]
      let mask = box.masks[dimension] & bound
      guard mask != 0 else {
        masks.removeSubrange(start...)
        return false
      }
      masks.append(mask)
    }
    return true
  }

  private func rowsEqual(_ first: Int, _ second: Int) -> Bool {
    hull.indices.allSatisfy { masks[first * hull.count + $0] == masks[second * hull.count + $0] }
  }
}

/// A unit of a ``Restriction``: the numbers of its rows.
struct RestrictedUnit {
  let row: Int
  let exceptions: Range<Int>
  /// The position in the list of the question; `nil` for what lies outside the required set.
  let index: Int?
}
