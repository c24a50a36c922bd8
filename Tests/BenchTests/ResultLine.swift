@testable import lacuna_bench

/// One line of a result, read back.
struct ResultLine {
  var kind = ""
  var law = ""
  var from = ""
  var to = ""
  var rule = ""
  var bound = ""
  var isEmpty = false
  var counts: [String: String] = [:]
  var boxes: [String: [PlainLaw.Sets]] = [:]
  var near: [PlainNearMisses] = []

  init(_ line: some Sequence<UInt8>, sizes: [Int]) throws(InstanceError) {
    var cursor = JSONCursor(Array(line))
    var read = ResultLine()
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "q": read.kind = try cursor.string()
      case "law": read.law = try cursor.string()
      case "from": read.from = try cursor.string()
      case "to": read.to = try cursor.string()
      case "rule": read.rule = try cursor.string()
      case "bound": read.bound = try cursor.string()
      case "empty": read.isEmpty = try cursor.truth()
      case "count", "closed", "opened": read.counts[key] = try cursor.string()
      case "boxes", "closed_boxes", "opened_boxes": read.boxes[key] = try Self.boxes(&cursor, sizes)
      case "near":
        try cursor.array { cursor throws(InstanceError) in read.near.append(try Self.near(&cursor)) }
      case _: try cursor.skipValue()
      }
    }
    try cursor.end()
    self = read
  }

  private init() {}

  private static func boxes(
    _ cursor: inout JSONCursor, _ sizes: [Int]
  ) throws(InstanceError) -> [PlainLaw.Sets] {
    var boxes: [PlainLaw.Sets] = []
    try cursor.array { cursor throws(InstanceError) in
      var box = sizes.map { Set(0..<$0) }
      try cursor.object { cursor, key throws(InstanceError) in
        guard let dimension = Int(key) else { throw InstanceError("no dimension") }
        var atoms: Set<Int> = []
        try cursor.array { cursor throws(InstanceError) in
          guard cursor.isAtArray() else { return _ = atoms.insert(try cursor.integer()) }
          let ends = try integers(&cursor)
          atoms.formUnion(ends[0]...ends[1])
        }
        box[dimension] = atoms
      }
      boxes.append(box)
    }
    return boxes
  }

  private static func near(_ cursor: inout JSONCursor) throws(InstanceError) -> PlainNearMisses {
    var near = PlainNearMisses()
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "dist": near.distance = cursor.isAtNull() ? nil : try cursor.integer()
      case "n": near.count = try cursor.integer()
      case _:
        try cursor.array { cursor throws(InstanceError) in
          var (position, provision, blocking, isWhole) = (0, 0, [Int](), false)
          try cursor.array { cursor throws(InstanceError) in
            switch position {
            case 0: provision = try cursor.integer()
            case 1: blocking = try integers(&cursor)
            case _: isWhole = try cursor.truth()
            }
            position += 1
          }
          near.first.append(
            PlainNearMisses.Entry(provision: provision, blocking: blocking, isWhole: isWhole))
        }
      }
      if near.distance == nil, key == "dist" { try cursor.skipValue() }
    }
    return near
  }

  private static func integers(_ cursor: inout JSONCursor) throws(InstanceError) -> [Int] {
    var list: [Int] = []
    try cursor.array { cursor throws(InstanceError) in list.append(try cursor.integer()) }
    return list
  }
}

extension JSONCursor {
  /// Reads `true` or `false`.
  fileprivate mutating func truth() throws(InstanceError) -> Bool {
    let isTrue = isAt(UInt8(ascii: "t"))
    try skipValue()
    return isTrue
  }

  fileprivate mutating func isAtNull() -> Bool { isAt(UInt8(ascii: "n")) }
}
