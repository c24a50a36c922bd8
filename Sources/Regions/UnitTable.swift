/// A list of units of one space, laid out flat: made once, asked about many times.
///
/// A law is asked about by every rule. The table keeps all masks in one array, so that the search for what
/// meets a rule reads memory in order and allocates nothing per unit.
public struct UnitTable: Sendable {
  /// The space of all boxes.
  public let space: Space
  /// One row of masks per box and per exception, one after another. No row is empty; the rows of exceptions
  /// are cut to the box they are an exception to.
  let masks: [UInt64]
  /// The units that hold at least one case, in the order given.
  let units: [UnitRows]

  /// Lays out units. Each box must have one mask per dimension of the space; bits beyond the last atom are
  /// ignored. Linear in the number of masks.
  public init(_ units: [Unit], in space: Space) {
    self.space = space
    var kept: [UnitRows] = []
    kept.reserveCapacity(units.count)
    let rowCount = units.reduce(0) { $0 &+ 1 &+ $1.exceptions.count }
    masks = space.full.withUnsafeBufferPointer { full in
      RowWriter.rows(rowCount, stride: full.count) { writer in
        for (index, unit) in units.enumerated() {
          if let rows = writer.add(unit, within: full, index: index) { kept.append(rows) }
        }
      }
    }
    self.units = kept
  }
}

/// A unit in a flat list of rows: the numbers of its rows.
struct UnitRows: Sendable {
  let row: Int
  let exceptions: Range<Int>
  /// The position in the list of the question; `nil` for what lies outside the required set.
  let index: Int?
}
