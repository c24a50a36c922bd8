import LegalModel
import LegalSyntax
import Reporting
import SourceText

/// Why there is nothing to check among files that can all be read, and what to do next.
struct MissingLaw {
  let workspace: Workspace

  /// The problem to report.
  var problem: InputProblem {
    InputProblem(
      code: .noStatute, message: "none of these files declares a statute", help: reason + [beginning])
  }

  private var beginning: String {
    let state = workspace.corpus.jurisdictions.first?.name ?? "XA"
    return "a statute begins with a line such as `statute \(state)/penal-code \"Penal Code\" {`; "
      + "`lacuna init \(state)` writes a small one to begin with"
  }

  /// The first file of the law, if none of them declares anything.
  private var emptyFile: String? {
    let law = zip(workspace.inputs, workspace.trees).filter {
      $0.0.role != .rules && $0.0.role != .shippedRules
    }
    guard law.allSatisfy({ $0.1.declarations.isEmpty }) else { return nil }
    return law.first?.0.path
  }

  /// What the files hold instead.
  private var reason: [String] {
    guard !workspace.ownFiles.isEmpty else {
      return ["these are rules that the program brings along: name the folder with the law of a State"]
    }
    if let empty = emptyFile { return ["`\(empty)` is empty, or holds comments alone"] }
    let own = workspace.trees.filter { workspace.ownFiles.contains($0.file) }.flatMap(\.declarations)
    var instruments: [String] = []
    var states: [String] = []
    for declaration in own {
      switch declaration {
      case .vocabulary, .statute, .amendment: break
      case .instrument(let instrument): instruments.append(instrument.name.text)
      case .jurisdiction(let state): states.append(state.name.text)
      }
    }
    if let instrument = instruments.first {
      return [
        "they hold rules of `\(instrument)`: name the folder with the law of a State, and give the rules with `--rules`"
      ]
    }
    if let state = states.first {
      return ["they say what binds `\(state)`, but hold none of its laws: name the files of the law too"]
    }
    return own.isEmpty ? ["they are empty, or hold comments alone"] : []
  }
}
