import LegalModel

extension CaseSpace {
  /// The most ordinary case of a region: the ordinary value of each element where the region allows it, else its
  /// default, else the first value in the order of the vocabulary.
  func ordinaryCase(of region: [UInt64]) -> LegalCase {
    LegalCase(values: elements.map { ordinaryValue(of: $0, in: region[$0.index]) })
  }

  private func ordinaryValue(of element: ElementID, in mask: UInt64) -> CaseValue {
    let declared = vocabulary[element]
    var wish: Int?
    var preferred: UInt64 = 0
    switch declared.ordinary {
    case .value(let position): preferred = 1 << UInt64(position)
    case .number(let number):
      wish = number
      for (atom, interval) in intervals[element.index].enumerated() where interval.contains(number) {
        preferred = 1 << UInt64(atom)
      }
    case nil: preferred = defaultAtom(of: element) ?? 0
    }
    if mask & preferred == 0, let fallback = defaultAtom(of: element), mask & fallback != 0 {
      preferred = fallback
    }
    let allowed = mask & preferred != 0 ? mask & preferred : nearest(in: mask, of: element, to: wish)
    return value(ofAtom: allowed.trailingZeroBitCount, of: element, near: wish)
  }

  /// The atom of a mask that lies nearest to a wished number; the first one without a wish.
  private func nearest(in mask: UInt64, of element: ElementID, to wish: Int?) -> UInt64 {
    guard let wish else { return mask }
    let atoms = intervals[element.index].indices.filter { mask >> UInt64($0) & 1 == 1 }
    let best = atoms.min { left, right in
      distance(intervals[element.index][left], wish) < distance(intervals[element.index][right], wish)
    }
    return best.map { 1 << UInt64($0) } ?? mask
  }

  private func distance(_ interval: ClosedRange<Int>, _ number: Int) -> Int {
    if interval.contains(number) { return 0 }
    return number < interval.lowerBound ? interval.lowerBound - number : number - interval.upperBound
  }
}
