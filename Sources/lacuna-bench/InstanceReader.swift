import Regions

/// Reads an instance in the format `gap-instance/1`.
struct InstanceReader {
  private var name = ""
  private var sizes: [Int] = []
  private var rules: [(id: String, boxes: [LooseBox])] = []
  private var laws: [LooseLaw] = []
  private var changes: [[String]] = []

  /// The instance that the bytes state.
  ///
  /// - Throws: ``InstanceError`` if they are no instance.
  static func read(_ bytes: [UInt8]) throws(InstanceError) -> Instance {
    var cursor = JSONCursor(bytes)
    var reader = InstanceReader()
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "format":
        guard try cursor.string() == "gap-instance/1" else {
          throw InstanceError("the format must be `gap-instance/1`")
        }
      case "name": reader.name = try cursor.string()
      case "dims": try cursor.array { cursor throws(InstanceError) in try reader.readDimension(&cursor) }
      case "rules": try cursor.array { cursor throws(InstanceError) in try reader.readRule(&cursor) }
      case "laws": try cursor.array { cursor throws(InstanceError) in try reader.readLaw(&cursor) }
      case "changes":
        try cursor.array { cursor throws(InstanceError) in reader.changes.append(try cursor.strings()) }
      case _: try cursor.skipValue()
      }
    }
    try cursor.end()
    return try reader.resolved()
  }

  // MARK: As written

  /// A box before the dimensions are known.
  private struct LooseBox {
    var constraints: [(dimension: Int, mask: UInt64)] = []
    var isArguable = false
  }

  private struct LooseLaw {
    var id = ""
    var provisions: [(tags: [String], boxes: [LooseBox], exceptions: [LooseBox])] = []
    var extensions: [LooseExtension] = []
  }

  private struct LooseExtension {
    var dimension = 0
    var from: UInt64 = 0
    var to: UInt64 = 0
    var tag = "*"
    var condition = LooseBox()
    var isArguable = false
  }

  private mutating func readDimension(_ cursor: inout JSONCursor) throws(InstanceError) {
    var (atoms, low, high) = (0, 0, -1)
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "atoms":
        try cursor.array { cursor throws(InstanceError) in
          try cursor.skipValue()
          atoms += 1
        }
      case "lo": low = try cursor.integer()
      case "hi": high = try cursor.integer()
      case _: try cursor.skipValue()
      }
    }
    let (span, overflow) = high.subtractingReportingOverflow(low)
    guard !overflow, span < 64 else { throw InstanceError("a dimension of more than 64 values") }
    sizes.append(atoms > 0 ? atoms : span + 1)
  }

  private mutating func readRule(_ cursor: inout JSONCursor) throws(InstanceError) {
    var rule: (id: String, boxes: [LooseBox]) = ("", [])
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "id": rule.id = try cursor.string()
      case "boxes": rule.boxes = try Self.boxes(&cursor)
      case _: try cursor.skipValue()
      }
    }
    rules.append(rule)
  }

  private mutating func readLaw(_ cursor: inout JSONCursor) throws(InstanceError) {
    var law = LooseLaw()
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "id": law.id = try cursor.string()
      case "provisions":
        try cursor.array { cursor throws(InstanceError) in
          law.provisions.append(try Self.provision(&cursor))
        }
      case "extensions":
        try cursor.array { cursor throws(InstanceError) in
          law.extensions.append(try Self.widening(&cursor))
        }
      case _: try cursor.skipValue()
      }
    }
    laws.append(law)
  }

  private static func provision(
    _ cursor: inout JSONCursor
  ) throws(InstanceError) -> (tags: [String], boxes: [LooseBox], exceptions: [LooseBox]) {
    var provision: (tags: [String], boxes: [LooseBox], exceptions: [LooseBox]) = ([], [], [])
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "tags": provision.tags = try cursor.strings()
      case "boxes": provision.boxes = try boxes(&cursor)
      case "except": provision.exceptions = try boxes(&cursor)
      case _: try cursor.skipValue()
      }
    }
    return provision
  }

  private static func widening(_ cursor: inout JSONCursor) throws(InstanceError) -> LooseExtension {
    var widening = LooseExtension()
    try cursor.object { cursor, key throws(InstanceError) in
      switch key {
      case "dim": widening.dimension = try cursor.integer()
      case "from": widening.from = try items(&cursor)
      case "to": widening.to = try items(&cursor)
      case "tag": widening.tag = try cursor.string()
      case "if": widening.condition.constraints = try constraints(&cursor)
      case "bound": widening.isArguable = try isArguable(&cursor)
      case _: try cursor.skipValue()
      }
    }
    return widening
  }

  private static func boxes(_ cursor: inout JSONCursor) throws(InstanceError) -> [LooseBox] {
    var list: [LooseBox] = []
    try cursor.array { cursor throws(InstanceError) in
      var box = LooseBox()
      try cursor.object { cursor, key throws(InstanceError) in
        switch key {
        case "c": box.constraints = try constraints(&cursor)
        case "bound": box.isArguable = try isArguable(&cursor)
        case _: try cursor.skipValue()
        }
      }
      list.append(box)
    }
    return list
  }

  private static func constraints(
    _ cursor: inout JSONCursor
  ) throws(InstanceError) -> [(dimension: Int, mask: UInt64)] {
    var list: [(dimension: Int, mask: UInt64)] = []
    try cursor.object { cursor, key throws(InstanceError) in
      guard let dimension = Int(key) else { throw InstanceError("`\(key)` is no number of a dimension") }
      list.append((dimension, try items(&cursor)))
    }
    return list
  }

  /// A list of atoms and of runs of atoms, as a mask.
  private static func items(_ cursor: inout JSONCursor) throws(InstanceError) -> UInt64 {
    var mask: UInt64 = 0
    try cursor.array { cursor throws(InstanceError) in
      guard cursor.isAtArray() else { return mask |= try run(cursor.integer(), nil) }
      var ends: [Int] = []
      try cursor.array { cursor throws(InstanceError) in ends.append(try cursor.integer()) }
      guard ends.count == 2 else { throw InstanceError("a run has two ends") }
      mask |= try run(ends[0], ends[1])
    }
    guard mask != 0 else { throw InstanceError("a list of atoms is empty") }
    return mask
  }

  private static func run(_ low: Int, _ high: Int?) throws(InstanceError) -> UInt64 {
    let high = high ?? low
    guard (0..<64).contains(low), (low..<64).contains(high) else {
      throw InstanceError("`\(low)` to `\(high)` are no atoms of a dimension")
    }
    return (high == 63 ? .max : (1 << UInt64(high + 1)) - 1) & ~((1 << UInt64(low)) - 1)
  }

  private static func isArguable(_ cursor: inout JSONCursor) throws(InstanceError) -> Bool {
    let word = try cursor.string()
    guard let bound = Bound(rawValue: word) else { throw InstanceError("`\(word)` is no bound") }
    return bound == .arguable
  }

  // MARK: Resolved

  private func resolved() throws(InstanceError) -> Instance {
    let space: Space
    do {
      space = try Space(sizes.map { Dimension(atoms: $0) })
    } catch { throw InstanceError("the dimensions make no space: \(error)") }
    let whole = space.wholeBox
    var resolvedRules: [InstanceRule] = []
    for rule in rules {
      resolvedRules.append(InstanceRule(id: rule.id, boxes: try bounded(rule.boxes, in: whole).map(\.box)))
    }
    var resolvedLaws: [InstanceLaw] = []
    for law in laws { resolvedLaws.append(try resolved(law, whole)) }
    var pairs: [(from: Int, to: Int)] = []
    for change in changes {
      guard change.count == 2, let from = laws.firstIndex(where: { $0.id == change[0] }),
        let to = laws.firstIndex(where: { $0.id == change[1] })
      else { throw InstanceError("a change must name two laws") }
      pairs.append((from, to))
    }
    return Instance(name: name, space: space, rules: resolvedRules, laws: resolvedLaws, changes: pairs)
  }

  private func resolved(_ law: LooseLaw, _ whole: Box) throws(InstanceError) -> InstanceLaw {
    var provisions: [InstanceProvision] = []
    for provision in law.provisions {
      provisions.append(
        InstanceProvision(
          tags: provision.tags, boxes: try bounded(provision.boxes, in: whole),
          exceptions: try bounded(provision.exceptions, in: whole)))
    }
    var extensions: [InstanceExtension] = []
    for widening in law.extensions {
      let fields = LooseBox(constraints: [
        (widening.dimension, widening.from), (widening.dimension, widening.to),
      ])
      _ = try bounded([fields], in: whole)
      extensions.append(
        InstanceExtension(
          dimension: widening.dimension, from: widening.from, to: widening.to, tag: widening.tag,
          condition: try box(widening.condition, in: whole), isArguable: widening.isArguable))
    }
    return InstanceLaw(id: law.id, provisions: provisions, extensions: extensions)
  }

  private func bounded(_ boxes: [LooseBox], in whole: Box) throws(InstanceError) -> [BoundedBox] {
    var list: [BoundedBox] = []
    list.reserveCapacity(boxes.count)
    for loose in boxes {
      list.append(BoundedBox(box: try box(loose, in: whole), isArguable: loose.isArguable))
    }
    return list
  }

  private func box(_ loose: LooseBox, in whole: Box) throws(InstanceError) -> Box {
    var box = whole
    for (dimension, mask) in loose.constraints {
      guard whole.masks.indices.contains(dimension) else {
        throw InstanceError("there is no dimension \(dimension)")
      }
      guard mask & ~whole.masks[dimension] == 0 else {
        throw InstanceError("an atom that dimension \(dimension) does not have")
      }
      box.masks[dimension] = mask
    }
    return box
  }
}
