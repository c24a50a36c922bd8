import SourceText

/// Looks for the part that an edit names among the parts of one kind.
struct PartSearch<Part> {
  /// What the parts are called: `offence`.
  let kind: String
  /// The parts, in the order of the text.
  let parts: [Part]
  /// The name of a part; nil for a part without one.
  let name: (Part) -> String?
  /// Where a part stands.
  let span: (Part) -> SourceSpan
  /// What holds the parts: `article 12`.
  let home: String
  /// Where it stands.
  let homeSpan: SourceSpan

  /// The position of the part of a name, or of the only part if no name is given. What is not there, or could be one of
  /// several, is reported at `place`.
  func position(of wanted: String?, at place: SourceSpan, _ log: inout EditLog) -> Int? {
    let found = parts.indices.filter { wanted == nil || name(parts[$0]) == wanted }
    if found.count == 1 { return found[0] }
    let wantedPart = wanted.map { "\(kind) `\($0)`" } ?? kind
    if found.isEmpty {
      log.report(
        .amendedPartMissing, "\(home) has no \(wantedPart)", at: place,
        related: [Diagnostic.Label(homeSpan, "this one")], help: missingHelp(wanted))
    } else {
      let names = parts.compactMap(name)
      log.report(
        .amendedPartAmbiguous,
        wanted == nil
          ? "\(home) has \(found.count) parts of the kind `\(kind)`"
          : "\(home) has \(wantedPart) more than once",
        at: place,
        related: found.prefix(2).map { Diagnostic.Label(span(parts[$0]), "it could be this one") },
        help: [
          wanted == nil && !names.isEmpty
            ? "name the one that is meant: " + names.map { "`\($0)`" }.joined(separator: ", ")
            : "write the article anew with `replace article`"
        ])
    }
    return nil
  }

  private func missingHelp(_ wanted: String?) -> [String] {
    let names = parts.compactMap(name)
    if let wanted {
      let begun = names.filter { $0.lowercased().hasPrefix(wanted.lowercased()) }
      if begun.count > 1 {
        return ["one of these is meant: " + begun.map { "`\($0)`" }.joined(separator: ", ")]
      }
    }
    if let wanted, let nearest = NameSuggestion.nearest(to: wanted, among: names) {
      return ["did you mean `\(nearest)`?"]
    }
    if names.isEmpty { return parts.isEmpty ? [] : ["its \(kind) has no name: write none"] }
    return ["there are " + names.map { "`\($0)`" }.joined(separator: ", ")]
  }
}
