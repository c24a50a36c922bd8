import LegalModel
import Regions

/// Extensions and exemptions: what articles of the general part do to the offences of others.
///
/// An extension adds to what silence means: it reaches a case of the added value if the offence reaches the same
/// case with the default value. So extensions of one element join, extensions of different elements combine, their
/// order is irrelevant, and conditions are tested on the offence as its article states it.
struct GeneralPart: Sendable {
  /// An extension in force, in the terms of the space.
  private struct Widening: Sendable {
    let article: ArticleID?
    let element: ElementID
    let values: UInt64
    let line: LineID?
    let scope: Set<ArticleID>
    let extensionRule: Extension?
    /// The cases its own condition allows.
    let condition: [Draft]
    let evidence: EvidenceGrade
    let liability: Liability?
  }

  private struct Removal: Sendable {
    let source: ExceptionSource
    let scope: Set<ArticleID>
    let drafts: [Draft]
  }

  private let corpus: LegalCorpus
  private let space: CaseSpace
  /// Ascending by element.
  private var widenings: [Widening] = []
  private var removals: [Removal] = []
  /// The positions of the widenings and removals whose scope holds an article, looked up for every unit.
  private var widening: [[Int]] = []
  private var removing: [[Int]] = []

  init(
    corpus: LegalCorpus, space: CaseSpace, articles: [ArticleID], edits: LawEdits,
    regions: inout RegionLowering
  ) {
    self.corpus = corpus
    self.space = space
    for id in articles {
      for rule in corpus[id].extensions { add(rule, of: id, regions: &regions) }
      for (position, exemption) in corpus[id].exemptions.enumerated() {
        let source = ExceptionSource.exemption(id, position)
        guard !edits.dropped.contains(source) else { continue }
        removals.append(
          Removal(source: source, scope: exemption.scope, drafts: regions.drafts(exemption.region)))
      }
    }
    add(edits.extensions)
    index()
  }

  private mutating func add(_ extensions: [LawEdits.NewExtension]) {
    for new in extensions {
      widenings.append(
        Widening(
          article: nil, element: new.element, values: new.values, line: nil, scope: new.scope,
          extensionRule: nil, condition: [Draft(space)], evidence: .text, liability: nil))
    }
  }

  /// The same general part with extensions that a remedy proposes.
  func adding(_ extensions: [LawEdits.NewExtension]) -> GeneralPart {
    if extensions.isEmpty { return self }
    var result = self
    result.add(extensions)
    result.index()
    return result
  }

  private mutating func index() {
    widenings.sort { $0.element < $1.element }
    widening = Array(repeating: [], count: corpus.articles.count)
    removing = widening
    for (position, entry) in widenings.enumerated() {
      for article in entry.scope { widening[article.index].append(position) }
    }
    for (position, entry) in removals.enumerated() {
      for article in entry.scope { removing[article.index].append(position) }
    }
  }

  private mutating func add(_ rule: Extension, of article: ArticleID, regions: inout RegionLowering) {
    let line = corpus[rule.line]
    widenings.append(
      Widening(
        article: article, element: line.element, values: space.mask(line.selection, of: line.element),
        line: rule.line, scope: rule.scope, extensionRule: rule,
        condition: rule.condition.map { regions.drafts($0) } ?? [Draft(space)],
        evidence: min(rule.evidence.grade, line.evidence.grade), liability: rule.liability))
  }

  /// Whether a unit, or what extensions make of it, may reach into a box of cases; never wrongly `false`.
  func mayReach(_ unit: LegalUnit, _ box: [UInt64]) -> Bool {
    for index in box.indices where unit.masks[index] & box[index] == 0 {
      guard isWidened(unit.provision.article, index, box[index]) else { return false }
    }
    return true
  }

  private func isWidened(_ article: ArticleID?, _ element: Int, _ wanted: UInt64) -> Bool {
    guard let article else { return false }
    return positions(widening, article).contains {
      widenings[$0].element.index == element && widenings[$0].values & wanted != 0
    }
  }

  /// What combinations of extensions make of an offence's own unit inside a box of cases, minus exemptions; without the
  /// unit itself.
  ///
  /// Only what reaches the box is made, since all combinations of all extensions are many and a rule asks for few.
  ///
  func widened(
    _ unit: LegalUnit, penalties: [Provision: PenaltyMap], reaching box: [UInt64]
  ) -> [LegalUnit] {
    guard let article = unit.provision.article else { return [] }
    let useful = positions(widening, article).filter {
      widenings[$0].values & box[widenings[$0].element.index] != 0
    }
    if useful.isEmpty { return [] }
    return combinations(of: unit, useful[...], penalties: penalties[unit.provision], chosen: [])
      .filter { $0.meets(box) }.map { exempted($0, article: article) }
  }

  @inline(__always)
  private func positions(_ index: [[Int]], _ article: ArticleID) -> [Int] {
    article.index < index.count ? index[article.index] : []
  }

