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
  /// A region is needed if its witness is, and most are: the witness is small and hardly any other region meets
  /// it, so that the whole region is looked at only where the others cover the witness. Quadratic in the number of
  /// regions.
  func irredundant(
    _ regions: [GrownRegion<Bits>], _ meter: inout WorkMeter
  ) -> (regions: [GrownRegion<Bits>], passed: WorkLimitPassed?) {
    var isKept = Array(repeating: true, count: regions.count)
    // The boxes alone, close together: they are compared again and again.
    let boxes = regions.map(\.box)
    var splitter = Splitter(PackedProblem(layout: layout, boxes: []), goal: .firstOpen)
    var passed: WorkLimitPassed?
    for index in smallestFirst(regions) {
      do throws(WorkLimitPassed) {
        for box in [regions[index].witness, boxes[index]] {
          take(boxes, isKept, except: index, meeting: box, into: &splitter.problem)
          if splitter.problem.units.isEmpty { break }
          isKept[index] = try !splitter.covers(box, &meter)
          if isKept[index] { break }
        }
      } catch {
        passed = passed ?? error
        isKept[index] = false
      }
    }
    return (regions.indices.filter { isKept[$0] }.map { regions[$0] }, passed)
  }

  /// Makes the other regions that are kept and meet a box the units of a problem.
  private func take(
    _ boxes: [Bits], _ isKept: [Bool], except index: Int, meeting box: Bits,
    into problem: inout PackedProblem<Bits>
  ) {
    problem.removeUnits()
    for other in boxes.indices where layout.isNonEmpty(boxes[other] & box) {
      if other != index, isKept[other] { problem.append(boxes[other]) }
    }
  }

  private func smallestFirst(_ regions: [GrownRegion<Bits>]) -> [Int] {
    regions.indices.sorted { first, second in
      let (first, second) = (regions[first], regions[second])
      return first.size == second.size ? second.box.precedes(first.box) : first.size < second.size
    }
  }
}
