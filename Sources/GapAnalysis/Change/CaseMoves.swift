import LegalModel
import Regions

/// Compares how the cases of one rule stand in two states of the law, as exact sets.
struct CaseMoves {
  /// The cases that moved in one way.
  struct Group {
    let from: CaseStanding
    let to: CaseStanding
    /// Disjoint boxes.
    let boxes: [Box]

    /// Whether the cases stand worse than before.
    var direction: ChangeDirection { to < from ? .lost : .gained }

    /// Whether a move of base cases says enough of the cases of this group that vary them: it goes at least as far.
    func follows(from base: Group) -> Bool {
      switch (direction, base.direction) {
      case (.lost, .lost): base.to <= to
      case (.gained, .gained): base.to >= to
      case (.lost, .gained), (.gained, .lost): false
      }
    }
  }

  private let space: CaseSpace
  private let before: RuleOutcome
  private let after: RuleOutcome
  /// Every way in which cases moved, losses first.
  let groups: [Group]

  /// Cost: the parts of both partitions, pair by pair; next to nothing where they are the same.
  init(before: RuleOutcome, after: RuleOutcome, space: CaseSpace) {
    self.space = space
    self.before = before
    self.after = after
    groups = Self.areSame(before, after) ? [] : Self.groups(before, after)
  }

  /// Whether both states ask for the same cases.
  var asksTheSame: Bool {
    let (old, new) = (before.question.required.boxes, after.question.required.boxes)
    if old == new { return true }
    // The boxes of each side are disjoint: what they share is all of both, or the sets differ.
    let shared = old.reduce(UInt128(0)) { sum, box in
      new.filter { $0.intersects(box) }.reduce(sum) { $0 + space.space.size(of: box.intersection($1)) }
    }
    return shared == before.counts.required && shared == after.counts.required
  }

  private static func areSame(_ before: RuleOutcome, _ after: RuleOutcome) -> Bool {
    before.parts.count == after.parts.count
      && before.parts.indices.allSatisfy {
        before.parts[$0].status.standing == after.parts[$0].status.standing
          && before.cases[$0].box == after.cases[$0].box
      }
  }

  private static func groups(_ before: RuleOutcome, _ after: RuleOutcome) -> [Group] {
    let losses = CaseStanding.allCases.flatMap { from in
      CaseStanding.allCases.filter { $0 < from }.map { (from, $0) }
    }
    return (losses + losses.map { ($0.1, $0.0) }).compactMap { from, to in
      let old = before.parts.indices.filter { before.parts[$0].status.standing == from }
      let new = after.parts.indices.filter { after.parts[$0].status.standing == to }
      var boxes: [Box] = []
      for first in old {
        let box = before.cases[first].box
        for second in new where box.intersects(after.cases[second].box) {
          boxes.append(box.intersection(after.cases[second].box))
        }
      }
      return boxes.isEmpty ? nil : Group(from: from, to: to, boxes: boxes)
    }
  }

  /// How many cases moved in a direction.
  func size(_ direction: ChangeDirection) -> UInt128 {
    boxes(direction).reduce(0) { $0 + space.space.size(of: $1) }
  }

  /// The cases that moved in a direction, as disjoint boxes.
  func boxes(_ direction: ChangeDirection) -> [Box] {
    groups.filter { $0.direction == direction }.flatMap(\.boxes)
  }

  /// The maximal regions of the cases that moved in one way, without some that are told elsewhere.
  func regions(
    _ group: Group, without folded: [Box], limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> RegionCover {
    var hull = [UInt64](repeating: 0, count: space.elements.count)
    for box in group.boxes { for index in hull.indices { hull[index] |= box.masks[index] } }
    let around = Box(masks: hull)
    let (asked, askedNow) = (before.question.required.boxes, after.question.required.boxes)
    var required = asked.map { $0.intersection(around) }.filter { !$0.isEmpty }
    // A reservation may have come or gone: only what both states ask for is compared.
    if asked != askedNow {
      required = required.flatMap { box in
        askedNow.map { box.intersection($0) }.filter { !$0.isEmpty }
      }
    }
    let others =
      others(before, than: group.from, around) + others(after, than: group.to, around)
    return try SetDifference.maximalRegions(
      of: required, minus: others + folded.map { Unit(box: $0) }, in: space.space, limits: limits)
  }

  private func others(_ outcome: RuleOutcome, than standing: CaseStanding, _ around: Box) -> [Unit] {
    outcome.parts.indices.filter {
      outcome.parts[$0].status.standing != standing && outcome.cases[$0].box.intersects(around)
    }.map { outcome.cases[$0] }
  }
}

extension CaseStatus {
  /// The standing, whatever it depends on.
  var standing: CaseStanding {
    switch self {
    case .covered: .covered
    case .depends: .depends
    case .gap: .gap
    }
  }
}
