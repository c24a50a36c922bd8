/// The files of a SARIF run and places in them. No absolute path leaves the machine.
struct SARIFLocations {
  private let report: Report
  private let names: [String: Report.FileName]
  private let positions: [String: Int]

  /// Prepares the locations of a report.
  init(_ report: Report) {
    self.report = report
    names = report.fileNames
    positions = Dictionary(
      report.inputs.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Files

  private static func baseID(_ base: Report.FileName.Base) -> String {
    switch base {
    case .workingFolder: "%SRCROOT%"
    case .program: "PROGRAM"
    case .elsewhere: "ELSEWHERE"
    }
  }

  /// What paths are relative to, in words: where these folders lie is nobody's business.
  var bases: JSONValue {
    func base(_ text: String) -> JSONValue {
      .members(["description": .members(["text": .text(text)])])
    }
    let used = Set(report.inputs.map(\.name.base))
    return .object(
      [
        (
          Report.FileName.Base.workingFolder,
          base("The folder in which lacuna ran: the root of the repository.")
        ),
        (.program, base("The rules inside the program; they are no files of the repository.")),
        (.elsewhere, base("Outside the folder in which lacuna ran.")),
      ].filter { used.contains($0.0) }.map { (Self.baseID($0.0), $0.1) })
  }

  /// The input files with their digests.
  var artifacts: JSONValue {
    .list(
      report.inputs.map { input in
        .members([
          "location": artifact(input.name, index: nil),
          "roles": .texts([Self.role(input.role)]), "encoding": "UTF-8",
          "hashes": .members(["sha-256": .text(input.digest)]),
        ])
      })
  }

  private static func role(_ role: Report.Input.Role) -> String {
    switch role {
    case .shippedRules: "toolSpecifiedConfiguration"
    case .rules, .baseline: "userSpecifiedConfiguration"
    case .law: "analysisTarget"
    case .standardInput: "standardStream"
    }
  }

  private func artifact(_ name: Report.FileName, index: Int?) -> JSONValue {
    .members([
      "uri": .text(PercentEncoding.path(name.path)), "uriBaseId": .text(Self.baseID(name.base)),
      "index": index.map { .number($0) },
    ])
  }

  // MARK: Places

  /// A place as a location.
  func location(
    _ place: Report.Place, id: Int? = nil, message: String? = nil, logical: JSONValue? = nil
  ) -> JSONValue {
    let name = names[place.path] ?? Report.FileName(base: .elsewhere, path: "unknown")
    return .members([
      "id": id.map { .number($0) },
      "physicalLocation": .members([
        "artifactLocation": artifact(name, index: positions[place.path]),
        "region": .members([
          "startLine": .number(place.startLine), "startColumn": .number(place.startColumn),
          "endLine": .number(place.endLine), "endColumn": .number(place.endColumn),
        ]),
      ]),
      "logicalLocations": logical.map { [$0] },
      "message": message.map { .members(["text": .text(SARIFText.plain($0))]) },
    ])
  }

  /// The lines that take part in a finding beside the one at which it is shown.
  func related(_ finding: Report.Finding) -> [JSONValue] {
    finding.causes.filter { $0.place != finding.place }.enumerated().map { index, cause in
      let words = cause.words.map { " \"\($0)\"" } ?? ""
      return location(
        cause.place, id: index + 1,
        message: "\(cause.statute) art. \(cause.article), \(cause.element)\(words) (\(cause.evidence))")
    }
  }

  /// Where the treaty rule is written.
  func rule(_ identity: String, id: Int) -> JSONValue? {
    report.rules.first { $0.id == identity }.map { rule in
      location(
        rule.place, id: id, message: "\(rule.id), \(rule.title): \(rule.cite)",
        logical: .members(["fullyQualifiedName": .text(rule.id), "kind": "member"]))
    }
  }
}
