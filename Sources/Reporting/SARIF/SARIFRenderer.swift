/// The report as SARIF 2.1.0, as GitHub code scanning accepts it.
///
/// One run; one rule for each kind of finding and treaty rule that occur together, one result for each finding. What
/// code scanning reads of it stands in the documentation page on output formats.
public struct SARIFRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders a report as UTF-8 text with a final line feed. Cost: linear in the output.
  public func render(_ report: Report) -> String {
    let log = JSONValue.members([
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [run(report)],
    ])
    return JSONText.render(log)
  }

  private func run(_ report: Report) -> JSONValue {
    let rules = SARIFRules(report)
    let locations = SARIFLocations(report)
    let header = report.header
    return .members([
      "tool": tool(report, rules),
      "automationDetails": .members([
        "id": .text(category(report)),
        "description": .members(["text": .text("\(report.subject), law as of \(header.asOf)")]),
      ]),
      "columnKind": "utf16CodeUnits", "defaultEncoding": "UTF-8",
      "originalUriBaseIds": locations.bases, "invocations": [invocation(report, locations)],
      "artifacts": locations.artifacts,
      "results": .list(report.findings.map { result($0, rules, locations, suppressions($0, report)) }),
      "properties": .members([
        "jurisdiction": .text(header.jurisdiction), "instrument": .text(header.instrument),
        "asOf": .text(header.asOf), "reading": header.reading.map { .text($0) } ?? .null,
        "evidence": .text(header.evidence), "drafts": .texts(AmendmentWording.draftNames(report)),
        "notice": .text(Report.notice),
      ]),
    ])
  }

  /// By which code scanning tells apart several States, treaties and drafts of one commit: what is uploaded under one
  /// category replaces what was there, and a draft must not close the alerts of the law.
  private func category(_ report: Report) -> String {
    let drafts = AmendmentWording.draftNames(report)
    let suffix = drafts.isEmpty ? "" : "with \(drafts.joined(separator: ", "))/"
    return "lacuna/\(report.header.instrument)/\(report.header.jurisdiction)/" + suffix
  }

  private func tool(_ report: Report, _ rules: SARIFRules) -> JSONValue {
    let version = JSONValue.text(report.header.toolVersion)
    return .members([
      "driver": .members([
        "name": "lacuna", "semanticVersion": version, "version": version,
        "shortDescription": .members([
          "text": "Checks national criminal law against what a treaty obliges to."
        ]),
        "fullDescription": .members(["text": .text(Report.notice)]),
        "rules": rules.descriptors, "notifications": rules.notifications(report),
      ])
    ])
  }

  /// No start, no end, no folder, no account: the same input gives the same bytes, and nothing leaks.
  private func invocation(_ report: Report, _ locations: SARIFLocations) -> JSONValue {
    let remarks = report.remarks.map { remark in
      JSONValue.members([
        "level": "warning", "descriptor": .members(["id": .text(remark.code)]),
        "message": .members(["text": .text(SARIFText.plain(remark.message))]),
        "locations": [locations.location(remark.place)],
      ])
    }
    let warnings = report.preliminaries.map { warning in
      JSONValue.members([
        "level": "warning", "descriptor": .members(["id": .text(SARIFRules.scopeNotification)]),
        "message": .members(["text": .text(SARIFText.plain(warning))]),
      ])
    }
    return .members([
      "executionSuccessful": true, "toolExecutionNotifications": .list(remarks),
      "toolConfigurationNotifications": .list(warnings),
    ])
  }

  private func result(
    _ finding: Report.Finding, _ rules: SARIFRules, _ locations: SARIFLocations, _ suppressions: JSONValue?
  ) -> JSONValue {
    var related = locations.related(finding)
    let rule = locations.rule(finding.rule, id: related.count + 1)
    if let rule { related.append(rule) }
    let link =
      rule == nil ? finding.rule : "[\(SARIFText.label(finding.rule))](\(related.count))"
    let message =
      (finding.account.map { SARIFText.plain($0) } + ["Rule: \(link), \(SARIFText.plain(finding.cite))."])
      .joined(separator: "\n")
    return .members([
      "ruleId": .text(SARIFRules.id(finding)), "ruleIndex": rules.index(of: finding).map { .number($0) },
      "level": .text(SARIFRules.level(Seriousness(finding))), "message": .members(["text": .text(message)]),
      "locations": .list(finding.place.map { [locations.location($0)] } ?? []),
      "relatedLocations": .list(related),
      // Both from the identity, which outlives moved lines and reworded messages. Code scanning reads only the
      // second; it would otherwise be computed from the text of the line.
      "partialFingerprints": .members([
        "lacunaFinding/v1": .text(finding.id), "primaryLocationLineHash": .text(finding.id + ":1"),
      ]),
      "suppressions": suppressions, "properties": properties(finding),
    ])
  }

  /// Who accepts a finding. In a run in which any result has suppressions, all others have an empty list of them
  /// (SARIF 2.1.0, 3.27.23).
  private func suppressions(_ finding: Report.Finding, _ report: Report) -> JSONValue? {
    guard report.findings.contains(where: \.isAccepted) else { return nil }
    guard let justification = AcceptanceWording.justification(finding, report) else { return [] }
    return [
      .members([
        "kind": "external", "status": "accepted", "justification": .text(SARIFText.plain(justification)),
      ])
    ]
  }

  private func properties(_ finding: Report.Finding) -> JSONValue {
    .members([
      "kind": .text(finding.kind), "logic": .text(finding.logic), "level": .text(finding.level),
      "treatyRules": .texts(finding.rules), "evidence": .text(finding.evidence),
      "complete": .flag(finding.isComplete),
      "region": .object(finding.region.map { ($0.element, .texts($0.values)) }),
      "example": .object(finding.example.map { ($0.element, .text($0.values.first ?? "")) }),
    ])
  }
}

/// Text inside SARIF messages, where braces and brackets have a meaning.
enum SARIFText {
  /// Running text: braces, which would be placeholders, are doubled (SARIF 2.1.0, 3.11.5); control characters go.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      result.unicodeScalars.append(scalar)
      if scalar == "{" || scalar == "}" { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// The text of a link, in which brackets and backslashes are escaped (3.11.6).
  static func label(_ text: String) -> String {
    var result = ""
    for scalar in plain(text).unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// At most as many characters as code scanning shows.
  static func clipped(_ text: String, to limit: Int = 1024) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}
