import Regions

/// Compares a partition with the oracle, case by case.
struct PartitionCheck {
  let problem: RandomProblem
  let partition: Partition
  let oracle: Oracle

  init(_ problem: RandomProblem, _ partition: Partition) {
    self.problem = problem
    self.partition = partition
    oracle = Oracle(problem)
  }

  /// What is wrong, in words; empty if all is well.
  func faults() -> [String] {
    var faults = partition.parts.flatMap(faults(of:))
    var required: UInt128 = 0
    for point in oracle.cases {
      let holders = partition.parts.filter { $0.box.holds(point) }
      guard oracle.isRequired(point) else {
        if !holders.isEmpty { faults.append("\(point) is not required") }
        continue
      }
      required += oracle.weight(point)
      guard holders.count == 1, let part = holders.first else {
        faults.append("\(point) lies in \(holders.count) parts")
        continue
      }
      if let fault = fault(at: point, part.coverage) { faults.append(fault) }
    }
    if partition.requiredSize != required { faults.append("required \(partition.requiredSize)") }
    let sum = partition.alwaysSize + partition.sometimesSize + partition.neverSize
    if sum != required { faults.append("the sizes add up to \(sum)") }
    return faults
  }

  private func faults(of part: Part) -> [String] {
    var faults: [String] = []
    let cases = oracle.cases.filter { part.box.holds($0) }
    if cases.map(oracle.weight).reduce(0, +) != part.size || part.size == 0 {
      faults.append("size \(part.size) of \(part.box.masks)")
    }
    for parameter in problem.parameters
    where part.box.masks[parameter] != problem.space.dimensions[parameter].full {
      faults.append("parameter \(parameter) is not full in \(part.box.masks)")
    }
    if case .always(let unit?) = part.coverage, !isWitness(problem.units[unit], of: part.box) {
      faults.append("unit \(unit) does not contain \(part.box.masks)")
    }
    return faults
  }

  private func isWitness(_ unit: Unit, of box: Box) -> Bool {
    box.isSubset(of: unit.box) && !unit.exceptions.contains { $0.intersects(box) }
  }

  private func fault(at point: [Int], _ coverage: PartCoverage) -> String? {
    let open = oracle.openChoices(point)
    switch coverage {
    case .always:
      return open.isEmpty ? nil : "\(point) is not always covered"
    case .never:
      return open.count == oracle.choices.count ? nil : "\(point) is covered under some choice"
    case .sometimes(let set):
      if open.isEmpty || open.count == oracle.choices.count { return "\(point) does not depend" }
      let claimed = Set(oracle.choices.filter { set.contains(point: $0) })
      return claimed == open ? nil : "\(point) is open under \(open), not \(claimed)"
    }
  }
}
