/// Covers what the units of a problem leave open by maximal regions.
///
/// The open set is first cut into disjoint parts; then the biggest part is grown to a maximal region, which
/// is taken out of all parts, and so on. Where the parts pass their limit though the cover may be small
/// (many overlapping exceptions), those that were found are grown all the same, and then the search goes on one
/// case at a time: find one that is still open, grow it, and let the region stand in the way of all that is
/// looked at after it. The second attempt has limits of its own; where it passes them the list of regions is given up, and
/// what was found stands.
struct RegionSearch<Bits: PackedBits> {
  private let problem: PackedProblem<Bits>
  private let layout: PackedLayout<Bits>
  private var grower: Grower<Bits>
  /// Disjoint boxes of open cases, and how many cases each holds.
  private var parts: [Bits] = []
  private var sizes: [UInt128] = []
  /// Scratch space.
  private var pieces: [Bits] = []
  private var hits: [Int] = []
  private(set) var regions: [GrownRegion<Bits>] = []
  /// Whether the regions cover everything that is open.
  private(set) var isComplete = true
  /// The number of cases that are open; `nil` if the parts passed a limit.
  private(set) var size: UInt128?
  /// The limit that was passed last: the one that ended the list, if it is not complete.
  private(set) var passed: WorkLimitPassed?
  /// Whether something may be open that lies in no part.
  private var isPartial = false

  init(_ problem: PackedProblem<Bits>) {
    self.problem = problem
    layout = problem.layout
    grower = Grower(problem)
  }

  /// Fills ``regions`` as far as the limits allow.
  mutating func run(_ meter: inout WorkMeter) {
    takeParts(&meter)
    var second = meter.secondAttempt
    do throws(WorkLimitPassed) {
      try growParts(&second)
      if isPartial { try searchCases(&second) }
    } catch {
      surrender(error)
    }
    var third = meter.secondAttempt
    let needed = Dropper(layout: layout).irredundant(regions, &third)
    regions = needed.regions
    if let error = needed.passed { surrender(error) }
    meter.add(second)
    meter.add(third)
  }

  /// The regions spelt out, largest first, then by box.
  func cover(_ background: [UInt64]) -> RegionCover {
    RegionCover(regions: layout.sorted(regions.map(\.box), background: background), isComplete: isComplete)
  }

  private mutating func surrender(_ error: WorkLimitPassed) {
    isComplete = false
    passed = error
  }

  /// Cuts the open set into parts, up to the limits; what was found before a limit is open all the same.
  private mutating func takeParts(_ meter: inout WorkMeter) {
    var splitter = Splitter(problem, goal: .open)
    do throws(WorkLimitPassed) {
      try splitter.run(layout.full, &meter)
    } catch {
      passed = error
      isPartial = true
    }
    parts = splitter.leaves.map(\.box)
    sizes = parts.map { layout.size(of: $0) }
    if !isPartial { size = sizes.reduce(0, &+) }
  }

  // MARK: Part by part

  private mutating func growParts(_ meter: inout WorkMeter) throws(WorkLimitPassed) {
    while let seed = biggestPart() {
      guard regions.count < meter.limits.regions else {
        throw meter.passed(.regions, limit: meter.limits.regions)
      }
      let grown = try grower.grow(seed, &meter)
      regions.append(GrownRegion(box: grown, witness: seed, size: layout.size(of: grown)))
      try remove(grown, &meter)
      guard parts.count <= meter.limits.parts else {
        isPartial = true
        return
      }
    }
  }

  private func biggestPart() -> Bits? {
    guard var size = sizes.first else { return nil }
    var best = 0
    for part in sizes.indices.dropFirst() where sizes[part] >= size {
      if sizes[part] > size || parts[part].precedes(parts[best]) { (best, size) = (part, sizes[part]) }
    }
    return parts[best]
  }

  /// Takes the region out of every part: what is left of a part is cut into disjoint boxes.
  private mutating func remove(_ region: Bits, _ meter: inout WorkMeter) throws(WorkLimitPassed) {
    hits.removeAll(keepingCapacity: true)
    parts.withUnsafeBufferPointer { parts in
      for part in parts.indices where layout.isNonEmpty(parts[part] & region) { hits.append(part) }
    }
    // From the end, so that the last part, which takes the place of a hit, is none itself.
    for part in hits.reversed() {
      try meter.step()
      var inside = parts[part]
      layout.forEachField(in: layout.nonEmptyFields(of: inside.removing(region))) { field in
        let (value, taken) = (layout.value(of: inside, in: field), layout.value(of: region, in: field))
        pieces.append(layout.setting(inside, in: field, to: value & ~taken))
        inside = layout.setting(inside, in: field, to: value & taken)
      }
      parts.swapAt(part, parts.count - 1)
      sizes.swapAt(part, sizes.count - 1)
      parts.removeLast()
      sizes.removeLast()
    }
    for piece in pieces {
      parts.append(piece)
      sizes.append(layout.size(of: piece))
    }
    pieces.removeAll(keepingCapacity: true)
  }

  // MARK: Case by case

  private mutating func searchCases(_ meter: inout WorkMeter) throws(WorkLimitPassed) {
    var splitter = Splitter(problem, goal: .eachOpen)
    for region in regions { splitter.problem.append(region.box) }
    var (grower, found) = (self.grower, regions)
    defer { regions = found }
    let layout = layout
    try splitter.run(layout.full, &meter) { seed, meter throws(WorkLimitPassed) in
      guard found.count < meter.limits.regions else {
        throw meter.passed(.regions, limit: meter.limits.regions)
      }
      let grown = try grower.grow(seed, &meter)
      found.append(GrownRegion(box: grown, witness: seed, size: layout.size(of: grown)))
      return grown
    }
  }
}
