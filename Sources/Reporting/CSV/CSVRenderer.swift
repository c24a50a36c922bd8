/// The report as a table for spreadsheet programs and for statistics.
public struct CSVRenderer: Sendable {
  /// Which table.
  public enum Table: Hashable, Sendable {
    /// A row for each finding.
    case findings
    /// A row for each value of each element of each rule.
    case concordance
  }

  private let table: Table

  /// Makes a renderer.
  public init(_ table: Table) { self.table = table }

  /// Renders the table with its header row. Several things in one cell are separated by ` | `.
  public func render(_ report: Report) -> String {
    switch table {
    case .findings: findings(report)
    case .concordance: concordance(report)
    }
  }

  /// A column: its name in the header row, and what it says of a row.
  private typealias Column<Row> = (name: String, cell: (Row) -> String)

  private func render<Row>(_ columns: [Column<Row>], _ rows: [Row]) -> String {
    CSVText.render(head: columns.map(\.name), rows: rows.map { row in columns.map { $0.cell(row) } })
  }

  /// What tells one run from another, so that tables of several States can be put below each other.
  private func runColumns<Row>(_ report: Report) -> [Column<Row>] {
    let header = report.header
    let drafts = joined(AmendmentWording.draftNames(report))
    return [
      ("jurisdiction", { _ in header.jurisdiction }), ("instrument", { _ in header.instrument }),
      ("as_of", { _ in header.asOf }), ("drafts", { _ in drafts }),
    ]
  }

  private func joined(_ things: [String]) -> String { things.joined(separator: " | ") }

  // MARK: Findings

  private func findings(_ report: Report) -> String {
    let names = report.fileNames
    let columns: [Column<Report.Finding>] =
      runColumns(report) + identity + wording
      + [
        ("file", { finding in finding.place.flatMap { names[$0.path]?.path } ?? "" }),
        ("line", { finding in finding.place.map { String($0.startLine) } ?? "" }),
      ] + rest + [("accepted", { AcceptanceWording.justification($0, report) ?? "" })]
    return render(columns, report.findings)
  }

  private var identity: [Column<Report.Finding>] {
    [
      ("number", { String($0.number) }), ("id", { $0.id }), ("level", { $0.level }), ("kind", { $0.kind }),
      ("logic", { $0.logic }), ("rule", { $0.rule }), ("rules", { joined($0.rules) }),
      ("rule_title", { $0.ruleTitle }), ("cite", { $0.cite }),
    ]
  }

  private var wording: [Column<Report.Finding>] {
    [("finding", { $0.text }), ("example", { $0.exampleText })]
  }

  private var rest: [Column<Report.Finding>] {
    [
      ("statute", { $0.causes.first?.statute ?? "" }), ("article", { $0.causes.first?.article ?? "" }),
      ("element", { $0.causes.first?.element ?? "" }), ("words", { $0.causes.first?.words ?? "" }),
      ("claim", { $0.claim ?? "" }), ("nearest", { joined($0.nearest) }),
      ("decision", { joined($0.decision) }), ("remedy", { joined($0.remedy) }),
      ("proof", { $0.proof ?? "" }), ("evidence", { $0.evidence }),
      ("complete", { $0.isComplete ? "yes" : "no" }),
    ]
  }

  // MARK: Concordance

  /// A rule with one row of its matrix; a rule without a matrix, such as one on penalties, still has its verdict.
  private typealias Entry = (rule: Report.Rule, row: Report.MatrixRow?)

  private func concordance(_ report: Report) -> String {
    let entries = report.rules.flatMap { rule -> [Entry] in
      rule.elements.isEmpty ? [(rule, nil)] : rule.elements.map { (rule, $0) }
    }
    return render(runColumns(report) + ruleColumns + rowColumns, entries)
  }

  private var ruleColumns: [Column<Entry>] {
    [
      ("level", { $0.rule.level }), ("rule", { $0.rule.id }), ("rule_title", { $0.rule.title }),
      ("cite", { $0.rule.cite }), ("verdict", { $0.rule.verdict }), ("required", { $0.rule.required }),
      ("covered", { $0.rule.covered }), ("depends", { $0.rule.depends }), ("gap", { $0.rule.gap }),
      ("unverified", { $0.rule.unverified }),
    ]
  }

  private var rowColumns: [Column<Entry>] {
    [
      ("element", { $0.row?.element ?? "" }), ("element_title", { $0.row?.title ?? "" }),
      ("values", { joined($0.row?.values ?? []) }), ("values_in_words", { $0.row?.text ?? "" }),
      ("status", { $0.row?.status ?? "" }), ("articles", { joined($0.row?.by ?? []) }),
    ]
  }
}
