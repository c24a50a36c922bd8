/// What is known of a box while it is split, and in the end.
enum SplitVerdict: Hashable {
  case undecided
  /// No unit reaches it.
  case never
  /// A unit of this number in the question contains it whole.
  case always(unit: Int)
  /// Several units cover every choice of the parameters together.
  case together
  /// Nothing reaches it under the choices of this number in ``Splitter/openSets``.
  case sometimes(Int)
}

/// A box that needs no more splitting.
struct SplitLeaf<Bits: PackedBits> {
  let box: Bits
  let verdict: SplitVerdict
}

/// What a ``Splitter`` is after.
enum SplitGoal {
  /// All leaves, covered or not.
  case everything
  /// The leaves that no unit reaches.
  case open
  /// The number of cases that no unit reaches.
  case openSize
  /// One leaf that no unit reaches.
  case firstOpen
  /// Leaf after leaf that no unit reaches, each of which is set aside before the search goes on.
  case eachOpen
}

/// Cuts a box into disjoint leaves of uniform coverage, by recursion over its dimensions.
///
/// At every box only the units that still meet it are kept, and the dimension to branch on is the one in
/// which the units that are nearly decided cut: each adds 4^-k to the k dimensions in which it cuts.
/// Live units and exceptions are kept on stacks that all levels of the recursion share.
struct Splitter<Bits: PackedBits> {
  /// Deeper recursion than any readable law needs, and less than a thread's stack holds.
  static var depthLimit: Int { 500 }

  var problem: PackedProblem<Bits>
  var goal: SplitGoal
  private(set) var leaves: [SplitLeaf<Bits>] = []
  private(set) var openSize: UInt128 = 0
  /// The canonical open choices of the parameters, where they vary; see ``SplitVerdict/sometimes(_:)``.
  private(set) var openSets: [[Bits]] = []
  /// What sets of open choices were found to mean.
  private var decided: [[Bits]: SplitVerdict] = [:]

  /// The fields to branch on, by their top bits: those of cases, or for a while those of parameters.
  private var branchable: Bits
  private var live: [LiveUnit] = []
  private var liveExceptions: [Int] = []
  private var weights: [UInt64]
  private var groups: [UInt64] = []

  init(_ problem: PackedProblem<Bits>, goal: SplitGoal) {
    self.problem = problem
    self.goal = goal
    branchable = problem.layout.caseTops
    weights = Array(repeating: 0, count: problem.layout.fields.count)
  }

  /// What becomes of an open leaf: a box to set aside, or `nil` to stop.
  typealias Grow = (_ leaf: Bits, inout WorkMeter) throws(WorkLimitPassed) -> Bits?

  /// Splits `box`, adding to the results.
  ///
  /// With the goal ``SplitGoal/eachOpen`` every open leaf is handed to `grow`, and the box that comes back counts
  /// as one more unit from there on. What was looked at before is not looked at again.
  mutating func run(
    _ box: Bits, _ meter: inout WorkMeter, grow: Grow = { _, _ in nil }
  ) throws(WorkLimitPassed) {
    reset()
    for (index, unit) in problem.units.enumerated() {
      let start = liveExceptions.count
      liveExceptions += unit.exceptions
      live.append(LiveUnit(unit: index, exceptions: start..<liveExceptions.count))
    }
    let root = Candidates(live: live.indices, later: problem.units.count)
    _ = try split(box, root, .undecided, 0, &meter, grow)
  }

  /// Whether the units cover the whole of `box`. Needs the goal ``SplitGoal/firstOpen``.
  mutating func covers(_ box: Bits, _ meter: inout WorkMeter) throws(WorkLimitPassed) -> Bool {
    leaves.removeAll(keepingCapacity: true)
    try run(box, &meter)
    return leaves.isEmpty
  }

  private mutating func reset() {
    live.removeAll(keepingCapacity: true)
    liveExceptions.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
  }

  // MARK: One box

