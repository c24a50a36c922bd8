import Regions
@testable import lacuna_bench

/// Decides the cases of an instance one by one, and knows nothing of masks.
struct PlainLaw {
  typealias Sets = [Set<Int>]
  let sizes: [Int]
  let cases: [[Int]]

  init(sizes: [Int]) {
    self.sizes = sizes
    cases = sizes.reduce([[]]) { cases, size in cases.flatMap { head in (0..<size).map { head + [$0] } } }
  }

  /// A box as sets of atoms.
  func sets(_ masks: [UInt64]) -> Sets {
    masks.indices.map { dimension in
      Set((0..<sizes[dimension]).filter { masks[dimension] >> UInt64($0) & 1 == 1 })
    }
  }

  static func holds(_ box: Sets, _ point: [Int]) -> Bool { zip(box, point).allSatisfy { $0.contains($1) } }

  /// Per provision, the boxes and the exceptions that count under a bound, after the general part.
  func provisions(_ law: InstanceLaw, _ bound: Bound) -> [(boxes: [Sets], exceptions: [Sets])] {
    law.provisions.map { provision in
      var boxes = provision.boxes.map { (sets: sets($0.box.masks), isArguable: $0.isArguable) }
      var exceptions = provision.exceptions.map { (sets: sets($0.box.masks), isArguable: $0.isArguable) }
      for widening in law.extensions where widening.tag == "*" || provision.tags.contains(widening.tag) {
        for (origin, isArguable) in boxes {
          guard let wider = widened(origin, widening) else { continue }
          boxes.append((wider, isArguable || widening.isArguable))
        }
        for (origin, isArguable) in exceptions {
          guard let wider = widened(origin, widening) else { continue }
          exceptions.append((wider, isArguable))
        }
      }
      switch bound {
      case .certain: return (boxes.filter { !$0.isArguable }.map(\.sets), exceptions.map(\.sets))
      case .arguable: return (boxes.map(\.sets), exceptions.filter { !$0.isArguable }.map(\.sets))
      }
    }
  }

  private func widened(_ origin: Sets, _ widening: InstanceExtension) -> Sets? {
    let (from, to) = (widening.from, widening.to)
    let size = sizes[widening.dimension]
    func set(_ mask: UInt64) -> Set<Int> { Set((0..<size).filter { mask >> UInt64($0) & 1 == 1 }) }
    guard !origin[widening.dimension].isDisjoint(with: set(from)) else { return nil }
    var wider = zip(origin, sets(widening.condition.masks)).map { $0.intersection($1) }
    wider[widening.dimension] = set(to)
    guard wider.allSatisfy({ !$0.isEmpty }) else { return nil }
    return zip(wider, origin).allSatisfy { $0.isSubset(of: $1) } ? nil : wider
  }

  /// The cases of a rule that a law leaves open under a bound.
  func gap(_ rule: InstanceRule, _ law: InstanceLaw, _ bound: Bound) -> Set<[Int]> {
    let required = rule.boxes.map { sets($0.masks) }
    let provisions = provisions(law, bound)
    return Set(
      cases.filter { point in
        required.contains { Self.holds($0, point) }
          && !provisions.contains { provision in
            provision.boxes.contains { Self.holds($0, point) }
              && !provision.exceptions.contains { Self.holds($0, point) }
          }
      })
  }

  /// What is wrong with a list of regions that should cover a set; `nil` if nothing is.
  func fault(_ regions: [Sets], covering set: Set<[Int]>) -> String? {
    let members = regions.map { region in Set(cases.filter { Self.holds(region, $0) }) }
    if members.reduce(into: Set(), { $0.formUnion($1) }) != set { return "the union is wrong" }
    for (index, region) in regions.enumerated() {
      let others = members.indices.filter { $0 != index }.reduce(into: Set<[Int]>()) {
        $0.formUnion(members[$1])
      }
      if members[index].isSubset(of: others) { return "a region is redundant" }
      for dimension in region.indices {
        for atom in 0..<sizes[dimension] where !region[dimension].contains(atom) {
          var slice = region
          slice[dimension] = [atom]
          if cases.allSatisfy({ !Self.holds(slice, $0) || set.contains($0) }) { return "a region can grow" }
        }
      }
    }
    return nil
  }

  /// The near misses of a region, as the format words them.
  func nearMisses(_ region: Sets, _ law: InstanceLaw, _ bound: Bound) -> PlainNearMisses {
    let closest = provisions(law, bound).enumerated().compactMap {
      number, provision -> PlainNearMisses.Entry? in
      let entries = provision.boxes.map { box in
        let blocking = box.indices.filter { box[$0].isDisjoint(with: region[$0]) }
        let rest = box.indices.filter { !blocking.contains($0) }
        return PlainNearMisses.Entry(
          provision: number, blocking: blocking, isWhole: rest.allSatisfy { region[$0].isSubset(of: box[$0]) }
        )
      }
      let least = entries.map(\.blocking.count).min()
      return entries.first { $0.blocking.count == least }
    }
    let least = closest.map(\.blocking.count).min()
    let nearest = closest.filter { $0.blocking.count == least }
    return PlainNearMisses(distance: least, count: nearest.count, first: Array(nearest.prefix(3)))
  }
}

/// One entry of `near`.
struct PlainNearMisses: Equatable {
  struct Entry: Equatable {
    let provision: Int
    let blocking: [Int]
    let isWhole: Bool
  }

  var distance: Int?
  var count = 0
  var first: [Entry] = []
}
