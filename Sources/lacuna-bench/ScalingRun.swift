import Regions

/// Times questions about law of growing size and prints a table in Markdown.
struct ScalingRun {
  /// How the cost grows with the number of provisions, and with the number of elements.
  private static let provisions = [10, 30, 100, 300, 1000]
  private static let elements = [8, 12, 16, 20]
  private static let ruleCount = 40
  /// How many provisions are about what the rules ask for: all, or so many while the rest is about other things.
  private static let kinds: [(title: String, planted: Int)] = [
    ("All provisions are about what the rules ask for", .max),
    ("Sixty provisions are, the others are about other things", 60),
  ]
  private static let seeds: [UInt64] = [1, 2, 3]
  /// The fastest of so many rounds counts: what slows a round down is other programs.
  private static let rounds = 5

  /// What all rules together came to, on average for one.
  private struct Row {
    var microseconds = 0.0
    var nodes = 0.0
    var regions = 0.0
    var incomplete = 0
  }

  func run() {
    for kind in Self.kinds {
      print("\(kind.title):\n")
      print(
        "| elements | provisions | time a rule (µs) | µs a provision | boxes looked at | regions a rule |")
      print("|---:|---:|---:|---:|---:|---:|")
      for elements in Self.elements {
        for provisions in Self.provisions { printRow(elements, provisions, planted: kind.planted) }
      }
      print("")
    }
  }

  private func printRow(_ elements: Int, _ provisions: Int, planted: Int) {
    guard let row = row(elements: elements, provisions: provisions, planted: planted) else { return }
    let note = row.incomplete > 0 ? " (\(row.incomplete) over a limit)" : ""
    let perProvision = rounded(row.microseconds / Double(provisions))
    print(
      "| \(elements) | \(provisions) | \(rounded(row.microseconds)) | \(perProvision) | \(rounded(row.nodes)) "
        + "| \(rounded(row.regions))\(note) |")
  }

  private func row(elements: Int, provisions: Int, planted: Int) -> Row? {
    var sum = Row()
    for seed in Self.seeds {
      guard let row = row(elements: elements, provisions: provisions, planted: planted, seed: seed) else {
        return nil
      }
      sum.microseconds += row.microseconds
      sum.nodes += row.nodes
      sum.regions += row.regions
      sum.incomplete += row.incomplete
    }
    let parts = Double(Self.seeds.count * Self.ruleCount)
    return Row(
      microseconds: sum.microseconds / parts, nodes: sum.nodes / parts, regions: sum.regions / parts,
      incomplete: sum.incomplete)
  }

  private func row(elements: Int, provisions: Int, planted: Int, seed: UInt64) -> Row? {
    guard var generator = try? LawGenerator(elements: elements, seed: seed) else { return nil }
    let rules = generator.rules(Self.ruleCount).enumerated().map {
      InstanceRule(id: "R\($0.offset + 1)", boxes: $0.element)
    }
    let provisions = generator.law(provisions, for: rules.map(\.boxes), planted: planted)
    let law = PreparedLaw(provisions, in: generator.space)
    var best = Double.infinity
    var totals = Totals()
    for _ in 0..<Self.rounds {
      totals = Totals()
      let elapsed = ContinuousClock().measure {
        for rule in rules { totals.add(RuleAnswer(rule, in: law, limits: .standard)) }
      }
      let (seconds, attoseconds) = elapsed.components
      best = min(best, Double(seconds) * 1e6 + Double(attoseconds) / 1e12)
    }
    return Row(
      microseconds: best, nodes: Double(totals.nodes), regions: Double(totals.boxes),
      incomplete: totals.incomplete + totals.unknown)
  }

  /// Two decimals are enough for a figure that another run will not repeat.
  private func rounded(_ value: Double) -> String {
    guard value < 100 else { return "\(Int(value.rounded()))" }
    let hundredths = Int((value * 100).rounded())
    let digits = hundredths % 100
    return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}
