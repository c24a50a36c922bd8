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
  private mutating func report(circle: ReferenceWalk.Reference) {
    let (user, used) = (corpus.definitions[circle.source], corpus.definitions[circle.target])
    report(
      .cyclicDefinition, "the definition `\(user.name)` comes back to itself", at: circle.span,
      related: circle.source == circle.target
        ? [] : [Diagnostic.Label(used.span, "by way of this definition")],
      help: ["a definition may only use definitions that do not use it in turn"])
    corpus.definitions[circle.source].region = Region(items: [], span: user.region.span)
  }

  /// One chain is one mistake, at the definition where it passes the limit.
  private mutating func reportDeep(_ walk: ReferenceWalk) {
    for (index, excess) in excesses(of: walk) {
      let definition = corpus.definitions[index]
      switch excess {
      case .depth:
        report(
          .workLimit, "the definition `\(definition.name)` uses others more than \(Self.deepestUse) deep",
          at: definition.span, help: ["write the lines directly in one of them"])
      case .count:
        report(
          .workLimit,
          "the definition `\(definition.name)` and those it uses use others more than \(Self.mostUses) times",
          at: definition.span,
          help: ["use each definition once, or write the lines directly in one of them"])
      case nil: break
      }
      corpus.definitions[index].region = Region(items: [], span: definition.region.span)
    }
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

  private mutating func report(ruleCircle circle: ReferenceWalk.Reference) {
    let (rule, varied) = (corpus.rules[circle.source], corpus.rules[circle.target])
    report(
      .circularRule, "the rule `\(rule.name)` varies itself", at: circle.span,
      related: circle.source == circle.target ? [] : [Diagnostic.Label(varied.span, "by way of this rule")],
      help: [
        "a rule may only vary rules that do not vary it in turn; a wildcard must not name the rule itself"
      ])
    corpus.rules[circle.source].duty = nil
  }

  private mutating func reportDeepRules(_ walk: ReferenceWalk) {
    for (index, excess) in excesses(of: walk) {
      let rule = corpus.rules[index]
      let help = ["write the cases directly in one of them: `must punish { … }`"]
      switch excess {
      case .depth:
        report(
          .workLimit, "the rule `\(rule.name)` varies others more than \(Self.deepestUse) deep",
          at: rule.span, help: help)
      case .count:
        report(
          .workLimit,
          "the rule `\(rule.name)` and those it varies vary others more than \(Self.mostUses) times",
          at: rule.span, help: help)
      case nil: break
      }
      corpus.rules[index].duty = nil
    }
  }
}

/// Follows what refers to what, without recursion: no input can make the stack overflow.
struct ReferenceWalk {
  /// One use of something by something.
  struct Reference {
    let source: Int
    let target: Int
    let span: SourceSpan
  }

  /// Something on the way from where the walk began.
  private struct Step {
    let index: Int
    let references: [(target: Int, span: SourceSpan)]
    var next = 0
  }

  /// The references that come back to something on the way, in the order met.
  private(set) var circles: [Reference] = []
  /// How far each reaches; those of circles aside.
  private(set) var reaches: [Reach]

  /// How far the references of one thing reach.
  struct Reach {
    /// How many others it refers to one after another, at most.
    var depth = 0
    /// How many it refers to in all, each as often as it is met.
    var count = 0
    /// The depth of the deepest of those it refers to.
    var deepest = 0
    /// The count of the largest of those it refers to.
    var largest = 0
  }

  /// Visits everything once. Cost: proportional to the number of references.
  static func walk(
    count: Int, _ references: (Int) -> [(target: Int, span: SourceSpan)]
  ) -> ReferenceWalk {
    var walk = ReferenceWalk(reaches: [Reach](repeating: Reach(), count: count))
    // nil not visited, true on the way, false done.
    var state = [Bool?](repeating: nil, count: count)
    for start in 0..<count where state[start] == nil {
      state[start] = true
      walk.visit([Step(index: start, references: references(start))], &state, references)
    }
    return walk
  }

  private mutating func visit(
    _ start: [Step], _ state: inout [Bool?], _ references: (Int) -> [(target: Int, span: SourceSpan)]
  ) {
    var path = start
    while let step = path.last {
      guard step.next < step.references.count else {
        path.removeLast()
        state[step.index] = false
        if let user = path.last { note(step.index, below: user.index) }
        continue
      }
      let (target, span) = step.references[step.next]
      path[path.count - 1].next += 1
      switch state[target] {
      case true?: circles.append(Reference(source: step.index, target: target, span: span))
      case false?: note(target, below: step.index)
      case nil:
        state[target] = true
        path.append(Step(index: target, references: references(target)))
      }
    }
  }

  private mutating func note(_ used: Int, below user: Int) {
    let below = reaches[used]
    reaches[user].depth = max(reaches[user].depth, below.depth + 1)
    reaches[user].deepest = max(reaches[user].deepest, below.depth)
    reaches[user].largest = max(reaches[user].largest, below.count)
    // Past every limit the exact number does not matter.
    reaches[user].count = min(reaches[user].count + below.count + 1, 1 << 32)
  }
}
