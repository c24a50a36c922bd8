import LegalModel
import Regions

/// The second logic: provisions that are relied on for a rule, or that reach into it, and carry an element that the
/// treaty leaves open. Defects stand beside the verdict and never change it.
struct DefectFindings {
  let corpus: LegalCorpus
  let law: LoweredLaw
  let claims: ClaimIndex
  private let acceptances: Acceptances
  /// The offences, without alternatives that add nothing.
  private let offences: [LegalUnit]
  /// The units of each offence and definition.
  private let parts: [Provision: [LegalUnit]]

  init(corpus: LegalCorpus, law: LoweredLaw, claims: ClaimIndex, acceptances: Acceptances) {
    self.acceptances = acceptances
    self.corpus = corpus
    self.law = law
    self.claims = claims
    offences = Self.unabsorbed(law.offences)
    parts = Dictionary(grouping: law.offences + law.definitions, by: \.provision)
  }

  /// An element that an article adds, before it is known for which rules and provisions. An article that asks for
  /// the same element in several paragraphs has one defect.
  struct Defect: Hashable {
    let element: ElementID
    /// The article in which the lines stand, which may be that of a definition.
    let home: ArticleID?
    /// The level of the rules: levels are never mixed.
    let level: Level
    /// What sets it aside: what somebody accepts is told apart from what nobody does.
    let setAside: Acceptance.Source?
  }

  /// A defect with the rules and provisions it was seen for.
  struct Seen {
    let defect: Defect
    /// The lines and exceptions that add it.
    var origins: [Obstacle.Origin]
    /// The provisions that carry it, in the order of the law.
    var provisions: [Provision]
    /// Who relies on them, as in ``NearMiss/claim``.
    var claims: [String]
    var checks: [RuleCheck]
    let unit: LegalUnit
    let region: [UInt64]
    /// The answers under which it was seen, by question.
    var answers: [QuestionID: UInt64]
    /// Whether some unit carries it whatever the answers.
    var isUnconditional: Bool
  }

  /// What provisions add, each line once, in the order of the law. A line of a definition is reported once for all
  /// provisions that use it.
  func defects(of checks: [RuleCheck]) -> [Seen] {
    var order: [Defect] = []
    var seen: [Defect: Seen] = [:]
    let compared = checks.filter { isCompared($0.duty) }
    let found = compared.concurrentMap { check in
      units(for: check).filter(\.isBase).map { unit in
        let claim = claims.claim(on: unit, for: check.rule)
        return (unit: unit, claim: claim, added: added(by: unit, claim: claim, check: check))
      }
    }
    for (check, entries) in zip(compared, found) {
      for (unit, claim, added) in entries {
        for added in added {
          let home = home(of: added.origin, unit)
          let setAside = acceptances.source(
            ofDefect: RecordedDefect(rule: check.rule, element: added.element, article: home),
            region: added.region, in: law.space)
          let defect = Defect(
            element: added.element, home: home, level: corpus[check.rule].level, setAside: setAside)
          if seen[defect] == nil {
            order.append(defect)
            seen[defect] = Seen(
              defect: defect, origins: [], provisions: [], claims: [], checks: [], unit: unit,
              region: added.region, answers: [:],
              isUnconditional: false)
          }
          seen[defect]?.note(unit, origin: added.origin, claim: claim, check: check)
        }
      }
    }
    return order.compactMap { seen[$0] }.sorted {
      ($0.provisions.first ?? .last) < ($1.provisions.first ?? .last)
    }
  }

  private func home(of origin: Obstacle.Origin, _ unit: LegalUnit) -> ArticleID? {
    switch origin {
    case .line(let line):
      switch corpus[line].owner {
      case .definition(let definition):
        switch corpus[definition].owner {
        case .article(let article): return article
        case .instrument: return nil
        }
      case .article(let article): return article
      case .rule, .statute, .reservation, .waiver: return nil
      }
    case .exception(.exemption(let article, _)): return article
    case .exception(.except), .exception(.division), .exception(.condition), .silence, .penalty:
      return unit.provision.article
    }
  }

  private func isCompared(_ duty: Duty) -> Bool {
    switch duty {
    case .punish(.region), .define(.region): true
    case .punish(.rules), .define(.rules), .prohibit, .notPunish, .penaltyFloor: false
    }
  }

  /// The offences, or the definitions that are relied on: others may define something else altogether.
  private func units(for check: RuleCheck) -> [LegalUnit] {
    switch check.duty {
    case .define: counterparts(check)
    case .punish, .prohibit, .notPunish, .penaltyFloor: offences
    }
  }

