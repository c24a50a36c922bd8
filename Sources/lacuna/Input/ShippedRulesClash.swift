import SourceText

/// Rules of the user's own among the law, which the shipped rules declare too.
struct ShippedRulesClash {
  let own: Set<FileID>
  let diagnostics: DiagnosticBag

  /// What to do about it, before every single name is told.
  var problems: [InputProblem] {
    let isThere = diagnostics.all.contains { diagnostic in
      diagnostic.code == .duplicateName && own.contains(diagnostic.primary.span.file)
        && diagnostic.related.contains { !own.contains($0.span.file) }
    }
    guard isThere else { return [] }
    return [
      InputProblem(
        code: .duplicateName, message: "these files declare names again that the shipped rules have",
        help: [
          "to check against rules of your own instead of the shipped ones, give their folder with `--rules`"
        ])
    ]
  }
}
