import LegalSyntax
import SourceText

/// Definitions that use each other in a circle or too deep, and rules that vary each other so.
extension Resolution {
  /// How deep definitions may use each other, and rules vary each other: later stages follow them by recursion, and
  /// no reader could.
  static let deepestUse = 200
  /// How many definitions one may bring along, each counted as often as it is met on the way.
  static let mostUses = 4_096

  mutating func checkCycles() {
    let definitions = ReferenceWalk.walk(count: corpus.definitions.count) { [corpus] index in
      Self.uses(in: corpus.definitions[index].region).map { (target: $0.0.index, span: $0.1) }
    }
    for circle in definitions.circles { report(circle: circle) }
    reportDeep(definitions)
    let rules = ReferenceWalk.walk(count: corpus.rules.count) { [corpus] index in
      guard case .rules(let rules, _)? = corpus.rules[index].duty?.target else { return [] }
      return rules.map { (target: $0.index, span: corpus.rules[index].span) }
    }
    for circle in rules.circles { report(ruleCircle: circle) }
    reportDeepRules(rules)
  }

  private static func uses(in region: Region) -> [(DefinitionID, SourceSpan)] {
    region.items.flatMap { item -> [(DefinitionID, SourceSpan)] in
      switch item {
      case .line: []
      case .uses(let id, _, let span): [(id, span)]
      case .either(let branches): branches.flatMap { uses(in: $0) }
      case .except(let exception): uses(in: exception.region)
      }
    }
  }

  // MARK: Definitions

  /// The use that closes a circle is cut out, so that later stages end.
  private mutating func report(circle: [ReferenceWalk.Reference]) {
    guard let last = circle.last else { return }
    let user = corpus.definitions[last.source]
    let uses = circle.map {
      "`\(corpus.definitions[$0.source].name)` uses `\(corpus.definitions[$0.target].name)`"
    }
    let name = written(last.target, from: last.source)
    report(
      .cyclicDefinition,
      circle.count == 1
        ? "the definition `\(user.name)` uses itself"
        : "these definitions use each other in a circle: \(Self.shortList(uses))", at: last.span,
      related: circle.dropLast().prefix(Self.shownLinks).map {
        Diagnostic.Label($0.span, "part of the circle")
      },
      help: [
        circle.count == 1
          ? "take `uses \(name)` out, and write the lines that are meant"
          : """
          write in `\(user.name)` the lines that are meant in the place of `uses \(name)`, or do so with another of \
          these `uses`
          """
      ])
    corpus.definitions[last.source].region = Region(items: [], span: user.region.span)
  }

  /// How many links of a circle are shown.
  private static let shownLinks = 5

  /// All links of a circle, or the first few and the last.
  private static func shortList(_ links: [String]) -> String {
    let cut = links.count > shownLinks + 1 ? links.prefix(shownLinks) + ["…"] + links.suffix(1) : links[...]
    return cut.joined(separator: ", ")
  }

  /// The name of a definition as another one writes it: with its statute if that is another.
  private func written(_ used: Int, from user: Int) -> String {
    let definition = corpus.definitions[used]
    guard let home = statute(of: used), home != statute(of: user) else { return definition.name }
    return corpus[home].name + ":" + definition.name
  }

  private func statute(of definition: Int) -> StatuteID? {
    switch corpus.definitions[definition].owner {
    case .instrument: nil
    case .article(let article): corpus[article].statute
    }
  }

  /// One chain is one mistake, at the definition where it passes the limit.
  private mutating func reportDeep(_ walk: ReferenceWalk) {
    for (index, excess) in excesses(of: walk) {
      let definition = corpus.definitions[index]
      switch excess {
      case .depth:
        report(
          .workLimit,
          """
          the definition `\(definition.name)` begins a chain of more than \(Self.deepestUse) definitions, each \
          using the next
          """, at: definition.span,
          help: ["write the lines of some of them directly where they are used, in the place of `uses …`"])
      case .count:
        report(
          .workLimit,
          """
          the definition `\(definition.name)` takes up other definitions again and again, more than \
          \(Self.mostUses) times in all
          """, at: definition.span, help: adviceOnUses(in: index))
      case nil: break
      }
      corpus.definitions[index].region = Region(items: [], span: definition.region.span)
    }
  }