  /// The definitions that are relied on, of each article those that add least: an article may define several terms
  /// and be relied on for several duties at once.
  private func counterparts(_ check: RuleCheck) -> [LegalUnit] {
    let claimed = Self.unabsorbed(law.definitions.filter { claims.claim(on: $0, for: check.rule) != nil })
    let added = Dictionary(grouping: claimed) { $0.provision }.mapValues { units in
      Set(units.flatMap { self.added(by: $0, claim: nil, check: check).map(\.element) }).count
    }
    return claimed.filter { unit in
      let others = claimed.filter { $0.provision.article == unit.provision.article }.compactMap {
        added[$0.provision]
      }
      return added[unit.provision] == others.min()
    }
  }

  /// Without alternatives that another alternative of the same provision holds whole: they add nothing.
  private static func unabsorbed(_ units: [LegalUnit]) -> [LegalUnit] {
    let byProvision = Dictionary(grouping: units.indices) { units[$0].provision }
    return units.indices.filter { index in
      !(byProvision[units[index].provision] ?? []).contains { other in
        other != index && holds(units[other], units[index])
          && (other < index || !holds(units[index], units[other]))
      }
    }.map { units[$0] }
  }

  private static func holds(_ outer: LegalUnit, _ inner: LegalUnit) -> Bool {
    outer.answers == inner.answers && outer.exceptions.isEmpty
      && outer.masks.indices.allSatisfy { inner.masks[$0] & ~outer.masks[$0] == 0 }
  }

  private struct Added {
    let element: ElementID
    let origin: Obstacle.Origin
    let region: [UInt64]
  }

  /// The elements that a unit adds to a rule: it constrains them, the rule leaves them open, and a case of the rule
  /// that differs from a case the unit punishes in that element alone is not punished by it.
  ///
  /// For a provision that is relied on, elements of the rule in which the two lie apart are set aside: those are
  /// values it does not reach, told separately. But a provision about another conduct has no defect.
  private func added(by unit: LegalUnit, claim: Claim?, check: RuleCheck) -> [Added] {
    var result: [Added] = []
    for box in check.required.drafts {
      let apart = unit.blockingElements(against: box.masks)
      guard !apart.contains(ElementID(0)) else { continue }
      for element in law.space.elements where law.space.isEverything(box.masks[element.index], of: element) {
        let others = apart.filter { $0 != element }
        guard claim != nil || others.isEmpty else { continue }
        let missing = box.masks[element.index] & ~unit.masks[element.index]
        if missing != 0,
          let region = unpunished(
            region(box.masks, unit, element: element, mask: missing), by: unit, of: box)
        {
          for origin in origins(unit, element: element) where !result.contains(where: { $0.origin == origin })
          {
            result.append(Added(element: element, origin: origin, region: region))
          }
        }
        for exception in unit.exceptions where narrows(exception, unit, element, box.masks) {
          let origin = Obstacle.Origin.exception(exception.source)
          let mask = exception.masks[element.index]
          guard !result.contains(where: { $0.origin == origin }),
            let region = unpunished(
              region(box.masks, unit, element: element, mask: mask), by: unit, of: box)
          else { continue }
          result.append(Added(element: element, origin: origin, region: region))
        }
      }
    }
    return result
  }

  /// The largest part of a region that the whole provision leaves unpunished under the answers of a unit, since
  /// another alternative of it may reach the cases after all, and without what the rule itself lets the State leave
  /// out; nil if nothing is left.
  private func unpunished(_ region: [UInt64], by unit: LegalUnit, of draft: Draft) -> [UInt64]? {
    let own = (parts[unit.provision] ?? []).filter {
      $0.meets(region) && $0.answers.joined(with: unit.answers) != nil
    }
    let excluded = draft.exceptions.filter { exception in
      region.indices.allSatisfy { exception.masks[$0] & region[$0] != 0 }
    }
    if own.isEmpty && excluded.isEmpty { return region }
    let isPunished = own.contains { other in
      other.exceptions.isEmpty && unit.answers.imply(other.answers)
        && region.indices.allSatisfy { region[$0] & ~other.masks[$0] == 0 }
    }
    if isPunished { return nil }
    let required = RequiredRegion(drafts: [], boxes: [Box(masks: region)], hull: region)
    guard let question = try? RuleQuestion(required: required, units: own, further: [unit], law: law),
      let left = try? SetDifference.maximalRegions(
        of: [question.box(region, unit.answers)],
        minus: question.units.map { question.unit($0) }
          + excluded.map { Unit(box: question.box($0.masks, Answers())) },
        in: question.space)
    else { return region }
    return left.regions.first.map { question.elements(of: $0) }
  }

