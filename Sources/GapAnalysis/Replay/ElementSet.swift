import LegalModel

/// A set of elements of a vocabulary.
struct ElementSet: Sendable {
  /// Elements 0 to 127, which are all that a space can tell apart.
  private var low: UInt128 = 0
  /// Those beyond.
  private var high: Set<ElementID> = []

  init() {}

  init(_ element: ElementID) { insert(element) }

  init(_ elements: [ElementID]) { for element in elements { insert(element) } }

  mutating func insert(_ element: ElementID) {
    if element.index < 128 { low |= 1 << UInt128(element.index) } else { high.insert(element) }
  }

  func contains(_ element: ElementID) -> Bool {
    element.index < 128 ? low >> UInt128(element.index) & 1 == 1 : high.contains(element)
  }

  func union(_ other: ElementSet) -> ElementSet {
    var result = self
    result.low |= other.low
    if !other.high.isEmpty { result.high.formUnion(other.high) }
    return result
  }
}
