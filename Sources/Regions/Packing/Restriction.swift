/// A question cut down to what can matter: the hull of what is required and the units that meet it.
///
/// All boxes lie in one flat array, one row of masks per box, and are cut to the hull.
struct Restriction {
  /// One row of masks: the smallest box around everything required, full in every parameter.
  let hull: [UInt64]
  /// All rows, one after another, each as long as the hull.
  let masks: [UInt64]
  let units: [UnitRows]
  let space: Space
  /// Of each dimension, whether it is a parameter.
  let isParameter: [Bool]
  /// How many units speak of what lies outside the required set: at most the first.
  var outsideCount: Int { units.first.map { $0.index == nil } == true ? 1 : 0 }

  /// Restricts the question; `nil` if nothing is required.
  init?(required: [Box], units: [Unit], in space: Space, parameters: Set<Int> = []) {
    let rowCount = units.reduce(0) { $0 &+ 1 &+ $1.exceptions.count }
    self.init(required: required, in: space, parameters: parameters, units.count, rowCount) { adder in
      for (index, unit) in units.enumerated() { adder.add(unit, index: index) }
    }
  }

  /// Restricts a question without parameters about the units of a table; `nil` if nothing is required.
  ///
  /// - Parameter further: boxes that cover as the units of the table do, numbered after these.
  init?(required: [Box], table: UnitTable, further: [Box]) {
    let unitCount = table.units.count + further.count
    let rowCount = (table.units.last?.exceptions.upperBound ?? 0) + further.count
    self.init(required: required, in: table.space, parameters: [], unitCount, rowCount) { adder in
      adder.add(table)
      let next = (table.units.last?.index ?? -1) + 1
      for (offset, box) in further.enumerated() { adder.add(Unit(box: box), index: next + offset) }
    }
  }

  private init?(
    required: [Box], in space: Space, parameters: Set<Int>, _ unitCount: Int, _ rowCount: Int,
    _ addUnits: (inout Adder) -> Void
  ) {
    var isParameter = [Bool](repeating: false, count: space.dimensions.count)
    for parameter in parameters where isParameter.indices.contains(parameter) {
      isParameter[parameter] = true
    }
    let required = Restriction.cleaned(required, in: space, isParameter)
    guard let first = required.first else { return nil }
    var hull = first.masks
    for box in required.dropFirst() {
      for dimension in hull.indices { hull[dimension] |= box.masks[dimension] }
    }
    var units: [UnitRows] = []
    units.reserveCapacity(unitCount + 1)
    masks = hull.withUnsafeBufferPointer { hull in
      RowWriter.rows(rowCount + 1 + required.count, stride: hull.count) { writer in
        let narrowed = hull.indices.filter { hull[$0] != space.full[$0] }
        var adder = Adder(hull: hull, narrowed: narrowed, writer: writer, units: units)
        // What lies in the hull but is not required is one more unit: the hull except the required boxes.
        if required.count > 1 {
          adder.add(Unit(box: Box(masks: Array(hull)), exceptions: required), index: nil)
        }
        addUnits(&adder)
        (writer, units) = (adder.writer, adder.units)
      }
    }
    self.hull = hull
    self.units = units
    self.space = space
    self.isParameter = isParameter
  }

  /// Adds the units that meet the hull.
  private struct Adder {
    let hull: UnsafeBufferPointer<UInt64>
    /// The dimensions in which the hull is not full: only these can keep out what holds any case at all.
    let narrowed: [Int]
    var writer: RowWriter
    var units: [UnitRows]

    mutating func add(_ unit: Unit, index: Int?) {
      guard narrowed.allSatisfy({ unit.box.masks[$0] & hull[$0] != 0 }) else { return }
      if let rows = writer.add(unit, within: hull, index: index) { units.append(rows) }
    }

    mutating func add(_ table: UnitTable) {
      let stride = hull.count
      table.masks.withUnsafeBufferPointer { source in
        for unit in table.units {
          let start = unit.row &* stride
          guard narrowed.allSatisfy({ source[start &+ $0] & hull[$0] != 0 }) else { continue }
          if let rows = writer.add(unit, of: source, within: hull) { units.append(rows) }
        }
      }
    }
  }

  /// The required boxes, full in every parameter, without empty ones and those inside others; sorted.
  private static func cleaned(_ boxes: [Box], in space: Space, _ isParameter: [Bool]) -> [Box] {
    var kept: [Box] = []
    for var box in boxes {
      precondition(box.masks.count == space.full.count, "a box needs one mask per dimension of its space")
      for index in space.full.indices {
        let full = space.full[index]
        let mask = isParameter[index] ? full : box.masks[index] & full
        // Most boxes are as they should be, and are not copied.
        if mask != box.masks[index] { box.masks[index] = mask }
      }
      guard !box.isEmpty else { continue }
      if boxes.count > 1 {
        guard !kept.contains(where: { box.isSubset(of: $0) }) else { continue }
        kept.removeAll { $0.isSubset(of: box) }
      }
      kept.append(box)
    }
    return kept.count > 1 ? kept.sorted() : kept
  }
}
