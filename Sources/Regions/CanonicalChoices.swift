/// Brings a set of parameter choices into a form that depends on the set alone.
///
/// Parameter by parameter, lowest dimension first, values are grouped by what they leave open in the
/// parameters that follow. The groups of a set are unique, and so is the list of boxes read off them.
struct CanonicalChoices<Bits: PackedBits> {
  private let layout: PackedLayout<Bits>
  private let fields: [Int]
  /// The bits of everything before each of ``fields``, and of all fields that are no parameters.
  private let before: [Bits]

  init(_ layout: PackedLayout<Bits>) {
    self.layout = layout
    fields = layout.fields.indices.filter { layout.fields[$0].isParameter }
    before = fields.reduce(into: [layout.caseBits]) { bits, field in
      let last = bits[bits.count - 1]
      bits.append(layout.setting(last, in: field, to: layout.fields[field].mask))
    }
  }

  /// The canonical boxes of the union of `open`, full in every field that is no parameter.
  ///
  /// The boxes must be full in every field that is no parameter. Exponential in the number of parameters that matter together, which the node limit bounds.
  func boxes(_ open: [Bits], _ meter: inout WorkMeter) throws(WorkLimitPassed) -> [Bits] {
    try boxes(open, position: 0, &meter)
  }

  private func boxes(
    _ open: [Bits], position: Int, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> [Bits] {
    try meter.step()
    guard !open.isEmpty else { return [] }
    guard position < fields.count else { return [layout.full] }
    // One box is its own canonical form.
    if open.count == 1 { return [open[0] | before[position]] }
    let field = fields[position]
    var values = [layout.fields[field].mask]
    for box in open { AtomClasses.split(&values, by: layout.value(of: box, in: field)) }
    AtomClasses.sort(&values)

    var groups: [(value: UInt64, rest: [Bits])] = []
    for value in values {
      let here = open.filter { layout.value(of: $0, in: field) & value != 0 }
      let rest = try boxes(here, position: position + 1, &meter)
      if let equal = groups.firstIndex(where: { $0.rest == rest }) {
        groups[equal].value |= value
      } else {
        groups.append((value, rest))
      }
    }
    return groups.flatMap { group in
      group.rest.map { layout.setting($0, in: field, to: group.value) }
    }
  }
}
