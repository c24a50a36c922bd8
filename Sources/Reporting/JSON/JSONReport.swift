#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The JSON report, version 1. Names are stable: a change of meaning gets a new number.
struct JSONReport: Encodable {
  struct Tool: Encodable {
    let name: String
    let version: String
  }

  struct Named: Encodable {
    let id: String
    let title: String
  }

  struct Inputs: Encodable {
    let digestAlgorithm: String
    let files: [File]
    struct File: Encodable {
      let path: String
      let digest: String
    }
  }

  struct Cases: Encodable {
    let required: String
    let covered: String
    let depends: String
    let gap: String
    /// Of the covered cases, those that rest on unverified lines.
    let unverified: String
  }

  struct Row: Encodable {
    let element: String
    let value: String
    let status: String
    let by: [String]
  }

  /// Open cases that are set aside; they stay in ``Cases``.
  struct SetAside: Encodable {
    let waivedGap: String
    let waivedDepends: String
    let recordedGap: String
    let recordedDepends: String
  }

  struct Rule: Encodable {
    let id: String
    let title: String
    let level: String
    let cite: String
    let verdict: String
    let cases: Cases
    let setAside: SetAside?
    let elements: [Row]
    let findings: [String]
  }

  struct Cause: Encodable {
    let statute: String
    let article: String
    let element: String
    let path: String
    let line: Int
    let column: Int
    let evidence: String
  }

  struct Finding: Encodable {
    let id: String
    let kind: String
    let logic: String
    let rule: String
    let rules: [String]
    let level: String
    let region: [String: [String]]
    let example: [String: String]
    let text: String
    let causes: [Cause]
    let nearest: [String]
    let remedy: [String]
    let proof: String?
    let missingRemedy: String?
    let claim: String?
    let decision: [String]
    let evidence: String
    let complete: Bool
    let acceptedBy: String?
    let waiver: String?
  }

  struct NotChecked: Encodable {
    let rule: String
    let reason: String
  }

  struct Statute: Encodable {
    let id: String
    let title: String
    let inForceFrom: String
    let researchedUpTo: String
  }

  struct Amendment: Encodable {
    let id: String
    let title: String
    let statute: String
    let status: String
    let inForceFrom: String?
    let path: String
    let applied: Bool
    let reason: String?
  }

  struct OpenCases: Encodable {
    let gap: String
    let depends: String
  }

  struct Waiver: Encodable {
    let id: String
    let title: String
    let rule: String
    let by: String
    let reason: String
    let until: String
    let inForce: Bool
    let text: String
    let regions: [[String: [String]]]
    let open: OpenCases
    let findings: [String]
    let path: String
    let line: Int
  }

  struct ClosedRegion: Encodable {
    let rule: String
    let text: String
    let region: [String: [String]]
  }

  struct Baseline: Encodable {
    let path: String
    let asOf: String
    let defects: Int
    let notRecorded: [String]
    let closed: [ClosedRegion]
    let closedDefects: Int
  }

  let reportVersion = 1
  let notice = Report.notice
  let tool: Tool
  let jurisdiction: Named
  let instrument: Named
  let bound: Bool
  let asOf: String
  let reading: String?
  let evidence: String
  let evidenceShare: String
  let warnings: [String]
  let amendments: [Amendment]
  let statutes: [Statute]
  let inputs: Inputs
  let rules: [Rule]
  let findings: [Finding]
  let notChecked: [NotChecked]
  let notes: [String]
  let waivers: [Waiver]
  let baseline: Baseline?

  enum CodingKeys: String, CodingKey {
    case reportVersion, notice, tool, jurisdiction, instrument, bound, asOf, reading, evidence, evidenceShare,
      warnings, amendments, statutes
    case inputs, rules, findings, notChecked, notes, waivers, baseline
  }

  /// Written by hand so that `reading` is there, as null, when all readings count.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(reportVersion, forKey: .reportVersion)
    try container.encode(notice, forKey: .notice)
    try container.encode(tool, forKey: .tool)
    try container.encode(jurisdiction, forKey: .jurisdiction)
    try container.encode(instrument, forKey: .instrument)
    try container.encode(bound, forKey: .bound)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(reading, forKey: .reading)
    try container.encode(evidence, forKey: .evidence)
    try container.encode(evidenceShare, forKey: .evidenceShare)
    try container.encode(warnings, forKey: .warnings)
    try container.encode(amendments, forKey: .amendments)
    try container.encode(statutes, forKey: .statutes)
    try container.encode(inputs, forKey: .inputs)
    try container.encode(rules, forKey: .rules)
    try container.encode(findings, forKey: .findings)
    try container.encode(notChecked, forKey: .notChecked)
    try container.encode(notes, forKey: .notes)
    try container.encode(waivers, forKey: .waivers)
    try container.encodeIfPresent(baseline, forKey: .baseline)
  }
}

