public import Amending
public import GapAnalysis
public import LegalModel
import LegalSyntax
public import SourceText

/// Turns an analysis into a report: sorts once, words everything once.
public struct ReportBuilder: Sendable {
  let analysis: Analysis
  /// By rule and logic, the findings with the elements that shut their regions out.
  let shutOut: [FindingGroup: [(id: String, elements: Set<ElementID>)]]
  let files: SourceFiles
  let phrasing: Phrasing
  let corpus: LegalCorpus

  /// Prepares a report of an analysis whose spans point into `files`.
  public init(_ analysis: Analysis, files: SourceFiles) {
    self.analysis = analysis
    self.files = files
    corpus = analysis.corpus
    phrasing = Phrasing(analysis.space)
    shutOut = Dictionary(grouping: analysis.findings, by: FindingGroup.init).mapValues { findings in
      findings.map { finding in
        let obstacles = finding.nearMisses.flatMap(\.obstacles).filter(\.isBlocking)
        return (finding.id, Set(obstacles.map(\.element)))
      }
    }
  }

  /// Findings of one rule by one logic.
  struct FindingGroup: Hashable {
    let rule: RuleID
    let logic: FindingLogic

    init(_ finding: Finding) {
      rule = finding.rule
      logic = finding.logic
    }
  }

  /// Builds the report.
  ///
  /// - Parameters:
  ///   - tool: the name and version of the program.
  ///   - amendments: what became of the amendments among the files.
  ///   - inputs: the files read, with their digests.
  ///   - baseline: the file of the baseline, if one was applied.
  ///   - level: the lowest level to show; rules below it are left out.
  ///   - diagnostics: warnings about the input files.
  ///   - workingFolders: the folder in which the program runs, under each of its names; files below it are named
  ///     relative to it where a report leaves the machine.
  public func report(
    tool: (name: String, version: String), amendments: [AmendmentUse] = [], inputs: [Report.Input],
    baseline: String? = nil, digestAlgorithm: String, level: Level?, diagnostics: [Diagnostic] = [],
    workingFolders: [String] = []
  ) -> Report {
    let shown = analysis.rules.filter { rule in level.map { corpus[rule.rule].level >= $0 } ?? true }
    let findings = analysis.findings.filter { finding in level.map { finding.level >= $0 } ?? true }
    return Report(
      header: header(tool: tool, level: level, shown: shown.map(\.rule)),
      amendments: amendments.map { amendment($0) },
      warnings: warnings,
      rules: shown.enumerated().sorted { left, right in
        let (first, second) = (corpus[left.element.rule].level, corpus[right.element.rule].level)
        return first == second ? left.offset < right.offset : first > second
      }.map { rule($0.element) },
      findings: withNotes(
        FindingOrder.numbered(
          findings.concurrentMap { finding($0, number: 0) },
          waivers: analysis.waivers.map { corpus[$0.waiver].name }), from: findings),
      notes: analysis.notes.map { note($0) },
      notChecked: analysis.notChecked.filter { entry in level.map { corpus[entry.rule].level >= $0 } ?? true }
        .map {
          Report.NotChecked(rule: corpus[$0.rule].identity, reason: $0.reason)
        },
      notStated: analysis.notStated.map { notStated($0) }, statutes: statutes, evidenceShare: evidenceShare,
      inputs: named(inputs, workingFolders), digestAlgorithm: digestAlgorithm,
      remarks: remarks(diagnostics), waivers: waivers(level: level), baseline: self.baseline(path: baseline))
  }

  private func named(_ inputs: [Report.Input], _ workingFolders: [String]) -> [Report.Input] {
    let onDisk = inputs.filter { $0.role == .law || $0.role == .rules || $0.role == .baseline }
    let naming = FileNaming(paths: onDisk.map(\.path), workingFolders: workingFolders)
    return inputs.map { input in
      var input = input
      input.name = naming.name(of: input)
      return input
    }
  }

  private func header(
    tool: (name: String, version: String), level: Level?, shown: [RuleID]
  ) -> Report.Header {
    let instrument = corpus[analysis.instrument]
    let rules = (shown.isEmpty ? instrument.rules : shown).map { corpus[$0] }
    let state = corpus.jurisdiction(named: analysis.scope.jurisdiction)
    return Report.Header(
      tool: tool.name, toolVersion: tool.version, jurisdiction: analysis.scope.jurisdiction,
      jurisdictionTitle: state?.title ?? analysis.scope.jurisdiction, instrument: instrument.name,
      instrumentTitle: instrument.title, articles: ComparedArticles(of: rules).words,
      asOf: analysis.scope.asOf.description,
      reading: analysis.scope.reading,
      evidence: analysis.scope.evidence.rawValue, binding: binding, isBound: isBound, isChecked: isChecked,
      level: level?.rawValue)
  }

