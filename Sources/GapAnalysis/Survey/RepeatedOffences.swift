import LegalModel
import LegalSyntax
import Regions

/// Offences that another one makes idle: it reaches every case of theirs, whatever the readings, and punishes none
/// of these cases less. Without them no verdict would change.
extension ProvisionSurvey {
  /// An offence and the first other one that makes it idle.
  public struct Repeated: Hashable, Sendable {
    /// The offence that adds nothing.
    public let offence: Provision
    /// The one that reaches every case of it.
    public let by: Provision
  }

  /// The offences that another one makes idle, in the order of the law. Of equal ones the first is not listed.
  ///
  /// Cost: one containment of sets for each pair of offences whose boxes allow it; few do.
  public var repeatedOffences: [Repeated] {
    let all = offences
    let own = Dictionary(grouping: law.offences, by: \.provision)
    var widened: [Provision: [LegalUnit]]?
    var result: [Repeated] = []
    // From the last one: of two equal offences the later one is the repetition.
    for inner in all.reversed() {
      guard let units = own[inner] else { continue }
      for outer in all where outer != inner && punishesNoLess(outer, than: inner) {
        guard let others = own[outer], !isIdle(outer, result), holds(others, units) else { continue }
        // What the general part makes of the two is compared only now, since few pairs come so far.
        let known = widened ?? Dictionary(grouping: law.units(reaching: whole), by: \.provision)
        widened = known
        let isIdle = Liability.allCases.allSatisfy { kind in
          let strong = (known[outer] ?? []).filter { $0.liability == kind }
          let weak = (known[inner] ?? []).filter { $0.liability == kind }
          return holds(strong, weak) && hasNoLighterPart(strong, outer, weak, inner)
        }
        guard isIdle else { continue }
        result.append(Repeated(offence: inner, by: outer))
        break
      }
    }
    return result.reversed()
  }

  /// Whether an offence was found idle already: it does not make others so, or equal ones would vanish together.
  private func isIdle(_ provision: Provision, _ found: [Repeated]) -> Bool {
    found.contains { $0.offence == provision }
  }

  private var whole: [UInt64] { law.space.space.dimensions.map(\.full) }

  /// Whether liability, fines and lowest penalties of one offence stand back behind those of no other.
  private func punishesNoLess(_ outer: Provision, than inner: Provision) -> Bool {
    guard let strong = offence(outer), let weak = offence(inner), strong.liability == weak.liability else {
      return false
    }
    let lowest = weak.penalties.compactMap(\.lowestDays).max() ?? 0
    let floor = strong.penalties.compactMap(\.lowestDays).min() ?? 0
    return lowest <= floor
      && (strong.penalties.contains(where: \.isFine) || !weak.penalties.contains(where: \.isFine))
  }

  /// Whether every case can bring as much imprisonment under the outer offence as under the inner one.
  private func hasNoLighterPart(
    _ outerUnits: [LegalUnit], _ outer: Provision, _ innerUnits: [LegalUnit], _ inner: Provision
  ) -> Bool {
    guard let strong = law.penalties[outer], let weak = law.penalties[inner], let offence = offence(inner)
    else { return false }
    var steps: Set<Int> = []
    for penalty in offence.penalties {
      if case .days(let days) = penalty.severity, days > 0 { steps.insert(days) }
    }
    let stated = steps.sorted().allSatisfy { days in
      holds(parts(outerUnits, strong.pieces(over: days - 1)), parts(innerUnits, weak.pieces(over: days - 1)))
    }
    return stated
      && holds(parts(outerUnits, strong.piecesNotStated()), parts(innerUnits, weak.piecesNotStated()))
  }

  private func parts(_ units: [LegalUnit], _ pieces: [Draft]) -> [LegalUnit] {
    units.flatMap { unit in pieces.compactMap { unit.intersection($0) } }
  }

  /// Whether every case of some units, under every answer, is a case of other units under the same answer. Past a
  /// limit it is not.
  private func holds(_ outer: [LegalUnit], _ inner: [LegalUnit]) -> Bool {
    guard var hull = inner.first?.masks else { return true }
    for unit in inner { for index in hull.indices { hull[index] |= unit.masks[index] } }
    // A quick refusal of most pairs.
    for index in hull.indices where hull[index] & ~outer.reduce(0, { $0 | $1.masks[index] }) != 0 {
      return false
    }
    let required = RequiredRegion(drafts: [], boxes: inner.map { Box(masks: $0.masks) }, hull: hull)
    guard let question = try? RuleQuestion(required: required, units: outer, further: inner, law: law) else {
      return false
    }
    let covering = question.units.map { question.unit($0) }
    return inner.allSatisfy { unit in
      let out = unit.exceptions.map { Unit(box: question.box($0.masks, $0.answers)) }
      guard
        let parts = try? SetDifference.parts(
          of: [question.box(unit.masks, unit.answers)], minus: out, in: question.space)
      else { return false }
      return (try? SetDifference.isEmpty(of: parts, minus: covering, in: question.space)) ?? false
    }
  }
}

extension Penalty {
  /// The least imprisonment in days; nil if it is none or not stated.
  fileprivate var lowestDays: Int? {
    switch kind {
    case .imprisonment(let lowest, _): lowest ?? 0
    case .lifeImprisonment: .max
    case .fine, .notStated: nil
    }
  }

  fileprivate var isFine: Bool {
    switch kind {
    case .fine: true
    case .imprisonment, .lifeImprisonment, .notStated: false
    }
  }
}
