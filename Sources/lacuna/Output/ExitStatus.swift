import ArgumentParser

/// How a run ends. "The law has gaps" is never confused with "an input is wrong".
enum ExitStatus: Int32 {
  /// Nothing at or above the level that fails.
  case clean = 0
  /// Findings at or above the level that fails.
  case findings = 1
  /// An input is wrong, or a limit was passed.
  case inputWrong = 2
  /// The command line is wrong; the argument parser's own status.
  case wrongUsage = 64

  /// The error that ends the run with this status.
  var code: ExitCode { ExitCode(rawValue) }

  /// Ends the run at once, before anything that `kept` holds is given back: the system takes all memory back together,
  /// which is quicker than piece by piece.
  func end<Kept>(keeping kept: Kept) -> Never {
    withExtendedLifetime(kept) { Lacuna.exit(withError: code) }
  }
}

extension ParsableCommand {
  /// Says what is wrong with the command line, in the form of the argument parser. Errors of type `ValidationError`
  /// that a running command throws would be shown with the usage of the whole program.
  ///
  /// - Returns: the error that ends the run.
  static func wrongUsage(_ message: String) -> ExitCode {
    let name = configuration.commandName.map { $0 + " " } ?? ""
    Terminal.warn("Error: \(message)\n  See 'lacuna \(name)--help' for more information.\n")
    return ExitStatus.wrongUsage.code
  }
}