  /// Splits one box, given the units that meet the box it came from. Says `false` to stop everything.
  private mutating func split(
    _ box: Bits, _ candidates: Candidates, _ known: SplitVerdict, _ depth: Int, _ meter: inout WorkMeter,
    _ grow: Grow
  ) throws(WorkLimitPassed) -> Bool {
    try meter.step()
    guard depth < Self.depthLimit else { throw meter.passed(.nodes, limit: meter.limits.nodes) }
    let (liveBefore, exceptionsBefore) = (live.count, liveExceptions.count)
    let later = problem.units.count
    defer {
      live.truncate(to: liveBefore)
      liveExceptions.truncate(to: exceptionsBefore)
    }
    var verdict = known
    switch keepLive(candidates, box) {
    case .notRequired: return true
    case .contained(let unit):
      guard case .everything = goal else { return true }
      verdict = .always(unit: unit)
    case .open: break
    }
    // Only the outside of the required set may be left when the rest is known.
    let isCut = live.count > liveBefore && problem.units[live[liveBefore].unit].index == nil
    if verdict == .undecided, live.count == liveBefore + (isCut ? 1 : 0) { verdict = .never }
    if verdict != .undecided, !isCut { return try emit(box, verdict, &meter, grow) }
    let kept = Candidates(live: liveBefore..<live.count, later: later)
    guard let field = branchingField(box, kept.live) else {
      return try decideParameters(box, kept, depth, &meter, grow)
    }
    return try branch(box, field, kept, verdict, depth, &meter, grow)
  }

  private enum Filtered {
    /// Nothing of the box is required.
    case notRequired
    /// This unit of the question contains the box; at most the outside was kept.
    case contained(unit: Int)
    case open
  }

  /// Pushes those of the candidates that still reach into the box, with the exceptions that still matter.
  private mutating func keepLive(_ candidates: Candidates, _ box: Bits) -> Filtered {
    let before = live.count
    for candidate in candidates.live {
      let unit = problem.units[live[candidate].unit]
      let meet = box & unit.box
      guard problem.layout.isNonEmpty(meet) else { continue }
      let start = liveExceptions.count
      guard keepLiveExceptions(live[candidate].exceptions, meet) else {
        liveExceptions.truncate(to: start)
        continue
      }
      if start == liveExceptions.count, box == meet {
        guard let index = unit.index else { return .notRequired }
        let isCut = live.count > before && problem.units[live[before].unit].index == nil
        live.truncate(to: before + (isCut ? 1 : 0))
        return .contained(unit: index)
      }
      live.append(LiveUnit(unit: live[candidate].unit, exceptions: start..<liveExceptions.count))
    }
    for unit in candidates.later..<problem.units.count {
      let meet = box & problem.units[unit].box
      if meet == box { return .contained(unit: unit) }
      guard problem.layout.isNonEmpty(meet) else { continue }
      live.append(LiveUnit(unit: unit, exceptions: liveExceptions.count..<liveExceptions.count))
    }
    return .open
  }

  /// Pushes the exceptions that meet `meet`; says `false` if one of them takes all of it.
  @inline(__always)
  private mutating func keepLiveExceptions(_ candidates: Range<Int>, _ meet: Bits) -> Bool {
    for candidate in candidates {
      let number = liveExceptions[candidate]
      let hit = meet & problem.exceptions[number]
      guard problem.layout.isNonEmpty(hit) else { continue }
      if hit == meet { return false }
      liveExceptions.append(number)
    }
    return true
  }

  // MARK: Branching

  /// The field in which the units that are nearly decided cut the box; `nil` if none cuts it.
  private mutating func branchingField(_ box: Bits, _ entries: Range<Int>) -> Int? {
    for field in weights.indices { weights[field] = 0 }
    for entry in entries {
      live[entry].cuts = addWeight(of: problem.units[live[entry].unit].box, cutting: box)
      guard !live[entry].cuts else { continue }
      for exception in live[entry].exceptions {
        addWeight(of: problem.exceptions[liveExceptions[exception]], cutting: box)
      }
    }
    var best: Int?
    var most: UInt64 = 0
    for field in weights.indices where weights[field] > most {
      best = field
      most = weights[field]
    }
    return best
  }

  /// Adds 4^-k to every field in which `other` cuts the box, k of them; says whether there are any.
  @inline(__always) @discardableResult
  private mutating func addWeight(of other: Bits, cutting box: Bits) -> Bool {
    let cuts = problem.layout.nonEmptyFields(of: box.removing(other)) & branchable
    guard !cuts.isZero else { return false }
    let weight: UInt64 = 1 << UInt64(44 &- 2 &* min(cuts.oneCount, 22))
    problem.layout.forEachField(in: cuts) { weights[$0] &+= weight }
    return true
  }

