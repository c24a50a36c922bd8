/// The comparison of two states of the law as Markdown, for a drafter and for a pull request.
public struct ChangeMarkdownRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders a report. Text that comes from input files is escaped everywhere. Cost: linear in the output.
  public func render(_ report: ChangeReport) -> String {
    var text = "# \(Markdown.escape(report.jurisdictionTitle)): what the change does, measured against "
    text += "\(Markdown.escape(report.instrument))\n\n"
    text += "> \(Markdown.escape(Report.notice))\n\n"
    text += Markdown.head(["", ""])
    text += Markdown.row(["Before", Markdown.escape(report.before.label)])
    text += Markdown.row(["After", Markdown.escape(report.after.label)])
    text += Markdown.row(["Program", Markdown.escape(report.tool)]) + "\n"
    for notice in ChangeWording.notices(report) { text += "**Note.** \(Markdown.escape(notice))\n\n" }
    text += "**\(Markdown.escape(ChangeWording.summary(report)))**\n\n"
    text += rules(report)
    text += moves(report, "lost", "## What is lost\n\n")
    text += moves(report, "gained", "## What is gained\n\n")
    text += ChangeFindingsSection(report).markdown
    text += outside(report)
    return text
  }

  private func rules(_ report: ChangeReport) -> String {
    let changed = report.rules.filter { $0.change != "equal" }
    guard !changed.isEmpty else { return "No rule is touched: every case stands as before.\n\n" }
    var text = "## Rules\n\n"
    text += Markdown.head(["Rule", "What it asks", "Level", "Change", "Lost", "Gained", "Verdict"])
    for rule in changed {
      text += Markdown.row([
        Markdown.escape(rule.id), Markdown.escape(rule.title), rule.level, "**\(rule.change)**",
        rule.lostShare, rule.gainedShare, ChangeWording.verdict(rule),
      ])
    }
    text += "\n"
    let equal = report.rules.count - changed.count
    if equal > 0 {
      text += "\(ReportWords.count(equal, "other rule stands", "other rules stand")) as before. "
    }
    text += "Shares count cases of the vocabulary, not people.\n\n"
    if changed.contains(where: \.folded) {
      text += "Where a rule varies others, what follows from their change is told with them.\n\n"
    }
    return text
  }

  private func moves(_ report: ChangeReport, _ direction: String, _ heading: String) -> String {
    let moves = report.moves.filter { $0.direction == direction }
    guard !moves.isEmpty else { return "" }
    var text = heading
    for group in ChangeGroup.groups(of: moves) { text += self.group(group) }
    if report.rules.contains(where: { !$0.complete }) {
      text += "More regions exist than are listed; the counts hold all of them.\n\n"
    }
    return text
  }

  /// How many regions of a group are told: losses more than gains, what is certain more than what a reading decides.
  private func limit(_ group: ChangeGroup) -> Int {
    guard let first = group.moves.first, first.direction == "lost", !group.rules.isEmpty else { return 2 }
    let isTreaty = first.level == "binding" || first.level == "conditional"
    return isTreaty && first.to == "gap" ? 3 : 2
  }

  private func group(_ whole: ChangeGroup) -> String {
    let group = whole.prefix(limit(whole))
    let rules = group.rules.joined(separator: ", ")
    var text =
      "### \(Markdown.escape(rules.isEmpty ? group.lead : "\(group.lead): \(rules) (\(group.level))"))\n\n"
    for line in ChangeWording.details(group) { text += "\(Markdown.escape(sentence(line)))\n\n" }
    for move in group.moves {
      text += "- **\(Markdown.escape(capitalized(move.cases)))**\n"
      text += "  - For example: \(Markdown.escape(move.exampleText)).\n"
      for line in ChangeWording.particulars(move, in: group) {
        text += "  - \(Markdown.escape(sentence(line)))\n"
      }
      if !move.places.isEmpty {
        let places = move.places.map {
          "\(Markdown.code("\($0.path):\($0.line)")) \(Markdown.escape($0.what))"
        }
        text += "  - Where: \(places.joined(separator: ", "))\n"
      }
    }
    if let rest = ChangeWording.rest(whole, shown: group.moves.count) {
      text += "- \(Markdown.escape(sentence(rest)))\n"
    }
    return text + "\n"
  }

  private func sentence(_ text: String) -> String {
    let text = capitalized(text)
    return text.hasSuffix(".") ? text : text + "."
  }

  private func outside(_ report: ChangeReport) -> String {
    guard !report.outside.isEmpty || report.outsideRemark != nil else { return "" }
    var text = "## Outside of what any rule asks\n\nFor information; nothing fails because of it.\n\n"
    for group in ChangeGroup.groups(of: report.outside) { text += self.group(group) }
    if let remark = report.outsideRemark { text += "\(capitalized(remark)).\n\n" }
    return text
  }

  private func capitalized(_ text: String) -> String {
    text.first.map { $0.uppercased() + text.dropFirst() } ?? text
  }
}