  private func narrows(
    _ exception: UnitException, _ unit: LegalUnit, _ element: ElementID, _ box: [UInt64]
  ) -> Bool {
    let constrains = !law.space.isEverything(exception.masks[element.index], of: element)
    return constrains && exception.source != .condition && !exception.source.isDivision
      && box.indices.allSatisfy { exception.masks[$0] & unit.masks[$0] & box[$0] != 0 }
  }

  private func origins(_ unit: LegalUnit, element: ElementID) -> [Obstacle.Origin] {
    unit.lines.filter { corpus[$0].element == element }.map { .line($0) }
  }

  /// The cases of the rule that the unit would punish but for one element.
  private func region(_ box: [UInt64], _ unit: LegalUnit, element: ElementID, mask: UInt64) -> [UInt64] {
    var result = box
    for index in result.indices where result[index] & unit.masks[index] != 0 {
      result[index] &= unit.masks[index]
    }
    result[element.index] = box[element.index] & mask
    return result
  }

  /// The readings and versions under which a defect appears; empty if it does under all.
  private func readings(of seen: Seen) -> [Decision.Answer] {
    if seen.isUnconditional { return [] }
    return seen.answers.sorted { $0.key < $1.key }.compactMap { id, mask in
      let question = law.question(id)
      switch question.kind {
      case .reading, .alternative:
        guard mask != question.everything else { return nil }
        let names = question.answers.indices.filter { mask >> UInt64($0) & 1 == 1 }.map {
          question.answers[$0]
        }
        return Decision.Answer(question: question, answers: names)
      case .unread, .evidence, .otherLaw, .penaltyNotStated:
        return nil
      }
    }
  }

  /// The finding of a defect.
  func finding(_ seen: Seen) -> Finding? {
    guard let first = seen.checks.first else { return nil }
    let rule = corpus[first.rule]
    let region = CaseRegion(masks: seen.region)
    let lines = seen.origins.compactMap { origin -> ElementLine? in
      switch origin {
      case .line(let line): corpus[line]
      case .silence, .exception, .penalty: nil
      }
    }
    let evidence = lines.map(\.evidence.grade).min() ?? seen.unit.evidence
    let isFromDefinition = lines.contains { line in
      switch line.owner {
      case .definition: true
      case .rule, .article, .statute, .reservation, .waiver: false
      }
    }
    let kind: FindingKind = isFromDefinition ? .definitionTooNarrow : .elementAdded
    let level = seen.checks.map { corpus[$0.rule].level }.max() ?? rule.level
    let provision = seen.provisions.first ?? .last
    let place = provision.article.map { corpus[corpus[$0].statute].name + " " + corpus[$0].number } ?? ""
    let claim = seen.claims.isEmpty ? nil : seen.claims.joined(separator: "; ")
    return Finding(
      id: FindingIdentity.make(
        rule: rule, kind: kind, logic: .defect, region: region, provision: place,
        about: FindingIdentity.about(seen.defect.element, in: seen.defect.home, corpus), space: law.space),
      kind: kind, logic: .defect, rule: first.rule, rules: seen.checks.map(\.rule), level: level,
      region: region,
      size: law.space.space.size(of: Box(masks: region.masks)),
      example: law.space.ordinaryCase(of: region.masks),
      provision: provision, claim: claim, elements: [seen.defect.element],
      nearMisses: seen.provisions.map {
        NearMiss(
          provision: $0, part: region,
          obstacles: seen.origins.map {
            Obstacle(element: seen.defect.element, origin: $0, isBlocking: true)
          },
          claim: claim, evidence: seen.unit.evidence)
      },
      decision: nil, remedy: .notSought, evidence: evidence,
      underReadings: readings(of: seen), isComplete: true,
      acceptedBy: seen.defect.setAside?.waiver)
  }
}

extension DefectFindings.Seen {
  /// The defect as a baseline knows it, once for each rule.
  var records: [RecordedDefect] {
    checks.map { RecordedDefect(rule: $0.rule, element: defect.element, article: defect.home) }
  }

  fileprivate mutating func note(
    _ unit: LegalUnit, origin: Obstacle.Origin, claim: Claim?, check: RuleCheck
  ) {
    if !origins.contains(origin) { origins.append(origin) }
    if !provisions.contains(unit.provision) { provisions.append(unit.provision) }
    if let claim {
      let words = "\(claim.pattern), claimed by \(claim.claimant)" + (claim.source.map { " (\($0))" } ?? "")
      if !claims.contains(words) { claims.append(words) }
    }
    if !checks.contains(where: { $0.rule == check.rule }) { checks.append(check) }
    if unit.answers.isEmpty { isUnconditional = true }
    for entry in unit.answers.entries { answers[entry.question, default: 0] |= entry.mask }
  }
}

extension Provision {
  /// Behind every provision of the law.
  static var last: Provision { Provision(statute: nil, article: nil, kind: .otherLaw) }
}
