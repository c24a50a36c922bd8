/// How much work one call may do before it gives up with ``WorkLimitPassed``.
///
/// Steps are counted, not seconds: the same input gives the same answer on every machine.
public struct WorkLimits: Hashable, Sendable {
  /// The largest number of boxes looked at while splitting.
  public var nodes = 3_000_000
  /// The largest number of disjoint parts kept at a time.
  public var parts = 50_000
  /// The largest number of maximal regions that are listed.
  public var regions = 2_000
  /// The largest number of boxes looked at in each of the further attempts: growing and dropping regions, the
  /// search case by case, and the count that remembers.
  public var retryNodes = 10_000_000
  /// The largest number of 64-bit words that a count may remember. Past it the count goes on, but slower.
  public var memory = 32_000_000

  /// Creates limits; what is not given keeps its standard value.
  public init(
    nodes: Int = 3_000_000, parts: Int = 50_000, regions: Int = 2_000, retryNodes: Int = 10_000_000,
    memory: Int = 32_000_000
  ) {
    self.nodes = nodes
    self.parts = parts
    self.regions = regions
    self.retryNodes = retryNodes
    self.memory = memory
  }

  /// Enough for any law a reader could follow, and little enough to end within seconds.
  public static let standard = WorkLimits()
}

/// A question that was given up because it needs more work than its ``WorkLimits`` allow.
///
/// Nothing is known then: neither "covered" nor "gap" may be concluded.
public struct WorkLimitPassed: Error, Hashable, Sendable {
  /// Which limit was passed.
  public enum Kind: Hashable, Sendable {
    /// ``WorkLimits/nodes`` or ``WorkLimits/retryNodes``; also a recursion over more than 500 levels, which no
    /// readable law needs.
    case nodes
    /// ``WorkLimits/parts``.
    case parts
    /// ``WorkLimits/regions``. A list of regions over its limit is no error of this module, which returns
    /// what it found as an incomplete ``RegionCover``; the case is for callers that need the whole list.
    case regions
  }

  /// Which limit was passed.
  public let kind: Kind
  /// The limit that was in force.
  public let limit: Int
  /// At most three dimensions, those in which the most groups of atoms are told apart, most first: what a
  /// user can simplify.
  public let busiestDimensions: [Int]

  /// Creates the error.
  public init(kind: Kind, limit: Int, busiestDimensions: [Int]) {
    self.kind = kind
    self.limit = limit
    self.busiestDimensions = busiestDimensions
  }
}
