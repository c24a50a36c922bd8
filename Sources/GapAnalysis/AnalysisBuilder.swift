import LegalModel
import Regions

/// Puts the rules to the law one after the other, then explains what was found.
struct AnalysisBuilder {
  let corpus: LegalCorpus
  let scope: CheckScope
  let law: LoweredLaw
  /// What made the law, for lowering parts of it again.
  let lowering: LawLowering
  let claims: ClaimIndex
  /// The rules whose findings are shown.
  private let shown: Set<RuleID>
  private let details: Set<AnalysisDetail>
  private let asker: RuleAsker
  private var rules: RuleLowering
  private(set) var checks: [RuleID: RuleCheck] = [:]
  private var wanted: [RuleID] = []
  /// The rules whose gap could grow when more is punished.
  private var guarded: [RuleID] = []
  private(set) var results: [RuleResult] = []
  private(set) var findings: [Finding] = []
  private(set) var notes: [ArticleNote] = []
  private(set) var notChecked: [(rule: RuleID, reason: String)] = []
  /// What is set aside.
  let acceptances: Acceptances
  /// The defects that a baseline written now has to hold: those told and accepted by nobody, and those recorded before.
  private(set) var knownDefects: Set<RecordedDefect> = []
  /// Those of ``knownDefects`` that the baseline sets aside.
  private var recordedDefects: Set<RecordedDefect> = []

  init(
    corpus: LegalCorpus, scope: CheckScope, law: LoweredLaw, lowering: LawLowering, claims: ClaimIndex,
    rules: RuleLowering, acceptances: Acceptances, shown: Set<RuleID>, details: Set<AnalysisDetail>
  ) {
    self.details = details
    self.acceptances = acceptances
    self.lowering = lowering
    self.corpus = corpus
    self.scope = scope
    self.law = law
    self.claims = claims
    self.shown = shown
    asker = RuleAsker(corpus: corpus, law: law, claims: claims)
    self.rules = rules
  }

  /// Decides rules, in the order given. Of the rules in force, those that limit punishment are decided too if a remedy
  /// may be looked for: none may get worse by it, shown or not.
  mutating func decide(
    _ asked: [RuleID], inForce: [RuleID], _ progress: @Sendable (AnalysisStep) -> Void
  ) throws(AnalysisError) {
    var open: [RuleID] = []
    for rule in asked {
      for reason in corpus[rule].notChecked { notChecked.append((rule, reason)) }
      guard let duty = corpus[rule].duty else { continue }
      if case .prohibit = duty {
        notChecked.append((rule, "whether other than criminal law prohibits what is not punished"))
      }
      if !rules.isReserved(rule) { open.append(rule) }
    }
    try ask(open, progress)
    if open.contains(where: { checks[$0].map { $0.duty.isPunishment && $0.outcome.counts.gap > 0 } ?? false })
    {
      guarded = inForce.filter { corpus[$0].duty?.limitsPunishment == true && !rules.isReserved($0) }
      try ask(guarded.filter { checks[$0] == nil }) { _ in }
    }
    // Reservations to parts may together leave nothing. (A rule that never had a case is a mistake of its file.)
    wanted = open.filter { checks[$0].map { $0.outcome.counts.required > 0 } ?? false }
    let decided = try wanted.compactMap { checks[$0] }.concurrentMap {
      [self] check throws(AnalysisError) in try result(of: check)
    }
    let byRule = Dictionary(uniqueKeysWithValues: decided.map { ($0.rule, $0) })
    results = asked.filter { corpus[$0].duty != nil }.map { byRule[$0] ?? notApplicable($0) }
  }

  /// Puts rules to the law, and those that they vary where findings of these explain theirs.
  private mutating func ask(
    _ asked: [RuleID], _ progress: @Sendable (AnalysisStep) -> Void
  ) throws(AnalysisError) {
    var needed: [RuleID] = []
    for rule in asked {
      for id in [rule] + bases(of: rule) where !needed.contains(id) { needed.append(id) }
    }
    var questions: [(rule: RuleID, duty: Duty, required: RequiredRegion)] = []
    for rule in needed {
      guard let duty = corpus[rule].duty else { continue }
      do { questions.append((rule, duty, try rules.required(rule))) } catch { throw limit(error, rule: rule) }
    }
    let count = questions.count
    let asked = questions.enumerated().map { (number: $0.offset + 1, question: $0.element) }
    let outcomes = try asked.concurrentMap { [self] asked throws(AnalysisError) in
      progress(.deciding(number: asked.number, count: count))
      let question = asked.question
      do {
        return try asker.outcome(of: question.rule, duty: question.duty, required: question.required)
      } catch { throw limit(error, rule: question.rule) }
    }
    for (question, outcome) in zip(questions, outcomes) {
      checks[question.rule] = RuleCheck(
        rule: question.rule, duty: question.duty, required: question.required, outcome: outcome,
        folded: FoldedCases())
    }
    for rule in needed {
      let folded = try folded(rule)
      checks[rule]?.folded = folded
    }
  }

