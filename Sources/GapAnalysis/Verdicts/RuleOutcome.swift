import LegalModel
import Regions

/// How a case stands in view of a rule.
enum CaseStatus: Hashable {
  /// As the rule asks, under every reading.
  case covered
  /// As the rule asks, but not under these answers.
  case depends(open: ParameterSet)
  /// Not as the rule asks, under any reading.
  case gap
}

/// A rule's required cases, sorted by how they stand.
struct RuleOutcome {
  /// What was asked.
  let question: RuleQuestion
  /// Disjoint boxes that together are the required cases.
  let parts: [(part: Part, status: CaseStatus)]
  /// How many cases stand how.
  let counts: CaseCounts
  /// What makes a case as the rule asks: it is inside one of these, whatever the answers.
  let satisfying: [Unit]

  /// Splits the required cases by whether one of `satisfying` holds them.
  init(question: RuleQuestion, satisfying: [Unit]) throws(WorkLimitPassed) {
    self.question = question
    self.satisfying = satisfying
    let partition = try question.partition(satisfying)
    var parts: [(part: Part, status: CaseStatus)] = []
    for part in partition.parts {
      let status: CaseStatus =
        switch part.coverage {
        case .always: .covered
        case .never: .gap
        case .sometimes(let open): .depends(open: open)
        }
      parts.append((part, status))
    }
    self.parts = parts
    counts = CaseCounts(
      required: partition.requiredSize,
      covered: partition.alwaysSize, depends: partition.sometimesSize, gap: partition.neverSize)
  }

  /// The sets of answers on which cases depend, largest number of cases first.
  var openSets: [ParameterSet] {
    var sizes: [ParameterSet: UInt128] = [:]
    var order: [ParameterSet] = []
    for (part, status) in parts {
      guard case .depends(let open) = status else { continue }
      if sizes[open] == nil { order.append(open) }
      sizes[open, default: 0] += part.size
    }
    return order.enumerated().sorted { left, right in
      let (first, second) = (sizes[left.element] ?? 0, sizes[right.element] ?? 0)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  /// The maximal regions of the cases that stand in one way; together they are exactly these cases.
  func regions(_ wanted: CaseStatus) throws(WorkLimitPassed) -> RegionCover {
    let others = parts.filter { $0.status != wanted }.map { Unit(box: $0.part.box) }
    return try SetDifference.maximalRegions(of: question.requiredBoxes, minus: others, in: question.space)
  }
}
