/// A maximal region, with a box of uncovered cases that it was grown from.
struct GrownRegion<Bits: PackedBits> {
  let box: Bits
  let witness: Bits
  let size: UInt128
}

/// Removes regions that the others cover, smallest first, until none is redundant.
struct Dropper<Bits: PackedBits> {
  let layout: PackedLayout<Bits>

  /// The regions that are needed, in the order given.
  ///
  /// A region whose witness no other region meets is needed, and nothing else is tested then; that removes
  /// most of the work. Quadratic in the number of regions.
  func irredundant(
    _ regions: [GrownRegion<Bits>], _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> [GrownRegion<Bits>] {
    var isKept = Array(repeating: true, count: regions.count)
    for index in smallestFirst(regions) {
      let region = regions[index]
      let others = regions.indices.filter { $0 != index && isKept[$0] }
      guard others.contains(where: { layout.isNonEmpty(regions[$0].box & region.witness) }) else { continue }
      let near = others.lazy.map { regions[$0].box }.filter { layout.isNonEmpty($0 & region.box) }
      var splitter = Splitter(PackedProblem(layout: layout, boxes: near), goal: .firstOpen)
      if try splitter.covers(region.box, &meter) { isKept[index] = false }
    }
    return regions.indices.filter { isKept[$0] }.map { regions[$0] }
  }

  private func smallestFirst(_ regions: [GrownRegion<Bits>]) -> [Int] {
    regions.indices.sorted { first, second in
      let (first, second) = (regions[first], regions[second])
      return first.size == second.size ? second.box.precedes(first.box) : first.size < second.size
    }
  }
}