  private func notApplicable(_ rule: RuleID) -> RuleResult {
    let reservations = rules.reservations.filter { $0.rules.contains(rule) }
    let title = (reservations.first { $0.region == nil } ?? reservations.first)?.title
    return RuleResult(
      rule: rule, verdict: .notApplicable, hull: law.space.space.dimensions.map(\.full),
      counts: CaseCounts(required: 0, covered: 0, depends: 0, gap: 0),
      coveredBySecondary: 0, matrix: [], generalPart: [], findings: [], reservation: title,
      isFolded: false)
  }

  private func limit(_ error: any Error, rule: RuleID) -> AnalysisError {
    .passed(error, rule: rule, corpus: corpus, law: law)
  }

  /// The rules that a rule varies, as far as they have findings that explain its own: only rules that are shown have.
  private func bases(of rule: RuleID) -> [RuleID] {
    guard case .punish(.rules(let bases, _)) = corpus[rule].duty else { return [] }
    return bases.filter { base in
      guard shown.contains(base), !rules.isReserved(base), case .punish = corpus[base].duty else {
        return false
      }
      return true
    }
  }

  /// The gap and the undecided cases of the rules that a rule varies, moved to the values it varies them to.
  private func folded(_ rule: RuleID) throws(AnalysisError) -> FoldedCases {
    var folded = FoldedCases()
    guard case .punish(.rules(_, let changes)) = corpus[rule].duty else { return folded }
    for check in bases(of: rule).compactMap({ checks[$0] }) {
      do {
        folded.gap += try told(check.outcome.gapBoxes, .gap, of: check.rule).map { moved($0.masks, changes) }
        folded.depends += try told(check.outcome.undecidedBoxes, .depends(open: 0), of: check.rule)
          .map { moved($0.masks, changes) }
      } catch { throw limit(error, rule: check.rule) }
    }
    return folded
  }

  /// The open cases of a rule that some finding tells: what only the baseline sets aside explains nothing.
  private func told(_ open: [Box], _ status: CaseStatus, of rule: RuleID) throws(WorkLimitPassed) -> [Box] {
    let recorded = acceptances.units(status, of: rule) { $0 == .baseline }
    guard !recorded.isEmpty else { return open }
    let waived = acceptances.units(status, of: rule) { $0 != .baseline }.map(\.box)
    return try SetDifference.parts(of: open, minus: recorded, in: law.space.space)
      + Box.intersections(open, waived)
  }

  private func moved(_ masks: [UInt64], _ changes: [LineID]) -> Box {
    var masks = masks
    for change in changes {
      let line = corpus[change]
      masks[line.element.index] = law.space.mask(line.selection, of: line.element)
    }
    return Box(masks: masks)
  }

  /// What another program needs to check the verdicts again.
  var certificates: [VerdictCertificate] {
    wanted.compactMap { rule in
      checks[rule].map { VerdictCertificate(rule: rule, outcome: $0.outcome, law: law) }
    }
  }

  // MARK: Results

  private func result(of check: RuleCheck) throws(AnalysisError) -> RuleResult {
    let counts = check.outcome.counts
    let isDetailed = details.contains(.concordance)
    let setAside: (waived: OpenCounts, recorded: OpenCounts)
    do { setAside = try SetAside(space: law.space, acceptances: acceptances).counts(of: check) } catch {
      throw limit(error, rule: check.rule)
    }
    return RuleResult(
      rule: check.rule, verdict: counts.verdict, hull: check.required.hull, counts: counts,
      coveredBySecondary: try covered(check, minimum: .secondary),
      matrix: isDetailed ? Matrix(law: law, check: check).rows : [],
      generalPart: isDetailed ? try generalPart(of: check) : [], findings: [],
      reservation: nil,
      isFolded: !check.folded.isEmpty, waived: setAside.waived, recorded: setAside.recorded)
  }

