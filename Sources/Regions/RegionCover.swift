/// A set of cases, written as a list of maximal boxes.
public struct RegionCover: Hashable, Sendable {
  /// Boxes inside the set that cannot be widened in any dimension without leaving it; none is covered by
  /// the others. Sorted by size descending, then by box. They may overlap.
  public let regions: [Box]
  /// Whether the regions cover the whole set. `false` when ``WorkLimits/regions`` was passed: then these are
  /// the largest that were found, and more exist.
  public let isComplete: Bool

  /// Creates a cover.
  public init(regions: [Box], isComplete: Bool) {
    self.regions = regions
    self.isComplete = isComplete
  }
}
