import LegalSyntax

/// Collects the parts of declarations that name something declared elsewhere.
struct SyntaxWalk {
  /// Every element line, those of readings and changes included.
  private(set) var lines: [ElementLineSyntax] = []
  /// Every `uses`.
  private(set) var uses: [UsesSyntax] = []
  /// Every evidence mark.
  private(set) var marks: [EvidenceSyntax] = []
  /// Every text in quotation marks in which a source may be mentioned.
  private(set) var texts: [String] = []

  /// Walks through some declarations. Cost: linear in their size.
  init(_ declarations: [DeclarationSyntax]) { for declaration in declarations { visit(declaration) } }

  /// Walks through one statute.
  init(_ statute: StatuteSyntax) { visit(statute) }

  private mutating func visit(_ declaration: DeclarationSyntax) {
    switch declaration {
    case .vocabulary, .amendment: break
    case .instrument(let instrument): visit(instrument)
    case .jurisdiction(let jurisdiction): visit(jurisdiction)
    case .statute(let statute): visit(statute)
    case .waiver(let waiver): if let region = waiver.accept { visit(region) }
    }
  }

  private mutating func visit(_ instrument: InstrumentSyntax) {
    for definition in instrument.definitions { visit(definition) }
    for rule in instrument.rules {
      for duty in rule.duties { visit(duty) }
      for exclusion in rule.mayExclude { visit(exclusion) }
    }
  }

  private mutating func visit(_ duty: DutySyntax) {
    switch duty {
    case .punish(let target, _), .prohibit(let target, _), .notPunish(let target, _), .define(let target, _),
      .penaltyFloor(let target, _, _):
      switch target {
      case .region(let region): visit(region)
      case .rules(_, let changes): for change in changes { visit(change) }
      }
    }
  }

  private mutating func visit(_ jurisdiction: JurisdictionSyntax) {
    for reservation in jurisdiction.bonds.flatMap(\.reservations) {
      if let region = reservation.region { visit(region) }
    }
  }

  private mutating func visit(_ statute: StatuteSyntax) {
    visit(statute.evidence)
    visit(statute.inForce?.evidence)
    note(statute.notes)
    for unread in statute.unread { visit(unread) }
    for article in statute.articles {
      visit(article.evidence)
      visit(article.inForce?.evidence)
      note(article.notes)
      for claim in article.claims { visit(claim) }
      for definition in article.definitions { visit(definition) }
      for offence in article.offences { visit(offence) }
      for rule in article.extensions { visit(rule) }
      for exemption in article.exemptions {
        visit(exemption.evidence)
        note([exemption.title])
        visit(exemption.region)
      }
      for unread in article.unread { visit(unread) }
      for reading in article.readings { visit(reading) }
    }
  }

  private mutating func visit(_ claim: ClaimSyntax) {
    visit(claim.evidence)
    note([claim.source])
  }

  private mutating func visit(_ definition: DefinitionSyntax) {
    visit(definition.evidence)
    visit(definition.region)
    for claim in definition.claims { visit(claim) }
    for reading in definition.readings { visit(reading) }
  }

  private mutating func visit(_ offence: OffenceSyntax) {
    visit(offence.evidence)
    note([offence.title])
    visit(offence.region)
    for penalty in offence.penalties {
      visit(penalty.evidence)
      if let condition = penalty.condition { visit(condition) }
    }
    for claim in offence.claims { visit(claim) }
    for reading in offence.readings { visit(reading) }
  }

  private mutating func visit(_ rule: ExtensionSyntax) {
    visit(rule.evidence)
    visit(rule.line)
    if let condition = rule.condition { visit(condition) }
  }

  private mutating func visit(_ unread: UnreadSyntax) {
    visit(unread.evidence)
    note([unread.title])
    visit(unread.region)
  }

  private mutating func visit(_ reading: ReadingSyntax) {
    visit(reading.evidence)
    note([reading.title])
    for line in reading.lines { visit(line) }
  }

  private mutating func visit(_ except: ExceptSyntax) {
    visit(except.evidence)
    note([except.title])
    visit(except.region)
  }

  private mutating func visit(_ region: RegionSyntax) {
    for item in region.items {
      switch item {
      case .line(let line): visit(line)
      case .uses(let use):
        uses.append(use)
        visit(use.evidence)
      case .either(let branches, _): for branch in branches { visit(branch) }
      case .except(let except): visit(except)
      }
    }
  }

  private mutating func visit(_ line: ElementLineSyntax) {
    lines.append(line)
    visit(line.evidence)
    note([line.words])
  }

  private mutating func visit(_ mark: EvidenceSyntax?) {
    guard let mark else { return }
    marks.append(mark)
    note([mark.source])
  }

  private mutating func note(_ quoted: [QuotedSyntax?]) { texts += quoted.compactMap { $0?.text } }
}
