/// Counts the cases that no unit reaches, without listing them.
///
/// Works on *residuals*: what a unit still says of the fields that are not decided, with all decided fields
/// full. Residuals that share no field are counted apart and multiplied; what was counted once is remembered.
/// So the count stays cheap where the parts explode: independent conditions, parity, dozens of exceptions.
///
/// With parameters, a case counts if it is open under some choice of them.
struct Counter<Bits: PackedBits> {
  private let layout: PackedLayout<Bits>
  private let fieldMasks: [Bits]
  private var memory: CountMemory<Bits>
  /// Residuals and their exceptions, on stacks that all levels of the recursion share.
  private var residuals: [Residual<Bits>] = []
  private var exceptions: [Bits] = []
  private var groups: [UInt64] = []
  private var weights: [UInt64]
  private var key: [Bits] = []

  /// Lists up to this long are searched for residuals that lie in others.
  private static var absorptionLimit: Int { 48 }

  init(layout: PackedLayout<Bits>, wordLimit: Int) {
    self.layout = layout
    fieldMasks = layout.fields.map { field in
      var mask = Bits.zero
      mask[field.word] = field.mask << field.shift
      return mask
    }
    memory = CountMemory(wordLimit: wordLimit)
    weights = Array(repeating: 0, count: layout.fields.count)
  }

