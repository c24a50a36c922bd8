import LegalModel
import Regions

/// How a case stands in view of a rule.
enum CaseStatus: Hashable, Sendable {
  /// As the rule asks, under every reading.
  case covered
  /// As the rule asks, but not under the answers of this number in ``RuleOutcome/openSets``.
  case depends(open: Int)
  /// Not as the rule asks, under any reading.
  case gap
}

/// A rule's required cases, sorted by how they stand.
struct RuleOutcome: Sendable {
  /// What was asked.
  let question: RuleQuestion
  /// Disjoint boxes that together are the required cases.
  let parts: [(part: Part, status: CaseStatus)]
  /// The sets of answers on which cases depend, largest number of cases first.
  let openSets: [ParameterSet]
  /// What the parts hold of cases, as units of the space of elements.
  let cases: [Unit]
  /// How many cases stand how.
  let counts: CaseCounts
  /// What makes a case as the rule asks: it is inside one of these, whatever the answers.
  let satisfying: [Unit]

  /// Splits the required cases by whether one of `satisfying` holds them.
  init(
    question: RuleQuestion, satisfying: [Unit], limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) {
    self.question = question
    self.satisfying = satisfying
    let partition = try question.partition(satisfying, limits: limits)
    openSets = Self.openSets(of: partition)
    var parts: [(part: Part, status: CaseStatus)] = []
    parts.reserveCapacity(partition.parts.count)
    for part in partition.parts {
      let status: CaseStatus =
        switch part.coverage {
        case .always: .covered
        case .never: .gap
        case .sometimes(let open): .depends(open: openSets.firstIndex(of: open) ?? openSets.count)
        }
      parts.append((part, status))
    }
    self.parts = parts
    cases = parts.map { Unit(box: Box(masks: question.elements(of: $0.part.box))) }
    counts = CaseCounts(
      required: partition.requiredSize,
      covered: partition.alwaysSize, depends: partition.sometimesSize, gap: partition.neverSize)
  }

  /// How many cases are covered still if only some of the question's units count. Only for outcomes in which each of
  /// these satisfies by itself.
  ///
  /// Cost: a question of its own, unless the witnesses of nearly all covered parts count.
  func covered(by isKept: (LegalUnit) -> Bool) throws(WorkLimitPassed) -> UInt128 {
    let isKept = question.units.map(isKept)
    let kept = isKept.indices.filter { isKept[$0] }.map { satisfying[$0] }
    if kept.isEmpty { return 0 }
    if kept.count == isKept.count { return counts.covered }
    var size: UInt128 = 0
    var left: [Part] = []
    for (part, _) in parts {
      switch part.coverage {
      case .always(let unit?) where isKept[unit]: size &+= part.size
      case .always: left.append(part)
      case .never, .sometimes: break
      }
    }
    guard left.count <= Self.fewParts else { return try question.coveredSize(kept) }
    for part in left { size &+= try covered(part, by: kept) }
    return size
  }

  /// So many parts are looked at one by one.
  private static let fewParts = 4

  private func covered(_ part: Part, by units: [Unit]) throws(WorkLimitPassed) -> UInt128 {
    let near = units.filter { $0.box.intersects(part.box) }
    if near.isEmpty { return 0 }
    let isWhole = near.contains { unit in
      part.box.isSubset(of: unit.box) && !unit.exceptions.contains { $0.intersects(part.box) }
    }
    return isWhole ? part.size : try question.partition(near, of: [part.box]).alwaysSize
  }

  private static func openSets(of partition: Partition) -> [ParameterSet] {
    var sets: [(set: ParameterSet, size: UInt128)] = []
    for part in partition.parts {
      guard case .sometimes(let open) = part.coverage else { continue }
      if let known = sets.firstIndex(where: { $0.set == open }) {
        sets[known].size += part.size
      } else {
        sets.append((open, part.size))
      }
    }
    return sets.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }.map(
      \.element.set)
  }
}
