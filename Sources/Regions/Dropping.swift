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
    // The boxes alone, close together: they are compared again and again.
    let boxes = regions.map(\.box)
    for index in smallestFirst(regions) {
      guard isMet(regions[index].witness, byOthersThan: index, boxes, isKept) else { continue }
      let region = boxes[index]
      splitter.problem.removeUnits()
      for other in boxes.indices where layout.isNonEmpty(boxes[other] & region) && other != index {
        if isKept[other] { splitter.problem.append(boxes[other]) }
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
  private func isMet(_ witness: Bits, byOthersThan index: Int, _ boxes: [Bits], _ isKept: [Bool]) -> Bool {
    for other in boxes.indices where layout.isNonEmpty(boxes[other] & witness) {
      if other != index, isKept[other] { return true }
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
