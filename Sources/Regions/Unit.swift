/// A box with holes: one thing that reaches cases, minus the exceptions that it makes.
///
/// Exceptions are kept as they are and never expanded into boxes: a wide box with two dozen exceptions
/// would be thousands of boxes.
public struct Unit: Hashable, Sendable {
  /// The cases reached, before exceptions.
  public var box: Box
  /// What is taken out again. Exceptions may overlap each other and reach beyond the box.
  public var exceptions: [Box]

  /// Creates the set `box` minus the union of `exceptions`.
  public init(box: Box, exceptions: [Box] = []) {
    self.box = box
    self.exceptions = exceptions
  }

  /// Whether the unit reaches the case with these atoms, one index per dimension.
  public func contains(point: [Int]) -> Bool {
    box.contains(point: point) && !exceptions.contains { $0.contains(point: point) }
  }
}
