import LegalModel
import Regions
import Synchronization

/// Finds the provisions that differ from a region in the fewest elements, and what keeps them away.
///
/// A class, because the units that may come near are remembered across findings, which are made at the same time.
final class NearMissSearch: Sendable {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex
  private let known = Mutex<[Approach: [(unit: LegalUnit, claim: Claim?)]]>([:])

  init(corpus: LegalCorpus, law: LoweredLaw, claims: ClaimIndex) {
    self.corpus = corpus
    self.law = law
    self.claims = claims
  }

  /// What the units that may come near depend on.
  private struct Approach: Hashable {
    let rule: RuleID
    let box: [UInt64]
  }

  /// How many provisions a finding names for one part of its region.
  private static let limit = 2
  /// A provision that differs in more elements is not within reach, unless somebody relies on it.
  fileprivate static let reach = 2

  /// A provision and what shuts it out: parts that it misses for different reasons are told apart.
  private struct Approximation: Hashable {
    let provision: Provision
    let blocking: [ElementID]
  }

  private struct Candidate {
    let unit: LegalUnit
    let blocking: [ElementID]
    /// The provision is about another conduct: the conduct is the first element of a vocabulary.
    var isOtherConduct: Bool { blocking.contains(ElementID(0)) }
    /// Blocking elements that the rule itself constrains: the provision is about something else.
    let foreign: Int
    /// Elements in which the provision reaches a part only.
    let narrowing: Int
    /// Foreign elements of which the provision lists nothing that the rule asks for: they count twice.
    let unrelated: Int
    /// Values that the rule asks for and the provision lists, in the foreign elements that shut the region out.
    let shared: Int
    let claim: Claim?

    /// Provisions within reach that are relied on first; then fewer obstacles; a provision that asks for more is
    /// nearer than one about something else.
    private var distance: (Int, Int, Int, Int) {
      (
        claim != nil && blocking.count <= NearMissSearch.reach ? 0 : 1, blocking.count + unrelated,
        foreign + (isOtherConduct ? 1 : 0), narrowing
      )
    }

    func isAsNear(as other: Candidate) -> Bool { distance == other.distance }

    /// The nearer one; among equally near those that are about more of what the rule asks for, then those of their own
    /// force, and the law's order.
    func isBefore(_ other: Candidate) -> Bool {
      guard isAsNear(as: other) else { return distance < other.distance }
      return (-shared, unit.extendedBy.count, unit.provision)
        < (-other.shared, other.unit.extendedBy.count, other.unit.provision)
    }
  }

  /// The near misses of a region of a rule, nearest first; empty if no provision is within reach of any part.
  ///
  /// The region is looked at value by value of the first element of which the rule names several, so that each act
  /// is explained by the provision nearest to it.
  func nearMisses(of region: [UInt64], rule: RuleID, duty: Duty, required: RequiredRegion) -> [NearMiss] {
    let asking = required.drafts(at: region)
    let units = units(for: rule, duty: duty, approaching: region).filter { unit, claim in
      claim != nil || asking.contains { meets(unit, $0) }
    }
    var order: [Approximation] = []
    var best: [Approximation: Candidate] = [:]
    var parts: [Approximation: [UInt64]] = [:]
    for slice in slices(of: region, required: required) {
      for candidate in nearest(to: slice, among: units, required: required) {
        let key = Approximation(provision: candidate.unit.provision, blocking: candidate.blocking)
        if let known = parts[key] {
          parts[key] = zip(known, slice).map { $0 | $1 }
          if let first = best[key], candidate.isBefore(first) { best[key] = candidate }
        } else {
          order.append(key)
          parts[key] = slice
          best[key] = candidate
        }
      }
    }
    let found = order.compactMap { key in best[key].map { (candidate: $0, part: parts[key] ?? region) } }
      .sorted { $0.candidate.isBefore($1.candidate) }
    return found.map { candidate, part in
      NearMiss(
        provision: candidate.unit.provision, part: CaseRegion(masks: part),
        obstacles: obstacles(of: candidate.unit, against: part), claim: candidate.claim.map { describe($0) },
        evidence: candidate.unit.evidence)
    }
  }

