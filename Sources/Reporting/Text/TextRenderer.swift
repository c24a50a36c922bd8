/// The report for a terminal: verdicts first, then each finding in a few lines.
public struct TextRenderer: Sendable {
  private let usesColor: Bool

  /// Makes a renderer; colour belongs on terminals only.
  public init(usesColor: Bool) { self.usesColor = usesColor }

  /// Renders a report. Control characters of input files are left out.
  public func render(_ report: Report) -> String {
    let header = report.header
    var text =
      bold(
        "\(header.jurisdictionTitle) against \(header.articles.map { "\($0) of " } ?? "")\(header.instrument), law as of \(header.asOf)"
          + AmendmentWording.titleSuffix(report)) + "\n"
    text += "Reading: \(header.reading ?? "all readings count")."
    text += header.isBound ? " \(header.binding)\n" : "\n"
    if let notice = AmendmentWording.notice(report) {
      text += color("Not the law. ", .yellow) + notice + "\n"
    }
    for line in AmendmentWording.lines(report) { text += line + "\n" }
    for line in AcceptanceWording.baseline(report) { text += color("baseline: ", .yellow) + line + "\n" }
    for warning in report.warnings { text += color("note: ", .yellow) + warning + "\n" }
    for note in ReportWords.statuteNotes(report) { text += color("encoding: ", .yellow) + note + "\n" }
    text += "\n"
    if header.isChecked {
      text += verdicts(report) + "\n" + inBrief(report) + findings(report) + notChecked(report)
      text += report.evidenceShare + "\n"
      let researched = report.statutes.map { "\($0.name) up to \($0.researched)" }.joined(separator: ", ")
      text += "Researched: \(researched).\n"
    }
    return clean(text + Report.notice + "\n")
  }

  private func verdicts(_ report: Report) -> String {
    let width = report.rules.map(\.id.count).max() ?? 0
    var text = ""
    for level in ReportWords.levels {
      let rules = report.rules.filter { $0.level == level }
      guard !rules.isEmpty else { continue }
      text += bold(level) + "\n"
      for rule in rules {
        let name = rule.id + String(repeating: " ", count: width - rule.id.count)
        let verdict = ReportWords.verdict(rule)
        let padded = verdict + String(repeating: " ", count: max(0, 22 - verdict.count))
        text += "  \(name)  \(color(padded, tone(rule)))  \(rule.title)\(shares(rule))\n"
      }
    }
    return text
  }

  /// What many findings come down to; empty where they are few.
  private func inBrief(_ report: Report) -> String {
    InBrief.levels(of: report).map { brief in
      var text = bold("in brief, \(brief.level)") + "\n"
      for line in brief.lines {
        text += "  " + [line.place, line.version, line.asks].compactMap { $0 }.joined(separator: ", ")
        if !line.open.isEmpty { text += "; gaps: \(NumberRanges.text(line.open))" }
        if !line.defects.isEmpty { text += "; defects: \(NumberRanges.text(line.defects))" }
        text += "\n"
      }
      for matter in brief.matters {
        text += "  to be settled: \(matter.question); \(NumberRanges.text(matter.findings))\n"
      }
      return text + "\n"
    }.joined()
  }

  private func shares(_ rule: Report.Rule) -> String {
    var parts: [String] = []
    if rule.gap != "0" { parts.append("gap \(rule.gapShare)") }
    if rule.depends != "0" { parts.append("depends \(rule.dependsShare)") }
    if let share = rule.unverifiedShare { parts.append("unverified: \(share) of what is covered") }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
  }

  private func findings(_ report: Report) -> String {
    var text = settled(report.openFindings) + undecided(report.openFindings)
    for waiver in report.waivers {
      text += color(AcceptanceWording.heading(waiver), .gray) + "\n"
      for line in AcceptanceWording.account(waiver) { text += "   \(line)\n" }
      text += "\n"
      let accepted = report.findings(acceptedBy: waiver)
      text += settled(accepted) + undecided(accepted)
    }
    return text + bold(AcceptanceWording.total(report)) + "\n"
  }

  private func settled(_ findings: [Report.Finding]) -> String {
    var text = ""
    for finding in findings where !finding.isUndecided {
      text += "\(finding.number). \(bold(finding.text))\n"
      text += "   \(finding.rule), \(finding.cite) – \(finding.level), \(finding.kind)"
      text += (finding.acceptedBy.map { ", accepted by \($0)" } ?? "") + "\n"
      text += "   for example: \(finding.exampleText)\n"
      for line in finding.nearest { text += "   nearest: \(line)\n" }
      for line in finding.decision { text += "   \(line)\n" }
      for cause in finding.causes {
        text += "   line: \(cause.path):\(cause.line):\(cause.column) \(cause.element) (\(cause.evidence))\n"
      }
      for note in finding.encoderNotes { text += "   encoder's note on \(note)\n" }
      if !finding.remedy.isEmpty { text += "   remedy: \(finding.remedy.joined(separator: " "))\n" }
      if let proof = finding.proof { text += "   \(proof)\n" }
      if let missing = finding.missingRemedy { text += "   remedy: \(missing)\n" }
      text += "\n"
    }
    return text
  }

  private func undecided(_ findings: [Report.Finding]) -> String {
    var text = ""
    for group in OpenCases.groups(of: findings.filter(\.isUndecided)) {
      text += color("depends", .yellow) + "\n" + group.decision.map { "   \($0)\n" }.joined()
      text += group.encoderNotes.map { "   Encoder's note on \($0)\n" }.joined()
      for cases in group.cases {
        let numbers = NumberRanges.text(cases.numbers)
        text +=
          "   \(numbers). \(cases.rules.joined(separator: ", ")) (\(cases.first.level)): \(cases.first.text)\n"
        text += "      for example: \(cases.first.exampleText)\n"
        for line in cases.first.nearest { text += "      nearest: \(line)\n" }
      }
      text += "\n"
    }
    return text
  }

  private func notChecked(_ report: Report) -> String {
    (report.header.restNotCompared.map { "not checked: \(report.header.instrument): \($0)\n" } ?? "")
      + report.notChecked.map { "not checked: \($0.rule): \($0.reason)\n" }.joined()
  }

  // MARK: Colour

  private enum Tone: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case gray = "90"
  }

  private func tone(_ rule: Report.Rule) -> Tone {
    switch rule.verdict {
    case "satisfied": .green
    case "depends": .yellow
    case "not-applicable": .gray
    default: .red
    }
  }

  private func color(_ text: String, _ tone: Tone) -> String {
    usesColor ? "\u{1B}[\(tone.rawValue)m\(clean(text))\u{1B}[0m" : text
  }

  private func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(clean(text))\u{1B}[0m" : text }

  /// Without control characters but line feeds and, where colour is used, the escapes of this renderer.
  private func clean(_ text: String) -> String {
    func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      bytes.allSatisfy { byte in
        byte >= 0x20 && byte != 0x7F || byte == 0x0A || (usesColor && byte == 0x1B)
      }
    }
    if text.utf8.withContiguousStorageIfAvailable(isClean) == true { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n"
            || (usesColor && scalar.value == 0x1B)
        }))
  }
}
