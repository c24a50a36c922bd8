import LegalModel
import Regions
import SourceText

/// Turns regions of the corpus into drafts: unions of boxes that remember their lines.
struct RegionLowering {
  let corpus: LegalCorpus
  let space: CaseSpace
  let interpretation: Interpretation
  let edits: LawEdits
  private var definitions: [DefinitionID: [Draft]] = [:]
  private let widenings: [LineID: [LawEdits.Widening]]
  /// Two lines of one block that no case satisfies together, of the region lowered last.
  private(set) var conflict: (LineID, LineID?)?

  init(corpus: LegalCorpus, space: CaseSpace, interpretation: Interpretation, edits: LawEdits) {
    self.corpus = corpus
    self.space = space
    self.interpretation = interpretation
    self.edits = edits
    widenings = Dictionary(grouping: edits.widenings, by: \.line)
  }

  mutating func forgetConflict() { conflict = nil }

  /// The drafts of a region. `overlay` holds the lines of a reading that replace lines of the same element; those
  /// that replace nothing join the region.
  mutating func drafts(_ region: Region, overlay: [ElementID: LineID] = [:]) -> [Draft] {
    var used = Set<ElementID>()
    var result = drafts(region, overlay: overlay, used: &used)
    for (element, line) in overlay.sorted(by: { $0.key < $1.key }) where !used.contains(element) {
      result = applying(line, to: result)
    }
    return result
  }

  private mutating func drafts(
    _ region: Region, overlay: [ElementID: LineID], used: inout Set<ElementID>
  ) -> [Draft] {
    var result = [Draft(space)]
    for item in region.items {
      switch item {
      case .line(let id):
        let element = corpus[id].element
        if let replacement = overlay[element] {
          used.insert(element)
          result = applying(replacement, to: result)
        } else {
          result = applying(id, to: result)
        }
      case .uses(let id, let evidence, _):
        var reached = drafts(of: id)
        for index in reached.indices {
          reached[index].uses.append(id)
          reached[index].weaken(to: evidence.grade)
        }
        result = product(result, reached)
      case .either(let branches):
        var reached: [Draft] = []
        for branch in branches { reached += drafts(branch, overlay: overlay, used: &used) }
        result = product(result, reached)
      case .except(let exception):
        let source = ExceptionSource.except(exception.span)
        if edits.dropped.contains(source) { continue }
        for excluded in drafts(exception.region) {
          result = result.flatMap { $0.subtracting(excluded, source: source) }
        }
      }
    }
    return result
  }

  /// The drafts of a definition, with its own readings. Each definition is lowered once.
  mutating func drafts(of id: DefinitionID) -> [Draft] {
    if let known = definitions[id] { return known }
    // A cycle was reported and cut when names were resolved.
    var result: [Draft] = []
    let definition = corpus[id]
    switch definition.owner {
    case .instrument:
      result = drafts(definition.region)
    case .article(let article):
      for variant in interpretation.variants(of: article, target: .definition(id)) {
        result += drafts(definition.region, overlay: variant.overlay).compactMap { $0.under(variant.answers) }
      }
      for index in result.indices where !result[index].hasEvidence {
        result[index].weaken(to: definition.evidence.grade)
      }
    }
    definitions[id] = result
    return result
  }

  private func product(_ left: [Draft], _ right: [Draft]) -> [Draft] {
    left.flatMap { draft in right.compactMap { draft.intersection($0) } }
  }

  private mutating func applying(_ id: LineID, to drafts: [Draft]) -> [Draft] {
    let line = corpus[id]
    let mask = space.mask(line.selection, of: line.element)
    var result: [Draft] = []
    for draft in drafts {
      if let narrowed = narrow(draft, by: id, line, mask: mask) { result.append(narrowed) }
      for widening in widenings[id] ?? [] {
        if let widened = widen(draft, by: id, line, mask: mask | widening.adds, within: widening.within) {
          result.append(widened)
        }
      }
    }
    return result
  }

  private mutating func narrow(_ draft: Draft, by id: LineID, _ line: ElementLine, mask: UInt64) -> Draft? {
    var result = draft
    let element = line.element.index
    result.masks[element] &= mask
    switch line.statement {
    case .notStated: break
    case .any:
      result.isStated[element] = true
      result.weaken(to: line.evidence.grade)
    case .listed:
      result.isStated[element] = true
      result.lines.append(id)
      result.weaken(to: line.evidence.grade)
    }
    if result.masks[element] == 0 {
      conflict = conflict ?? (id, draft.lines.last { corpus[$0].element == line.element })
      return nil
    }
    return result
  }

  /// The same line with more values, for the cases `within` alone if there are any.
  private mutating func widen(
    _ draft: Draft, by id: LineID, _ line: ElementLine, mask: UInt64, within: [UInt64]?
  ) -> Draft? {
    guard var result = narrow(draft, by: id, line, mask: mask) else { return nil }
    guard let within else { return result }
    for index in result.masks.indices {
      result.masks[index] &= within[index]
      if result.masks[index] == 0 { return nil }
    }
    return result
  }
}

extension Draft {
  /// The draft under some answers; nil if it does not hold under any of them.
  func under(_ more: Answers) -> Draft? {
    guard let joined = answers.joined(with: more) else { return nil }
    var result = self
    result.answers = joined
    return result
  }

  /// The draft with defaults where no line speaks of an element that has one; nil if that leaves no case, as it can
  /// where an exception of an exception gave back other values alone.
  func withDefaults(_ space: CaseSpace) -> Draft? {
    var result = self
    for element in space.elements where !isStated[element.index] {
      guard let mask = space.defaultMask(of: element) else { continue }
      result.masks[element.index] &= mask
      if result.masks[element.index] == 0 { return nil }
    }
    return result
  }
}
