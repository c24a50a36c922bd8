/// Feeds the program with damaged files, as many as time allows.
///
/// Built plainly it runs the files and folders of the command line once, so that what was found stays mended. Built
/// for libFuzzer (see the page *Hardening*), it invents files:
///
///     lacuna-fuzz parse FILE…      the reading and the layout of one file
///     lacuna-fuzz check FILE…      the whole way to the report, with the shipped rules
@main struct Fuzz {
  static func main() {
    guard CommandLine.arguments.count > 1, let mode = Mode(rawValue: CommandLine.arguments[1]) else {
      fatalError("usage: lacuna-fuzz parse|check FILE…")
    }
    #if FUZZING
      Driver.run(mode)
    #else
      Replay.run(mode, Array(CommandLine.arguments.dropFirst(2)))
    #endif
  }
}

/// What is done with the bytes of a file.
enum Mode: String {
  /// Reading and layout.
  case parse
  /// Reading, names, the check, and the report.
  case check

  /// Does it. Ends the process if the program contradicts itself.
  func feed(_ bytes: [UInt8]) {
    switch self {
    case .parse: ReadingProbe.feed(bytes)
    case .check: CheckProbe.feed(bytes)
    }
  }
}
