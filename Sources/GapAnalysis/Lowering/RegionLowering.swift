import LegalModel
import Regions
import SourceText

/// Turns regions of the corpus into drafts: unions of boxes that remember their lines.
struct RegionLowering {
  /// How many boxes one block may make: its alternatives and exceptions multiply.
  static let mostDrafts = 4_096

  let corpus: LegalCorpus
  let space: CaseSpace
  let interpretation: Interpretation
  private var edits = LawEdits()
  private var definitions: [DefinitionID: [Draft]] = [:]
  private var widenings: [LineID: [LawEdits.Widening]] = [:]
  /// Two lines of one block that no case satisfies together, of the region lowered last.
  private(set) var conflict: (LineID, LineID?)?
  /// The first block that made more than ``mostDrafts``. From then on nothing is known, and every region is empty.
  private(set) var tooLarge: SourceSpan?

  init(corpus: LegalCorpus, space: CaseSpace, interpretation: Interpretation) {
    self.corpus = corpus
    self.space = space
    self.interpretation = interpretation
  }

  /// The same, with edits; definitions that they touch are lowered again.
  func edited(by edits: LawEdits, touching touched: Set<DefinitionID>) -> RegionLowering {
    var result = self
    result.edits = edits
    result.widenings = Dictionary(grouping: edits.widenings, by: \.line)
    for definition in touched { result.definitions[definition] = nil }
    return result
  }

  mutating func forgetConflict() { conflict = nil }

  /// The drafts of a region. `overlay` holds the lines of a reading that replace lines of the same element; those
  /// that replace nothing join the region.
  mutating func drafts(_ region: Region, overlay: [ElementID: LineID] = [:]) -> [Draft] {
    var used = Set<ElementID>()
    var result = drafts(region, overlay: overlay, used: &used)
    for (element, line) in overlay.sorted(by: { $0.key < $1.key }) where !used.contains(element) {
      apply(line, to: &result)
    }
    return result
  }

  private mutating func drafts(
    _ region: Region, overlay: [ElementID: LineID], used: inout Set<ElementID>
  ) -> [Draft] {
    var result = [Draft(space)]
    for item in region.items {
      guard tooLarge == nil else { return [] }
      switch item {
      case .line(let id):
        let element = corpus[id].element
        if let replacement = overlay[element] {
          used.insert(element)
          apply(replacement, to: &result)
        } else {
          apply(id, to: &result)
        }
      case .uses(let id, let evidence, _):
        var reached = drafts(of: id)
        for index in reached.indices {
          reached[index].uses.append(id)
          reached[index].weaken(to: evidence.grade)
        }
        result = product(result, reached, at: region.span)
      case .either(let branches):
        var reached: [Draft] = []
        for branch in branches { reached += drafts(branch, overlay: overlay, used: &used) }
        result = product(result, reached, at: region.span)
      case .except(let exception):
        let source: ExceptionSource =
          exception.isDivision ? .division(exception.span) : .except(exception.span)
        if edits.dropped.contains(source) { continue }
        for excluded in drafts(exception.region) {
          result = bounded(result.map { $0.subtracting(excluded, source: source) }, at: region.span)
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

  private mutating func product(_ left: [Draft], _ right: [Draft], at span: SourceSpan) -> [Draft] {
    var result: [Draft] = []
    for draft in left where tooLarge == nil {
      result += right.compactMap { draft.intersection($0) }
      if result.count > Self.mostDrafts { result = bounded(result, at: span) }
    }
    return result
  }

  /// The drafts, unless they or their exceptions are too many.
  mutating func bounded(_ drafts: [Draft], at span: SourceSpan) -> [Draft] {
    let exceptions = drafts.reduce(0) { $0 + $1.exceptions.count }
    guard max(drafts.count, exceptions) > Self.mostDrafts else { return drafts }
    tooLarge = tooLarge ?? span
    return []
  }

  /// The diagnostic about the first block that is too large, if there is one.
  var sizeDiagnostic: Diagnostic? {
    tooLarge.map { span in
      Diagnostic(
        .workLimit,
        "there are more than \(Self.mostDrafts) ways to combine the alternatives and exceptions of this block",
        at: span, help: BlockSize(at: span, in: corpus).help)
    }
  }

  /// Narrows drafts to what a line allows, and drops those that it leaves no case.
  private mutating func apply(_ id: LineID, to drafts: inout [Draft]) {
    let line = corpus[id]
    var mask = space.mask(line.selection, of: line.element)
    var widened: [Draft] = []
    for widening in widenings[id] ?? [] {
      guard let within = widening.within else {
        mask |= widening.adds
        continue
      }
      for draft in drafts {
        var copy = draft
        guard copy.narrow(by: id, line, mask: mask | widening.adds), copy.cut(to: within) else { continue }
        widened.append(copy)
      }
    }
    var kept = 0
    for index in drafts.indices {
      guard drafts[index].narrow(by: id, line, mask: mask) else {
        conflict =
          conflict ?? (id, drafts[index].lines.last { corpus[$0].element == line.element && $0 != id })
        continue
      }
      if kept != index { drafts.swapAt(kept, index) }
      kept += 1
    }
    drafts.removeSubrange(kept...)
    drafts += widened
  }
}

extension Draft {
  /// Narrows the draft to what a line allows; false if that leaves no case.
  fileprivate mutating func narrow(by id: LineID, _ line: ElementLine, mask: UInt64) -> Bool {
    let element = line.element.index
    masks[element] &= mask
    switch line.statement {
    case .notStated: break
    case .any:
      stated.insert(line.element)
      weaken(to: line.evidence.grade)
    case .listed:
      stated.insert(line.element)
      lines.append(id)
      weaken(to: line.evidence.grade)
    }
    return masks[element] != 0
  }

  /// Cuts the draft to a box; false if that leaves no case.
  fileprivate mutating func cut(to box: [UInt64]) -> Bool {
    for index in masks.indices {
      masks[index] &= box[index]
      if masks[index] == 0 { return false }
    }
    return true
  }
}

extension Draft {
  /// The draft under some answers; nil if it does not hold under any of them.
  func under(_ more: Answers) -> Draft? {
    if more.isEmpty { return self }
    guard let joined = answers.joined(with: more) else { return nil }
    var result = self
    result.answers = joined
    return result
  }

  /// The draft with defaults; nil if that leaves no case.
  func withDefaults(_ space: CaseSpace) -> Draft? {
    var result = self
    return result.applyDefaults(space) ? result : nil
  }

  /// Applies defaults where no line speaks of an element that has one; false if that leaves no case, as it can where
  /// an exception of an exception gave back other values alone.
  mutating func applyDefaults(_ space: CaseSpace) -> Bool {
    for element in space.elementsWithDefault where !stated.contains(element) {
      guard let mask = space.defaultMask(of: element) else { continue }
      masks[element.index] &= mask
      if masks[element.index] == 0 { return false }
    }
    return true
  }
}
