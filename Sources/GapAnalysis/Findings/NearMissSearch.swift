import LegalModel
import Regions

/// Finds the provisions that differ from a region in the fewest elements, and what keeps them away.
struct NearMissSearch {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex

  /// How many provisions a finding names.
  private static let limit = 3
  /// A provision that differs in more elements is not within reach, unless somebody relies on it.
  private static let reach = 2

  private struct Candidate {
    let unit: LegalUnit
    let blocking: [ElementID]
    let isLookedAt: Bool
    let claim: Claim?

    /// Fewer obstacles first, then provisions that are relied on, then those of their own force, then the law's order.
    var order: (Int, Int, Int, Provision) {
      (blocking.count, claim == nil ? 1 : 0, unit.extendedBy.count, unit.provision)
    }
  }

  /// The near misses of a region of a rule, nearest first; empty if no provision is within reach.
  func nearMisses(of region: [UInt64], rule: RuleID, required: RequiredRegion) -> [NearMiss] {
    let liability = corpus[rule].liability
    var best: [Provision: Candidate] = [:]
    for unit in law.units where isProvision(unit) && liability.contains(unit.liability) {
      let claim = claims.claim(on: unit, for: rule)
      let isLookedAt = claim != nil || unit.meets(required.hull)
      let candidate = Candidate(
        unit: unit, blocking: unit.blockingElements(against: region), isLookedAt: isLookedAt, claim: claim)
      if let known = best[unit.provision], known.order <= candidate.order { continue }
      best[unit.provision] = candidate
    }
    let candidates = best.values.sorted { $0.order < $1.order }
    let reachable = candidates.filter { $0.isLookedAt && ($0.claim != nil || $0.blocking.count <= Self.reach) }
    guard let nearest = reachable.first?.blocking.count else { return [] }
    return reachable.filter { $0.blocking.count == nearest }.prefix(Self.limit).map { candidate in
      NearMiss(
        provision: candidate.unit.provision,
        obstacles: obstacles(of: candidate.unit, against: region),
        claim: candidate.claim.map { describe($0) }, evidence: candidate.unit.evidence)
    }
  }

  /// The provisions that reach into a region, in the order of the law, each once.
  func reaching(_ region: [UInt64], rule: RuleID) -> [LegalUnit] {
    var seen = Set<Provision>()
    return law.units.filter {
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

  private func exceptions(of unit: LegalUnit, against region: [UInt64], isBlocking: Bool) -> [Obstacle] {
    var result: [Obstacle] = []
    for exception in unit.exceptions {
      let meets = region.indices.allSatisfy {
        exception.masks[$0] & region[$0] & unit.masks[$0] != 0
      }
      guard meets else { continue }
      let element = law.space.elements.first {
        !law.space.isEverything(exception.masks[$0.index], of: $0)
      }
      let obstacle = Obstacle(
        element: element ?? ElementID(0), origin: .exception(exception.source), isBlocking: isBlocking)
      if !result.contains(obstacle) { result.append(obstacle) }
    }
    return result
  }
}
