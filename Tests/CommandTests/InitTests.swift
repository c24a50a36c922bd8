import Foundation
import Testing

/// The law that `lacuna init` writes.
@Suite struct InitTests {
  private func started(_ line: String = "lacuna init XA") async throws -> Shell {
    let shell = try Shell()
    let outcome = try await shell.run(line)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return shell
  }

  @Test func lawIsInOrder() async throws {
    let shell = try await started()
    defer { shell.remove() }
    #expect(try await shell.run("lacuna fmt --check Statutes").status == 0)
    let lint = try await shell.run("lacuna lint Statutes/XA")
    #expect(lint.status == 0, "\(lint.output)")
    #expect(lint.output == "nothing suspicious in 2 files\n")
  }

  /// Few findings, and of every kind that a beginner should see.
  @Test(.timeLimit(.minutes(2))) func findingsAreFewAndInstructive() async throws {
    let shell = try await started()
    defer { shell.remove() }
    let check = try await shell.run("lacuna check Statutes/XA --as-of 2026-01-01")
    #expect(check.status == 1)
    #expect(check.errors == "")
    #expect(check.output.contains("\n7 findings, 3 at level binding.\n"), "\(check.output)")
    for kind in ["element-added", "not-extended", "no-offence"] {
      #expect(check.output.contains(kind), "no finding of kind \(kind)")
    }
    #expect(check.output.contains("Not punished if XA/penal-code: it does not reach the case; punished if"))
    #expect(!check.output.contains("note: "))
  }

  @Test func folderIsTheUsersChoice() async throws {
    let shell = try await started("lacuna init Õ2-b --into 'my laws/it'\\''s/'")
    defer { shell.remove() }
    let check = try await shell.run("lacuna check 'my laws' --fail-on never --rule 2.b")
    #expect(check.status == 0, "\(check.errors)")
    let law = try #require(shell.read("my laws/it's/penal-code.lacuna"))
    #expect(law.contains("#   lacuna check 'my laws/it'\\''s'\n"))
    #expect(law.contains("statute Õ2-b/penal-code \"Penal Code of Õ2-b\""))
  }

  @Test(arguments: ["", "../XA", "X/A", "-XA", "1A", "X A", "statute", String(repeating: "X", count: 33)])
  func codeIsChecked(_ code: String) async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let outcome = try await shell.run("lacuna init -- '\(code)'")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("`\(code)` "), "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: shell.folder.pathWithoutSlash).isEmpty)
  }

  @Test func nothingIsOverwritten() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("mine\n", to: "Statutes/XA/penal-code.lacuna")
    try shell.write("mine\n", to: "occupied")
    let outcome = try await shell.run("lacuna init XA")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("the folder `Statutes/XA` is not empty, and nothing is overwritten"))
    #expect(shell.read("Statutes/XA/penal-code.lacuna") == "mine\n")
    #expect(shell.read("Statutes/XA/jurisdiction.lacuna") == nil)
    let occupied = try await shell.run("lacuna init XA --into occupied")
    #expect(occupied.status == 2)
    #expect(occupied.errors.contains("cannot be written"))
    #expect(shell.read("occupied") == "mine\n")
  }
}
