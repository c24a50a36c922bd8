import Regions
import TestSupport
import Testing

@Suite("Near misses agree with comparing box by box")
struct NearMissTests {
  @Test func agreesOnRandomBoxes() throws {
    for seed in UInt64(95_000)..<95_300 {
      var random = SeededRandom(seed: seed)
      // Now and then dimensions of 64 atoms, and more than 64 boxes.
      let sizes = (0..<random.int(1...12)).map { _ in random.chance(20) ? 64 : random.int(1...9) }
      guard let space = try? Space(sizes.map { Dimension(atoms: $0) }) else { continue }
      let groups = (0..<random.int(0...(random.chance(30) ? 90 : 6))).map { _ in
        (0..<random.int(0...4)).map { _ in box(space, &random) }
      }
      let index = NearMissIndex(groups: groups, in: space)
      for _ in 0..<5 {
        let region = box(space, &random)
        guard !region.isEmpty else { continue }
        #expect(index.nearest(to: region, limit: 2) == plain(groups, region, limit: 2), "seed \(seed)")
      }
    }
  }

  private func box(_ space: Space, _ random: inout SeededRandom) -> Box {
    Box(
      masks: space.dimensions.map { dimension in
        guard random.chance(60) else { return dimension.full }
        let mask = random.next() & random.next() & dimension.full
        return mask == 0 && random.chance(90) ? 1 : mask
      })
  }

  private func plain(_ groups: [[Box]], _ region: Box, limit: Int) -> NearMisses {
    let candidates = groups.enumerated().flatMap { group, boxes in
      boxes.enumerated().compactMap { position, box -> NearMisses.Group? in
        guard !box.isEmpty else { return nil }
        let blocking = box.blockingDimensions(against: region)
        var freed = box
        for dimension in blocking { freed.masks[dimension] = region.masks[dimension] }
        return NearMisses.Group(
          group: group, box: position, blocking: blocking, containsOtherwise: region.isSubset(of: freed))
      }
    }
    let least = candidates.map(\.blocking.count).min()
    var seen = Set<Int>()
    let nearest = candidates.filter { $0.blocking.count == least && seen.insert($0.group).inserted }
    return NearMisses(distance: least, groupCount: nearest.count, groups: Array(nearest.prefix(limit)))
  }
}
