import ArgumentParser
import LegalModel
import SourceText

/// `lacuna vocabulary`: the words of the language.
struct VocabularyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary", abstract: "List the elements of offences, or the values of one element.",
    discussion: """
      Examples:
        lacuna vocabulary
        lacuna vocabulary means
        lacuna vocabulary "capacity of the offender"
      """)

  @Argument(
    help: "An element, by its name or by the title that reports print; without it all elements are listed.",
    completion: Completions.elements)
  var element: String?

  @Option(
    help: ArgumentHelp("A folder of rules instead of the shipped ones.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  func run() throws {
    let workspace = Workspace(paths: [], rules: rules)
    try Terminal.report(workspace)
    let vocabulary = workspace.corpus.vocabulary
    guard let element else {
      let width = vocabulary.elements.map(\.name.count).max() ?? 0
      Terminal.print(
        vocabulary.elements.map { declared in
          declared.name + String(repeating: " ", count: width - declared.name.count) + "  " + declared.meaning
            + "\n"
        }.joined())
      return
    }
    // Reports print titles.
    let titled = vocabulary.elements.first { $0.title.lowercased() == element.lowercased() }
    guard let id = vocabulary.element(named: titled?.name ?? element) else {
      let names = vocabulary.elements.flatMap { [$0.name, $0.title] }
      let nearest = NameSuggestion.nearest(to: element, among: names)
      let list = CommandText.vocabulary(element: nil).text(rules: rules.map(StarterLaw.quoted))
      throw Self.wrongUsage(
        "there is no element `\(element)`"
          + (nearest.map { "; did you mean `\($0)`?" } ?? "; `\(list)` lists them"))
    }
    Terminal.print(Self.describe(vocabulary[id]))
  }

  /// An element with its values and groups.
  static func describe(_ element: Element) -> String {
    var text = "\(element.name): \(element.title)\n  \(element.meaning)\n  Source: \(element.source)\n"
    switch element.domain {
    case .numbers(let range, let unit):
      text +=
        "  Numbers from \(range.lowerBound) to \(range.upperBound) \(unit); the last stands for all above it too.\n"
    case .values(let values, let groups):
      text += "Values\n"
      for value in values {
        let residual = value.isResidual ? " (residual: what is not listed)" : ""
        text += "  \(value.name)\(residual)\n    \(value.meaning)\n    Source: \(value.source)\n"
      }
      if !groups.isEmpty { text += "Groups\n" }
      for group in groups {
        let members = group.members.positions.map { values[$0].name }.joined(separator: ", ")
        text += "  \(group.name): \(members)\n    \(group.meaning)\n    Source: \(group.source)\n"
      }
    }
    if case .values(let set)? = element.defaultSelection {
      text +=
        "Default: \(set.positions.map { element.values[$0].name }.joined(separator: ", ")) (what silence means)\n"
    }
    return text
  }
}
