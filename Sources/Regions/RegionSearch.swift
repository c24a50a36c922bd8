/// Covers what the units of a problem leave open by maximal regions.
///
/// The open set is first cut into disjoint parts; then the biggest part is grown to a maximal region, which
/// is taken out of all parts, and so on. Where the parts pass their limit though the cover may be small
/// (many overlapping exceptions), the search goes on one case at a time: find one that is still open, grow
/// it, and let the region stand in the way of the next search.
struct RegionSearch<Bits: PackedBits> {
  private let problem: PackedProblem<Bits>
  private let layout: PackedLayout<Bits>
  private var grower: Grower<Bits>
  private var parts: [OpenPart] = []
  private(set) var regions: [GrownRegion<Bits>] = []
  /// Whether the regions cover everything that is open.
  private(set) var isComplete = true

  private struct OpenPart {
    let box: Bits
    let size: UInt128
  }

  init(_ problem: PackedProblem<Bits>) {
    self.problem = problem
    layout = problem.layout
    grower = Grower(problem)
  }

  /// Fills ``regions``.
  mutating func run(_ meter: inout WorkMeter) throws(WorkLimitPassed) {
    if try takeParts(&meter) {
      try growParts(&meter)
    } else {
      try searchCases(&meter)
    }
    regions = try Dropper(layout: layout).irredundant(regions, &meter)
  }

  /// Cuts the open set into parts; says `false` if there are too many.
  private mutating func takeParts(_ meter: inout WorkMeter) throws(WorkLimitPassed) -> Bool {
    var splitter = Splitter(problem, goal: .open)
    do throws(WorkLimitPassed) {
      try splitter.run(layout.full, &meter)
    } catch {
      guard error.kind == .parts else { throw error }
      return false
    }
    parts = splitter.leaves.map { OpenPart(box: $0.box, size: layout.size(of: $0.box)) }
    return true
  }

  // MARK: Part by part

  private mutating func growParts(_ meter: inout WorkMeter) throws(WorkLimitPassed) {
    while let seed = biggestPart() {
      guard regions.count < meter.limits.regions else {
        isComplete = false
        return
      }
      let grown = try grower.grow(seed, &meter)
      regions.append(GrownRegion(box: grown, witness: seed, size: layout.size(of: grown)))
      try remove(grown, &meter)
      guard parts.count <= meter.limits.parts else { return try searchCases(&meter) }
    }
  }

  private func biggestPart() -> Bits? {
    guard var best = parts.first else { return nil }
    for part in parts.dropFirst() where part.size >= best.size {
      if part.size > best.size || part.box.precedes(best.box) { best = part }
    }
    return best.box
  }

  /// Takes the region out of every part: what is left of a part is cut into disjoint boxes.
  private mutating func remove(_ region: Bits, _ meter: inout WorkMeter) throws(WorkLimitPassed) {
    var rest: [OpenPart] = []
    rest.reserveCapacity(parts.count)
    for part in parts {
      guard layout.isNonEmpty(part.box & region) else {
        rest.append(part)
        continue
      }
      try meter.step()
      var inside = part.box
      layout.forEachField(in: layout.nonEmptyFields(of: part.box.removing(region))) { field in
        let (value, taken) = (layout.value(of: inside, in: field), layout.value(of: region, in: field))
        let piece = layout.setting(inside, in: field, to: value & ~taken)
        rest.append(OpenPart(box: piece, size: layout.size(of: piece)))
        inside = layout.setting(inside, in: field, to: value & taken)
      }
    }
    parts = rest
  }

  // MARK: Case by case

  private mutating func searchCases(_ meter: inout WorkMeter) throws(WorkLimitPassed) {
    var splitter = Splitter(problem, goal: .firstOpen)
    for region in regions { splitter.problem.append(region.box) }
    while try !splitter.covers(layout.full, &meter) {
      guard regions.count < meter.limits.regions, let seed = splitter.leaves.first?.box else {
        isComplete = false
        return
      }
      let grown = try grower.grow(seed, &meter)
      regions.append(GrownRegion(box: grown, witness: seed, size: layout.size(of: grown)))
      splitter.problem.append(grown)
    }
  }
}
