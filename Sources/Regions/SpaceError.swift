/// Why a list of dimensions makes no ``Space``.
public enum SpaceError: Error, Hashable, Sendable {
  /// The dimension of this number has no atom, so that no case exists.
  case noAtoms(dimension: Int)
  /// The dimension of this number has more than 64 atoms: `count` of them.
  case tooManyAtoms(dimension: Int, count: Int)
  /// An atom stands for no case at all.
  case zeroWeight(dimension: Int, atom: Int)
  /// The number of cases exceeds `UInt128.max`.
  case tooLarge
}
