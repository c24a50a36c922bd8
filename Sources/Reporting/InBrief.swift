import GapAnalysis
import LegalModel

/// What the findings of a level come down to: the lines of the law that cause them, what is to be settled, and what would
/// close them. Many findings have few causes; whoever reads one page reads this one.
struct InBrief {
  /// A requirement of an article, with the findings that it causes.
  struct Line {
    /// `KHM/tse-2008 art. 40`; nil where no article is the cause.
    let place: String?
    /// What it asks for: `medium: in photographs or in films or videos`.
    let asks: String
    /// The words of the law.
    let words: String?
    /// The reading or other version of the article in which it stands; nil where it is the text itself.
    let version: String?
    /// How it is known.
    let evidence: String?
    /// The rules, each once.
    fileprivate(set) var rules: [String] = []
    /// The numbers of the findings about cases that no provision reaches, or that are punished wrongly or too lightly.
    fileprivate(set) var open: [Int] = []
    /// The numbers of the findings about what one provision adds.
    fileprivate(set) var defects: [Int] = []
  }

  /// Something that is not settled, with the findings that depend on it.
  struct Matter {
    /// What has to be found out.
    let question: String
    /// The rules, each once.
    fileprivate(set) var rules: [String] = []
    /// The numbers of the findings.
    fileprivate(set) var findings: [Int] = []
  }

  /// Edits that were shown to work, with the findings that they close.
  struct Remedy {
    /// All the edits.
    let edits: String
    /// The numbers of the findings.
    fileprivate(set) var findings: [Int] = []
  }

  /// The level.
  let level: String
  /// The requirements, in the order of the law.
  private(set) var lines: [Line] = []
  /// What is not settled, in the order of the report.
  private(set) var matters: [Matter] = []
  /// What would close findings, in the order of the report.
  private(set) var remedies: [Remedy] = []
  /// The names of all rules, in the order of the report.
  private let rules: [String]
  private let instrument: String

  /// So many findings are read as quickly without an overview.
  private static let few = 5

  /// One for each level with findings that nobody accepts, highest first. Empty if the findings are few.
  static func levels(of report: Report) -> [InBrief] {
    let open = report.openFindings
    guard open.count > few else { return [] }
    return ReportWords.levels.compactMap { level in
      let findings = open.filter { $0.level == level }
      return findings.isEmpty ? nil : InBrief(level: level, findings, report)
    }
  }

  private init(level: String, _ findings: [Report.Finding], _ report: Report) {
    self.level = level
    rules = report.rules.map(\.id)
    instrument = report.header.instrument
    var places: [Position] = []
    for finding in findings {
      for question in finding.questions { add(question, finding) }
      if finding.isUndecided { continue }
      for (position, line) in Self.causes(finding) { add(line, at: position, finding, &places) }
      if !finding.remedy.isEmpty { add(finding.remedy.joined(separator: " "), finding.number) }
    }
    lines = lines.indices.sorted { places[$0] < places[$1] }.map { lines[$0] }
    for index in lines.indices { lines[index].rules = short(lines[index].rules) }
    for index in matters.indices { matters[index].rules = short(matters[index].rules) }
  }

  // MARK: Adding findings

  private mutating func add(_ question: String, _ finding: Report.Finding) {
    let known = matters.firstIndex { $0.question == question }
    if known == nil { matters.append(Matter(question: question)) }
    matters[known ?? matters.endIndex - 1].rules += finding.rules
    matters[known ?? matters.endIndex - 1].findings.append(finding.number)
  }

  private mutating func add(_ edits: String, _ number: Int) {
    let known = remedies.firstIndex { $0.edits == edits }
    if known == nil { remedies.append(Remedy(edits: edits)) }
    remedies[known ?? remedies.endIndex - 1].findings.append(number)
  }

  /// Equal requirements of several paragraphs of an article are told once.
  private mutating func add(
    _ line: Line, at position: Position, _ finding: Report.Finding, _ places: inout [Position]
  ) {
    let known = lines.firstIndex {
      $0.place == line.place && $0.asks == line.asks && $0.words == line.words && $0.version == line.version
        && $0.evidence == line.evidence
    }
    if let known {
      places[known] = min(places[known], position)
    } else {
      lines.append(line)
      places.append(position)
    }
    let index = known ?? lines.endIndex - 1
    lines[index].rules += finding.rules
    if finding.logic == "defect" {
      if lines[index].defects.last != finding.number { lines[index].defects.append(finding.number) }
    } else if lines[index].open.last != finding.number {
      lines[index].open.append(finding.number)
    }
  }

  // MARK: Causes

  /// Where a requirement stands; what has no line comes last, by kind.
  private struct Position: Comparable {
    let kind: String
    let path: String
    let line: Int

    static func < (left: Position, right: Position) -> Bool {
      (left.kind, left.path, left.line) < (right.kind, right.path, right.line)
    }
  }

  private static func causes(_ finding: Report.Finding) -> [(Position, Line)] {
    if finding.causes.isEmpty {
      let summary = FindingKind(rawValue: finding.kind)?.explanation.summary ?? finding.kind
      return [
        (
          Position(kind: finding.kind, path: "", line: 0),
          Line(place: nil, asks: summary, words: nil, version: nil, evidence: nil)
        )
      ]
    }
    return finding.causes.map { cause in
      (
        Position(kind: "", path: cause.path, line: cause.line),
        Line(
          place: "\(cause.statute) art. \(cause.article)", asks: cause.asks, words: cause.words,
          version: cause.version, evidence: cause.evidence)
      )
    }
  }

  /// The names of rules, each once and in the order of the report, without that of the treaty, which stands above.
  private func short(_ names: [String]) -> [String] {
    let names = Set(names)
    return rules.filter { names.contains($0) }.map { name in
      name.hasPrefix(instrument + " ") ? String(name.dropFirst(instrument.count + 1)) : name
    }
  }
}