/// Renders the JSON report.
public struct JSONRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders a report as UTF-8 text with sorted keys and a final line feed.
  public func render(_ report: Report) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(JSONReport(report)), as: UTF8.self) + "\n"
  }
}

extension JSONReport {
  init(_ report: Report) {
    let header = report.header
    tool = Tool(name: "lacuna", version: header.toolVersion)
    jurisdiction = Named(id: header.jurisdiction, title: header.jurisdictionTitle)
    instrument = Named(id: header.instrument, title: header.instrumentTitle)
    bound = header.isBound
    asOf = header.asOf
    reading = header.reading
    evidence = header.evidence
    evidenceShare = report.evidenceShare
    warnings = report.warnings
    amendments = report.amendments.map {
      Amendment(
        id: $0.name, title: $0.title, statute: $0.statute, status: $0.status, inForceFrom: $0.inForce,
        path: $0.path, applied: $0.isApplied, reason: $0.reason)
    }
    statutes = report.statutes.map {
      Statute(id: $0.name, title: $0.title, inForceFrom: $0.inForce, researchedUpTo: $0.researched)
    }
    inputs = Inputs(
      digestAlgorithm: report.digestAlgorithm,
      files: report.inputs.map { Inputs.File(path: $0.path, digest: $0.digest) })
    rules = report.rules.map { Rule($0) }
    findings = report.findings.map { Finding($0) }
    notes = report.notes
    notChecked = report.notChecked.map { NotChecked(rule: $0.rule, reason: $0.reason) }
    waivers = report.waivers.map { Waiver($0, report) }
    baseline = report.baseline.map { Baseline($0) }
  }
}

extension JSONReport.Rule {
  init(_ rule: Report.Rule) {
    id = rule.id
    title = rule.title
    level = rule.level
    cite = rule.cite
    verdict = rule.verdict
    cases = JSONReport.Cases(
      required: rule.required, covered: rule.covered, depends: rule.depends, gap: rule.gap,
      unverified: rule.unverified)
    setAside = rule.setAside.map {
      JSONReport.SetAside(
        waivedGap: $0.waivedGap, waivedDepends: $0.waivedDepends, recordedGap: $0.recordedGap,
        recordedDepends: $0.recordedDepends)
    }
    elements = rule.elements.flatMap { row in
      row.values.map { JSONReport.Row(element: row.element, value: $0, status: row.status, by: row.by) }
    }
    findings = rule.findings
  }
}

extension JSONReport.Finding {
  init(_ finding: Report.Finding) {
    id = finding.id
    kind = finding.kind
    logic = finding.logic
    rule = finding.rule
    rules = finding.rules
    level = finding.level
    region = JSONReport.values(finding.region)
    example = Dictionary(
      finding.example.map { ($0.element, $0.values.first ?? "") }, uniquingKeysWith: { first, _ in first })
    text = finding.text
    causes = finding.causes.map {
      JSONReport.Cause(
        statute: $0.statute, article: $0.article, element: $0.element, path: $0.path, line: $0.line,
        column: $0.column, evidence: $0.evidence)
    }
    nearest = finding.nearest
    remedy = finding.remedy
    proof = finding.proof
    missingRemedy = finding.missingRemedy
    claim = finding.claim
    decision = finding.decision
    evidence = finding.evidence
    complete = finding.isComplete
    acceptedBy = finding.acceptedBy
    waiver = finding.waiver
  }
}

extension JSONReport {
  /// Element to values.
  static func values(_ region: [Report.ElementValues]) -> [String: [String]] {
    Dictionary(region.map { ($0.element, $0.values) }, uniquingKeysWith: { first, _ in first })
  }
}

extension JSONReport.Waiver {
  init(_ waiver: Report.Waiver, _ report: Report) {
    id = waiver.name
    title = waiver.title
    rule = waiver.rule
    by = waiver.by
    reason = waiver.reason
    until = waiver.until
    inForce = waiver.isInForce
    text = waiver.text
    regions = waiver.regions.map { JSONReport.values($0) }
    open = JSONReport.OpenCases(gap: waiver.gap, depends: waiver.depends)
    findings = report.findings(acceptedBy: waiver).map(\.id)
    path = waiver.place.path
    line = waiver.place.startLine
  }
}

extension JSONReport.Baseline {
  init(_ baseline: Report.AppliedBaseline) {
    path = baseline.path
    asOf = baseline.asOf
    defects = baseline.defects
    notRecorded = baseline.notRecorded
    closed = baseline.closed.map {
      JSONReport.ClosedRegion(rule: $0.rule, text: $0.text, region: JSONReport.values($0.region))
    }
    closedDefects = baseline.closedDefects
  }
}