  /// Whether a unit reaches into a part of the rule; what silence leaves out does not count against it.
  private func meets(_ unit: LegalUnit, _ draft: Draft) -> Bool {
    for element in law.space.elements where unit.masks[element.index] & draft.masks[element.index] == 0 {
      guard law.space.defaultMask(of: element) != nil else { return false }
    }
    return true
  }

  private func slices(of region: [UInt64], required: RequiredRegion) -> [[UInt64]] {
    let element = law.space.elements.first { element in
      let hull = required.hull[element.index]
      return !law.space.isEverything(hull, of: element) && hull.nonzeroBitCount > 1
        && !law.space.vocabulary[element].values.isEmpty
    }
    guard let element else { return [region] }
    return (0..<64).map { UInt64(1) << UInt64($0) }.filter { region[element.index] & $0 != 0 }.map { bit in
      var slice = region
      slice[element.index] = bit
      return slice
    }
  }

  /// The provisions nearest to a part of a region, those equally near included up to a limit.
  private func nearest(
    to region: [UInt64], among units: [(unit: LegalUnit, claim: Claim?)], required: RequiredRegion
  ) -> [Candidate] {
    var best: [Provision: Candidate] = [:]
    let asked = required.asked(at: region)
    for (unit, claim) in units where !isAnotherText(unit, region) {
      guard claim != nil || unit.isWithin(Self.reach, of: region) else { continue }
      let blocking = unit.blockingElements(against: region)
      let foreign = blocking.filter { !required.isOpen($0, at: region, in: law.space) }
      let narrowing = region.indices.count { region[$0] & ~unit.masks[$0] != 0 } - blocking.count
      let unrelated = foreign.count { element in
        law.space.defaultMask(of: element) == nil && unit.masks[element.index] & asked[element.index] == 0
      }
      let candidate = Candidate(
        unit: unit, blocking: blocking, foreign: foreign.count, narrowing: narrowing, unrelated: unrelated,
        shared: foreign.reduce(0) { $0 + listed(unit.masks[$1.index] & asked[$1.index], of: $1) },
        claim: claim)
      if let known = best[unit.provision], !candidate.isBefore(known) { continue }
      best[unit.provision] = candidate
    }
    let candidates = best.values.sorted { $0.isBefore($1) }
    guard let nearest = candidates.first else { return [] }
    return Array(candidates.filter { $0.isAsNear(as: nearest) }.prefix(Self.limit))
  }

  /// How many listed values a mask holds; where numbers are cut means nothing.
  private func listed(_ mask: UInt64, of element: ElementID) -> Int {
    law.space.vocabulary[element].values.isEmpty ? 0 : mask.nonzeroBitCount
  }

  /// The units that can meet a duty, with who relies on them: offences, or the definitions that are relied on for it.
  private func units(
    for rule: RuleID, duty: Duty, approaching region: [UInt64]
  ) -> [(unit: LegalUnit, claim: Claim?)] {
    // What the general part adds where the region lies, whatever else may be apart.
    let box = law.space.elements.map { element in
      law.space.defaultMask(of: element) == nil ? law.space.everything(of: element) : region[element.index]
    }
    let approach = Approach(rule: rule, box: box)
    if let units = known.withLock({ $0[approach] }) { return units }
    let units = units(for: rule, duty: duty, in: box).map {
      (unit: $0, claim: claims.claim(on: $0, for: rule))
    }
    known.withLock { $0[approach] = units }
    return units
  }

