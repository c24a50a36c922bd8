/// Losses as workflow commands, which GitHub Actions shows at the lines of a pull request.
public struct ChangeAnnotationRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders a line for each loss and for each new defect; nothing for none.
  public func render(_ report: ChangeReport) -> String {
    let losses = report.moves.filter { $0.direction == "lost" }.map { move in
      command(
        move.level == "binding" ? "error" : "warning", move.places.first,
        title: "\(move.rules.joined(separator: ", ")): lost (\(move.level))",
        [move.text, "For example: \(move.exampleText)."]
          + (move.causes.isEmpty ? [] : ["Through \(move.causes.joined(separator: "; "))."]) + move.questions
          + move.nearest.map { "Nearest: \($0)" })
    }
    let defects = report.opened.filter { $0.logic == "defect" && !$0.reworded }.map { finding in
      command("warning", nil, title: "\(finding.rule): new defect (\(finding.level))", [finding.text])
    }
    return (losses + defects).joined()
  }

  private func command(
    _ name: String, _ place: ChangeReport.Place?, title: String, _ lines: [String]
  ) -> String {
    var properties: [(String, String)] = []
    // An absolute path is no path of the repository.
    if let place, !place.path.hasPrefix("/"), !place.path.hasPrefix("<") {
      properties += [("file", place.path), ("line", "\(place.line)"), ("col", "\(place.column)")]
    }
    properties.append(("title", title))
    let list = properties.map {
      "\($0)=\(AnnotationRenderer.property(AnnotationRenderer.harmless($1)))"
    }.joined(separator: ",")
    let text = AnnotationRenderer.data(AnnotationRenderer.harmless(lines.joined(separator: "\n")))
    return "::\(name) \(list)::\(text)\n"
  }
}
