import LegalModel

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
    case "depends": "depends"
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

  /// Whether a rule of a level says what must be, or what should be.
  static func obligation(_ level: Level) -> String {
    switch level {
    case .binding, .conditional, .optional: "must"
    case .recommended: "should"
    }
  }

  /// Whose demand a rule of a level is: that of the treaty, or of those who recommend something.
  static func asker(_ level: Level) -> String {
    switch level {
    case .binding, .conditional, .optional: "the treaty"
    case .recommended: "the recommendation"
    }
  }

  /// How many articles of a statute are encoded, and how many of these are not in force on the day.
  static func articles(_ statute: Report.Statute) -> String {
    if statute.articles == 0 { return "0 (none read)" }
    let idle = statute.articles - statute.articlesInForce
    return "\(statute.articles)" + (idle == 0 ? "" : " (\(idle) not in force on this day)")
  }

  /// Text whose long numbers are told in groups of three: `1,000,000 KHR`.
  static func grouped(_ text: String) -> String {
    var result = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !result.isEmpty { result += " " }
      let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      for (index, character) in word.enumerated() {
        if isNumber, index > 0, (word.count - index) % 3 == 0 { result += "," }
        result.append(character)
      }
    }
    return result
  }

  /// What the encoder noted on whole statutes, equal notes of several once: `KHM/tse-2008: …`.
  static func statuteNotes(_ report: Report) -> [String] {
    var notes: [(text: String, statutes: [String])] = []
    for statute in report.statutes {
      for note in statute.notes {
        if let known = notes.firstIndex(where: { $0.text == note }) {
          notes[known].statutes.append(statute.name)
        } else {
          notes.append((note, [statute.name]))
        }
      }
    }
    return notes.map { $0.statutes.joined(separator: ", ") + ": " + $0.text }
  }

  /// The number of things with their name.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }

  /// The levels, highest first.
  static let levels = ["binding", "conditional", "recommended", "optional"]
}
