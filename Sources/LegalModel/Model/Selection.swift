/// A set of values of one enumerated element: bit *i* is the value at position *i* of ``Element/values``.
public struct ValueSet: Hashable, Sendable {
  /// One bit a value, at most 64.
  public var bits: UInt64

  /// Makes a set from its bits.
  public init(bits: UInt64) { self.bits = bits }

  /// The positions in the set, ascending.
  public var positions: [Int] {
    var positions: [Int] = []
    positions.reserveCapacity(bits.nonzeroBitCount)
    var rest = bits
    while rest != 0 {
      positions.append(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    return positions
  }
}

/// A set of whole numbers: disjoint closed ranges in ascending order.
public struct NumberSet: Hashable, Sendable {
  /// Disjoint, ascending, not adjacent.
  public let ranges: [ClosedRange<Int>]

  /// Joins overlapping and adjacent ranges.
  public init(_ parts: [ClosedRange<Int>]) {
    var joined: [ClosedRange<Int>] = []
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, part.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
      } else {
        joined.append(part)
      }
    }
    ranges = joined
  }

  /// Whether a number is in the set.
  public func contains(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }
}

/// The values one line allows for its element; the kind fits the kind of the element.
public enum Selection: Hashable, Sendable {
  /// Values of an enumerated element.
  case values(ValueSet)
  /// Numbers of a numeric element.
  case numbers(NumberSet)
}

/// One value of an element, as it stands in a case.
public enum CaseValue: Hashable, Sendable {
  /// The position in ``Element/values``.
  case value(Int)
  /// A whole number.
  case number(Int)

  /// Whether a selection allows this value. Kinds that do not fit never match.
  public func isAllowed(by selection: Selection) -> Bool {
    switch (self, selection) {
    case (.value(let position), .values(let set)): set.bits >> UInt64(position) & 1 == 1
    case (.number(let number), .numbers(let set)): set.contains(number)
    case (.value, .numbers), (.number, .values): false
    }
  }
}
