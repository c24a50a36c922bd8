/// Writes rows of masks, one row per box, one behind the other into memory that was made large enough before.
///
/// What questions are made of passes through here: nothing is allocated for a single row.
struct RowWriter {
  private let rows: UnsafeMutableBufferPointer<UInt64>
  private let stride: Int
  /// How many rows stand written.
  private(set) var count = 0

  private init(_ rows: UnsafeMutableBufferPointer<UInt64>, stride: Int) {
    self.rows = rows
    self.stride = stride
  }

  /// A list of at most so many rows.
  ///
  /// - Parameter write: what writes them. No more than `capacity` rows may stand written at any time.
  static func rows(_ capacity: Int, stride: Int, _ write: (inout RowWriter) -> Void) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: capacity &* stride) { buffer, initializedCount in
      var writer = RowWriter(buffer, stride: stride)
      write(&writer)
      initializedCount = writer.count &* stride
    }
  }

  /// Writes a unit: what its box has in common with `bounds`, then what its exceptions have in common with that.
  ///
  /// Writes nothing, and says `nil`, if that leaves no case: because the box lies outside, or because one of the
  /// exceptions takes all of it.
  @inline(__always)
  mutating func add(_ unit: Unit, within bounds: UnsafeBufferPointer<UInt64>, index: Int?) -> UnitRows? {
    let row = count
    guard add(unit.box, within: bounds, at: 0) else { return nil }
    for exception in unit.exceptions where add(exception, within: written, at: row &* stride) {
      guard !lastEquals(row) else { return takeBack(row) }
    }
    return UnitRows(row: row, exceptions: (row + 1)..<count, index: index)
  }

  /// The same of a unit that stands in other rows.
  @inline(__always)
  mutating func add(
    _ unit: UnitRows, of source: UnsafeBufferPointer<UInt64>, within bounds: UnsafeBufferPointer<UInt64>
  ) -> UnitRows? {
    let row = count
    guard add(source, at: unit.row &* stride, within: bounds, at: 0) else { return nil }
    for exception in unit.exceptions
    where add(source, at: exception &* stride, within: written, at: row &* stride) {
      guard !lastEquals(row) else { return takeBack(row) }
    }
    return UnitRows(row: row, exceptions: (row + 1)..<count, index: unit.index)
  }

  /// Writes what a box has in common with a row; writes nothing, and says `false`, if they have nothing.
  @inline(__always)
  mutating func add(_ box: Box, within bounds: UnsafeBufferPointer<UInt64>, at second: Int) -> Bool {
    precondition(box.masks.count == stride, "a box needs one mask per dimension of its space")
    return box.masks.withUnsafeBufferPointer { add($0, at: 0, within: bounds, at: second) }
  }

  @inline(__always)
  private mutating func add(
    _ row: UnsafeBufferPointer<UInt64>, at first: Int, within bounds: UnsafeBufferPointer<UInt64>,
    at second: Int
  ) -> Bool {
    let target = count &* stride
    for dimension in 0..<stride {
      let mask = row[first &+ dimension] & bounds[second &+ dimension]
      guard mask != 0 else { return false }
      rows.initializeElement(at: target &+ dimension, to: mask)
    }
    count &+= 1
    return true
  }

  private var written: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(rows) }

  private func lastEquals(_ row: Int) -> Bool {
    let last = (count &- 1) &* stride
    let first = row &* stride
    for dimension in 0..<stride where rows[first &+ dimension] != rows[last &+ dimension] { return false }
    return true
  }

  private mutating func takeBack(_ row: Int) -> UnitRows? {
    count = row
    return nil
  }
}
