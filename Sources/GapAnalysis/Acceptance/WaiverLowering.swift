import LegalModel
import Regions
import SourceText

/// A waiver in the terms of the space.
struct LoweredWaiver: Sendable {
  /// The waiver.
  let id: WaiverID
  /// Its rule.
  let rule: RuleID
  /// Whether it holds on the day of the check.
  let isInForce: Bool
  /// What it accepts, silence filled in with every value: disjoint boxes, not cut to the rule.
  let boxes: [Box]
}

/// Turns what waivers accept into boxes, and reports waivers that accept no case of their rule.
struct WaiverLowering {
  private let corpus: LegalCorpus
  private let space: CaseSpace
  private var rules: RuleLowering

  init(corpus: LegalCorpus, space: CaseSpace) {
    self.corpus = corpus
    self.space = space
    rules = RuleLowering(corpus: corpus, space: space, reservations: [])
  }

  /// The waivers of one State for rules of one instrument, in the order of the files.
  mutating func waivers(
    of scope: CheckScope, under instrument: InstrumentID
  ) throws(WorkLimitPassed) -> [LoweredWaiver] {
    var result: [LoweredWaiver] = []
    for (index, waiver) in corpus.waivers.enumerated()
    where waiver.jurisdiction == scope.jurisdiction && corpus[waiver.rule].instrument == instrument {
      result.append(
        LoweredWaiver(
          id: WaiverID(index), rule: waiver.rule, isInForce: waiver.isInForce(on: scope.asOf),
          boxes: try boxes(waiver)))
    }
    return result
  }

  private mutating func boxes(_ waiver: Waiver) throws(WorkLimitPassed) -> [Box] {
    var boxes: [Box] = []
    for draft in rules.regions.drafts(waiver.region) {
      boxes += try SetDifference.parts(
        of: [Box(masks: draft.masks)],
        minus: draft.exceptions.map { Unit(box: Box(masks: $0.masks)) } + boxes.map { Unit(box: $0) },
        in: space.space)
    }
    return boxes
  }

  // MARK: Mistakes

  /// What is wrong with the waivers for rules of an instrument, of whatever State.
  mutating func diagnostics(under instrument: InstrumentID) -> DiagnosticBag {
    var bag = DiagnosticBag()
    for waiver in corpus.waivers where corpus[waiver.rule].instrument == instrument {
      if let diagnostic = diagnostic(waiver) { bag.report(diagnostic) }
    }
    if let diagnostic = rules.regions.sizeDiagnostic { bag.report(diagnostic) }
    return bag
  }

  /// A waiver must accept some case of its rule: whoever wrote it believes that it does.
  private mutating func diagnostic(_ waiver: Waiver) -> Diagnostic? {
    rules.regions.forgetConflict()
    // Past a limit nothing is claimed here; the check itself ends with the limit.
    guard let accepted = try? boxes(waiver), rules.regions.tooLarge == nil else { return nil }
    guard !accepted.isEmpty else {
      return EmptyRegion(waiver.region, of: .waiver(waiver.name), &rules.regions).diagnostic(at: waiver.span)
    }
    guard let required = try? rules.required(waiver.rule), rules.regions.tooLarge == nil,
      !required.boxes.isEmpty,
      !accepted.contains(where: { box in required.boxes.contains { $0.intersects(box) } })
    else { return nil }
    let rule = corpus[waiver.rule]
    return Diagnostic(
      .emptyRegion, "the waiver `\(waiver.name)` accepts nothing that the rule \(rule.identity) asks for",
      at: waiver.span,
      related: strayLines(of: waiver.region, required).map {
        Diagnostic.Label(corpus[$0].span, "the rule does not ask for this")
      },
      help: ["\(CommandText.explain(rule: rule.name)) shows what the rule asks for"])
  }

  /// The lines that lie outside all that the rule is about.
  private func strayLines(of region: Region, _ required: RequiredRegion) -> [LineID] {
    region.items.flatMap { item -> [LineID] in
      switch item {
      case .line(let id):
        let line = corpus[id]
        let mask = space.mask(line.selection, of: line.element)
        return mask & required.hull[line.element.index] == 0 ? [id] : []
      case .either(let branches): return branches.flatMap { strayLines(of: $0, required) }
      case .uses, .except: return []
      }
    }
  }
}
