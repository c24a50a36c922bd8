/// The page to read first, in Markdown.
extension MarkdownRenderer {
  /// What many findings come down to; empty where they are few.
  func inBrief(_ report: Report) -> String {
    let levels = InBrief.levels(of: report)
    if levels.isEmpty { return "" }
    var text = "## In brief\n\n"
    text +=
      "The findings by what causes them, with their numbers: requirements of the law, and what is not settled. Under gaps "
      + "stands also what is punished wrongly or too lightly; a defect is what one article asks for too much, which "
      + "another may make up for. A requirement of a reading holds under that reading only.\n\n"
    for brief in levels {
      text += "**\(ReportWords.level(brief.level))**\n\n"
      text += lines(brief.lines) + matters(brief.matters) + remedies(brief.remedies)
    }
    return text
  }

  private func lines(_ lines: [InBrief.Line]) -> String {
    if lines.isEmpty { return "" }
    let rows = lines.map { line in
      Markdown.row([
        Markdown.escape((line.place ?? "–") + (line.version.map { ", \($0)" } ?? "")),
        Markdown.escape(line.asks + (line.words.map { " (\"\($0)\")" } ?? "")), line.evidence ?? "–",
        Markdown.escape(line.rules.joined(separator: ", ")), numbers(line.open), numbers(line.defects),
      ])
    }
    return Markdown.head(["Where", "Requirement of the law", "Evidence", "Rules", "Gaps", "Defects"])
      + rows.joined() + "\n"
  }

  private func matters(_ matters: [InBrief.Matter]) -> String {
    if matters.isEmpty { return "" }
    let rows = matters.map { matter in
      Markdown.row([
        Markdown.escape(matter.question), Markdown.escape(matter.rules.joined(separator: ", ")),
        numbers(matter.findings),
      ])
    }
    return Markdown.head(["To be settled", "Rules", "Findings"]) + rows.joined() + "\n"
  }

  private func remedies(_ remedies: [InBrief.Remedy]) -> String {
    if remedies.isEmpty { return "" }
    let rows = remedies.map { Markdown.row([Markdown.escape($0.edits), numbers($0.findings)]) }
    return Markdown.head(["Edits that were shown to work", "Close"]) + rows.joined() + "\n"
  }

  private func numbers(_ numbers: [Int]) -> String { numbers.isEmpty ? "–" : NumberRanges.text(numbers) }
}
