import GapAnalysis

/// The rules of a SARIF run: a kind of finding together with the treaty rule it is about.
struct SARIFRules {
  /// The identity of what a reader must know before the results.
  static let scopeNotification = "scope"

  private let identities: [String]
  private let findings: [String: Report.Finding]

  /// Collects the rules that occur in a report, in alphabetical order.
  init(_ report: Report) {
    findings = Dictionary(report.findings.map { (Self.id($0), $0) }, uniquingKeysWith: { first, _ in first })
    identities = findings.keys.sorted()
  }

  /// `OPSC/3.1.a.i.c/value-missing`: stable, whatever the report holds beside it.
  static func id(_ finding: Report.Finding) -> String {
    let rule = String(finding.rule.map { $0 == " " ? "/" : $0 })
    return rule + "/" + finding.kind
  }

  /// The name of a step in SARIF.
  static func level(_ seriousness: Seriousness) -> String {
    switch seriousness {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  /// The position of the rule that a finding belongs to.
  func index(of finding: Report.Finding) -> Int? { identities.firstIndex(of: Self.id(finding)) }

  /// The rules with their help.
  var descriptors: JSONValue {
    .list(identities.compactMap { id in findings[id].map { descriptor(id, $0) } })
  }

  private func descriptor(_ id: String, _ finding: Report.Finding) -> JSONValue {
    let page = FindingKind(rawValue: finding.kind)?.explanation
    let summary = SARIFText.clipped("\(finding.rule), \(finding.ruleTitle): \(finding.kind)")
    let full = SARIFText.clipped(
      "\(finding.rule) asks for: \(finding.ruleTitle) (\(finding.cite)). Finding: "
        + "\(page?.summary ?? finding.kind).")
    return .members([
      "id": .text(id), "name": .text(Self.name(finding.kind)),
      "shortDescription": .members(["text": .text(summary)]),
      "fullDescription": .members(["text": .text(full)]),
      "defaultConfiguration": .members(["level": .text(Self.level(Seriousness(finding)))]),
      "help": .members([
        "text": .text(Self.help(finding, page)), "markdown": .text(Self.markdown(finding, page)),
      ]),
      "properties": .members([
        "tags": .texts(["criminal-law", finding.level, finding.kind]),
        "problem.severity": .text(Self.severity(Seriousness(finding))),
      ]),
    ])
  }

  /// `ValueMissing` for `value-missing`.
  private static func name(_ kind: String) -> String {
    kind.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func severity(_ seriousness: Seriousness) -> String {
    switch seriousness {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }

  private static func help(_ finding: Report.Finding, _ page: KindExplanation?) -> String {
    var lines = [
      "Rule: \(finding.rule), \(finding.ruleTitle) (\(finding.cite)).", "Level: \(finding.level).",
    ]
    if let page {
      lines += [
        "Meaning: \(page.summary).", "Why it matters: \(page.why).", "Found when: \(page.when).",
        "Usual remedy: \(page.remedy).",
      ]
    }
    return (lines + [Report.notice]).joined(separator: "\n")
  }

  private static func markdown(_ finding: Report.Finding, _ page: KindExplanation?) -> String {
    var text =
      "**\(Markdown.escape(finding.rule))**, \(Markdown.escape(finding.ruleTitle)): "
      + "\(Markdown.escape(finding.cite)) (\(finding.level))\n\n"
    if let page {
      text += "**`\(finding.kind)`**: \(Markdown.escape(page.summary)).\n\n"
      text += "- Why it matters: \(Markdown.escape(page.why)).\n"
      text += "- Found when: \(Markdown.escape(page.when)).\n"
      text += "- Usual remedy: \(Markdown.escape(page.remedy)).\n\n"
    }
    return text + "> \(Markdown.escape(Report.notice))\n"
  }

  /// What notifications may be about: the warnings on input files that occur, and the scope of the check.
  func notifications(_ report: Report) -> JSONValue {
    var list: [JSONValue] = []
    if !report.preliminaries.isEmpty {
      list.append(
        .members([
          "id": .text(Self.scopeNotification),
          "shortDescription": .members(["text": "What to know before the results."]),
        ]))
    }
    for code in Set(report.remarks.map(\.code)).sorted() {
      list.append(
        .members([
          "id": .text(code),
          "shortDescription": .members(["text": .text("lacuna explain \(code)")]),
        ]))
    }
    return .list(list)
  }
}
