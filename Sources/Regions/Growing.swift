/// Widens boxes of uncovered cases until they are maximal.
struct Grower<Bits: PackedBits> {
  private let problem: PackedProblem<Bits>
  private let layout: PackedLayout<Bits>
  private let fieldMasks: [Bits]
  private let plain: [Bits]
  private let excepted: [PackedUnit<Bits>]
  /// Finds out whether exceptions cover a box.
  private var splitter: Splitter<Bits>

  init(_ problem: PackedProblem<Bits>) {
    self.problem = problem
    layout = problem.layout
    fieldMasks = layout.fields.map { field in
      var mask = Bits.zero
      mask[field.word] = field.mask << field.shift
      return mask
    }
    plain = problem.units.filter { $0.exceptions.isEmpty }.map(\.box)
    excepted = problem.units.filter { !$0.exceptions.isEmpty }
    splitter = Splitter(PackedProblem(layout: problem.layout, boxes: []), goal: .firstOpen)
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
        try forbid(&forbidden, around: box, excepted[unit], &meter)
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

  /// A unit with exceptions forbids every value whose slice of the grown box it would reach: it does not stand
  /// in the way where its exceptions let the slice pass.
  private mutating func forbid(
    _ forbidden: inout Bits, around grown: Bits, _ unit: PackedUnit<Bits>, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) {
    let blocking = layout.tops.removing(layout.nonEmptyFields(of: grown & unit.box))
    let blockers = blocking.oneCount
    guard blockers <= 1 else { return }
    for field in fieldMasks.indices {
      guard blockers == 0 || !(blocking & fieldMasks[field]).isZero else { continue }
      var open = layout.value(of: unit.box.removing(grown | forbidden), in: field)
      while open != 0 {
        let value: UInt64 = 1 << UInt64(open.trailingZeroBitCount)
        open &= ~value
        let slice = layout.setting(grown, in: field, to: value) & unit.box
        guard try !isExcepted(slice, unit, &meter) else { continue }
        forbidden = layout.setting(forbidden, in: field, to: layout.value(of: forbidden, in: field) | value)
      }
    }
  }

  /// Whether the exceptions of a unit cover a box together; most often one does alone, or none meets it.
  private mutating func isExcepted(
    _ box: Bits, _ unit: PackedUnit<Bits>, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> Bool {
    splitter.problem.removeUnits()
    for index in unit.exceptions {
      let exception = problem.exceptions[index]
      if box.removing(exception).isZero { return true }
      if layout.isNonEmpty(box & exception) { splitter.problem.append(exception) }
    }
    guard splitter.problem.units.count > 1 else { return false }
    return try splitter.covers(box, &meter)
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