  /// The articles of the general part that widen offences into a rule, with what only they cover.
  private func generalPart(of check: RuleCheck) throws(AnalysisError) -> [GeneralPartShare] {
    guard case .punish(.rules) = check.duty else { return [] }
    let question = check.outcome.question
    let articles = Set(question.units.flatMap { $0.extendedBy.compactMap(\.article) }).sorted()
    var shares: [GeneralPartShare] = []
    for article in articles {
      let grades = question.units.filter { unit in unit.extendedBy.contains { $0.article == article } }
        .flatMap {
          $0.lines.filter { corpus[$0].owner == .article(article) }.map { corpus[$0].evidence.grade }
        }
      do {
        let left = try check.outcome.covered { unit in
          !unit.extendedBy.contains { $0.article == article }
        }
        shares.append(
          GeneralPartShare(
            article: article, evidence: grades.min() ?? .unverified,
            alone: check.outcome.counts.covered - left))
      } catch { throw limit(error, rule: check.rule) }
    }
    return shares
  }

  /// How many cases are still covered if weaker evidence is left out.
  private func covered(_ check: RuleCheck, minimum: EvidenceGrade) throws(AnalysisError) -> UInt128 {
    switch check.duty {
    case .notPunish, .penaltyFloor, .prohibit: return check.outcome.counts.covered
    case .punish, .define: break
    }
    do { return try check.outcome.covered { $0.evidence >= minimum } } catch {
      throw limit(error, rule: check.rule)
    }
  }

  // MARK: Explanations

  /// Explains gaps, undecided cases and defects, and replays every example.
  mutating func explain(_ progress: @Sendable (AnalysisStep) -> Void) throws(AnalysisError) {
    let checks = wanted.compactMap { self.checks[$0] }
    let gaps = GapFindings(
      corpus: corpus, law: law, search: NearMissSearch(corpus: corpus, law: law, claims: claims),
      kinds: KindChoice(corpus: corpus, space: law.space),
      remedies: RemedySearch(
        corpus: corpus, law: law,
        trials: LawTrials(
          corpus: corpus, scope: scope, law: law, lowering: lowering, claims: claims, guarded: guards),
        limits: EditLimits(corpus: corpus, space: law.space, rules: rules)),
      acceptances: acceptances)
    let explanation = Explanation(
      checks: checks, gaps: gaps, penalties: PenaltyDefects(corpus: corpus, law: law, claims: claims),
      defects: DefectFindings(corpus: corpus, law: law, claims: claims, acceptances: acceptances))
    let subjects = try explanation.subjects.concurrentMap { [self] subject throws(AnalysisError) in
      if subject.part.isFirst { progress(.explaining(number: subject.rule + 1, count: checks.count)) }
      do { return (subject: subject, gap: try explanation.gapRegions(of: subject)) } catch {
        throw limit(error, rule: checks[subject.rule].rule)
      }
    }
    let explained = try explanation.tasks(subjects).concurrentMap(heaviestFirst: explanation.work) {
      [self] task throws(AnalysisError) in
      do { return try explanation.outcome(of: task) } catch {
        throw limit(error, rule: checks[task.rule ?? 0].rule)
      }
    }
    var found = explained.flatMap(\.open)
    found += reported(explained.flatMap(\.added), explanation.defects, near: found)
    found += explained.flatMap(\.penalties).compactMap { settled($0) }
    found += try aboutWaivers(gaps, found)
    notes += UnreachedValues(corpus: corpus, law: law, claims: claims, checks: checks).notes
    try replay(found)
    findings = found.indices.map { (key: order(found[$0], $0), index: $0) }.sorted { $0.key < $1.key }
      .map { found[$0.index] }
    attach()
  }

  /// What is wrong with the waivers for rules that are shown.
  private func aboutWaivers(_ gaps: GapFindings, _ found: [Finding]) throws(AnalysisError) -> [Finding] {
    let findings = WaiverFindings(corpus: corpus, law: law, acceptances: acceptances, gaps: gaps)
    var result: [Finding] = []
    for waiver in shownWaivers {
      do { result += try findings.findings(about: waiver, decided(waiver.rule), among: found) } catch {
        throw limit(error, rule: waiver.rule)
      }
    }
    return result
  }

  /// The waivers for rules that have a result.
  private var shownWaivers: [LoweredWaiver] {
    acceptances.waivers.filter { waiver in results.contains { $0.rule == waiver.rule } }
  }

  /// The check of a rule that was decided; nil if the rule does not apply.
  private func decided(_ rule: RuleID) -> RuleCheck? { wanted.contains(rule) ? checks[rule] : nil }

