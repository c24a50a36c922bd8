import GapAnalysis
import LegalModel
import LegalSyntax
import SourceText

/// The words of findings.
extension ReportBuilder {
  func finding(_ finding: Finding, number: Int) -> Report.Finding {
    let rule = corpus[finding.rule]
    let remedy = finding.remedy.proved
    return Report.Finding(
      number: number, id: finding.id, kind: finding.kind.rawValue, logic: finding.logic.rawValue,
      rule: rule.identity, rules: finding.rules.map { corpus[$0].identity }, ruleTitle: rule.title,
      cite: rule.cite ?? rule.source ?? "", level: finding.level.rawValue, region: region(finding.region),
      example: example(finding.example), text: text(finding), exampleText: exampleText(finding),
      claim: finding.claim,
      nearest: finding.logic == .defect ? [] : finding.nearMisses.map { nearest($0, finding) },
      causes: causes(finding), decision: finding.decision.map { decision($0, of: rule.duty) } ?? [],
      questions: finding.decision?.questions.map { question($0, withSources: false) } ?? [],
      remedy: remedy.map { self.remedy($0) } ?? [], proof: remedy.flatMap { proof($0) },
      missingRemedy: missingRemedy(finding.remedy),
      evidence: finding.evidence.rawValue,
      isComplete: finding.isComplete,
      isUndecided: finding.kind == .dependsOnReading, place: anchor(finding),
      acceptedBy: finding.acceptedBy.map { corpus[$0].name },
      waiver: finding.waiver.map { corpus[$0].name }, failsRuns: finding.kind.failsRuns)
  }

  func hull(_ rule: RuleID) -> [UInt64] {
    analysis.rules.first { $0.rule == rule }?.hull
      ?? analysis.space.elements.map { analysis.space.everything(of: $0) }
  }

  func region(_ region: CaseRegion) -> [Report.ElementValues] {
    analysis.space.elements.filter { !analysis.space.isEverything(region[$0], of: $0) }.map {
      Report.ElementValues(element: corpus.vocabulary[$0].name, values: phrasing.names(region[$0], of: $0))
    }
  }

  func example(_ subject: LegalCase) -> [Report.ElementValues] {
    analysis.space.elements.map { element in
      let declared = corpus.vocabulary[element]
      return Report.ElementValues(element: declared.name, values: [declared.name(of: subject[element])])
    }
  }

  // MARK: The finding in one sentence

  func text(_ finding: Finding) -> String {
    let hull = hull(finding.rule)
    let cases = phrasing.region(finding.region, within: hull)
    switch finding.kind {
    case .punishedWrongly:
      return "Punished although it \(ReportWords.obligation(finding.level)) not be: \(cases)."
    case .penaltyTooLow:
      switch finding.logic {
      case .coverage: return "Punished too lightly: \(cases)."
      case .defect, .waiver:
        let places = finding.nearMisses.map { describe($0.provision) }
        let penalties = unique(finding.nearMisses.flatMap { $0.obstacles.map { demand($0) } })
        return "\(phrasing.join(places, "and")) punishes too lightly: \(phrasing.join(penalties, "and"))."
      }
    case .dependsOnReading: return cases.first.map { $0.uppercased() + cases.dropFirst() + "." } ?? cases
    case .noOffence, .valueMissing, .elementAdded, .ageTooLow, .definitionTooNarrow, .notExtended,
      .effectMissing:
      switch finding.logic {
      case .coverage:
        let verb = isDefinition(finding.rule) ? "Not reached by the definition" : "Not punished"
        return "\(verb): \(cases)."
      case .defect, .waiver: return defectText(finding)
      }
    case .waiverExpired, .waiverIdle, .waiverOutgrown: return waiverText(finding)
    }
  }

  func isDefinition(_ rule: RuleID) -> Bool {
    switch corpus[rule].duty {
    case .define?: true
    case .punish?, .prohibit?, .notPunish?, .penaltyFloor?, nil: false
    }
  }

  private func defectText(_ finding: Finding) -> String {
    let demands = unique(finding.nearMisses.first?.obstacles.map { self.demand($0) } ?? [])
    let places = unique(finding.nearMisses.compactMap { $0.provision.article.map { self.headed($0) } })
    let verb = places.count == 1 ? "requires" : "require"
    let conditions = finding.underReadings.map { statement($0) }
    let readings = conditions.isEmpty ? "" : " – only if " + phrasing.join(conditions, "and")
    return "\(phrasing.join(places, "and")) \(verb) what \(ReportWords.asker(finding.level)) leaves open: "
      + phrasing.join(demands, "and") + readings + "."
  }