  private func units(for rule: RuleID, duty: Duty, in box: [UInt64]) -> [LegalUnit] {
    let liability = corpus[rule].liability
    switch duty {
    case .define: return law.definitions.filter { claims.claim(on: $0, for: rule) != nil }
    case .punish, .prohibit, .notPunish, .penaltyFloor:
      let widened = law.units(reaching: box).filter { !$0.isBase }
      return (law.offences + widened).filter { isProvision($0) && liability.contains($0.liability) }
    }
  }

  /// The provisions that reach into a region, in the order of the law, each once.
  func reaching(_ region: [UInt64], rule: RuleID) -> [LegalUnit] {
    var seen = Set<Provision>()
    return law.units(reaching: region).filter {
      isProvision($0) && corpus[rule].liability.contains($0.liability) && $0.meets(region)
        && seen.insert($0.provision).inserted
    }
  }

  func describe(_ claim: Claim) -> String { "\(claim.pattern), claimed by \(claim.claimant)" }

  private func isProvision(_ unit: LegalUnit) -> Bool {
    switch unit.provision.kind {
    case .offence, .definition: true
    case .unread, .otherLaw: false
    }
  }

  /// Everything that keeps a unit from holding a whole region; what blocks comes first.
  func obstacles(of unit: LegalUnit, against region: [UInt64]) -> [Obstacle] {
    var blocking: [Obstacle] = []
    var narrowing: [Obstacle] = []
    for element in law.space.elements {
      let mask = unit.masks[element.index]
      let wanted = region[element.index]
      guard wanted & ~mask != 0 else { continue }
      let isBlocking = mask & wanted == 0
      let lines = unit.lines.filter { corpus[$0].element == element }
      let guilty = lines.filter { line in
        let allowed = law.space.mask(corpus[line].selection, of: element)
        return isBlocking ? allowed & wanted == 0 : wanted & ~allowed != 0
      }
      let origins: [Obstacle.Origin] =
        lines.isEmpty ? [.silence] : (guilty.isEmpty ? lines : guilty).map { .line($0) }
      for origin in origins {
        let obstacle = Obstacle(element: element, origin: origin, isBlocking: isBlocking)
        if isBlocking { blocking.append(obstacle) } else { narrowing.append(obstacle) }
      }
    }
    return blocking + exceptions(of: unit, against: region, isBlocking: blocking.isEmpty) + narrowing
  }

  /// Whether an amendment put another text in the place of the unit's for all that the unit would reach of a region.
  private func isAnotherText(_ unit: LegalUnit, _ region: [UInt64]) -> Bool {
    unit.exceptions.contains { exception in
      exception.source.isDivision && unit.meets(exception.masks)
        && region.indices.allSatisfy { region[$0] & ~exception.masks[$0] == 0 }
    }
  }

  /// Whether a single exception takes out all that a unit would reach of a region.
  private func isShutOutByOne(_ unit: LegalUnit, _ region: [UInt64]) -> Bool {
    unit.exceptions.contains { exception in
      region.indices.allSatisfy { region[$0] & unit.masks[$0] & ~exception.masks[$0] == 0 }
    }
  }

  private func exceptions(of unit: LegalUnit, against region: [UInt64], isBlocking: Bool) -> [Obstacle] {
    var result: [Obstacle] = []
    for exception in unit.exceptions where !exception.source.isDivision {
      let meets = region.indices.allSatisfy {
        exception.masks[$0] & region[$0] & unit.masks[$0] != 0
      }
      guard meets else { continue }
      let element = law.space.elements.first {
        !law.space.isEverything(exception.masks[$0.index], of: $0)
      }
      // An exception that takes out all that the unit would reach shuts the region out; another one a part of it.
      let isWhole = region.indices.allSatisfy { region[$0] & unit.masks[$0] & ~exception.masks[$0] == 0 }
      let obstacle = Obstacle(
        element: element ?? ElementID(0), origin: .exception(exception.source),
        isBlocking: isBlocking && (isWhole || !isShutOutByOne(unit, region)))
      if !result.contains(obstacle) { result.append(obstacle) }
    }
    return result
  }
}