  private func amendment(_ use: AmendmentUse) -> Report.Amendment {
    Report.Amendment(
      name: use.name, title: use.title, statute: use.statute, status: use.status.rawValue,
      inForce: use.commencement?.description, path: files[use.span.file].path,
      isApplied: use.outcome.isApplied, isLaw: use.status == .enacted, reason: use.outcome.reason)
  }

  private var isBound: Bool {
    switch analysis.status {
    case .bound: true
    case .notYet, .noLonger, .noBond, .noJurisdictionFile: false
    }
  }

  private var isChecked: Bool {
    switch analysis.status {
    case .bound, .noJurisdictionFile: true
    case .notYet, .noLonger, .noBond: false
    }
  }

  /// Whether and since when the treaty binds the State.
  private var binding: String {
    let treaty = corpus[analysis.instrument].name
    let state = analysis.scope.jurisdiction
    switch analysis.status {
    case .bound(let bond):
      let since = bond.period.from.map { "since \($0)" } ?? "since an unknown day"
      let evidence = bond.period.evidence.map { " (evidence: \($0.grade.rawValue))" } ?? ""
      return "\(treaty) binds \(state) \(since)\(evidence)."
    case .notYet(let bond):
      let from = bond.period.from.map(\.description) ?? "an unknown day"
      return
        "\(treaty) did not bind \(state) on \(analysis.scope.asOf); it does from \(from) on. Nothing was checked."
    case .noLonger:
      return "\(treaty) no longer bound \(state) on \(analysis.scope.asOf). Nothing was checked."
    case .noBond:
      return "The file of \(state) does not say that \(treaty) binds it. Nothing was checked."
    case .noJurisdictionFile:
      return
        "No file declares the jurisdiction \(state), so it is not known whether and since when \(treaty) binds it; "
        + "checked as if it did. Add a file with: jurisdiction \(state) \"…\" { bound by \(treaty) from YYYY-MM-DD }"
    }
  }

  var warnings: [String] {
    var warnings: [String] = []
    switch analysis.status {
    case .bound: break
    case .notYet, .noLonger, .noBond, .noJurisdictionFile: warnings.append(binding)
    }
    if let reading = analysis.scope.reading, reading != "literal", !isCounted(reading) {
      warnings.append(
        "The reading \(reading) does not count yet on \(analysis.scope.asOf); nothing was fixed by it.")
    }
    if analysis.articles.isEmpty {
      warnings.append(LawOutOfForce(corpus: corpus, scope: analysis.scope, bound: boundFrom).note)
    }
    for statute in statutes where statute.isOutdated {
      warnings.append(
        "\(statute.name) was researched up to \(statute.researched); changes between that day and "
          + "\(analysis.scope.asOf) are not known.")
    }
    for statute in statutes where statute.inForce == "unknown" {
      warnings.append(
        "It is not known since when \(statute.name) is in force; it was treated as being in force.")
    }
    return warnings + foreignWaivers
  }

  /// The day from which on the instrument binds the State, where that is still to come.
  private var boundFrom: CalendarDate? {
    switch analysis.status {
    case .notYet(let bond): bond.period.from
    case .bound, .noLonger, .noBond, .noJurisdictionFile: nil
    }
  }

  /// Whether some article in force has a reading of that name that counts on the day.
  private func isCounted(_ name: String) -> Bool {
    analysis.articles.contains { article in
      corpus[article].readings.contains { reading in
        reading.name == name && (reading.from.map { $0 <= analysis.scope.asOf } ?? true)
      }
    }
  }

  // MARK: Rules

  private func rule(_ result: RuleResult) -> Report.Rule {
    let rule = corpus[result.rule]
    let counts = result.counts
    let unverified = counts.covered - result.coveredBySecondary
    return Report.Rule(
      id: rule.identity, title: rule.title, level: rule.level.rawValue, cite: rule.cite ?? rule.source ?? "",
      verdict: result.verdict.rawValue, reservation: result.reservation,
      required: counts.required.description,
      covered: counts.covered.description, depends: counts.depends.description, gap: counts.gap.description,
      coveredShare: Share.text(counts.covered, of: counts.required),
      dependsShare: Share.text(counts.depends, of: counts.required),
      gapShare: Share.text(counts.gap, of: counts.required),
      unverifiedShare: unverified == 0 ? nil : Share.text(unverified, of: counts.covered),
      unverified: unverified.description, elements: result.matrix.map { row($0, hull: result.hull) },
      restsOn: result.generalPart.map { share in
        "Rests on \(place(share.article)) (\(share.evidence.rawValue))"
          + (share.alone == 0
            ? "; no case rests on this article alone."
            : ", which alone covers \(Share.text(share.alone, of: counts.covered)) of the covered cases.")
      },
      findings: result.findings.map { analysis.findings[$0].id }, notes: rule.notes,
      isFolded: result.isFolded,
      place: stretch(rule.span), setAside: setAside(result))
  }