  func headed(_ id: ArticleID) -> String {
    let heading = corpus[id].heading
    return heading.isEmpty ? place(id) : "\(place(id)) (\(heading))"
  }

  /// What an obstacle demands, and where: `means: by force or by threat (art. 12)`.
  func demand(_ obstacle: Obstacle) -> String {
    switch obstacle.origin {
    case .line(let id): asks(obstacle) + home(id)
    case .silence, .exception, .penalty: asks(obstacle)
    }
  }

  /// What an obstacle demands: `means: by force or by threat`.
  private func asks(_ obstacle: Obstacle) -> String {
    let title = phrasing.title(obstacle.element)
    switch obstacle.origin {
    case .line(let id):
      let line = corpus[id]
      let mask = analysis.space.atoms(line.selection, of: line.element)
      return "\(title): \(phrasing.values(mask, of: line.element))"
    case .silence: return "\(title): no rule of the general part extends it"
    case .exception(let source): return "\(title): " + exception(source)
    case .penalty(let span): return penalty(span)
    }
  }

  /// In which article a line stands.
  private func home(_ id: LineID) -> String {
    switch corpus[id].owner {
    case .article(let article): return " (\(place(article)))"
    case .definition(let definition):
      switch corpus[definition].owner {
      case .article(let article): return " (definition in \(place(article)))"
      case .instrument: return ""
      }
    case .rule, .statute, .reservation, .waiver: return ""
    }
  }

  func exception(_ source: ExceptionSource) -> String {
    switch source {
    case .except(let span): return "an exception (\(location(span)))" + titled(span)
    case .exemption(let article, let position):
      let title = corpus[article].exemptions[position].title
      return "the exemption of \(place(article))" + (title.map { " for \($0)" } ?? "")
    case .division(let span): return "another text of the amendment (\(location(span)))"
    case .condition: return "a condition of the general part"
    }
  }

  private func penalty(_ span: SourceSpan) -> String {
    for article in corpus.articles {
      for offence in article.offences {
        for penalty in offence.penalties where penalty.span == span {
          return ReportWords.grouped(penalty.text)
        }
      }
    }
    return "not stated"
  }

  /// `code.lacuna:12`. Sentences name a file without its folders: reports leave the machine.
  func location(_ span: SourceSpan) -> String {
    let name = files[span.file].path.split(separator: "/").last ?? ""
    return "\(name):\(files.position(of: span).line)"
  }

  // MARK: Example, nearest provisions, causes

  private func exampleText(_ finding: Finding) -> String {
    let hull = hull(finding.rule)
    let shutting = finding.nearMisses.flatMap { nearMiss in
      nearMiss.obstacles.filter { $0.isBlocking || shutsOut(finding.example, $0, of: nearMiss) }
        .map(\.element)
    }
    let important = analysis.space.elements.filter { element in
      let region = finding.region[element]
      let isDefault = analysis.space.isDefault(finding.example[element], of: element)
      let narrowed = !analysis.space.isEverything(region, of: element) && !isDefault
      let mentioned = shutting.contains(element)
      if isGiven(finding.example[element], of: element, hull: hull[element.index]) && !mentioned {
        return false
      }
      let isConduct = element.index == 0 && !analysis.space.isEverything(hull[0], of: element)
      return isConduct || narrowed || hull[element.index] & region != hull[element.index]
        || mentioned
    }
    return phrasing.sentence(finding.example, naming: important)
  }

  /// Whether the rule leaves an element of two values no choice, and the case has the ordinary one.
  private func isGiven(_ value: CaseValue, of element: ElementID, hull: UInt64) -> Bool {
    corpus.vocabulary[element].values.count == 2 && hull == 1 && value == .value(0)
  }

  private func nearest(_ nearMiss: NearMiss, _ finding: Finding) -> String {
    let place = describe(nearMiss.provision)
    let claim = nearMiss.claim.map { " [relied on: \($0)]" } ?? ""
    switch finding.kind {
    case .punishedWrongly: return "punished by \(place)\(claim)."
    case .penaltyTooLow:
      return "\(place)\(claim) punishes it with "
        + phrasing.join(nearMiss.obstacles.map { demand($0) }, "and") + "."
    case .noOffence, .valueMissing, .elementAdded, .ageTooLow, .definitionTooNarrow, .notExtended,
      .effectMissing,
      .dependsOnReading, .waiverExpired, .waiverIdle, .waiverOutgrown:
      let shuts = nearMiss.obstacles.filter { $0.isBlocking || shutsOut(finding.example, $0, of: nearMiss) }
      let blocking = unique(shuts.map { demand($0) })
      let narrows = nearMiss.obstacles.filter { !shuts.contains($0) }
      let told = narrows.isEmpty ? [] : elementsBlockingElsewhere(finding)
      let narrowing = unique(narrows.filter { !told.contains($0.element) }.map { demand($0) })
      var sentence = "\(place)\(claim) " + part(nearMiss, finding)
      sentence +=
        blocking.isEmpty
        ? "reaches only a part" : "would apply but for " + phrasing.join(blocking, "and")
      if !narrowing.isEmpty {
        sentence += "; within its reach it also asks for " + phrasing.join(narrowing, "and")
      }
      return sentence + "."
    }
  }

