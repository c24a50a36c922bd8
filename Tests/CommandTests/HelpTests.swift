import Foundation
import Testing

/// What `--help` promises.
@Suite struct HelpTests {
  static let commands = ["", "check", "rules", "vocabulary", "explain", "fmt"]

  /// The examples that a help page prints, without the remarks beside them.
  private func examples(_ help: String) -> [String] {
    help.split(separator: "\n").compactMap { line in
      let example = line.trimmingPrefix { $0 == " " }
      guard line.hasPrefix("  "), example.hasPrefix("lacuna "), !example.contains("<") || example.contains(" < ")
      else { return nil }
      let end = example.range(of: "  ")?.lowerBound ?? example.endIndex
      return String(example[..<end])
    }
  }

  /// The examples assume the folder of the package; they are run in a copy, because some of them write files.
  @Test(.timeLimit(.minutes(5)), arguments: commands) func examplesRun(_ command: String) async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let package = Shell.packageFolder()
    try FileManager.default.copyItem(
      at: package.appending(path: "Statutes"), to: shell.folder.appending(path: "Statutes"))
    try shell.write(Self.draft, to: "draft.lacuna")
    try shell.write(Self.draft, to: "one-file.lacuna")
    let help = try await shell.run("lacuna \(command) --help")
    let examples = examples(help.output)
    #expect(help.status == 0)
    #expect(!examples.isEmpty)
    for example in examples {
      let outcome = try await shell.run(example)
      let allowed: [Int32] = example.hasPrefix("lacuna check ") ? [0, 1] : [0]
      #expect(allowed.contains(outcome.status), "\(example) ended with \(outcome.status)\n\(outcome.errors)")
      if !example.contains("--output") {
        #expect(!outcome.output.isEmpty || example.hasPrefix("lacuna fmt "), "\(example) printed nothing")
      }
    }
  }

  private static let draft = """
    jurisdiction XA "Invented State" {
      bound by OPSC from 2000-01-01
    }

    statute XA/code "Penal Code" {
      in force   from 2001-01-01
      researched up to 2026-01-01
      article 1 "Sale" {
        offence {
          act deliver
          age under 18
        }
      }
    }

    """

  @Test func versionIsOneOfThreeNumbers() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let outcome = try await shell.run("lacuna --version")
    #expect(outcome.output.contains(/^[0-9]+\.[0-9]+\.[0-9]+\n$/))
    #expect(outcome.status == 0)
  }
}
