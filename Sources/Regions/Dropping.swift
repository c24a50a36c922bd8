/// A maximal region, with a box of uncovered cases that it was grown from.
struct GrownRegion<Bits: PackedBits> {
  let box: Bits
  let witness: Bits
  let size: UInt128
}

/// Removes regions that the others cover, smallest first, until none is redundant.
struct Dropper<Bits: PackedBits> {
  let layout: PackedLayout<Bits>

  /// The regions that are needed, in the order given; where a limit was passed, without those of which it is
  /// not known.
  ///
  /// A region whose witness no other region meets is needed, and nothing else is tested then; that removes
  /// most of the work. Quadratic in the number of regions.
  func irredundant(
    _ regions: [GrownRegion<Bits>], _ meter: inout WorkMeter
  ) -> (regions: [GrownRegion<Bits>], passed: WorkLimitPassed?) {
    var isKept = Array(repeating: true, count: regions.count)
    var splitter = Splitter(PackedProblem(layout: layout, boxes: []), goal: .firstOpen)
    var passed: WorkLimitPassed?
    for index in smallestFirst(regions) where isWitnessShared(index, regions, isKept) {
      let region = regions[index].box
      splitter.problem.removeUnits()
      for other in regions.indices where other != index && isKept[other] {
        if layout.isNonEmpty(regions[other].box & region) { splitter.problem.append(regions[other].box) }
      }
      do throws(WorkLimitPassed) {
        if try splitter.covers(region, &meter) { isKept[index] = false }
      } catch {
        passed = passed ?? error
        isKept[index] = false
      }
    }
    return (regions.indices.filter { isKept[$0] }.map { regions[$0] }, passed)
  }

  /// Whether another region that is kept meets the witness.
  private func isWitnessShared(_ index: Int, _ regions: [GrownRegion<Bits>], _ isKept: [Bool]) -> Bool {
    let witness = regions[index].witness
    for other in regions.indices where other != index && isKept[other] {
      if layout.isNonEmpty(regions[other].box & witness) { return true }
    }
    return false
  }

  private func smallestFirst(_ regions: [GrownRegion<Bits>]) -> [Int] {
    regions.indices.sorted { first, second in
      let (first, second) = (regions[first], regions[second])
      return first.size == second.size ? second.box.precedes(first.box) : first.size < second.size
    }
  }
}
