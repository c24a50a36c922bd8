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
