import LegalModel

/// How loudly other programs show a finding: the three steps that code scanning and annotations know.
enum Seriousness: Sendable {
  /// A binding obligation is not met.
  case error
  /// A conditional obligation is not met, or whether a binding one is met depends on what is not settled.
  case warning
  /// Everything else: what treaty bodies recommend, what a treaty allows, and open questions about those; and that a
  /// waiver can be removed.
  case note

  /// How loud a finding is.
  init(_ finding: Report.Finding) {
    guard finding.failsRuns else {
      self = .note
      return
    }
    switch Level(rawValue: finding.level) {
    case .binding?: self = finding.isUndecided ? .warning : .error
    case .conditional?: self = finding.isUndecided ? .note : .warning
    case .recommended?, .optional?, nil: self = .note
    }
  }
}

extension Report.Finding {
  /// What a person reads who sees nothing but this finding: one sentence first, then a line each for the rest.
  var account: [String] {
    // Elsewhere a heading says that what follows is open; here nothing stands beside the finding.
    let opening = isUndecided ? "Depends on what is not settled: \(text)" : text
    var lines = [opening, "For example: \(exampleText)."]
    if let claim { lines.append("Relied on: \(claim).") }
    lines += nearest.map { $0.hasPrefix("punished by") ? $0 : "Nearest: \($0)" }
    lines += decision
    if !remedy.isEmpty { lines.append("Remedy: " + remedy.joined(separator: " ")) }
    if let proof { lines.append(proof) }
    if let missing = missingRemedy { lines.append("Remedy: " + missing) }
    lines.append("Evidence: \(evidence).")
    return lines
  }
}

extension Report {
  /// The names under which input files may leave the machine, by path as given.
  var fileNames: [String: FileName] {
    Dictionary(inputs.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// What and whose law was checked, in one line: a report on a draft is never taken for one on the law.
  var subject: String {
    "\(header.jurisdiction) against \(header.instrument)" + AmendmentWording.titleSuffix(self)
  }

  /// What a reader must know before the results, a sentence each, without paths that may not leave the machine.
  var preliminaries: [String] {
    let names = fileNames
    return [AmendmentWording.notice(self)].compactMap { $0 }
      + AmendmentWording.lines(self) { names[$0]?.path ?? "" }
      + AcceptanceWording.baseline(self) { names[$0]?.path ?? "" } + warnings
  }
}
