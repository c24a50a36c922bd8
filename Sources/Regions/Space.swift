/// A finite set of cases: the product of its dimensions.
///
/// A case chooses one atom in every dimension. The number of cases fits a `UInt128`; a larger space is
/// refused when it is made, so that no count can overflow later.
public struct Space: Sendable {
  /// The dimensions, in the order that the masks of every ``Box`` follow.
  public let dimensions: [Dimension]
  /// The mask of all atoms of each dimension.
  let full: [UInt64]

  /// Creates the space of all combinations of atoms.
  ///
  /// - Throws: ``SpaceError`` if a dimension has no atom, more than 64 atoms or an atom of weight 0, or if
  ///   the number of cases exceeds `UInt128.max`.
  public init(_ dimensions: [Dimension]) throws(SpaceError) {
    try Space.check(dimensions)
    self.init(unchecked: dimensions)
  }

  /// This space with further dimensions that are parameters of every question, and no part of a case.
  ///
  /// Cases and choices are never multiplied with each other: the choices must fit a `UInt128` by themselves. Only
  /// ``size(of:)`` is not to be asked of such a space.
  ///
  /// - Throws: ``SpaceError`` as for any dimensions, or if there are so many choices.
  public func adding(parameters: [Dimension]) throws(SpaceError) -> Space {
    try Space.check(parameters)
    let all = dimensions + parameters
    // Packed one behind the other, atoms of two words are more than fit one: these always fit 32 words.
    guard all.reduce(0, { $0 + $1.atomCount }) < 1_040 else { return try Space(all) }
    return Space(unchecked: all)
  }

  private init(unchecked dimensions: [Dimension]) {
    self.dimensions = dimensions
    full = dimensions.map(\.full)
  }

  private static func check(_ dimensions: [Dimension]) throws(SpaceError) {
    var product: UInt128 = 1
    for (index, dimension) in dimensions.enumerated() {
      guard dimension.atomCount > 0 else { throw .noAtoms(dimension: index) }
      guard dimension.atomCount <= UInt64.bitWidth else {
        throw .tooManyAtoms(dimension: index, count: dimension.atomCount)
      }
      if let atom = dimension.weights.firstIndex(of: 0) {
        throw .zeroWeight(dimension: index, atom: atom)
      }
      // 64 weights of 64 bits add up to at most 70 bits: only the product can overflow.
      let (next, overflow) = product.multipliedReportingOverflow(by: dimension.size(of: dimension.full))
      guard !overflow else { throw .tooLarge }
      product = next
    }
  }

  /// The box of all cases.
  public var wholeBox: Box { Box(masks: full) }

  /// The number of cases in `box`, exactly; 0 for an empty box.
  ///
  /// - Precondition: `box` has one mask per dimension.
  public func size(of box: Box) -> UInt128 {
    precondition(box.masks.count == dimensions.count, "a box needs one mask per dimension of its space")
    var product: UInt128 = 1
    for (dimension, mask) in zip(dimensions, box.masks) {
      // No partial product exceeds that of the whole space, which fits.
      product &*= dimension.size(of: mask)
    }
    return product
  }
}
