/// The work one call has done so far.
struct WorkMeter {
  let limits: WorkLimits
  /// Named in the error, see ``WorkLimitPassed/busiestDimensions``.
  let busiestDimensions: [Int]
  private(set) var nodes = 0

  private let nodeLimit: Int

  init(limits: WorkLimits, busiestDimensions: [Int]) {
    self.limits = limits
    self.busiestDimensions = busiestDimensions
    nodeLimit = limits.nodes
  }

  private init(secondAttemptAfter first: WorkMeter) {
    limits = first.limits
    busiestDimensions = first.busiestDimensions
    nodeLimit = first.limits.retryNodes
  }

  /// A meter for going about the same question in another way, with a limit of its own.
  var secondAttempt: WorkMeter { WorkMeter(secondAttemptAfter: self) }

  /// Adds what another meter counted, without looking at the limit.
  mutating func add(_ other: WorkMeter) { nodes &+= other.nodes }

  /// Counts one box that is looked at.
  @inline(__always)
  mutating func step() throws(WorkLimitPassed) {
    nodes &+= 1
    guard nodes <= nodeLimit else { throw passed(.nodes, limit: nodeLimit) }
  }

  /// The error to throw when a limit was passed.
  func passed(_ kind: WorkLimitPassed.Kind, limit: Int) -> WorkLimitPassed {
    WorkLimitPassed(kind: kind, limit: limit, busiestDimensions: busiestDimensions)
  }
}
