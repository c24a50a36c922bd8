import Foundation
import TestSupport
import Testing

/// Transcripts of the program, run again. `LACUNA_RECORD=1` writes down what it answers now; read it then.
@Suite struct ScenarioTests {
  static let folder = Golden.folder().deletingLastPathComponent().appending(path: "Scenarios")
  static let files = Golden.files(in: folder, withExtension: "scenario")
  /// Inputs that are wrong, each with what the program says.
  static let bad = Golden.files(
    in: folder.deletingLastPathComponent().appending(path: "BadInputs"), withExtension: "scenario")

  @Test(.timeLimit(.minutes(2)), arguments: files + bad) func programAnswersAsRecorded(_ file: URL)
    async throws
  {
    var scenario = try Scenario(String(decoding: try Golden.bytes(of: file), as: UTF8.self))
    let shell = try Shell()
    defer { shell.remove() }
    let version = try await shell.run("lacuna --version").output
    let placeholders = [
      (shell.folder.pathWithoutSlash, "{folder}"),
      (version.trimmingCharacters(in: .whitespacesAndNewlines), "{version}"),
    ]
    for index in scenario.steps.indices {
      switch scenario.steps[index] {
      case .file(let path, let text): try shell.write(text, to: path)
      case .copy(let name):
        try FileManager.default.copyItem(
          at: Self.folder.appending(path: "Shared/\(name)"), to: shell.folder.appending(path: name))
      case .command(let command):
        scenario.steps[index] = .command(try await replay(command, in: shell, placeholders))
      }
    }
    #expect(Golden.compare(scenario.text, with: file).failure == nil)
  }

  /// The command with what the program answers now.
  private func replay(
    _ command: Scenario.Command, in shell: Shell, _ placeholders: [(String, String)]
  ) async throws -> Scenario.Command {
    let outcome = try await shell.run(command.line, input: command.input)
    func settled(_ expected: String, _ text: String) -> String {
      let actual = placeholders.reduce(text) { $0.replacing($1.0, with: $1.1) }
      return Scenario.settled(expected: expected, actual: actual)
    }
    var replayed = command
    replayed.output = settled(command.output, outcome.output)
    replayed.errors = settled(command.errors, outcome.errors)
    replayed.status = outcome.status
    for index in command.written.indices {
      let text = shell.read(command.written[index].path) ?? "(there is no such file)\n"
      replayed.written[index].text = settled(command.written[index].text, text)
    }
    return replayed
  }

  /// Whatever is wrong with an input, the program says so and ends with the status for it.
  @Test func everyBadInputIsRefusedWithAMessage() throws {
    #expect(Self.bad.count >= 60)
    for file in Self.bad {
      let scenario = try Scenario(String(decoding: try Golden.bytes(of: file), as: UTF8.self))
      guard case .command(let last)? = scenario.steps.last else {
        Issue.record("\(file.lastPathComponent) runs nothing")
        continue
      }
      #expect([2, 64].contains(last.status), "\(file.lastPathComponent)")
      #expect(!(last.errors + last.output).isEmpty, "\(file.lastPathComponent)")
    }
  }

  @Test func scenariosArePlentyAndTidy() throws {
    #expect(Self.files.count >= 40)
    for file in Self.files + Self.bad {
      let text = String(decoding: try Golden.bytes(of: file), as: UTF8.self)
      let scenario = try Scenario(text)
      #expect(scenario.text == text, "\(file.lastPathComponent) is laid out otherwise")
      #expect(!scenario.description.isEmpty, "\(file.lastPathComponent) says not what it is about")
    }
  }

  @Test func linesLeftOutStandForAnyNumber() {
    #expect(Scenario.settled(expected: "a\n…\nd\n", actual: "a\nb\nc\nd\n") == "a\n…\nd\n")
    #expect(Scenario.settled(expected: "a\n…\nb\n", actual: "a\nb\n") == "a\n…\nb\n")
    #expect(Scenario.settled(expected: "a\n…\nd\n", actual: "a\nb\n") == "a\nb\n")
    #expect(Scenario.settled(expected: "", actual: "b\n") == "b\n")
  }
}