  private func adviceOnUses(in index: Int) -> [Advice] {
    let region = corpus.definitions[index].region
    var seen = Set<DefinitionID>()
    guard let twice = Self.uses(in: region).first(where: { !seen.insert($0.0).inserted }) else {
      return [
        "use fewer of them in it; of those that use no others, the lines can be written in the place of `uses …`"
      ]
    }
    let name = written(twice.0.index, from: index)
    return [RepeatedUse(definition: twice.0, name: name, region: region, corpus: corpus).advice]
  }

  /// What passes a limit, and which one; nil where something it refers to passed a limit before.
  private func excesses(of walk: ReferenceWalk) -> [(index: Int, excess: Excess?)] {
    walk.reaches.enumerated().compactMap { index, reach in
      guard reach.depth > Self.deepestUse || reach.count > Self.mostUses else { return nil }
      if reach.deepest > Self.deepestUse || reach.largest > Self.mostUses { return (index, nil) }
      return (index, reach.depth > Self.deepestUse ? .depth : .count)
    }
  }

  private enum Excess {
    case depth, count
  }

  // MARK: Rules

  private mutating func report(ruleCircle circle: [ReferenceWalk.Reference]) {
    guard let last = circle.last else { return }
    let rule = corpus.rules[last.source]
    let links = circle.enumerated().map { position, link in
      "rule `\(corpus.rules[link.source].name)` \(position == 0 ? "is built " : "")on rule `\(corpus.rules[link.target].name)`"
    }
    let asked = rule.duty?.keyword ?? "must punish"
    let example = example(of: rule)
    let missing = "what \(rule.duty?.obligation ?? "must be punished")"
    report(
      .circularRule,
      circle.count == 1
        ? "the rule `\(rule.name)` is built on itself, so it does not say \(missing)"
        : "\(Self.shortList(links)), so none of them says \(missing)",
      at: last.span,
      related: circle.dropLast().prefix(Self.shownLinks).map {
        Diagnostic.Label($0.span, "part of the circle")
      },
      help: [
        circle.count == 1
          ? "name other rules after `\(asked)`; a name with `*` must not include the rule itself"
          : "write in one of them \(missing), for example in rule `\(rule.name)`: `\(example)`"
      ])
    corpus.rules[last.source].duty = nil
  }

  /// The duty of a rule that varies others, with a block of its own: what it varies is kept.
  private func example(of rule: Rule) -> String {
    var lines = ["act …"]
    if case .rules(_, let changes)? = rule.duty?.target { lines += changes.map { corpus.written($0) } }
    let duty = rule.duty?.keyword ?? "must punish"
    return "\(duty) { \(lines.joined(separator: "; ")) }\(rule.duty?.ending ?? "")"
  }

  private mutating func reportDeepRules(_ walk: ReferenceWalk) {
    for (index, excess) in excesses(of: walk) {
      let rule = corpus.rules[index]
      let help: [Advice] = [
        "write in it directly what \(rule.duty?.obligation ?? "must be punished"): `\(example(of: rule))`"
      ]
      switch excess {
      case .depth:
        report(
          .workLimit,
          "the rule `\(rule.name)` begins a chain of more than \(Self.deepestUse) rules, each built on the next",
          at: rule.span, help: help)
      case .count:
        report(
          .workLimit,
          "the rule `\(rule.name)` is built on other rules again and again, more than \(Self.mostUses) times in all",
          at: rule.span, help: help)
      case nil: break
      }
      corpus.rules[index].duty = nil
    }
  }
}

extension Duty {
  /// The words that begin the line of the duty.
  fileprivate var keyword: String {
    switch self {
    case .punish, .penaltyFloor: "must punish"
    case .prohibit: "must prohibit"
    case .notPunish: "must not punish"
    case .define: "must define"
    }
  }

  /// What the line of the duty ends in.
  fileprivate var ending: String {
    switch self {
    case .punish, .prohibit, .notPunish, .define: ""
    case .penaltyFloor: " by imprisonment …"
    }
  }

  /// What must become of the cases.
  fileprivate var obligation: String {
    switch self {
    case .punish, .penaltyFloor: "must be punished"
    case .prohibit: "must be prohibited"
    case .notPunish: "must not be punished"
    case .define: "must be defined"
    }
  }
}
