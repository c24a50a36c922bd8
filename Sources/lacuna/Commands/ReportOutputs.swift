import ArgumentParser
import Reporting

/// The options `--format` and `--output`, shared by all commands that make a report: one run, several reports.
struct ReportOutputs: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The form of a report; text if none is named. May be repeated.", valueName: "format"))
  var format: [ReportFormat] = []

  @Option(
    help: ArgumentHelp(
      "Write the report to a file instead of standard output; stands after its --format. May be repeated.",
      valueName: "file"))
  var output: [String] = []

  func validate() throws {
    if let mistake = OutputPlan.make(self, in: CommandLine.arguments).mistake {
      throw ValidationError(mistake)
    }
  }

  /// Writes every report that was asked for.
  ///
  /// All are rendered before the first is written; a file that cannot be written does not keep the others back.
  ///
  /// - Parameter render: makes the text of a form; told whether it goes to standard output.
  func deliver(_ render: (ReportFormat, _ isForTerminal: Bool) throws -> String) throws {
    let rendered = try OutputPlan.make(self, in: CommandLine.arguments).destinations.map { destination in
      (text: try render(destination.format, destination.path == nil), path: destination.path)
    }
    var failure: (any Error)?
    for report in rendered {
      do { try Terminal.deliver(report.text, to: report.path) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

/// Which report goes where.
struct OutputPlan: Equatable {
  /// One report and the file it goes to; nil stands for standard output.
  struct Destination: Equatable {
    var format: ReportFormat
    var path: String?
  }

  /// An option as it stands on the command line.
  enum Mark: Equatable {
    case format(ReportFormat)
    case output(String)
  }

  /// In the order given.
  private(set) var destinations: [Destination] = []
  /// Why the options do not fit together; nil if they do.
  private(set) var mistake: String?

  /// Pairs the options of a command line. The parser says which values there are, but not in which order options of
  /// different names stood, so that is read from the line itself.
  static func make(_ outputs: ReportOutputs, in arguments: [String]) -> OutputPlan {
    OutputPlan(marks: marks(outputs, in: arguments))
  }

  /// Pairs options: an output belongs to the format that it follows.
  init(marks: [Mark]) {
    switch marks.count {
    case 2 where marks[0].isOutput && !marks[1].isOutput: pair([marks[1], marks[0]])
    case _ where !marks.contains { !$0.isOutput }: pair([.format(.text)] + marks)
    case _: pair(marks)
    }
  }

  private mutating func pair(_ marks: [Mark]) {
    var isOpen = false
    for mark in marks {
      switch mark {
      case .format(let format):
        destinations.append(Destination(format: format))
        isOpen = true
      case .output(let path):
        guard isOpen else {
          mistake =
            mistake
            ?? "the file `\(path)` has no --format of its own; write each --output after its --format"
          continue
        }
        destinations[destinations.count - 1].path = path == "-" ? nil : path
        isOpen = false
      }
    }
    mistake = mistake ?? clash
  }

  private var clash: String? {
    let open = destinations.filter { $0.path == nil }
    if open.count > 1 {
      let names = open.map { "`\($0.format.rawValue)`" }.joined(separator: " and ")
      return "only one report can go to standard output, not \(names); give the others an --output"
    }
    let paths = destinations.compactMap(\.path)
    let twice = paths.enumerated().first { paths[..<$0.offset].contains($0.element) }
    return twice.map { "two reports cannot go to the same file `\($0.element)`" }
  }

  /// The options in the order of the line. Values cannot look like options, and behind `--` there are none.
  private static func marks(_ outputs: ReportOutputs, in arguments: [String]) -> [Mark] {
    var formats = outputs.format[...]
    var paths = outputs.output[...]
    var marks: [Mark] = []
    for argument in arguments.prefix(while: { $0 != "--" }) {
      let name = argument.prefix { $0 != "=" }
      if name == "--format", let format = formats.popFirst() {
        marks.append(.format(format))
      } else if name == "--output", let path = paths.popFirst() {
        marks.append(.output(path))
      }
    }
    return marks
  }
}

extension OutputPlan.Mark {
  var isOutput: Bool {
    switch self {
    case .format: false
    case .output: true
    }
  }
}
