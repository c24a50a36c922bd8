import LegalModel
import LegalSyntax

/// Which penalty holds for which cases of an offence.
///
/// A penalty with a condition replaces the unconditional ones in its part; where several conditions meet, the
/// most severe counts.
struct PenaltyMap: Sendable {
  private struct Entry: Sendable {
    let days: Severity
    let region: [Draft]
  }

  /// The most that a penalty allows.
  enum Severity: Hashable, Sendable {
    /// Days of imprisonment; 0 is no imprisonment.
    case days(Int)
    /// The encoder found no penalty.
    case notStated
  }

  private let whole: Draft
  private var conditional: [Entry] = []
  private let base: Severity

  init(offence: Offence, space: CaseSpace, regions: inout RegionLowering) {
    whole = Draft(space)
    var unconditional: [Severity] = []
    for penalty in offence.penalties {
      if let condition = penalty.condition {
        conditional.append(Entry(days: penalty.severity, region: regions.drafts(condition)))
      } else {
        unconditional.append(penalty.severity)
      }
    }
    let known = unconditional.compactMap { severity -> Int? in
      switch severity {
      case .days(let days): days
      case .notStated: nil
      }
    }
    base = known.max().map { .days($0) } ?? .notStated
  }

  /// The cases in which the highest imprisonment is more than `days`. Penalties that are not stated do not count.
  func pieces(over days: Int) -> [Draft] {
    pieces { severity in
      switch severity {
      case .days(let highest): highest > days
      case .notStated: false
      }
    }
  }

  /// The cases in which the highest imprisonment is at most `days`. Penalties that are not stated do not count.
  func pieces(upTo days: Int) -> [Draft] {
    let severe = conditional.filter { entry in
      switch entry.days {
      case .days(let highest): highest > days
      case .notStated: true
      }
    }
    let mild = pieces { severity in
      switch severity {
      case .days(let highest): highest <= days
      case .notStated: false
      }
    }
    return severe.reduce(mild) { pieces, entry in subtract(entry.region, from: pieces) }
  }

  /// Whether there are cases for which no penalty is stated.
  var hasUnstatedPart: Bool { base == .notStated || conditional.contains { $0.days == .notStated } }

  /// The cases for which no penalty is stated.
  func piecesNotStated() -> [Draft] { pieces { $0 == .notStated } }

  private func pieces(where holds: (Severity) -> Bool) -> [Draft] {
    var result = conditional.filter { holds($0.days) }.flatMap(\.region)
    if holds(base) {
      result += conditional.reduce([whole]) { pieces, entry in subtract(entry.region, from: pieces) }
    }
    return result
  }

  private func subtract(_ region: [Draft], from pieces: [Draft]) -> [Draft] {
    region.reduce(pieces) { rest, draft in rest.flatMap { $0.subtracting(draft, source: .condition) } }
  }
}

extension Penalty {
  /// The most that it allows.
  var severity: PenaltyMap.Severity {
    switch kind {
    case .imprisonment(_, let highest): .days(highest ?? .max)
    case .lifeImprisonment: .days(.max)
    case .fine: .days(0)
    case .notStated: .notStated
    }
  }
}
