/// Widens boxes of uncovered cases until they are maximal.
struct Grower<Bits: PackedBits> {
  private let problem: PackedProblem<Bits>
  private let layout: PackedLayout<Bits>
  private let fieldMasks: [Bits]
  private let plain: [Bits]
  private var excepted: [ExceptedUnit<Bits>]

  init(_ problem: PackedProblem<Bits>) {
    self.problem = problem
    layout = problem.layout
    fieldMasks = layout.fields.map { field in
      var mask = Bits.zero
      mask[field.word] = field.mask << field.shift
      return mask
    }
    plain = problem.units.filter { $0.exceptions.isEmpty }.map(\.box)
    excepted = problem.units.filter { !$0.exceptions.isEmpty }.map { unit in
      let inner = PackedProblem(layout: problem.layout, boxes: problem.exceptions[unit.exceptions])
      return ExceptedUnit(box: unit.box, splitter: Splitter(inner, goal: .firstOpen))
    }
  }

  /// A maximal box of uncovered cases around `seed`, none of whose cases may be covered.
  ///
  /// Raises one field at a time by everything that no unit forbids, first the field that multiplies the
  /// size most (ties: the lowest dimension). What is forbidden once stays so while the box grows, so that
  /// every field is raised once at most.
  mutating func grow(_ seed: Bits, _ meter: inout WorkMeter) throws(WorkLimitPassed) -> Bits {
    var box = seed
    var forbidden = Bits.zero
    while true {
      try meter.step()
      forbid(&forbidden, around: box)
      for unit in excepted.indices {
        try excepted[unit].forbid(&forbidden, around: box, layout, fieldMasks, &meter)
      }
      guard let field = bestField(box, forbidden) else { return box }
      box = box | (layout.full & fieldMasks[field]).removing(forbidden)
    }
  }

  /// A unit that misses the box in a single field forbids its values there.
  private func forbid(_ forbidden: inout Bits, around box: Bits) {
    for unit in plain {
      let blocking = layout.tops.removing(layout.nonEmptyFields(of: box & unit))
      guard blocking.oneCount == 1 else { continue }
      layout.forEachField(in: blocking) { forbidden = forbidden | (unit & fieldMasks[$0]) }
    }
  }

  /// The field whose free values multiply the size of the box most; `nil` if none has any.
  private func bestField(_ box: Bits, _ forbidden: Bits) -> Int? {
    var best: (field: Int, new: UInt128, old: UInt128)?
    let missing = layout.full.removing(box | forbidden)
    layout.forEachField(in: layout.nonEmptyFields(of: missing)) { index in
      let old = layout.size(of: layout.value(of: box, in: index), in: index)
      let new = old &+ layout.size(of: layout.value(of: missing, in: index), in: index)
      // The fields come word by word, which need not be the order of the dimensions.
      if let known = best {
        let (mine, theirs) = (new.multipliedFullWidth(by: known.old), known.new.multipliedFullWidth(by: old))
        guard mine != theirs || index < known.field else { return }
        guard (mine.high, mine.low) >= (theirs.high, theirs.low) else { return }
      }
      best = (index, new, old)
    }
    return best?.field
  }
}

/// A unit with exceptions, which does not stand in the way where its exceptions let a box pass.
private struct ExceptedUnit<Bits: PackedBits> {
  let box: Bits
  /// Finds out whether the exceptions cover a box.
  var splitter: Splitter<Bits>

  /// Forbids every value whose slice of the grown box this unit would reach.
  mutating func forbid(
    _ forbidden: inout Bits, around grown: Bits, _ layout: PackedLayout<Bits>, _ fieldMasks: [Bits],
    _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) {
    let blocking = layout.tops.removing(layout.nonEmptyFields(of: grown & box))
    let blockers = blocking.oneCount
    guard blockers <= 1 else { return }
    for field in fieldMasks.indices {
      let inField = fieldMasks[field]
      guard blockers == 0 || !(blocking & inField).isZero else { continue }
      var open = layout.value(of: box.removing(grown | forbidden), in: field)
      while open != 0 {
        let value: UInt64 = 1 << UInt64(open.trailingZeroBitCount)
        open &= ~value
        let slice = layout.setting(grown, in: field, to: value) & box
        guard try !splitter.covers(slice, &meter) else { continue }
        forbidden = layout.setting(forbidden, in: field, to: layout.value(of: forbidden, in: field) | value)
      }
    }
  }
}
