import LegalModel

/// Which lines of the law a remedy may touch: it completes what a provision is about, and never makes another
/// provision of it. What no provision is about needs a provision of its own.
struct EditLimits {
  private let corpus: LegalCorpus
  private let space: CaseSpace
  /// By treaty, the elements by which alone it lets a State take cases out of an offence: the right to act.
  private let excluding: [InstrumentID: Set<ElementID>]
  /// By rule that a definition is relied on for, the values it asks for, element by element.
  private let asked: [RuleID: [UInt64]]

  init(corpus: LegalCorpus, space: CaseSpace, rules: RuleLowering) {
    self.corpus = corpus
    self.space = space
    excluding = Dictionary(grouping: corpus.rules, by: \.instrument).mapValues { rules in
      Set(rules.flatMap(\.mayExclude).compactMap { Self.onlyElement(of: $0.region, corpus) })
    }
    var rules = rules
    var asked: [RuleID: [UInt64]] = [:]
    for rule in corpus.articles.filter({ !$0.definitions.isEmpty }).flatMap(\.claims).flatMap(\.rules)
    where asked[rule] == nil {
      asked[rule] = rules.drafts(of: rule).reduce(into: [UInt64](repeating: 0, count: space.elements.count)) {
        masks, draft in
        for index in masks.indices { masks[index] |= draft.masks[index] }
      }
    }
    self.asked = asked
  }

  private static func onlyElement(of region: Region, _ corpus: LegalCorpus) -> ElementID? {
    let elements = region.items.map { item -> ElementID? in
      switch item {
      case .line(let line): corpus[line].element
      case .uses, .either, .except: nil
      }
    }
    return Set(elements).count == 1 ? elements.first ?? nil : nil
  }

  /// Whether an edit of what keeps a provision away from a part of a rule leaves the provision what it is.
  ///
  /// - A requirement that the offender acts without a right stays: without it, who acts by right is punished too.
  /// - A list is completed, not replaced: it must name something of what the rule asks for already.
  /// - A definition that is relied on for other duties alone is not made wider than those ask for.
  func allows(_ obstacle: Obstacle, of nearMiss: NearMiss, for check: RuleCheck) -> Bool {
    let element = obstacle.element
    switch obstacle.origin {
    case .silence: return true
    case .penalty: return false
    case .exception: return !isRight(element, check)
    case .line(let line):
      guard !isRight(element, check) else { return false }
      let region = nearMiss.part.masks
      if check.required.isOpen(element, at: region, in: space) { return true }
      let listed = space.mask(corpus[line].selection, of: element)
      guard listed & check.required.asked(at: region)[element.index] != 0 else { return false }
      return isWanted(region[element.index] & ~listed, of: element, in: line, for: check)
    }
  }

  private func isRight(_ element: ElementID, _ check: RuleCheck) -> Bool {
    excluding[corpus[check.rule].instrument]?.contains(element) ?? false
  }

  /// Whether values belong into a line of a definition, in view of what the definition is relied on for.
  private func isWanted(
    _ values: UInt64, of element: ElementID, in line: LineID, for check: RuleCheck
  ) -> Bool {
    guard case .definition(let definition) = corpus[line].owner,
      case .article(let article) = corpus[definition].owner
    else { return true }
    let claims = corpus[article].claims.filter { claim in
      claim.target == .all || claim.target == .definition(definition)
    }
    let claimed = claims.flatMap(\.rules)
    if claimed.isEmpty || claimed.contains(where: { concerned(check).contains($0) }) { return true }
    return values & ~claimed.reduce(0) { $0 | (asked[$1]?[element.index] ?? 0) } == 0
  }

  /// The rule, and those that it varies.
  private func concerned(_ check: RuleCheck) -> [RuleID] {
    switch check.duty.target {
    case .region: [check.rule]
    case .rules(let bases, _): [check.rule] + bases
    }
  }
}
