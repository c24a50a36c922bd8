import LegalSyntax
import Reporting
import SourceText

/// One of the two states that are compared.
struct LawState {
  /// What was read.
  let law: Workspace
  /// The day whose law it is.
  let day: CalendarDate
  /// How the user named it.
  let name: String
  /// A state of several, which messages tell apart by its name.
  init(law: Workspace, day: CalendarDate, name: String) {
    var law = law
    law.label = name
    self.law = law
    self.day = day
    self.name = name
  }

  /// The same with its day.
  var label: String { "\(name), law as of \(day)" }

  /// The texts of the user's files that declare words or duties, whatever else they hold.
  fileprivate var ownRules: [[UInt8]] {
    law.trees.filter { tree in
      law.ownFiles.contains(tree.file)
        && tree.declarations.contains { declaration in
          switch declaration {
          case .vocabulary, .instrument: true
          case .jurisdiction, .statute, .amendment, .waiver: false
          }
        }
    }.map { law.files[$0.file].bytes }
  }

  /// The state as a report tells it.
  var told: ChangeReportBuilder.State {
    ChangeReportBuilder.State(label: label, files: law.files, trees: law.trees, amendments: law.amendments)
  }
}

/// The two states that are compared.
struct LawStates {
  let before: LawState
  let after: LawState

  /// Cases of two states can be compared only where both mean the same by the same words.
  func requireEqualRules() throws {
    guard before.ownRules != after.ownRules else { return }
    throw DiffCommand.wrongUsage(
      "the two states hold different vocabularies or treaties of their own; keep these out of the folders of law and "
        + "give them with --rules, so that both states are asked the same")
  }
}

extension DiffCommand {
  /// Reads both states; the rules are read once.
  func states(of base: String) throws -> LawStates {
    let rules = ParsedFiles.rules(question.rules)
    let day = asOf ?? CalendarDate.today
    if let draft {
      return LawStates(
        before: state(LawFiles(paths: [base], rules: rules), day, base),
        after: state(LawFiles(paths: [draft], rules: rules), day, draft))
    }
    if let git { return try states(of: base, git, rules, day) }
    let files = LawFiles(paths: [base], rules: rules, with: with)
    if let from, let to {
      return LawStates(before: state(files, from, base), after: state(files, to, base))
    }
    let names = with.joined(separator: ", ")
    return LawStates(
      before: LawState(
        law: files.state(asOf: day, with: []), day: day, name: base),
      after: state(files, day, "\(base) with \(names)"))
  }

  private func state(_ files: LawFiles, _ day: CalendarDate, _ name: String) -> LawState {
    LawState(law: files.state(asOf: day), day: day, name: name)
  }

  private func states(
    of base: String, _ range: String, _ rules: ParsedFiles, _ day: CalendarDate
  ) throws -> LawStates {
    let repository = try GitRepository(around: base)
    let revisions = try repository.revisions(of: range)
    let before = LawFiles(rules: rules) { repository.add(at: revisions.before, to: &$0) }
    let after: LawFiles
    var label = base
    if let revision = revisions.after {
      after = LawFiles(rules: rules) { repository.add(at: revision, to: &$0) }
      label += " at \(revision.name)"
    } else {
      after = LawFiles(paths: [base], rules: rules)
      label += " as the files are now"
    }
    return LawStates(
      before: state(before, day, "\(base) at \(revisions.before.name)"), after: state(after, day, label))
  }
}
