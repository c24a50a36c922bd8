/// One part of a required set, on which coverage does not vary.
public struct Part: Hashable, Sendable {
  /// The cases of the part. Parameter dimensions are full.
  public let box: Box
  /// The number of cases, over the dimensions that are not parameters. At least 1.
  public let size: UInt128
  /// Under which choices of the parameters these cases are covered.
  public let coverage: PartCoverage

  /// Creates a part.
  public init(box: Box, size: UInt128, coverage: PartCoverage) {
    self.box = box
    self.size = size
    self.coverage = coverage
  }
}

/// Under which choices of the parameters a ``Part`` is covered.
public enum PartCoverage: Hashable, Sendable {
  /// Under every choice. `unit` is the index of one unit that contains the part whole, under every choice
  /// and clear of its own exceptions; `nil` if several units cover the choices only together.
  case always(unit: Int?)
  /// Under no choice: no unit reaches any of its cases.
  case never
  /// Under some choices. Under exactly those of `open` nothing reaches its cases.
  case sometimes(open: ParameterSet)
}

/// A set of choices of the parameters, in canonical form: equal sets are equal values.
public struct ParameterSet: Hashable, Sendable {
  /// Disjoint boxes over the whole space, full in every dimension that is no parameter, ascending.
  public let boxes: [Box]

  init(canonical boxes: [Box]) {
    self.boxes = boxes
  }

  /// Whether the choice lies in the set. `point` has one atom per dimension of the space; those of
  /// dimensions that are no parameters are ignored as far as they are valid.
  public func contains(point: [Int]) -> Bool {
    boxes.contains { $0.contains(point: point) }
  }
}

/// A required set, cut into disjoint parts of uniform coverage.
public struct Partition: Hashable, Sendable {
  /// The parts: disjoint, their union is the required set, sorted by size descending, then by box.
  ///
  /// Their number is not minimal: neighbours of equal coverage are not joined.
  public let parts: [Part]
  /// The number of cases required.
  public let requiredSize: UInt128
  /// The number of cases covered under every choice of the parameters.
  public let alwaysSize: UInt128
  /// The number of cases covered under some choices and not under others.
  public let sometimesSize: UInt128
  /// The number of cases covered under no choice.
  public let neverSize: UInt128

  /// Sorts the parts and adds up their sizes. The parts must be disjoint.
  init(parts: [Part]) {
    self.parts = parts.sorted { ($1.size, $0.box) < ($0.size, $1.box) }
    var always: UInt128 = 0
    var sometimes: UInt128 = 0
    var never: UInt128 = 0
    for part in parts {
      switch part.coverage {
      case .always: always &+= part.size
      case .sometimes: sometimes &+= part.size
      case .never: never &+= part.size
      }
    }
    alwaysSize = always
    sometimesSize = sometimes
    neverSize = never
    requiredSize = always &+ sometimes &+ never
  }
}
