import ArgumentParser
import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import SourceText

/// What is asked of the law: which rules of which treaty, how read, at which level.
struct QuestionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The treaty, by its short name. Default: the only one that the rules hold.", valueName: "treaty"),
    completion: Completions.instruments)
  var against: String?

  @Option(
    help: ArgumentHelp("Only this rule; 3.1.* stands for all below 3.1. May be repeated.", valueName: "id"),
    completion: Completions.rules)
  var rule: [String] = []

  @Option(
    help: ArgumentHelp(
      "Fix one authority's reading wherever an article has it. Default: all readings count.",
      valueName: "name"))
  var reading: String?

  @Option(help: "Show rules at this level and above: binding, conditional, recommended, optional.")
  var level: Level?

  @Option(
    help: ArgumentHelp(
      "The weakest evidence that covers for certain: text, secondary, unverified.", valueName: "grade"))
  var evidence: EvidenceGrade = .unverified

  @Option(
    help: ArgumentHelp("A folder of rules instead of the shipped ones.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  /// Whether a rule is asked.
  func isWanted(_ candidate: Rule) -> Bool {
    if let level, candidate.level < level { return false }
    return rule.isEmpty
      || rule.contains {
        RulePattern($0).matches(candidate.name) || RulePattern($0).matches(candidate.identity)
      }
  }

  /// Whose law it is, on which day, how read.
  func scope(_ workspace: Workspace, asOf day: CalendarDate) throws -> CheckScope {
    let states = workspace.jurisdictions
    guard let jurisdiction = states.first, !workspace.corpus.statutes.isEmpty else {
      throw MissingLaw(workspace: workspace).problem.reported(about: workspace.label)
    }
    guard states.count == 1 else {
      throw workspace.reportSeveralStates(states)
    }
    return CheckScope(jurisdiction: jurisdiction, asOf: day, reading: reading, evidence: evidence)
  }

  /// The treaty that is asked.
  func instrument(_ workspace: Workspace, of command: any ParsableCommand.Type) throws -> InstrumentID {
    let corpus = workspace.corpus
    let names = corpus.instruments.map(\.name)
    guard !names.isEmpty else { throw workspace.missingTreaty.reported }
    if let against {
      if let id = corpus.instrument(named: against) { return id }
      throw command.wrongUsage("there is no treaty `\(against)`" + suggestion(against, names))
    }
    guard names.count == 1 else {
      throw command.wrongUsage(
        "name the treaty with --against; the rules hold \(names.joined(separator: ", "))")
    }
    return InstrumentID(0)
  }

  /// A rule or a reading that nothing declares is a mistake of the command line, not an empty result.
  func checkNames(
    _ corpus: LegalCorpus, _ instrument: InstrumentID, of command: any ParsableCommand.Type
  ) throws {
    let names = corpus[instrument].rules.map { corpus[$0].name }
    for pattern in rule {
      let bare =
        pattern.hasPrefix(corpus[instrument].name + " ")
        ? String(pattern.dropFirst(corpus[instrument].name.count + 1)) : pattern
      guard corpus.rules(matching: bare, in: instrument).isEmpty else { continue }
      let isFamily = names.contains { $0.hasPrefix(bare + ".") }
      throw command.wrongUsage(
        "there is no rule `\(pattern)`"
          + (isFamily
            ? "; for all rules below it write `--rule '\(bare).*'`"
            : suggestion(NameSuggestion.onlyNearest(to: bare, among: names), names)))
    }
    let readings = Set(corpus.articles.flatMap(\.readings).filter { $0.kind == .reading }.map(\.name))
      .sorted()
    if let reading, reading != "literal", !readings.contains(reading) {
      throw command.wrongUsage(
        "no article has a reading `\(reading)`"
          + (readings.isEmpty
            ? "; the only reading is `literal`: leave out `--reading`"
            : suggestion(reading, readings + ["literal"])))
    }
  }

  private func suggestion(_ word: String, _ names: [String]) -> String {
    suggestion(NameSuggestion.nearest(to: word, among: names), names)
  }

  private func suggestion(_ nearest: String?, _ names: [String]) -> String {
    if let nearest { return "; did you mean `\(nearest)`?" }
    if let only = names.first, names.count == 1 { return "; the only one is `\(only)`" }
    return "; there are \(names.map { "`\($0)`" }.joined(separator: ", "))"
  }
}

extension Workspace {
  /// There are no rules to check against, because the folder of rules holds something else.
  fileprivate var missingTreaty: InputProblem {
    let folder = rulesFolder ?? "Rules"
    let rules = zip(inputs, trees).filter { $0.0.role == .rules }.flatMap(\.1.declarations)
    let holdsLaw = rules.contains { declaration in
      switch declaration {
      case .statute, .jurisdiction, .amendment: true
      case .vocabulary, .instrument, .waiver: false
      }
    }
    let option = CommandText.rulesOption.text(rules: rulesFolder.map(StarterLaw.quoted))
    let content = holdsLaw ? "law of a State and no treaty" : "no treaty"
    return InputProblem(
      code: .noFiles, message: "the folder `\(folder)`, given with `--rules`, holds \(content)",
      help: [
        "leave out `\(option)`: the treaty rules that come with lacuna are then used",
        "a treaty begins with a line such as `instrument OPSC \"Optional Protocol …\" {`",
      ])
  }
}
