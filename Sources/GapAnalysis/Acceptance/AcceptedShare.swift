import LegalModel
import Regions

/// Which of the open cases of a rule are looked at.
enum AcceptedShare: Hashable, Sendable {
  /// All of them, whoever accepts them.
  case all
  /// Those that nothing sets aside.
  case remaining
  /// Those that the acceptance at a position of ``Acceptances/standing(for:)`` sets aside, and none before it does: each
  /// case is shown once.
  case taken(by: Int)
}

extension Acceptances {
  /// The shares of a rule's open cases of which findings are made: what remains, then what each waiver accepts. What
  /// the baseline sets aside is counted, not told again.
  func toldShares(of rule: RuleID) -> [(share: AcceptedShare, waiver: WaiverID?)] {
    let accepted = standing(for: rule).enumerated().compactMap { position, acceptance in
      acceptance.source.waiver.map { (AcceptedShare.taken(by: position), Optional($0)) }
    }
    return [(.remaining, nil)] + accepted
  }

  /// Cuts boxes of open cases that stand in one way to a share.
  ///
  /// - Returns: the boxes, and what is to be taken out of them.
  func cut(
    _ boxes: [Box], _ status: CaseStatus, of rule: RuleID, to share: AcceptedShare
  ) -> (boxes: [Box], minus: [Unit]) {
    let standing = standing(for: rule)
    switch share {
    case .all: return (boxes, [])
    case .remaining: return (boxes, units(status, of: rule))
    case .taken(let position):
      let accepted = standing[position].boxes(status)
      let earlier = standing[..<position].flatMap { $0.boxes(status) }
      return (Box.intersections(boxes, accepted), earlier.map { Unit(box: $0) })
    }
  }
}

extension Box {
  /// The boxes that two lists have in common, pair by pair; disjoint if both lists are.
  static func intersections(_ first: [Box], _ second: [Box]) -> [Box] {
    first.flatMap { box in second.map { box.intersection($0) }.filter { !$0.isEmpty } }
  }
}

extension RuleOutcome {
  /// The cases that stand in some way, as disjoint boxes of elements.
  func boxes(where isWanted: (CaseStatus) -> Bool) -> [Box] {
    parts.indices.filter { isWanted(parts[$0].status) }.map { cases[$0].box }
  }

  /// The cases that are a gap.
  var gapBoxes: [Box] { boxes { $0 == .gap } }

  /// The cases that depend on how the law is read.
  var undecidedBoxes: [Box] { boxes { $0.isUndecided } }
}

extension CaseStatus {
  /// Whether the case depends on how the law is read.
  var isUndecided: Bool {
    switch self {
    case .depends: true
    case .covered, .gap: false
    }
  }
}