  private func row(_ row: MatrixRow, hull: [UInt64]) -> Report.MatrixRow {
    Report.MatrixRow(
      element: corpus.vocabulary[row.element].name, title: phrasing.title(row.element),
      values: phrasing.names(row.values, of: row.element),
      text: phrasing.values(row.values, of: row.element, outOf: hull[row.element.index]),
      status: row.status.rawValue, by: row.by.map { place($0) })
  }

  // MARK: Places

  /// `KHM/tse-2008 art. 14`.
  func place(_ id: ArticleID) -> String {
    let article = corpus[id]
    return corpus[article.statute].name + " art. " + article.number
  }

  /// A provision in words: its article with its heading, or what is known of unread law.
  func describe(_ provision: Provision) -> String {
    switch provision.kind {
    case .otherLaw: return "law other than criminal law"
    case .unread(let position):
      if let article = provision.article {
        return place(article) + ", unread: " + corpus[article].unread[position].title
      }
      guard let id = provision.statute else { return "unread law" }
      let statute = corpus[id]
      return statute.name + ", unread: " + statute.unread[position].title
    case .offence(let position):
      guard let id = provision.article else { return "an offence" }
      let article = corpus[id]
      let title = article.offences[position].title.map { " (" + $0 + ")" } ?? ""
      return place(id) + title + ", " + article.heading
    case .definition(let definition):
      guard let id = provision.article else { return corpus[definition].name }
      return place(id) + ", definition of " + (corpus[definition].title ?? corpus[definition].name)
    }
  }

  private var statutes: [Report.Statute] {
    let inForce = Dictionary(grouping: analysis.articles) { corpus[$0].statute }
    return corpus.statutes.enumerated().compactMap { index, statute in
      guard statute.jurisdiction == analysis.scope.jurisdiction else { return nil }
      let isOutdated = statute.researched.map { $0 < analysis.scope.asOf } ?? true
      return Report.Statute(
        name: statute.name, title: statute.title, number: statute.number,
        inForce: statute.period.from?.description ?? "unknown",
        researched: statute.researched?.description ?? "unknown", isOutdated: isOutdated,
        articles: statute.articles.count, articlesInForce: inForce[StatuteID(index)]?.count ?? 0,
        notes: statute.notes)
    }
  }

  /// How many lines of the law in force rest on which evidence.
  private var evidenceShare: String {
    let inForce = Set(analysis.articles)
    var counts: [EvidenceGrade: Int] = [:]
    for line in corpus.lines {
      guard let article = article(of: line.owner), inForce.contains(article) else { continue }
      counts[line.evidence.grade, default: 0] += 1
    }
    let all = counts.values.reduce(0, +)
    guard all > 0 else { return "No article is in force on this day." }
    let parts = EvidenceGrade.allCases.map { grade in
      "\(counts[grade] ?? 0) \(grade.rawValue) (\(Share.text(UInt128(counts[grade] ?? 0), of: UInt128(all))))"
    }
    return "Of \(all) lines of the law in force: " + parts.joined(separator: ", ") + "."
  }

  private func notStated(_ id: LineID) -> String {
    let line = corpus[id]
    let position = files.position(of: line.span)
    let place = article(of: line.owner).map { self.place($0) } ?? ""
    return "\(place): \(phrasing.title(line.element)) (\(files[line.span.file].path):\(position.line))"
  }
}

/// Shares in whole percent, without floating point. Nothing is rounded to 0 or to 100.
enum Share {
  static func text(_ part: UInt128, of whole: UInt128) -> String {
    guard whole > 0 else { return "–" }
    if part == 0 { return "none" }
    if part == whole { return "all" }
    let percent = part / (whole / 1000 + 1) / 10
    let exact = part.multipliedReportingOverflow(by: 100)
    let value = exact.overflow ? percent : exact.partialValue / whole
    if value == 0 { return "under 1 %" }
    return value >= 99 ? "over 99 %" : "\(value) %"
  }
}

extension AmendmentUse.Outcome {
  /// Why an amendment is not applied, or is applied although its day has not come; nil where nothing needs saying.
  fileprivate var reason: String? {
    switch self {
    case .applied: nil
    case .heldByText: "as its text says"
    case .appliedEarly: "as if it were in force already"
    case .notYetInForce: "it is not yet in force on this day"
    case .noLongerInForce: "it is no longer in force on this day"
    case .notNamed: "it is no law; --with applies it"
    }
  }
}