  /// Every choice of at most one extension an element, but for the empty one.
  private func combinations(
    of unit: LegalUnit, _ rest: ArraySlice<Int>, penalties: PenaltyMap?, chosen: [Int]
  ) -> [LegalUnit] {
    guard let next = rest.first else {
      return chosen.isEmpty ? [] : [extended(unit, by: chosen)].compactMap { $0 }
    }
    var result = combinations(of: unit, rest.dropFirst(), penalties: penalties, chosen: chosen)
    if chosen.last.map({ widenings[$0].element }) != widenings[next].element {
      for narrowed in narrowed(unit, to: widenings[next], penalties: penalties) {
        result += combinations(of: narrowed, rest.dropFirst(), penalties: penalties, chosen: chosen + [next])
      }
    }
    return result
  }

  /// The part of the offence's own cases for which an extension holds.
  private func narrowed(_ unit: LegalUnit, to widening: Widening, penalties: PenaltyMap?) -> [LegalUnit] {
    guard let position = space.defaultAtom(of: widening.element),
      unit.masks[widening.element.index] & position != 0
    else { return [] }
    var pieces = widening.condition
    if let rule = widening.extensionRule, let penalties {
      if let days = rule.maximumOver { pieces = intersect(pieces, penalties.pieces(over: days)) }
      if let days = rule.maximumUpTo { pieces = intersect(pieces, penalties.pieces(upTo: days)) }
    }
    return pieces.compactMap { unit.intersection($0) }
  }

  private func intersect(_ left: [Draft], _ right: [Draft]) -> [Draft] {
    left.flatMap { draft in right.compactMap { draft.intersection($0) } }
  }

  private func extended(_ unit: LegalUnit, by chosen: [Int]) -> LegalUnit? {
    var masks = unit.masks
    var exceptions = unit.exceptions
    var lines = unit.lines
    var extendedBy = unit.extendedBy
    var evidence = unit.evidence
    for position in chosen {
      let widening = widenings[position]
      let element = widening.element.index
      guard let atom = space.defaultAtom(of: widening.element), unit.masks[element] & atom != 0 else {
        return nil
      }
      masks[element] = widening.values
      // An exception applies to the added case if it applies to the same case with the default value.
      exceptions = exceptions.compactMap { exception in
        guard exception.masks[element] & atom != 0 else { return nil }
        var masks = exception.masks
        masks[element] = space.everything(of: widening.element)
        return UnitException(masks: masks, answers: exception.answers, source: exception.source)
      }
      lines.removeAll { corpus.lines[$0.index].element == widening.element }
      if let line = widening.line { lines.append(line) }
      extendedBy.append((widening.article, widening.element))
      evidence = min(evidence, widening.evidence)
    }
    // Where several name a liability, the farthest from criminal law counts: the order of extensions is irrelevant.
    let named = chosen.compactMap { widenings[$0].liability }
    let liability = [Liability.administrative, .civil, .criminal].first { named.contains($0) }
    return LegalUnit(
      provision: unit.provision, masks: masks, answers: unit.answers, exceptions: exceptions, lines: lines,
      uses: unit.uses, extendedBy: extendedBy, evidence: evidence, liability: liability ?? unit.liability)
  }

  /// What is left of a unit when exemptions are taken out.
  func exempted(_ unit: LegalUnit) -> LegalUnit {
    unit.provision.article.map { exempted(unit, article: $0) } ?? unit
  }

  private func exempted(_ unit: LegalUnit, article: ArticleID) -> LegalUnit {
    positions(removing, article).map { removals[$0] }.reduce(unit) { unit, removal in
      removal.drafts.reduce(unit) { $0.subtracting($1, source: removal.source) }
    }
  }
}

extension CaseSpace {
  /// The single value that silence means; the lowest if the default has several.
  func defaultAtom(of element: ElementID) -> UInt64? {
    guard let mask = defaultMask(of: element), mask != 0 else { return nil }
    return mask & (~mask &+ 1)
  }
}

extension LegalUnit {
  /// The unit's cases that a draft holds too.
  func intersection(_ draft: Draft) -> LegalUnit? {
    guard meets(draft.masks), let answers = answers.joined(with: draft.answers) else { return nil }
    let further = draft.exceptions.map {
      UnitException(masks: $0.masks, answers: $0.answers, source: $0.source)
    }
    return reaching(
      masks: masks.indices.map { masks[$0] & draft.masks[$0] }, answers: answers,
      exceptions: exceptions + further)
  }

  /// The unit's cases that are not in a draft; what the draft itself excepts stays in.
  func subtracting(_ draft: Draft, source: ExceptionSource) -> LegalUnit {
    let pieces = draft.pieces.filter { $0.meets(masks) }
    if pieces.isEmpty { return self }
    return reaching(
      exceptions: exceptions
        + pieces.map { UnitException(masks: $0.masks, answers: $0.answers, source: source) })
  }
}
