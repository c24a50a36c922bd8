/// The work one call has done so far.
struct WorkMeter {
  let limits: WorkLimits
  /// Named in the error, see ``WorkLimitPassed/busiestDimensions``.
  let busiestDimensions: [Int]
  private(set) var nodes = 0

  init(limits: WorkLimits, busiestDimensions: [Int]) {
    self.limits = limits
    self.busiestDimensions = busiestDimensions
  }

  /// Counts one box that is looked at.
  @inline(__always)
  mutating func step() throws(WorkLimitPassed) {
    nodes &+= 1
    guard nodes <= limits.nodes else { throw passed(.nodes, limit: limits.nodes) }
  }

  /// The error to throw when a limit was passed.
  func passed(_ kind: WorkLimitPassed.Kind, limit: Int) -> WorkLimitPassed {
    WorkLimitPassed(kind: kind, limit: limit, busiestDimensions: busiestDimensions)
  }
}
