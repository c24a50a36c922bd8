import ArgumentParser

/// How a run ends. "The law has gaps" is never confused with "an input is wrong".
enum ExitStatus: Int32 {
  /// Nothing at or above the level that fails.
  case clean = 0
  /// Findings at or above the level that fails.
  case findings = 1
  /// An input is wrong, or a limit was passed.
  case inputWrong = 2
  // 64, wrong usage, is the argument parser's.

  /// The error that ends the run with this status.
  var code: ExitCode { ExitCode(rawValue) }
}