  /// What became of the waivers and of the baseline.
  func setAside() throws(AnalysisError) -> (waivers: [WaiverResult], baseline: BaselineResult?) {
    let setAside = SetAside(space: law.space, acceptances: acceptances)
    var waivers: [WaiverResult] = []
    for waiver in shownWaivers {
      do { waivers.append(try setAside.result(of: waiver, decided(waiver.rule))) } catch {
        throw limit(error, rule: waiver.rule)
      }
    }
    let baseline = setAside.result(wanted: wanted, checks: checks, seen: recordedDefects)
    return (waivers, baseline)
  }

  /// A finding on a penalty as it is told: accepted by a waiver, or not at all if the baseline sets it aside.
  private mutating func settled(_ finding: Finding) -> Finding? {
    let record = RecordedDefect(rule: finding.rule, element: nil, article: finding.provision?.article)
    let source = acceptances.source(ofDefect: record, region: finding.region.masks, in: law.space)
    note([record], source)
    var finding = finding
    finding.acceptedBy = source?.waiver
    return source == .baseline ? nil : finding
  }

  /// Remembers defects that a baseline written now has to hold: what a waiver accepts has an end and is none of them.
  private mutating func note(_ records: [RecordedDefect], _ source: Acceptance.Source?) {
    guard source?.waiver == nil else { return }
    knownDefects.formUnion(records)
    if source == .baseline { recordedDefects.formUnion(records) }
  }

  /// Cheap questions first: most remedies that open something punish whom the treaty protects.
  private var guards: [RuleCheck] {
    let checks = guarded.compactMap { self.checks[$0] }
    return checks.filter { !$0.duty.isFloor } + checks.filter(\.duty.isFloor)
  }

  /// A defect of a claimed provision is always a finding; one that merely meets a rule only where the provision is
  /// a near miss of something open, else a note.
  private mutating func reported(
    _ seen: [DefectFindings.Seen], _ defects: DefectFindings, near found: [Finding]
  ) -> [Finding] {
    let close = Set(found.flatMap { finding in finding.nearMisses.map { Near($0.provision, finding.rule) } })
    var result: [Finding] = []
    for defect in seen {
      guard defect.defect.setAside != .baseline else {
        note(defect.records, .baseline)
        continue
      }
      let isNear = defect.provisions.contains { provision in
        defect.checks.contains { close.contains(Near(provision, $0.rule)) }
      }
      if !defect.claims.isEmpty || isNear {
        note(defect.records, defect.defect.setAside)
        if let finding = defects.finding(defect) { result.append(finding) }
      } else {
        let origin = defect.origins.first ?? .silence
        let obstacle = Obstacle(element: defect.defect.element, origin: origin, isBlocking: true)
        guard let article = defect.provisions.first?.article else { continue }
        notes.append(
          ArticleNote(article: article, kind: .addsElement(obstacle, rules: defect.checks.map(\.rule))))
      }
    }
    return result
  }

  private struct Near: Hashable {
    let provision: Provision
    let rule: RuleID
    init(_ provision: Provision, _ rule: RuleID) {
      self.provision = provision
      self.rule = rule
    }
  }

  private func replay(_ findings: [Finding]) throws(AnalysisError) {
    let evaluator = CaseEvaluator(corpus: corpus, scope: scope, articles: law.articles)
    _ = try findings.filter { $0.logic != .defect }.concurrentMap {
      [self] finding throws(AnalysisError) in
      guard let duty = corpus[finding.rule].duty else { return }
      // Where a waiver accepts nothing that the rule asks on the day, there is nothing to replay.
      if finding.kind == .waiverIdle, !isAsked(finding) { return }
      let agrees = evaluator.agrees(finding, duty: duty)
      guard agrees else { throw .contradiction(rule: corpus[finding.rule].identity, finding: finding.id) }
    }
  }

  private func isAsked(_ finding: Finding) -> Bool {
    let required = decided(finding.rule)?.required.boxes ?? []
    return
      (try? SetDifference.isEmpty(
        of: [Box(masks: finding.region.masks)], minus: required.map { Unit(box: $0) }, in: law.space.space))
      == true
  }

  private func order(_ finding: Finding, _ offset: Int) -> (Int, Int, Int, Int, Int) {
    let level = Level.allCases.count - (Level.allCases.firstIndex(of: finding.level) ?? 0)
    let group =
      switch finding.logic {
      case .coverage: finding.kind == .dependsOnReading ? 2 : 0
      case .defect: 1
      case .waiver: 3
      }
    // What somebody accepts stands behind everything else.
    return (finding.acceptedBy == nil ? 0 : 1, level, group, finding.rule.index, offset)
  }

  private mutating func attach() {
    for index in results.indices {
      results[index].findings = findings.indices.filter { findings[$0].rules.contains(results[index].rule) }
    }
  }
}