  /// Splits the box in one field, atoms that lie in the same boxes together.
  private mutating func branch(
    _ box: Bits, _ field: Int, _ kept: Candidates, _ verdict: SplitVerdict, _ depth: Int,
    _ meter: inout WorkMeter, _ grow: Grow
  ) throws(WorkLimitPassed) -> Bool {
    let start = groups.count
    defer { groups.truncate(to: start) }
    groups.append(problem.layout.value(of: box, in: field))
    for entry in kept.live {
      let mask = problem.layout.value(of: problem.units[live[entry].unit].box, in: field)
      AtomClasses.split(&groups, from: start, by: mask)
      guard !live[entry].cuts else { continue }
      for exception in live[entry].exceptions {
        let box = problem.exceptions[liveExceptions[exception]]
        AtomClasses.split(&groups, from: start, by: problem.layout.value(of: box, in: field))
      }
    }
    AtomClasses.sort(&groups, from: start)
    for group in start..<groups.count {
      let child = problem.layout.setting(box, in: field, to: groups[group])
      guard try split(child, kept, verdict, depth + 1, &meter, grow) else { return false }
    }
    return true
  }

  // MARK: Leaves

  private mutating func emit(
    _ box: Bits, _ verdict: SplitVerdict, _ meter: inout WorkMeter, _ grow: Grow
  ) throws(WorkLimitPassed) -> Bool {
    switch goal {
    case .openSize:
      openSize &+= problem.layout.size(of: box)
    case .firstOpen:
      leaves.append(SplitLeaf(box: box, verdict: verdict))
      return false
    case .eachOpen:
      guard let region = try grow(box, &meter) else { return false }
      problem.append(region)
    case .everything, .open:
      guard leaves.count < meter.limits.parts else { throw meter.passed(.parts, limit: meter.limits.parts) }
      leaves.append(SplitLeaf(box: box, verdict: verdict))
    }
    return true
  }

  /// Nothing cuts the box any more but in parameters: finds the choices that nothing reaches.
  private mutating func decideParameters(
    _ box: Bits, _ kept: Candidates, _ depth: Int, _ meter: inout WorkMeter, _ grow: Grow
  ) throws(WorkLimitPassed) -> Bool {
    let mark = leaves.count
    let outerGoal = goal
    goal = .open
    branchable = problem.layout.parameterTops
    defer {
      goal = outerGoal
      branchable = problem.layout.caseTops
    }
    _ = try split(box, kept, .undecided, depth + 1, &meter, grow)
    // What the leaves say of cases is that of the box: only the choices matter, and many boxes share them.
    let open = leaves[mark...].map { $0.box | problem.layout.caseBits }
    leaves.removeSubrange(mark...)
    goal = outerGoal
    if let known = decided[open] { return try emit(box, known, &meter, grow) }
    let verdict = try self.verdict(open, &meter)
    decided[open] = verdict
    return try emit(box, verdict, &meter, grow)
  }

  /// What it means that nothing is covered under these choices.
  private mutating func verdict(_ open: [Bits], _ meter: inout WorkMeter) throws(WorkLimitPassed)
    -> SplitVerdict
  {
    let canonical = try CanonicalChoices(problem.layout).boxes(open, &meter)
    if canonical.isEmpty { return .together }
    if canonical == [problem.layout.full] { return .never }
    if let known = openSets.firstIndex(of: canonical) { return .sometimes(known) }
    openSets.append(canonical)
    return .sometimes(openSets.count - 1)
  }
}

/// The units that may reach into a box.
private struct Candidates {
  /// Those that reach into the box it came from, as a range of the stack of live units.
  let live: Range<Int>
  /// From this number on, units were added after that.
  let later: Int
}

/// A unit that still reaches into the box at hand.
private struct LiveUnit {
  let unit: Int
  /// A range of the stack of live exceptions.
  let exceptions: Range<Int>
  /// Whether the unit cuts the box in a field that can be branched on.
  var cuts = false

  init(unit: Int, exceptions: Range<Int>) {
    self.unit = unit
    self.exceptions = exceptions
  }
}

extension Array {
  /// Removes elements from the end until so many are left.
  @inline(__always)
  mutating func truncate(to count: Int) {
    if self.count > count { removeLast(self.count &- count) }
  }
}
