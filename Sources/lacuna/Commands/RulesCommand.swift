import ArgumentParser
import LegalModel

/// `lacuna rules`: what is checked.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the obligations that are checked.",
    discussion: """
      Examples:
        lacuna rules
        lacuna rules --level recommended
        lacuna explain 3.1.c
      """)

  @Option(help: "Only rules of this level: binding, conditional, recommended, optional.")
  var level: Level?

  @Option(
    help: ArgumentHelp("A folder of rules instead of the shipped ones.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  func run() throws {
    let workspace = Workspace(paths: [], rules: rules)
    try Terminal.report(workspace)
    var text = ""
    for instrument in workspace.corpus.instruments {
      text += "\(instrument.name): \(instrument.title)\n"
      let shown = instrument.rules.map { workspace.corpus[$0] }.filter { level == nil || $0.level == level }
      let width = shown.map(\.name.count).max() ?? 0
      for rule in shown {
        let name = rule.name + String(repeating: " ", count: width - rule.name.count)
        let weight = rule.level.rawValue + String(repeating: " ", count: 11 - rule.level.rawValue.count)
        text += "  \(name)  \(weight)  \(rule.title) – \(rule.cite ?? rule.source ?? "")\n"
      }
    }
    Terminal.print(text)
  }
}
