import TestSupport

/// A waiver of a random region of a rule.
struct WorldWaiver {
  let name: String
  let rule: String
  let region: WorldRegion
  /// Whether it is over in every year in which worlds are checked.
  let isOver: Bool

  /// A file of waivers.
  static func text(of waivers: [WorldWaiver], in world: World) -> String {
    waivers.map { waiver in
      """
      waiver \(World.state)/\(waiver.name) "a waiver" {
      under \(World.instrument) \(waiver.rule)
      by "the ministry"
      reason "a reason"
      until \(waiver.isOver ? "2001" : "2030")-01-01
      accept \(WorldText.text(of: waiver.region, statute: 0, in: world))
      }

      """
    }.joined()
  }
}

extension WorldGenerator {
  /// One to three waivers of rules of a world; they may overlap.
  mutating func waivers(in old: World) -> [WorldWaiver] {
    world = old
    return (0..<random.int(1...3)).map { position in
      WorldWaiver(
        name: "waiver-\(position)", rule: random.pick(world.rules).name,
        region: region(depth: 1, pool: world.instrumentDefinitions), isOver: random.chance(25))
    }
  }
}
