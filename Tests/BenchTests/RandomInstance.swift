import TestSupport

/// A small random instance with everything in it, as the text of a file.
struct RandomInstance {
  let sizes: [Int]
  private var random: SeededRandom

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    sizes = (0..<random.int(2...4)).map { _ in random.int(2...5) }
    self.random = random
  }

  /// The instance: two versions of a law, and the change from one to the other.
  mutating func text() -> String {
    let dimensions = sizes.enumerated().map { index, size in
      index == 0
        ? #"{"name":"age","kind":"int","lo":3,"hi":\#(size + 2)}"#
        : #"{"name":"d\#(index)","kind":"enum","atoms":[\#((0..<size).map { "\"a\($0)\"" }.joined(separator: ","))]}"#
    }
    let rules = (0..<random.int(1...3)).map { number in
      let boxes = (0..<random.int(1...3)).map { _ in box(40, bound: nil) }
      return #"{"id":"R\#(number)","art":"a","boxes":[\#(boxes.joined(separator: ", "))]}"#
    }
    var provisions = (0..<random.int(1...6)).map { provision($0) }
    let extensions = (0..<random.int(0...2)).map { _ in widening() }.joined(separator: ",")
    let old = provisions.joined(separator: ",")
    provisions[random.int(0...(provisions.count - 1))] = provision(99)
    return """
      {"format": "gap-instance/1", "name": "random \\u00e9", "seed": 1, "dims": [\(dimensions.joined(separator: ","))],
       "rules": [\(rules.joined(separator: ",\n"))],
       "laws": [{"id":"v1","provisions":[\(old)],"extensions":[\(extensions)]},
                {"id":"v2","provisions":[\(provisions.joined(separator: ","))],"extensions":[\(extensions)]}],
       "changes": [["v1", "v2"]]}
      """
  }

  private mutating func provision(_ number: Int) -> String {
    let tags = ["\"crime\"", "\"serious\""].filter { _ in random.chance(50) }.joined(separator: ",")
    let boxes = (0..<random.int(1...3)).map { _ in box(60, bound: random.chance(70) ? "certain" : "arguable")
    }
    let exceptions = (0..<max(0, random.int(-1...2))).map { _ in
      box(70, bound: random.chance(60) ? "certain" : "arguable")
    }
    return """
      {"id":"P\(number)","art":"a","tags":[\(tags)],"boxes":[\(boxes.joined(separator: ","))],\
      "except":[\(exceptions.joined(separator: ","))]}
      """
  }

  private mutating func widening() -> String {
    let dimension = random.int(0...(sizes.count - 1))
    let tag = random.pick(["crime", "serious", "*"])
    let conditions = sizes.indices.filter { $0 != dimension && random.chance(30) }
      .map { "\"\($0)\":\(items($0))" }.joined(separator: ",")
    return """
      {"id":"x","dim":\(dimension),"from":\(items(dimension)),"to":\(items(dimension)),"tag":"\(tag)",\
      "if":{\(conditions)},"bound":"\(random.chance(50) ? "certain" : "arguable")"}
      """
  }

  private mutating func box(_ percent: Int, bound: String?) -> String {
    let constraints = sizes.indices.filter { _ in random.chance(percent) }
      .map { "\"\($0)\":\(items($0))" }.joined(separator: ",")
    return "{\"c\":{\(constraints)},\"src\":{}\(bound.map { ",\"bound\":\"\($0)\"" } ?? "")}"
  }

  private mutating func items(_ dimension: Int) -> String {
    let size = sizes[dimension]
    if random.chance(40) {
      let low = random.int(0...(size - 1))
      return "[[\(low),\(random.int(low...(size - 1)))]]"
    }
    let atoms = random.sample(random.int(1...size), of: Array(0..<size))
    return "[\(atoms.map(String.init).joined(separator: ","))]"
  }
}
