/// The comparison of two states of the law for a terminal: what is lost first.
public struct ChangeTextRenderer: Sendable {
  private let usesColor: Bool

  /// Makes a renderer; colour belongs on terminals only.
  public init(usesColor: Bool) { self.usesColor = usesColor }

  /// Renders a report. Control characters of input files are left out.
  public func render(_ report: ChangeReport) -> String {
    var text =
      style("\(report.jurisdictionTitle) against \(report.instrument): what the change does", "1") + "\n"
    text += "before: \(report.before.label)\nafter:  \(report.after.label)\n"
    for line in ChangeWording.notices(report) { text += style("note: ", "33") + line + "\n" }
    text += "\n" + rules(report)
    for direction in ["lost", "gained"] {
      let moves = report.moves.filter { $0.direction == direction }
      if !moves.isEmpty {
        text += style(direction == "lost" ? "LOST" : "GAINED", direction == "lost" ? "31" : "32") + "\n"
      }
      for group in ChangeGroup.groups(of: moves) { text += self.group(group) }
    }
    text += outside(report) + findings(report)
    return TerminalText.clean(text + ChangeWording.summary(report) + "\n", keepsEscapes: usesColor)
  }

  private func rules(_ report: ChangeReport) -> String {
    let changed = report.rules.filter { $0.change != "equal" }
    let width = changed.map(\.id.count).max() ?? 0
    var text = ""
    for rule in changed {
      let name = rule.id + String(repeating: " ", count: width - rule.id.count)
      let kind = rule.change + String(repeating: " ", count: 8 - min(8, rule.change.count))
      let tone = rule.lost == "0" ? "32" : "31"
      text += "  \(name)  \(style(kind, tone))  \(rule.level): \(rule.title) "
      text += "(\(ChangeWording.shares(rule)))\n"
    }
    let equal = report.rules.count - changed.count
    if equal > 0 { text += "  \(ReportWords.count(equal, "rule", "rules")) as before\n" }
    return text + "\n"
  }

  /// How many regions of a group are shown on a terminal.
  private static let limit = 3

  private func group(_ whole: ChangeGroup) -> String {
    let group = whole.prefix(Self.limit)
    var text = style(group.lead, "1")
    text += group.rules.isEmpty ? "\n" : ": \(group.rules.joined(separator: ", ")) (\(group.level))\n"
    for line in ChangeWording.details(group) { text += "  \(line)\n" }
    for move in group.moves {
      text += "  - \(style(move.cases, "1"))\n"
      text += "    for example: \(move.exampleText)\n"
      for line in ChangeWording.particulars(move, in: group) { text += "    \(line)\n" }
      for place in move.places {
        text += "    line: \(place.path):\(place.line):\(place.column) \(place.what)\n"
      }
    }
    if let rest = ChangeWording.rest(whole, shown: group.moves.count) { text += "  \(rest)\n" }
    return text + "\n"
  }

  private func outside(_ report: ChangeReport) -> String {
    guard !report.outside.isEmpty || report.outsideRemark != nil else { return "" }
    var text = style("OUTSIDE OF ALL RULES", "1") + " (for information)\n"
    for group in ChangeGroup.groups(of: report.outside) { text += self.group(group) }
    if let remark = report.outsideRemark { text += "  \(remark)\n\n" }
    return text
  }

  /// What the law asks beyond the treaty, and what the change says nothing of; the rest is counted.
  private func findings(_ report: ChangeReport) -> String {
    let lists = [
      ("new", report.opened.filter { !$0.reworded }), ("still", report.opened.filter(\.reworded)),
      ("still", report.unchanged.filter { $0.level == "binding" }),
      ("gone", report.closed.filter { !$0.reworded }),
    ]
    var lines = lists.flatMap { name, findings in
      findings.filter { $0.logic == "defect" }.map { "\(name): \($0.rule) (\($0.level)): \($0.text)\n" }
    }
    lines += report.notes.map { "new: \($0)\n" }
    return lines.isEmpty ? "" : lines.joined() + "\n"
  }

  private func style(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(TerminalText.clean(text, keepsEscapes: false))\u{1B}[0m" : text
  }
}

/// Text that may stand on a terminal.
enum TerminalText {
  /// Without control characters but line feeds and, where asked, escapes that a renderer made.
  static func clean(_ text: String, keepsEscapes: Bool) -> String {
    let isClean = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F || byte == 0x0A || (keepsEscapes && byte == 0x1B)
    }
    if isClean { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n"
            || (keepsEscapes && scalar.value == 0x1B)
        }))
  }
}
