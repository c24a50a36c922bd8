/// A list of units of one space, laid out flat: made once, asked about many times.
///
/// A law is asked about by every rule. The table keeps all masks in one array, so that the search for what
/// meets a rule reads memory in order and allocates nothing per unit.
public struct UnitTable: Sendable {
  /// The space of all boxes.
  public let space: Space
  /// One row of masks per box and per exception, one after another. No row is empty; the rows of exceptions
  /// are cut to the box they are an exception to.
  private(set) var masks: [UInt64] = []
  /// The units that hold at least one case, in the order given.
  private(set) var units: [UnitRows] = []

  /// Lays out units. Each box must have one mask per dimension of the space; bits beyond the last atom are
  /// ignored. Linear in the number of masks.
  public init(_ units: [Unit], in space: Space) {
    self.space = space
    masks.reserveCapacity(units.count * space.dimensions.count)
    self.units.reserveCapacity(units.count)
    let full = space.dimensions.map(\.full)
    for (index, unit) in units.enumerated() { append(unit, index: index, full: full) }
  }

  private mutating func append(_ unit: Unit, index: Int, full: [UInt64]) {
    let stride = full.count
    let row = stride == 0 ? 0 : masks.count / stride
    let start = masks.count
    guard appendRow(unit.box, within: full) else { return }
    var rows = row + 1
    for exception in unit.exceptions {
      guard appendException(exception, to: start, stride: stride) else { continue }
      if takesAll(from: start, stride: stride) {
        masks.removeSubrange(start...)
        return
      }
      rows += 1
    }
    units.append(UnitRows(row: row, exceptions: (row + 1)..<rows, index: index))
  }

  /// Appends the box, cut to the given masks; appends nothing and says `false` if nothing is left.
  private mutating func appendRow(_ box: Box, within bounds: [UInt64]) -> Bool {
    precondition(box.masks.count == bounds.count, "a box needs one mask per dimension of its space")
    let start = masks.count
    for dimension in bounds.indices {
      let mask = box.masks[dimension] & bounds[dimension]
      guard mask != 0 else {
        masks.removeSubrange(start...)
        return false
      }
      masks.append(mask)
    }
    return true
  }

  private mutating func appendException(_ box: Box, to start: Int, stride: Int) -> Bool {
    precondition(box.masks.count == stride, "a box needs one mask per dimension of its space")
    let end = masks.count
    for dimension in 0..<stride {
      let mask = box.masks[dimension] & masks[start + dimension]
      guard mask != 0 else {
        masks.removeSubrange(end...)
        return false
      }
      masks.append(mask)
    }
    return true
  }

  /// Whether the last row equals the row at `start`.
  private func takesAll(from start: Int, stride: Int) -> Bool {
    let last = masks.count - stride
    return (0..<stride).allSatisfy { masks[start + $0] == masks[last + $0] }
  }
}

/// A unit in a flat list of rows: the numbers of its rows.
struct UnitRows: Sendable {
  let row: Int
  let exceptions: Range<Int>
  /// The position in the list of the question; `nil` for what lies outside the required set.
  let index: Int?
}
