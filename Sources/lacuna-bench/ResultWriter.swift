import Regions

/// Writes result lines into a buffer of bytes.
struct ResultWriter: Sendable {
  private(set) var bytes: [UInt8] = []
  let space: Space

  init(space: Space) {
    self.space = space
  }

  /// The line of one rule, law and bound.
  mutating func write(_ answer: RuleAnswer, law: String, rule: String, bound: Bound) {
    text("{\"q\":\"gap\",\"law\":")
    quoted(law)
    text(",\"rule\":")
    quoted(rule)
    text(",\"bound\":\"\(bound.rawValue)\"")
    guard let difference = answer.difference else {
      skip(answer.passed)
      return text("}\n")
    }
    text(difference.isEmpty ? ",\"empty\":true" : ",\"empty\":false")
    if let size = difference.size { text(",\"count\":\"\(size)\"") }
    // A list that is not complete is no cover: the key says so.
    let isComplete = difference.cover.isComplete
    text(isComplete ? ",\"boxes\":" : ",\"some_boxes\":")
    boxes(difference.cover.regions)
    if isComplete {
      text(",\"near\":")
      list(answer.nearMisses) { $0.nearMisses($1) }
    } else {
      limit(answer.passed)
    }
    text("}\n")
  }

  /// The line of one change, rule and bound.
  mutating func write(
    _ answer: ChangeAnswer?, from: String, to: String, rule: String, bound: Bound
  ) {
    guard let answer, let closed = answer.closed.size, let opened = answer.opened.size else { return }
    text("{\"q\":\"change\",\"from\":")
    quoted(from)
    text(",\"to\":")
    quoted(to)
    text(",\"rule\":")
    quoted(rule)
    text(",\"bound\":\"\(bound.rawValue)\",\"closed\":\"\(closed)\",\"opened\":\"\(opened)\"")
    if answer.closed.cover.isComplete, answer.opened.cover.isComplete {
      text(",\"closed_boxes\":")
      boxes(answer.closed.cover.regions)
      text(",\"opened_boxes\":")
      boxes(answer.opened.cover.regions)
    }
    text("}\n")
  }

  /// The last line.
  mutating func writeEnd(_ totals: Totals) {
    text("{\"q\":\"end\",\"queries\":\(totals.queries),\"gaps\":\(totals.gaps),\"boxes\":\(totals.boxes),")
    text("\"unknown\":\(totals.unknown),\"incomplete\":\(totals.incomplete),\"nodes\":\(totals.nodes)}\n")
  }

  // MARK: Pieces

  private mutating func skip(_ passed: WorkLimitPassed?) {
    text(",\"skip\":")
    quoted(passed.map(describe) ?? "not answered")
  }

  private mutating func limit(_ passed: WorkLimitPassed?) {
    guard let passed else { return }
    text(",\"limit\":")
    quoted(describe(passed))
  }

  private func describe(_ passed: WorkLimitPassed) -> String {
    "more than \(passed.limit) \(passed.kind); most is told apart in dimensions \(passed.busiestDimensions)"
  }

  private mutating func boxes(_ boxes: [Box]) {
    list(boxes) { $0.box($1) }
  }

  private mutating func box(_ box: Box) {
    text("{")
    var isFirst = true
    for (index, dimension) in space.dimensions.enumerated() where box.masks[index] != dimension.full {
      text(isFirst ? "\"" : ",\"")
      isFirst = false
      number(index)
      text("\":")
      items(box.masks[index])
    }
    text("}")
  }

  /// The atoms of a mask, three or more neighbours as a run.
  private mutating func items(_ mask: UInt64) {
    text("[")
    var rest = mask
    var isFirst = true
    while rest != 0 {
      let low = rest.trailingZeroBitCount
      let length = (~(rest >> UInt64(low))).trailingZeroBitCount
      let run = length >= 3 ? length : 1
      if !isFirst { text(",") }
      isFirst = false
      if run > 1 { text("[") }
      number(low)
      if run > 1 {
        text(",")
        number(low + run - 1)
        text("]")
      }
      rest = low + run >= 64 ? 0 : rest & (.max << UInt64(low + run))
    }
    text("]")
  }

  private mutating func nearMisses(_ near: NearMisses) {
    text("{\"dist\":")
    if let distance = near.distance { number(distance) } else { text("null") }
    text(",\"n\":")
    number(near.groupCount)
    text(",\"first\":")
    list(near.groups) { writer, group in
      writer.text("[")
      writer.number(group.group)
      writer.text(",")
      writer.list(group.blocking) { $0.number($1) }
      writer.text(group.containsOtherwise ? ",true]" : ",false]")
    }
    text("}")
  }

  private mutating func list<Element>(
    _ elements: [Element], _ write: (inout ResultWriter, Element) -> Void
  ) {
    text("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { text(",") }
      write(&self, element)
    }
    text("]")
  }

  private mutating func number(_ value: Int) {
    guard value >= 10 else { return bytes.append(48 + UInt8(value)) }
    number(value / 10)
    bytes.append(48 + UInt8(value % 10))
  }

  private mutating func text(_ text: String) { bytes += text.utf8 }

  private mutating func quoted(_ string: String) {
    text("\"")
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        text("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)")
      case _: bytes.append(byte)
      }
    }
    text("\"")
  }
}

/// What a run came to.
struct Totals: Sendable {
  var queries = 0
  var gaps = 0
  var boxes = 0
  var unknown = 0
  var incomplete = 0
  var nodes = 0

  /// Counts one answer.
  mutating func add(_ answer: RuleAnswer) {
    queries += 1
    guard let difference = answer.difference else {
      unknown += 1
      return
    }
    if !difference.isEmpty { gaps += 1 }
    if difference.passed != nil { incomplete += 1 }
    boxes += difference.cover.regions.count
    nodes += difference.nodes
  }

  /// Adds the totals of another part of the run.
  mutating func add(_ other: Totals) {
    queries += other.queries
    gaps += other.gaps
    boxes += other.boxes
    unknown += other.unknown
    incomplete += other.incomplete
    nodes += other.nodes
  }
}
