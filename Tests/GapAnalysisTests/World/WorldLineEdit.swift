import LegalModel
import TestSupport

/// One edit of the lines of an element, as text and made by hand.
struct WorldLineEdit {
  enum Kind {
    case add(WorldLine)
    case replace(WorldLine)
    case delete
    case addValue(WorldChoice)
  }

  let element: Int
  let kind: Kind

  /// An edit that fits the lines of an element in an offence; nil if the edit that came up would change nothing.
  init?(_ element: Int, in offence: WorldOffence, of world: World, _ generator: inout WorldGenerator) {
    self.element = element
    let lines = offence.region.lines(of: element)
    guard !lines.isEmpty else {
      kind = .add(generator.line(element))
      return
    }
    switch generator.random.int(0...2) {
    case 0:
      // An offence without a line is no law.
      guard !offence.region.editing(element, { _ in nil }).isIdle else { return nil }
      kind = .delete
    case 1:
      let line = generator.line(element)
      let text = WorldText.text(of: line.bare, in: world)
      if lines.contains(where: { WorldText.text(of: $0.bare, in: world) == text }) { return nil }
      kind = .replace(line)
    default:
      let choice = generator.choice(element)
      let isListed = lines.allSatisfy { line in
        switch line.statement {
        case .list: true
        case .any, .notStated: false
        }
      }
      guard isListed else { return nil }
      let text = WorldText.text(of: [choice], of: element, in: world)
      let isKnown = lines.allSatisfy { line in
        guard case .list(let choices) = line.statement else { return false }
        return world.elements[element].isIdle(choice, behind: choices)
          || choices.contains { WorldText.text(of: [$0], of: element, in: world) == text }
      }
      if isKnown { return nil }
      kind = .addValue(choice)
    }
  }

  /// The line of the amendment, perhaps for a part of the cases.
  func text(in world: World, where condition: String = "") -> String {
    let name = world.elements[element].name
    switch kind {
    case .add(let line): return "add " + WorldText.text(of: line, in: world, where: condition)
    case .replace(let line): return "replace " + WorldText.text(of: line, in: world, where: condition)
    case .delete: return "delete \(name)\(condition)"
    case .addValue(let choice):
      return "add \(WorldText.text(of: [choice], of: element, in: world)) to \(name)\(condition)"
    }
  }

  /// The region with the edit made by hand.
  func applied(
    to region: WorldRegion, _ elements: [WorldElement], _ inherited: EvidenceGrade
  ) -> WorldRegion {
    switch kind {
    case .add(let line): WorldRegion(items: region.items + [.line(line.stamped)])
    case .replace(let line): region.editing(element) { _ in line.stamped }
    case .delete: region.editing(element) { _ in nil }
    case .addValue(let choice):
      region.editing(element) { old in
        guard case .list(let choices) = old.statement else { return old }
        let weaker = min(old.evidence ?? inherited, WorldAmendment.evidence)
        return WorldLine(element: element, statement: .list(choices + [choice]), evidence: weaker)
      }
    }
  }
}

extension WorldLine {
  /// The line without its evidence.
  var bare: WorldLine { WorldLine(element: element, statement: statement, evidence: nil) }

  /// The line with the evidence of the amendment, unless it has its own.
  fileprivate var stamped: WorldLine {
    WorldLine(element: element, statement: statement, evidence: evidence ?? WorldAmendment.evidence)
  }
}

extension WorldRegion {
  /// The lines of an element, in branches too, but not in exceptions and used definitions.
  func lines(of element: Int) -> [WorldLine] {
    items.flatMap { item -> [WorldLine] in
      switch item {
      case .line(let line): line.element == element ? [line] : []
      case .either(let branches): branches.flatMap { $0.lines(of: element) }
      case .uses, .except: []
      }
    }
  }

  /// Whether it says nothing of its cases, here or in some branch.
  var isIdle: Bool {
    items.isEmpty
      || items.contains { item in
        switch item {
        case .either(let branches): branches.contains(where: \.isIdle)
        case .line, .uses, .except: false
        }
      }
  }

  func editing(_ element: Int, _ edit: (WorldLine) -> WorldLine?) -> WorldRegion {
    WorldRegion(
      items: items.compactMap { item in
        switch item {
        case .line(let line): line.element == element ? edit(line).map(WorldItem.line) : item
        case .either(let branches): .either(branches.map { $0.editing(element, edit) })
        case .uses, .except: item
        }
      })
  }
}
