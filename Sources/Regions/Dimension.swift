/// One axis of a ``Space``: a finite list of atoms, each with the number of cases it stands for.
///
/// An atom that stands for several indistinguishable values (the ages 14 to 17) carries their number as its
/// weight, so that counts are counts of cases and not of atoms.
public struct Dimension: Hashable, Sendable {
  /// The number of cases each atom stands for. A ``Space`` accepts 1 to 64 atoms, each of weight 1 or more.
  public let weights: [UInt64]
  /// The mask of all atoms: bit *n* stands for atom *n*.
  public let full: UInt64

  /// Creates a dimension with one atom per weight. The bounds are checked by ``Space/init(_:)``.
  public init(weights: [UInt64]) {
    self.weights = weights
    full = weights.count >= UInt64.bitWidth ? .max : (1 << UInt64(weights.count)) - 1
  }

  /// Creates a dimension of `atoms` atoms, each of weight 1. A negative number counts as none.
  public init(atoms: Int) {
    self.init(weights: Array(repeating: 1, count: max(0, atoms)))
  }

  /// The number of atoms, 1 to 64 in a ``Space``.
  public var atomCount: Int { weights.count }

  /// The number of cases that the atoms of `mask` stand for; bits beyond the last atom count nothing.
  ///
  /// Exact wherever ``Space/init(_:)`` accepted the dimension. Linear in the number of atoms of the mask.
  func size(of mask: UInt64) -> UInt128 {
    var rest = mask & full
    var sum: UInt128 = 0
    while rest != 0 {
      sum &+= UInt128(weights[rest.trailingZeroBitCount])
      rest &= rest &- 1
    }
    return sum
  }
}
