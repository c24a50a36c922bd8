import ArgumentParser
import SourceText

/// The argument parser takes a misspelt command for an argument too many, and cannot say what was meant.
enum MisspeltCommand {
  /// Words that other programs use for what a command does.
  private static let otherNames = [
    "format": "fmt", "compare": "diff", "validate": "check", "elements": "vocabulary",
  ]

  /// Ends the program if the first argument looks like a command and is none.
  static func refuse(_ arguments: [String], among commands: [String]) {
    guard let word = arguments.first, !word.hasPrefix("-"), !commands.contains(word) else { return }
    let nearest = otherNames[word] ?? NameSuggestion.nearest(to: word, among: commands)
    let hint =
      nearest.map { "; did you mean `\($0)`?" } ?? "; the commands are: \(commands.joined(separator: ", "))"
    Terminal.warn(
      "Error: there is no command `\(word)`\(hint)\n  See 'lacuna --help' for more information.\n")
    Lacuna.exit(withError: ExitStatus.wrongUsage.code)
  }
}
