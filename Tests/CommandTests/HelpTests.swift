import Foundation
import Testing

/// What `--help` promises.
@Suite struct HelpTests {
  static let commands = ["", "init", "check", "diff", "lint", "rules", "vocabulary", "explain", "fmt"]

  /// The examples that a help page prints, without the remarks beside them.
  private func examples(_ help: String) -> [String] {
    help.split(separator: "\n").compactMap { line in
      let example = line.trimmingPrefix { $0 == " " }
      guard line.hasPrefix("  "), example.hasPrefix("lacuna "),
        !example.contains("<") || example.contains(" < ")
      else { return nil }
      let end = example.range(of: "  ")?.lowerBound ?? example.endIndex
      return String(example[..<end])
    }
  }

  @Test(arguments: commands) func pageHasExamples(_ command: String) async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let help = try await shell.run("lacuna \(command) --help")
    #expect(help.status == 0)
    #expect(help.errors == "")
    #expect(!examples(help.output).isEmpty)
  }

  /// The examples assume the folder of the package; they are run in a copy, because some of them write files.
  @Test(.timeLimit(.minutes(5))) func examplesRun() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    try FileManager.default.copyItem(
      at: Shell.packageFolder.appending(path: "Statutes"), to: shell.folder.appending(path: "Statutes"))
    // `--rules Rules` stands for a folder with rules of one's own.
    try FileManager.default.copyItem(
      at: Shell.packageFolder.appending(path: "Rules"), to: shell.folder.appending(path: "Rules"))
    try shell.write(Self.draft, to: "draft.lacuna")
    try shell.write(Self.draft, to: "one-file.lacuna")
    // Two folders and two revisions to compare.
    for folder in ["old-statutes", "new-statutes"] {
      try shell.write(Self.draft, to: folder + "/code.lacuna")
    }
    let commit = "git -c user.name=N -c user.email=n@example.org -c commit.gpgsign=false commit -qm law"
    _ = try await shell.run("git init -q -b main . && git add . && \(commit)")
    var seen: Set<String> = []
    for command in Self.commands {
      let help = try await shell.run("lacuna \(command) --help")
      for example in examples(help.output) where seen.insert(example).inserted {
        try await run(example, in: shell)
      }
    }
    #expect(seen.count >= 22)
  }

  private func run(_ example: String, in shell: Shell) async throws {
    let outcome = try await shell.run(example)
    let isJudgement = ["check", "diff", "lint"].contains { example.hasPrefix("lacuna \($0) ") }
    let allowed: [Int32] = isJudgement ? [0, 1] : [0]
    #expect(allowed.contains(outcome.status), "\(example) ended with \(outcome.status)\n\(outcome.errors)")
    let isSilent = example.contains("--output") || example.hasPrefix("lacuna fmt ")
    #expect(isSilent || !outcome.output.isEmpty, "\(example) printed nothing")
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
