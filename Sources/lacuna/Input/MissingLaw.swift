import LegalModel
import LegalSyntax
import Reporting
import SourceText

/// Why there is nothing to check among files that can all be read, and what to do next.
struct MissingLaw {
  let workspace: Workspace

  /// The problem to report.
  var problem: InputProblem {
    let (message, help) = told
    return InputProblem(code: .noStatute, message: message, help: help + [beginning])
  }

  private var beginning: String {
    let state = workspace.corpus.jurisdictions.first?.name ?? "XA"
    return "a statute begins with a line such as `statute \(state)/penal-code \"Penal Code\" {`; "
      + "`lacuna init \(state)` writes a small one to begin with"
  }

  /// The files that were named as law and are not the rules again, with what they hold.
  private var law: [(input: Report.Input, tree: FileSyntax)] {
    zip(workspace.inputs, workspace.trees).filter { input, _ in
      switch input.role {
      case .rules, .shippedRules: false
      case .law, .standardInput, .baseline: true
      }
    }.map { ($0, $1) }
  }

  /// How the user named the law.
  private var named: String { workspace.paths.map { "`\($0)`" }.joined(separator: ", ") }

  private var told: (message: String, help: [String]) {
    let files = law
    guard let first = files.first else { return rulesAgain }
    let declarations = files.flatMap(\.tree.declarations)
    guard !declarations.isEmpty else { return (empty(files.map(\.input.path)), []) }
    let subject = files.count == 1 ? "the file `\(first.input.path)`" : "these files"
    let holds = subject + (files.count == 1 ? " holds" : " hold")
    for declaration in declarations {
      switch declaration {
      case .vocabulary, .statute, .amendment, .waiver: continue
      case .instrument(let instrument):
        return (
          "\(holds) rules of `\(instrument.name.text)`, and no law of a State",
          ["name the folder with the law; a folder of rules of your own is given with `--rules`"]
        )
      case .jurisdiction(let state):
        return (
          "\(subject) \(files.count == 1 ? "says" : "say") what binds `\(state.name.text)`, but none of its laws is there",
          ["name the files of the law too"]
        )
      }
    }
    return ("\(holds) no statute", [])
  }

  /// Files of the law are rules that were read already.
  private var rulesAgain: (message: String, help: [String]) {
    let which =
      workspace.rulesFolder == nil
      ? "the rules that come with lacuna"
      : "the rules of \(workspace.corpus.instruments.map { "`\($0.name)`" }.joined(separator: ", "))"
    return (
      "the files found here hold only \(which), and no law of a State",
      [
        named.isEmpty
          ? "name the folder with the law" : "name the folder with the law in the place of \(named)"
      ]
    )
  }

  private func empty(_ paths: [String]) -> String {
    guard let path = paths.first, paths.count == 1 else {
      return "all these files are empty, or hold only remarks (`#`)"
    }
    let index = workspace.inputs.firstIndex { $0.path == path } ?? 0
    let isBlank = workspace.files.files[index].bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let name = path == InputFiles.standardInput ? "the text that was passed in" : "the file `\(path)`"
    return isBlank ? "\(name) is empty" : "\(name) holds only remarks (`#`)"
  }
}