  /// The number of cases in the hull that the given units leave open.
  mutating func count(
    _ problem: PackedProblem<Bits>, units: Range<Int>, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> UInt128 {
    residuals.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
    for unit in problem.units[units] {
      let start = exceptions.count
      exceptions += problem.exceptions[unit.exceptions]
      guard push(unit.box, exceptionsFrom: start) else { return 0 }
    }
    return layout.factor &* (try count(residuals.indices, free: layout.tops, &meter))
  }

  // MARK: Components

  /// The open cases of the free fields, given all residuals of them, which lie on top of the stack: the product
  /// over the components.
  private mutating func count(
    _ all: Range<Int>, free: Bits, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> UInt128 {
    // Before the components are told apart: what is superfluous may be all that joins two of them.
    let range = cleaned(all)
    var rest = free
    var product: UInt128 = 1
    for component in components(of: range) {
      rest = rest.removing(component)
      let start = residuals.count
      for index in range where !(residuals[index].cuts & component).isZero {
        residuals.append(residuals[index])
      }
      let count = try count(component: component, start..<residuals.count, &meter)
      residuals.truncate(to: start)
      guard count > 0 else { return 0 }
      product &*= count
    }
    return product &* total(rest)
  }

  /// The fields cut by residuals, joined where one residual cuts several; in the order of their lowest bits.
  private func components(of range: Range<Int>) -> [Bits] {
    var components: [Bits] = []
    for index in range {
      var merged = residuals[index].cuts
      var kept = 0
      for component in components {
        if (component & merged).isZero {
          components[kept] = component
          kept += 1
        } else {
          merged = merged | component
        }
      }
      components.removeSubrange(kept...)
      components.append(merged)
    }
    return components.count > 1 ? components.sorted { $0.precedes($1) } : components
  }

  /// The number of cases in the fields with these top bits; parameters do not count.
  private func total(_ tops: Bits) -> UInt128 {
    var product: UInt128 = 1
    layout.forEachField(in: tops & layout.caseTops) {
      product &*= layout.size(of: layout.fields[$0].mask, in: $0)
    }
    return product
  }

  private mutating func count(
    component: Bits, _ range: Range<Int>, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> UInt128 {
    try meter.step()
    if range.count == 1, let only = residuals[range].first, only.exceptions.isEmpty {
      return count(outside: only)
    }
    makeKey(range)
    let (key, hash) = (self.key, CountMemory.hash(self.key))
    if let known = memory.value(of: key, hash: hash) { return known }
    let count = try branch(component, range, &meter)
    memory.remember(count, of: key, hash: hash)
    return count
  }

  /// What a single plain residual leaves of the fields it cuts; some choice is left to every case if it cuts
  /// in a parameter.
  private func count(outside residual: Residual<Bits>) -> UInt128 {
    guard (residual.cuts & layout.parameterTops).isZero else { return total(residual.cuts) }
    var inside: UInt128 = 1
    layout.forEachField(in: residual.cuts) {
      inside &*= layout.size(of: layout.value(of: residual.box, in: $0), in: $0)
    }
    return total(residual.cuts) &- inside
  }

  // MARK: Branching

  private mutating func branch(
    _ component: Bits, _ range: Range<Int>, _ meter: inout WorkMeter
  ) throws(WorkLimitPassed) -> UInt128 {
    let cases = component & layout.caseTops
    let branchable = cases.isZero ? component : cases
    let field = bestField(range, branchable)
    let start = groups.count
    defer { groups.truncate(to: start) }
    gather(field, range)
    let free = component.removing(fieldMasks[field])
    var sum: UInt128 = 0
    for group in start..<groups.count {
      let (residualsBefore, exceptionsBefore) = (residuals.count, exceptions.count)
      defer {
        residuals.truncate(to: residualsBefore)
        exceptions.truncate(to: exceptionsBefore)
      }
      guard narrow(range, field, to: groups[group]) else { continue }
      let count = try count(residualsBefore..<residuals.count, free: free, &meter)
      guard !cases.isZero else {
        // One choice that leaves something open is enough.
        if count > 0 { return 1 }
        continue
      }
      sum &+= count &* layout.size(of: groups[group], in: field)
    }
    return sum
  }

  /// The branchable field in which the residuals that are nearly decided cut.
  private mutating func bestField(_ range: Range<Int>, _ branchable: Bits) -> Int {
    for field in weights.indices { weights[field] = 0 }
    for index in range {
      let cuts = layout.nonEmptyFields(of: layout.full.removing(residuals[index].box)) & branchable
      addWeight(cuts)
      guard cuts.isZero else { continue }
      for exception in residuals[index].exceptions {
        addWeight(layout.nonEmptyFields(of: layout.full.removing(exceptions[exception])) & branchable)
      }
    }
    var best = 0
    for field in weights.indices where weights[field] > weights[best] { best = field }
    return best
  }

  @inline(__always) private mutating func addWeight(_ cuts: Bits) {
    guard !cuts.isZero else { return }
    let weight: UInt64 = 1 << UInt64(44 &- 2 &* min(cuts.oneCount, 22))
    layout.forEachField(in: cuts) { weights[$0] &+= weight }
  }

  /// Pushes the groups of values of a field that no residual tells apart.
  private mutating func gather(_ field: Int, _ range: Range<Int>) {
    let start = groups.count
    groups.append(layout.fields[field].mask)
    for index in range {
      AtomClasses.split(&groups, from: start, by: layout.value(of: residuals[index].box, in: field))
      for exception in residuals[index].exceptions {
        AtomClasses.split(&groups, from: start, by: layout.value(of: exceptions[exception], in: field))
      }
    }
    AtomClasses.sort(&groups, from: start)
  }

  /// Pushes what the residuals say where a field has a value of the group; `false` if one covers all of it.
  private mutating func narrow(_ range: Range<Int>, _ field: Int, to group: UInt64) -> Bool {
    for index in range {
      let (box, old) = (residuals[index].box, residuals[index].exceptions)
      guard layout.value(of: box, in: field) & group != 0 else { continue }
      let start = exceptions.count
      for exception in old where layout.value(of: exceptions[exception], in: field) & group != 0 {
        exceptions.append(exceptions[exception] | fieldMasks[field])
      }
      guard push(box | fieldMasks[field], exceptionsFrom: start) else { return false }
    }
    return true
  }

  /// Pushes a residual whose exceptions lie on top of the stack, unless one of these takes all of it. Says
  /// `false` if it covers everything.
  private mutating func push(_ box: Bits, exceptionsFrom start: Int) -> Bool {
    if exceptions.count > start + 1 {
      exceptions[start...].sort { $0.precedes($1) }
      var kept = start + 1
      for index in (start + 1)..<exceptions.count where exceptions[index] != exceptions[kept - 1] {
        exceptions[kept] = exceptions[index]
        kept += 1
      }
      exceptions.truncate(to: kept)
    }
    var cuts = layout.full.removing(box)
    for exception in start..<exceptions.count {
      guard exceptions[exception] != box else {
        exceptions.truncate(to: start)
        return true
      }
      cuts = cuts | layout.full.removing(exceptions[exception])
    }
    guard !cuts.isZero else { return false }
    residuals.append(
      Residual(box: box, cuts: layout.nonEmptyFields(of: cuts), exceptions: start..<exceptions.count))
    return true
  }

  // MARK: Keys

  /// Sorts the residuals on top of the stack and drops those that others make superfluous.
  private mutating func cleaned(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1 else { return range }
    let stack = exceptions
    residuals[range].sort { $0.precedes($1, exceptions: stack) }
    var kept = range.lowerBound
    for index in range {
      let residual = residuals[index]
      let earlier = range.lowerBound..<kept
      if kept > range.lowerBound, residuals[kept - 1].equals(residual, exceptions: stack) { continue }
      if range.count <= Self.absorptionLimit {
        let isInside = residuals[earlier].contains {
          $0.exceptions.isEmpty && residual.box.removing($0.box).isZero
        }
        if isInside { continue }
      }
      residuals[kept] = residual
      kept += 1
    }
    residuals.truncate(to: kept)
    return range.lowerBound..<kept
  }

  /// The residuals as one list of boxes. An empty box, which no residual has, ends each list of exceptions.
  private mutating func makeKey(_ range: Range<Int>) {
    key.removeAll(keepingCapacity: true)
    for residual in residuals[range] {
      key.append(residual.box)
      guard !residual.exceptions.isEmpty else { continue }
      key.append(.zero)
      key += exceptions[residual.exceptions]
      key.append(.zero)
    }
  }
}

/// What a unit still says of the fields that are not decided.
private struct Residual<Bits: PackedBits> {
  let box: Bits
  /// The top bits of the fields that it or its exceptions cut.
  let cuts: Bits
  /// A range of the stack of exceptions, sorted.
  let exceptions: Range<Int>

  /// Plain residuals first, the largest numbers first: what contains another is the larger number.
  func precedes(_ other: Self, exceptions stack: [Bits]) -> Bool {
    if exceptions.isEmpty != other.exceptions.isEmpty { return exceptions.isEmpty }
    if box != other.box { return other.box.precedes(box) }
    if exceptions.count != other.exceptions.count { return exceptions.count < other.exceptions.count }
    for (first, second) in zip(exceptions, other.exceptions) where stack[first] != stack[second] {
      return stack[first].precedes(stack[second])
    }
    return false
  }

  func equals(_ other: Self, exceptions stack: [Bits]) -> Bool {
    box == other.box && exceptions.count == other.exceptions.count
      && zip(exceptions, other.exceptions).allSatisfy { stack[$0] == stack[$1] }
  }
}
