import LegalModel
import LegalSyntax

/// Which penalty holds for which cases of an offence.
///
/// A penalty with a condition replaces the unconditional ones in its part; where several hold, the most severe
/// counts. If one of them is not stated, the most severe is known to be no less than the stated ones, and no more is
/// known of it.
struct PenaltyMap: Sendable {
  private struct Entry: Sendable {
    let severity: Severity
    let region: [Draft]
  }

  /// The most that a penalty allows.
  enum Severity: Hashable, Sendable {
    /// Days of imprisonment; 0 is no imprisonment.
    case days(Int)
    /// The encoder found no penalty.
    case notStated

    /// Whether it is stated and allows more than so many days.
    func isOver(_ days: Int) -> Bool {
      switch self {
      case .days(let highest): highest > days
      case .notStated: false
      }
    }

    /// Whether it is stated and allows no more than so many days.
    func isUpTo(_ days: Int) -> Bool {
      switch self {
      case .days(let highest): highest <= days
      case .notStated: false
      }
    }
  }

  private let whole: Draft
  private var conditional: [Entry] = []
  /// The penalties without a condition.
  private var base: [Severity] = []

  init(offence: Offence, space: CaseSpace, regions: inout RegionLowering) {
    whole = Draft(space)
    for penalty in offence.penalties {
      if let condition = penalty.condition {
        conditional.append(Entry(severity: penalty.severity, region: regions.drafts(condition)))
      } else {
        base.append(penalty.severity)
      }
    }
    if base.isEmpty { base = [.notStated] }
  }

  /// The cases in which a stated penalty allows imprisonment of more than `days`.
  func pieces(over days: Int) -> [Draft] { pieces { $0.isOver(days) } }

  /// Whether every penalty that is stated allows imprisonment of more than `days`, wherever it holds.
  func isNowhereKnownUpTo(_ days: Int) -> Bool {
    if base.allSatisfy({ $0.isUpTo(days) }) { return false }
    // Of several penalties under one condition the most severe counts.
    return conditional.allSatisfy { entry in
      !entry.severity.isUpTo(days)
        || conditional.contains {
          !$0.severity.isUpTo(days) && $0.region.map(\.masks) == entry.region.map(\.masks)
        }
    }
  }

  /// The cases in which every penalty is stated and none allows imprisonment of more than `days`.
  func pieces(upTo days: Int) -> [Draft] {
    let others = conditional.filter { !$0.severity.isUpTo(days) }
    let mild = pieces(holdsForBase: base.allSatisfy { $0.isUpTo(days) }) { $0.isUpTo(days) }
    return others.reduce(mild) { pieces, entry in subtract(entry.region, from: pieces) }
  }

  /// Whether there are cases for which a penalty is not stated.
  var hasUnstatedPart: Bool {
    base.contains(.notStated) || conditional.contains { $0.severity == .notStated }
  }

  /// The cases for which a penalty is not stated.
  func piecesNotStated() -> [Draft] { pieces { $0 == .notStated } }

  /// The cases in which some penalty fulfils a condition.
  private func pieces(where holds: (Severity) -> Bool) -> [Draft] {
    pieces(holdsForBase: base.contains(where: holds), where: holds)
  }

  private func pieces(holdsForBase: Bool, where holds: (Severity) -> Bool) -> [Draft] {
    var result = conditional.filter { holds($0.severity) }.flatMap(\.region)
    if holdsForBase {
      result += conditional.reduce([whole]) { pieces, entry in subtract(entry.region, from: pieces) }
    }
    return result
  }

  private func subtract(_ region: [Draft], from pieces: [Draft]) -> [Draft] {
    pieces.map { piece in region.reduce(piece) { $0.subtracting($1, source: .condition) } }
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
