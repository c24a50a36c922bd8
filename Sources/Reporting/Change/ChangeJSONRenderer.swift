#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The comparison of two states of the law as JSON, version 1. Names are stable: a change of meaning gets a new number.
public struct ChangeJSONRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders a report as UTF-8 text with sorted keys and a final line feed.
  public func render(_ report: ChangeReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(ChangeJSON(report)), as: UTF8.self) + "\n"
  }
}

private struct ChangeJSON: Encodable {
  struct Outside: Encodable {
    let moves: [Move]
    let remark: String?
  }

  struct Move: Encodable {
    let rules: [String]
    let level: String
    let direction: String
    let from: String
    let to: String
    let region: [String: [String]]
    let text: String
    let example: [String: String]
    let before: [String]
    let after: [String]
    let causes: [String]
    let nearest: [String]
    let places: [ChangeReport.Place]
    let decision: [String]

    init(_ move: ChangeReport.Move) {
      rules = move.rules
      level = move.level
      direction = move.direction
      from = move.from
      to = move.to
      region = move.region
      text = move.text
      example = move.example
      before = move.before
      after = move.after
      causes = move.causes
      nearest = move.nearest
      places = move.places
      decision = move.decision
    }
  }

  struct Findings: Encodable {
    let opened: [ChangeReport.Finding]
    let closed: [ChangeReport.Finding]
    let unchanged: [ChangeReport.Finding]
  }

  struct Named: Encodable {
    let id: String
    let title: String
  }

  let changeReportVersion = 1
  let tool: String
  let notice: String
  let jurisdiction: Named
  let instrument: String
  let before: ChangeReport.State
  let after: ChangeReport.State
  let rules: [ChangeReport.Rule]
  let moves: [Move]
  let outside: Outside
  let onlyBefore: [String]
  let onlyAfter: [String]
  let findings: Findings
  let notes: [String]

  init(_ report: ChangeReport) {
    tool = report.tool
    notice = Report.notice
    jurisdiction = Named(id: report.jurisdiction, title: report.jurisdictionTitle)
    instrument = report.instrument
    before = report.before
    after = report.after
    rules = report.rules
    moves = report.moves.map { Move($0) }
    outside = Outside(moves: report.outside.map { Move($0) }, remark: report.outsideRemark)
    onlyBefore = report.onlyBefore
    onlyAfter = report.onlyAfter
    findings = Findings(opened: report.opened, closed: report.closed, unchanged: report.unchanged)
    notes = report.notes
  }
}
