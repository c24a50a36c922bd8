#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import ArgumentParser
import OperatingSystem
import SourceText

/// The only place that prints, and the only one that writes files.
enum Terminal {
  /// Colour belongs on terminals, and not where `NO_COLOR` or a dumb terminal asks for none.
  private static var isColorWelcome: Bool {
    (Platform.environment("NO_COLOR") ?? "").isEmpty && Platform.environment("TERM") != "dumb"
  }

  /// Whether standard output may be coloured.
  static var usesColor: Bool { Platform.isOutputTerminal && isColorWelcome }

  /// Prints to standard output.
  static func print(_ text: String) { Platform.write(text, to: 1) }

  /// Prints to standard error.
  static func warn(_ text: String) { Platform.write(text, to: 2) }

  /// Prints to standard output, or writes a file and says so on standard error.
  static func deliver(_ text: String, to path: String?) throws {
    guard let path, path != "-" else {
      print(text)
      return
    }
    do {
      try text.write(toFile: path, atomically: !Platform.isSpecialFile(path), encoding: .utf8)
      warn("wrote \(path)\n")
    } catch {
      warn("error: the file `\(path)` cannot be written\n")
      throw ExitStatus.inputWrong.code
    }
  }

  /// Writes new files into a folder that is made if need be. Nothing that exists is touched: a folder that holds
  /// anything is refused.
  static func create(_ files: [(name: String, text: String)], in folder: String) throws {
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      guard try manager.contentsOfDirectory(atPath: folder).isEmpty else {
        warn(
          "error: the folder `\(folder)` is not empty, and nothing is overwritten\n"
            + "  = help: name another folder with `--into DIR`\n")
        throw ExitStatus.inputWrong.code
      }
      for file in files {
        try Data(file.text.utf8).write(
          to: URL(fileURLWithPath: folder + "/" + file.name), options: .withoutOverwriting)
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      warn("error: the folder `\(folder)` cannot be written\n")
      throw ExitStatus.inputWrong.code
    }
  }

  /// Prints what is wrong with the inputs; ends the run if anything is an error.
  static func report(_ workspace: Workspace) throws {
    try report(workspace.diagnostics, of: workspace, problems: workspace.problems)
  }

  /// Prints diagnostics about the files of a state, and problems; ends the run if anything is an error.
  static func report(_ bag: DiagnosticBag, of workspace: Workspace, problems: [InputProblem] = []) throws {
    try report(
      bag, files: workspace.files, problems: problems, rules: workspace.rulesFolder, about: workspace.label)
  }

  /// Prints diagnostics and problems; ends the run if anything is an error.
  ///
  /// - Parameters:
  ///   - rules: the folder that the run was given with `--rules`.
  ///   - subject: which of several states it is about.
  static func report(
    _ bag: DiagnosticBag, files: SourceFiles, problems: [InputProblem] = [], rules: String? = nil,
    about subject: String? = nil
  ) throws {
    let usesColor = Platform.isErrorTerminal && isColorWelcome
    var parts = problems.map { problem in
      "error[\(problem.code.rawValue)]: \(problem.message)\n"
        + problem.help.map { "  = help: \($0)\n" }.joined()
    }
    let diagnostics = bag.sorted
    if !diagnostics.isEmpty {
      parts.append(
        DiagnosticRenderer(files: files, usesColor: usesColor, rules: rules.map(StarterLaw.quoted))
          .render(diagnostics))
    }
    let codes = problems.map(\.code) + diagnostics.filter { $0.severity == .error }.map(\.code)
    if let subject, !codes.isEmpty {
      parts[parts.count - 1] += "  = note: this is about \(subject)\n"
    }
    if let line = explanation(of: codes) { parts.append(line) }
    warn(parts.joined(separator: "\n"))
    if !codes.isEmpty { throw ExitStatus.inputWrong.code }
  }

  /// Where to read more about the first of some codes; the codes in brackets say nothing to somebody new.
  private static func explanation(of codes: [DiagnosticCode]) -> String? {
    guard let first = codes.first, first.explanation != nil else { return nil }
    let what = Set(codes).count == 1 ? "this" : "the first of these mistakes"
    return "`lacuna explain \(first.rawValue)` explains \(what) with an example\n"
  }
}
