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
  /// Cost: one containment of sets for each pair of offences whose boxes allow it; few do. Which pairs they are is told
  /// for all offences of one box and strength at once.
  public var repeatedOffences: [Repeated] {
    let all = offences
    let own = Dictionary(grouping: law.offences, by: \.provision)
    let candidates = Candidates(all.map { profile($0, own[$0] ?? []) })
    var widened: [Provision: [LegalUnit]]?
    var result: [Repeated] = []
    // An offence that was found idle does not make others so, or equal ones would vanish together.
    var idle = Set<Provision>()
    // From the last one: of two equal offences the later one is the repetition.
    for position in all.indices.reversed() {
      let inner = all[position]
      guard let units = own[inner] else { continue }
      var outers = candidates.above(position)
      while let next = outers.next() {
        let outer = all[next]
        guard outer != inner, !idle.contains(outer), let others = own[outer], holds(others, units) else {
          continue
        }
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
        idle.insert(inner)
        break
      }
    }
    return result.reversed()
  }

  /// What tells at a glance that an offence cannot make another idle.
  private struct Profile: Hashable {
    /// The smallest box around what it reaches.
    let hull: [UInt64]
    let liability: Liability
    /// The highest of its lowest penalties.
    let ceiling: Int
    /// The lowest of them.
    let floor: Int
    let hasFine: Bool

    /// Whether the boxes, and fines and lowest penalties, let it make another idle.
    func mayHold(_ other: Profile) -> Bool {
      liability == other.liability && other.ceiling <= floor && (hasFine || !other.hasFine)
        && zip(other.hull, hull).allSatisfy { $0 & ~$1 == 0 }
    }
  }

  private func profile(_ provision: Provision, _ units: [LegalUnit]) -> Profile? {
    guard let offence = offence(provision), var hull = units.first?.masks else { return nil }
    for unit in units { for index in hull.indices { hull[index] |= unit.masks[index] } }
    let lowest = offence.penalties.compactMap(\.lowestDays)
    return Profile(
      hull: hull, liability: offence.liability, ceiling: lowest.max() ?? 0, floor: lowest.min() ?? 0,
      hasFine: offence.penalties.contains(where: \.isFine))
  }

  /// Offences of equal profiles together, so that many equal ones are told apart from others at once.
  private struct Candidates {
    private var groups: [(profile: Profile, members: [Int])] = []
    private let profiles: [Profile?]

    init(_ profiles: [Profile?]) {
      self.profiles = profiles
      var known: [Profile: Int] = [:]
      for (position, profile) in profiles.enumerated() {
        guard let profile else { continue }
        if let group = known[profile] {
          groups[group].members.append(position)
        } else {
          known[profile] = groups.count
          groups.append((profile, [position]))
        }
      }
    }

    /// The offences that may make one idle, in the order of the law.
    func above(_ position: Int) -> Merge {
      guard let profile = profiles[position] else { return Merge(lists: []) }
      return Merge(lists: groups.filter { $0.profile.mayHold(profile) }.map { $0.members[...] })
    }
  }

  /// Ascending lists as one, made as far as it is read.
  private struct Merge {
    var lists: [ArraySlice<Int>]

    mutating func next() -> Int? {
      let best = lists.indices.min { (lists[$0].first ?? .max) < (lists[$1].first ?? .max) }
      return best.flatMap { lists[$0].popFirst() }
    }
  }

  private var whole: [UInt64] { law.space.space.dimensions.map(\.full) }

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
