public import ArgumentParser
public import LegalModel
public import LegalSyntax
import Reporting

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }

  /// Reads a day of the command line.
  ///
  /// - Throws: what to write instead, if it is none.
  static func reading(_ argument: String) throws -> CalendarDate {
    if let day = CalendarDate(argument) { return day }
    if argument.split(separator: "-").map(\.utf8.count) == [4, 2, 2] {
      throw ValidationError("there is no such day in the calendar")
    }
    let meant = WordedDate([argument]).meant ?? "a day in this form, for example 2015-01-30"
    throw ValidationError("days are written year-month-day: \(meant)")
  }
}

extension Level: ExpressibleByArgument {}
extension EvidenceGrade: ExpressibleByArgument {}

/// Which state of the law is wanted.
struct StateOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Law and obligations in force on this day, for example 2015-01-30. Default: today.", valueName: "date"),
    transform: CalendarDate.reading)
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Apply the amendments of this file, bills too. May be repeated; the order is that of application.",
      valueName: "file"))
  var with: [String] = []

  /// The day whose law is wanted.
  var day: CalendarDate { asOf ?? CalendarDate.today }
}

/// From which level on findings make the run fail.
enum FailLevel: ExpressibleByArgument {
  /// This level and those above.
  case level(Level)
  /// Findings never fail the run.
  case never

  init?(argument: String) {
    if argument == "never" {
      self = .never
    } else if let level = Level(rawValue: argument) {
      self = .level(level)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { Level.allCases.map(\.rawValue) + ["never"] }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  var defaultValueDescription: String {
    switch self {
    case .level(let level): level.rawValue
    case .never: "never"
    }
  }

  /// Whether a report holds a finding that fails the run.
  func fails(_ report: Report) -> Bool {
    switch self {
    case .never: false
    case .level(let lowest):
      report.findings.contains { finding in
        finding.canFail && (Level(rawValue: finding.level).map { $0 >= lowest } ?? true)
      }
    }
  }
}