  /// Whether an obstacle that leaves a part of the region within reach shuts out the example that is shown.
  private func shutsOut(_ example: LegalCase, _ obstacle: Obstacle, of nearMiss: NearMiss) -> Bool {
    let element = obstacle.element
    let space = analysis.space
    // Of a provision that is the nearest for other parts the example tells nothing.
    guard space.elements.allSatisfy({ space.holds(example[$0], in: nearMiss.part[$0], of: $0) }) else {
      return false
    }
    switch obstacle.origin {
    case .line(let line): return !example[element].isAllowed(by: corpus[line].selection)
    case .silence: return !space.isDefault(example[element], of: element)
    case .exception, .penalty: return false
    }
  }

  /// The elements that shut out other regions of the same rule: they need not be told again.
  private func elementsBlockingElsewhere(_ finding: Finding) -> Set<ElementID> {
    (shutOut[FindingGroup(finding)] ?? []).reduce(into: []) { elements, other in
      if other.id != finding.id { elements.formUnion(other.elements) }
    }
  }

  /// For which part of the region the provision is the nearest, if not for all of it.
  private func part(_ nearMiss: NearMiss, _ finding: Finding) -> String {
    let elements = analysis.space.elements.filter { nearMiss.part[$0] != finding.region[$0] }
    guard !elements.isEmpty else { return "" }
    return "(for " + elements.map { phrasing.values(nearMiss.part[$0], of: $0) }.joined(separator: ", ")
      + ") "
  }

  /// The reading or alternative in which a line stands: `reading CRC-2015`.
  func version(of line: LineID) -> String? {
    let article = article(of: corpus[line].owner).map { corpus[$0] }
    return article?.readings.first { $0.lines.contains(line) }.map { reading in
      switch reading.kind {
      case .reading: "reading \(reading.name)"
      case .alternative: "version \(reading.name)"
      }
    }
  }

  func unique<Item: Equatable>(_ items: [Item]) -> [Item] {
    items.reduce(into: []) { list, item in if !list.contains(item) { list.append(item) } }
  }

  func causes(_ finding: Finding) -> [Report.Cause] {
    var causes: [Report.Cause] = []
    var seen = Set<SourceSpan>()
    for nearMiss in finding.nearMisses {
      for obstacle in nearMiss.obstacles
      where obstacle.isBlocking || shutsOut(finding.example, obstacle, of: nearMiss) {
        guard let cause = cause(obstacle, nearMiss), seen.insert(cause.span).inserted else { continue }
        causes.append(cause.entry)
      }
    }
    return causes
  }

  func cause(_ obstacle: Obstacle, _ nearMiss: NearMiss) -> (entry: Report.Cause, span: SourceSpan)? {
    guard let span = span(of: obstacle, in: nearMiss.provision) else { return nil }
    var words: String?
    var evidence = nearMiss.evidence.rawValue
    var source: String?
    var version: String?
    var article = nearMiss.provision.article
    switch obstacle.origin {
    case .line(let id):
      let line = corpus[id]
      words = line.words
      evidence = line.evidence.grade.rawValue
      source = line.evidence.source
      version = self.version(of: id)
      article = self.article(of: line.owner) ?? article
    case .exception(.exemption(let exempting, _)): article = exempting
    case .silence, .exception(.except), .exception(.division), .exception(.condition), .penalty: break
    }
    guard let article else { return nil }
    let position = files.position(of: span)
    let isPenalty = if case .penalty = obstacle.origin { true } else { false }
    let entry = Report.Cause(
      statute: corpus[corpus[article].statute].name, article: corpus[article].number,
      element: isPenalty ? "penalty" : corpus.vocabulary[obstacle.element].name,
      asks: (isPenalty ? "penalty: " : "") + asks(obstacle), path: files[span.file].path,
      line: position.line, column: position.column, words: words, version: version,
      evidence: evidence, source: source,
      place: stretch(span))
    return (entry, span)
  }
}
