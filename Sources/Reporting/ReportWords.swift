/// Words that several renderers share.
enum ReportWords {
  /// A verdict in plain words.
  static func verdict(_ rule: Report.Rule) -> String { verdict(rule.verdict) }

  /// A verdict in plain words, from its name.
  static func verdict(_ name: String) -> String {
    switch name {
    case "satisfied": "satisfied"
    case "partly": "partly"
    case "not-satisfied": "not satisfied"
    case "depends": "open"
    case "not-applicable": "not applicable (reservation)"
    default: name
    }
  }

  /// The status of a row of the element matrix in plain words.
  static func status(_ row: Report.MatrixRow) -> String {
    switch row.status {
    case "covered": "covered"
    case "partly": "partly"
    case "not-covered": "**not covered**"
    case "depends": "depends"
    default: row.status
    }
  }

  /// A level as a heading.
  static func level(_ level: String) -> String {
    switch level {
    case "binding": "Binding: the text of the treaty"
    case "conditional": "Conditional: the treaty says \"subject to national law\" or the like"
    case "recommended":
      "Recommended: views of a treaty body, or a stated convention; not the text of the treaty"
    case "optional": "Optional: the treaty says \"may\""
    default: level
    }
  }

  /// The number of things with their name.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }

  /// The levels, highest first.
  static let levels = ["binding", "conditional", "recommended", "optional"]
}
