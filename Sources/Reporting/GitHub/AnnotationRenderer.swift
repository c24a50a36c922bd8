/// Findings as workflow commands, which GitHub Actions shows at the lines of a pull request.
///
/// GitHub shows ten errors, ten warnings and ten notices of a step, so the most serious findings come first.
public struct AnnotationRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// Renders what to know before the results, then a line for each finding. Findings that say the same of the same
  /// lines share one, and so do cases that the same answers decide. What a waiver accepts has none.
  public func render(_ report: Report) -> String {
    let names = report.fileNames
    let title = Self.property(Self.harmless(report.subject))
    let baseline = AcceptanceWording.baseline(report) { names[$0]?.path ?? "" }
    let known = [AmendmentWording.notice(report)].compactMap { $0 } + baseline.prefix(1) + report.warnings
    let notices = known.map { "::notice title=\(title)::\(Self.data(Self.harmless($0)))\n" }
    let settled = EqualFindings.groups(of: report.openFindings.filter { !$0.isUndecided }).map { group in
      let rules = "Rules: \(group.rules.joined(separator: ", ")); \(group.first.cite)."
      return command(group.first, group.rules, group.first.account + [rules], names)
    }
    let open = OpenCases.groups(of: report.openFindings.filter(\.isUndecided)).compactMap { group in
      group.cases.first.map { cases in
        command(
          cases.first, group.cases.flatMap(\.rules), group.decision + group.cases.map { told($0) }, names)
      }
    }
    return (notices + settled + open).joined()
  }

  private func told(_ cases: OpenCases.Cases) -> String {
    "\(cases.rules.joined(separator: ", ")): \(cases.first.text) For example: \(cases.first.exampleText)."
  }

  /// Text of a report, made harmless on a stream that GitHub Actions reads: `::` at the head of a line would begin a
  /// command, `##[` one of the old form wherever it stands.
  public static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: (Unicode.Scalar, Unicode.Scalar) = ("\n", "\n")
    var isHead = true
    for scalar in text.unicodeScalars {
      let startsOldCommand = scalar == "[" && last == ("#", "#")
      let startsCommand = scalar == ":" && last.1 == ":" && isHead
      if startsOldCommand || startsCommand { result.append(" ") }
      result.append(scalar)
      switch scalar {
      case "\n", "\r": isHead = true
      case ":", " ", "\t": break
      default: isHead = false
      }
      last = (last.1, scalar)
    }
    return String(result)
  }

  private func command(
    _ finding: Report.Finding, _ rules: [String], _ message: [String], _ names: [String: Report.FileName]
  ) -> String {
    var properties: [(String, String)] = []
    if let place = finding.place, let name = names[place.path], name.base == .workingFolder {
      properties += [
        ("file", name.path), ("line", "\(place.startLine)"), ("endLine", "\(place.endLine)"),
      ]
      // GitHub takes columns only of stretches within one line.
      if place.startLine == place.endLine {
        properties += [("col", "\(place.startColumn)"), ("endColumn", "\(place.endColumn)")]
      }
    }
    let others = Set(rules).count > 1 ? " and others" : ""
    properties.append(("title", "\(finding.rule)\(others): \(finding.kind) (\(finding.level))"))
    let list = properties.map { "\($0)=\(Self.property(Self.harmless($1)))" }.joined(separator: ",")
    let text = Self.data(Self.harmless(message.joined(separator: "\n")))
    return "::\(name(Seriousness(finding))) \(list)::\(text)\n"
  }

  private func name(_ seriousness: Seriousness) -> String {
    switch seriousness {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// The message of a command: `%`, CR and LF would end or change it. Other control characters go.
  static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default:
        if scalar.value >= 0x20 && scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The value of a property, in which `:` and `,` would end it as well.
  static func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
