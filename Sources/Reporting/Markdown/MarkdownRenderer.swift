import LegalModel

/// The report for a lawyer. Reads well on GitHub, through pandoc, and in a plain editor.
public struct MarkdownRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders a report. Text that comes from input files is escaped everywhere. Cost: linear in the output.
  public func render(_ report: Report) -> String {
    var text = head(report)
    guard report.header.isChecked else { return text + statutes(report) + inputs(report) }
    text += summary(report) + inBrief(report)
    text += findings(report)
    text += undecided(report.openFindings)
    text += accepted(report)
    text += matrix(report)
    text += notes(report)
    text += notChecked(report)
    text += statutes(report)
    text += inputs(report)
    return text
  }

  // MARK: Head and summary

  private func head(_ report: Report) -> String {
    let header = report.header
    var text = "# \(Markdown.escape(header.jurisdictionTitle)): national law checked against "
    text += header.articles.map { "\($0) of the " } ?? "the "
    text += "\(Markdown.escape(header.instrument + AmendmentWording.titleSuffix(report)))\n\n"
    if let notice = AmendmentWording.notice(report) {
      text += "> **Not the law.** \(Markdown.escape(notice))\n\n"
    }
    text += "> \(Markdown.escape(Report.notice))\n\n"
    text += Markdown.head(["", ""])
    text += Markdown.row([
      "Instrument",
      Markdown.escape(
        "\(header.instrumentTitle) (\(header.instrument))" + (header.articles.map { ", " + $0 } ?? "")),
    ])
    text += Markdown.row(["Law and obligations as of", Markdown.escape(header.asOf)])
    let reading =
      header.reading.map { "\($0), wherever an article has it" }
      ?? "every encoded reading counts; where they disagree, the verdict is: depends"
    text += Markdown.row(["Reading", Markdown.escape(reading)])
    if header.evidence != "unverified" {
      text += Markdown.row([
        "Evidence", "certain only from grade \(header.evidence) on; what only weaker lines cover depends",
      ])
    }
    if let level = header.level { text += Markdown.row(["Levels shown", "\(level) and above"]) }
    text += Markdown.row(["Bound", Markdown.escape(header.binding)])
    text += Markdown.row(["Evidence of the encoding", Markdown.escape(report.evidenceShare)])
    let researched = report.statutes.map { "\($0.name): \($0.researched)" }.joined(separator: "; ")
    text += Markdown.row(["Researched up to", Markdown.escape(researched)])
    if !report.amendments.isEmpty {
      let lines = AmendmentWording.lines(report).map { Markdown.escape($0) }
      text += Markdown.row(["Amendments", lines.joined(separator: " ")])
    }
    text += Markdown.row(["Program", Markdown.escape(header.tool)]) + "\n"
    let baseline = AcceptanceWording.baseline(report)
    if !baseline.isEmpty { text += "**Baseline.** \(Markdown.escape(baseline.joined(separator: " ")))\n\n" }
    for warning in report.warnings { text += "**Note.** \(Markdown.escape(warning))\n\n" }
    let notes = ReportWords.statuteNotes(report)
    if !notes.isEmpty { text += "Of the encoding of the laws:\n\n" }
    text += notes.map { "- \(Markdown.escape($0))\n" }.joined() + (notes.isEmpty ? "" : "\n")
    return text
  }

  private func summary(_ report: Report) -> String {
    var text = "## Summary\n\n"
    text +=
      "The verdict says how the required cases stand: some provision punishes them under every reading (covered), "
      + "under some readings (depends), or under none (gap). *Satisfied*: all are covered. *Depends*: none is a gap, and "
      + "not all are covered. *Partly*: some are a gap. *Not satisfied*: all are. Shares count cases of the vocabulary, "
      + "not people. Defects of single articles stand beside the verdict and never change it.\n\n"
    text += Markdown.head(["Rule", "What it asks", "Level", "Verdict", "Gap", "Depends", "Findings"])
    for rule in report.rules {
      let numbers = report.findings.filter { rule.findings.contains($0.id) }.map(\.number)
      let folded = rule.isFolded ? "\\*" : ""
      text += Markdown.row([
        Markdown.escape(rule.id), Markdown.escape("\(rule.title) – \(rule.cite)"), rule.level,
        "**\(ReportWords.verdict(rule))**\(folded)", rule.gapShare, rule.dependsShare,
        numbers.isEmpty ? explanation(rule, report) : NumberRanges.text(numbers),
      ])
    }
    text += "\n"
    text += legend(report)
    if report.rules.contains(where: \.isFolded) {
      text +=
        "\\* A case whose completed form is already a gap, or depends, is shown under that rule and not again here; "
      text += "the shares count it.\n\n"
    }
    return text + unverified(report)
  }

  /// The rules whose covered cases rest on unverified lines, those with equal shares together.
  private func unverified(_ report: Report) -> String {
    var shares: [(share: String, rules: [String])] = []
    for rule in report.rules {
      guard let share = rule.unverifiedShare else { continue }
      if let known = shares.firstIndex(where: { $0.share == share }) {
        shares[known].rules.append(Markdown.escape(rule.id))
      } else {
        shares.append((share, [Markdown.escape(rule.id)]))
      }
    }
    if shares.isEmpty { return "" }
    return "**What is covered rests on unverified lines** for: "
      + shares.map { "\($0.rules.joined(separator: ", ")) (\($0.share) of the covered cases)" }
      .joined(separator: "; ") + ". Check these against the text of the law before you rely on them.\n\n"
  }

  /// Where to look if a rule is open and no finding is about it.
  private func explanation(_ rule: Report.Rule, _ report: Report) -> String {
    let isOpen = rule.gap != "0" || rule.depends != "0"
    if !isOpen || rule.isFolded { return "–" }
    return report.notChecked.contains { $0.rule == rule.id } ? "see *Not checked*" : "–"
  }

  /// What the levels of the rules mean.
  private func legend(_ report: Report) -> String {
    let levels = ReportWords.levels.filter { level in report.rules.contains { $0.level == level } }
    guard levels.count > 1 else { return "" }
    return "Levels. " + levels.map { "\(ReportWords.level($0))." }.joined(separator: " ") + "\n\n"
  }

  // MARK: Findings

  private func findings(_ report: Report) -> String {
    var text = "## Findings\n\n"
    let settled = report.openFindings.filter { !$0.isUndecided }
    if settled.isEmpty { return text + "None.\n\n" }
    for level in Level.allCases.reversed() {
      let ofLevel = settled.filter { $0.level == level.rawValue }
      guard !ofLevel.isEmpty else { continue }
      text += "### \(ReportWords.level(level.rawValue))\n\n"
      for section in FindingSection.allCases {
        let findings = ofLevel.filter { FindingSection($0) == section }
        guard !findings.isEmpty else { continue }
        text += "#### \(section.heading(level))\n\n"
        if let remark = section.remark { text += remark + "\n\n" }
        text += EqualFindings.groups(of: findings).map { finding($0) }.joined()
      }
    }
    return text
  }

  private func undecided(_ findings: [Report.Finding]) -> String {
    let open = findings.filter(\.isUndecided)
    guard !open.isEmpty else { return "" }
    var text = "## What depends on a reading\n\n"
    text +=
      "These cases are as the rule asks under some readings, versions or pieces of unread law, and not under others.\n\n"
    for level in ReportWords.levels {
      let ofLevel = open.filter { $0.level == level }
      guard !ofLevel.isEmpty else { continue }
      text += "### \(ReportWords.level(level))\n\n" + OpenCases.groups(of: ofLevel).map { group($0) }.joined()
    }
    return text
  }

  /// What somebody accepts: it is open all the same, and counts in every verdict above.
  private func accepted(_ report: Report) -> String {
    guard !report.waivers.isEmpty else { return "" }
    var text = "## What is accepted for a time\n\n"
    text +=
      "A waiver says who accepts that cases are open, why, and until when. The verdicts count these cases all the same; "
      + "what a waiver in force accepts is shown here and not among the findings above.\n\n"
    for waiver in report.waivers {
      text += "### \(Markdown.escape(AcceptanceWording.heading(waiver)))\n\n"
      text += AcceptanceWording.account(waiver).map { "- \(Markdown.escape($0))\n" }.joined() + "\n"
      let accepted = report.findings(acceptedBy: waiver)
      text += EqualFindings.groups(of: accepted.filter { !$0.isUndecided }).map { finding($0) }.joined()
      text += OpenCases.groups(of: accepted.filter(\.isUndecided)).map { group($0) }.joined()
    }
    return text
  }

  private func group(_ group: OpenCases) -> String {
    let notes = group.encoderNotes.map { "Encoder's note on \($0)" }
    var text = (group.decision + notes).map { "\(Markdown.escape($0))\n" }.joined() + "\n"
    for cases in group.cases {
      let numbers = NumberRanges.text(cases.numbers)
      let rules = cases.rules.map { Markdown.escape($0) }.joined(separator: ", ")
      text += "- **\(numbers).** \(rules): \(Markdown.escape(cases.first.text)) "
      text += "For example: \(Markdown.escape(cases.first.exampleText)). Evidence: \(cases.first.evidence).\n"
      for line in cases.first.nearest { text += "  - Nearest: \(Markdown.escape(line))\n" }
    }
    return text + "\n"
  }

  private func finding(_ group: EqualFindings) -> String {
    let finding = group.first
    var text = "**\(NumberRanges.text(group.numbers)). \(Markdown.escape(finding.text))**\n\n"
    let others = group.rules.dropFirst().map { Markdown.escape($0) }
    var rule =
      "\(Markdown.escape(finding.rule)), \(Markdown.escape(finding.ruleTitle)): \(Markdown.escape(finding.cite))"
    if !others.isEmpty { rule += "; also " + others.joined(separator: ", ") }
    text += "- Rule: \(rule) (\(finding.level), \(finding.kind))\n"
    text += "- For example: \(Markdown.escape(finding.exampleText))\n"
    if let claim = finding.claim { text += "- Relied on: \(Markdown.escape(claim))\n" }
    for line in finding.nearest {
      text += "- " + (line.hasPrefix("punished by") ? "" : "Nearest: ") + "\(Markdown.escape(line))\n"
    }
    for line in finding.decision { text += "- \(Markdown.escape(line))\n" }
    for cause in finding.causes { text += "- Line: \(self.cause(cause))\n" }
    for note in group.encoderNotes { text += "- Encoder's note on \(Markdown.escape(note))\n" }
    if !finding.remedy.isEmpty {
      text += "- Remedy: \(finding.remedy.map { Markdown.escape($0) }.joined(separator: " "))"
      if let proof = finding.proof { text += " *\(Markdown.escape(proof))*" }
      text += "\n"
    }
    if let missing = finding.missingRemedy { text += "- Remedy: \(Markdown.escape(missing))\n" }
    text += "- Evidence: \(finding.evidence)\n"
    if !finding.isComplete { text += "- More regions of this rule exist than are listed here.\n" }
    return text + "\n"
  }

  private func cause(_ cause: Report.Cause) -> String {
    var text =
      "\(Markdown.escape("\(cause.statute) art. \(cause.article)")), \(Markdown.escape(cause.element))"
    if let words = cause.words { text += " (\"\(Markdown.escape(words))\")" }
    if let version = cause.version { text += ", \(Markdown.escape(version))" }
    text += ", \(Markdown.code("\(cause.path):\(cause.line)")), \(cause.evidence)"
    if let source = cause.source { text += ": \(Markdown.escape(source))" }
    return text
  }

  // MARK: Matrix and concordance

  private func matrix(_ report: Report) -> String {
    var text = "## Concordance: treaty element by national article\n\n"
    for rule in report.rules where !rule.elements.isEmpty {
      text += "### \(Markdown.escape(rule.id)): \(Markdown.escape(rule.title))\n\n"
      if let reservation = rule.reservation { text += "Reserved: \(Markdown.escape(reservation))\n\n" }
      text += Markdown.head(["Element", "Values", "Status", "Articles"])
      for row in rule.elements {
        text += Markdown.row([
          Markdown.escape(row.title), Markdown.escape(row.text), ReportWords.status(row),
          row.by.isEmpty ? "–" : Markdown.escape(shortened(row.by)),
        ])
      }
      text += "\n"
      for note in rule.restsOn + rule.notes { text += "- \(Markdown.escape(note))\n" }
      if !(rule.restsOn + rule.notes).isEmpty { text += "\n" }
    }
    return text
  }

  /// `KHM/tse-2008 art. 14, 15; KHM/penal-code-2009 art. 27`.
  private func shortened(_ places: [String]) -> String {
    var order: [String] = []
    var numbers: [String: [String]] = [:]
    for place in places {
      let parts = place.components(separatedBy: " art. ")
      let (statute, number) = (parts.first ?? place, parts.dropFirst().first ?? "")
      if numbers[statute] == nil { order.append(statute) }
      numbers[statute, default: []].append(number)
    }
    return order.map { "\($0) art. " + (numbers[$0] ?? []).joined(separator: ", ") }.joined(separator: "; ")
  }

  // MARK: Limits of the report

  private func notes(_ report: Report) -> String {
    var text = ""
    if !report.notes.isEmpty {
      text +=
        "## Notes on single provisions\n\nNo findings: what an article adds where others cover, and what "
      text += "articles that are relied on do not reach.\n\n"
      text += report.notes.map { "- \(Markdown.escape($0))\n" }.joined() + "\n"
    }
    if !report.notStated.isEmpty {
      text += "## Not stated\n\nThe encoder looked and found nothing; treated as silence.\n\n"
      text += report.notStated.map { "- \(Markdown.escape($0))\n" }.joined() + "\n"
    }
    return text
  }

  private func notChecked(_ report: Report) -> String {
    let rest = report.header.restNotCompared
    guard rest != nil || !report.notChecked.isEmpty else { return "" }
    let first = rest.map { "- \(Markdown.escape(report.header.instrument)): \($0).\n" } ?? ""
    return "## Not checked\n\n" + first
      + report.notChecked.map { "- \(Markdown.escape($0.rule)): \(Markdown.escape($0.reason))\n" }.joined()
      + "\n"
  }

  private func statutes(_ report: Report) -> String {
    var text =
      "## Laws\n\n"
      + Markdown.head(["Law", "Number", "In force from", "Researched up to", "Articles encoded"])
    for statute in report.statutes {
      text += Markdown.row([
        Markdown.escape("\(statute.name): \(statute.title)"), Markdown.escape(statute.number ?? "–"),
        Markdown.escape(statute.inForce), Markdown.escape(statute.researched), ReportWords.articles(statute),
      ])
    }
    return text + "\n"
  }

  private func inputs(_ report: Report) -> String {
    var text = "## Inputs\n\n" + Markdown.head(["File", Markdown.escape(report.digestAlgorithm)])
    for input in report.inputs {
      text += Markdown.row([Markdown.code(input.path), Markdown.code(input.digest)])
    }
    return text + "\n"
  }
}

extension String {
  /// The parts between a separator, without Foundation.
  func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    var start = rest.startIndex
    while start < rest.endIndex {
      if rest[start...].hasPrefix(separator) {
        parts.append(String(rest[..<start]))
        rest = rest[rest.index(start, offsetBy: separator.count)...]
        start = rest.startIndex
      } else {
        start = rest.index(after: start)
      }
    }
    return parts + [String(rest)]
  }
}
