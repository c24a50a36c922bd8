import ArgumentParser

/// The command-line tool.
@main struct Lacuna: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lacuna",
    abstract: "Checks whether national law does what a treaty obliges it to do.",
    discussion: """
      Examples:
        lacuna init XA                      a small law to begin with, in Statutes/XA
        lacuna check Statutes/KHM           the result on the terminal
        lacuna check Statutes/KHM --format markdown --output report.md
        lacuna check Statutes/KHM --reading literal --as-of 2015-01-30
        lacuna diff Statutes/KHM --with Statutes/KHM/drafts/bill-a.lacuna
        lacuna lint Statutes/XA             what is allowed in files and seldom meant
        lacuna rules                        the obligations that are checked
        lacuna vocabulary means             the values of one element
        lacuna explain element-added        what a kind of finding means

      Exit status: 0 nothing at or above --fail-on; 1 findings at or above it; 2 an input is wrong; 64 usage.
      """,
    version: Version.current,
    subcommands: [
      InitCommand.self, CheckCommand.self, DiffCommand.self, LintCommand.self, ConsolidateCommand.self,
      RulesCommand.self, VocabularyCommand.self, ExplainCommand.self, FormatCommand.self,
    ])

  static func main() {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    MisspeltCommand.refuse(Array(CommandLine.arguments.dropFirst()), among: commands)
    main(nil)
  }
}

/// The version of the program.
enum Version {
  /// Semantic version.
  static let current = "0.1.0"
}
