import Foundation
import Testing

/// The program as a file that is copied and moved.
@Suite struct ProgramTests {
  @Test(.timeLimit(.minutes(2))) func movedProgramHasItsRules() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let home = try await shell.run("lacuna rules")
    // Without the search path: nothing beside the file may be needed but the libraries of the language.
    let moved = try await shell.run(
      "mkdir -p 'far away' && cp \"$(command -v lacuna)\" 'far away/checker' && cd / "
        + "&& PATH=/usr/bin:/bin \"$OLDPWD/far away/checker\" rules")
    #expect(moved.output == home.output)
    #expect(moved.output.contains("OPSC: "))
    #expect(moved.errors == "")
    #expect(moved.status == 0)
  }

  @Test(.timeLimit(.minutes(2))) func sameInputGivesTheSameBytes() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let law = Shell.packageFolder.appending(path: "Statutes/KHM").path(percentEncoded: false)
    let line = "lacuna check '\(law)' --as-of 2020-01-01 --rule 2.c --format json"
    let first = try await shell.run(line)
    let second = try await shell.run(line)
    #expect(first.output == second.output)
    #expect(first.output.hasPrefix("{"))
  }

  /// A reader that goes away, such as `head`, ends the program without a message.
  @Test(.timeLimit(.minutes(2))) func closedPipeIsNoMistake() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let outcome = try await shell.run("lacuna vocabulary act | head -n 1")
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.errors == "")
  }

  /// The owner of the machine may read everything, so this cannot be a scenario.
  @Test(.enabled(if: geteuid() != 0)) func filesThatMayNotBeReadAreNamed() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("statute XA/code \"Code\" { }\n", to: "law/code.lacuna")
    let file = try await shell.run("chmod 000 law/code.lacuna && lacuna check law")
    #expect(file.errors.contains("error[L501]: the file `law/code.lacuna` cannot be read"))
    #expect(file.status == 2)
    let folder = try await shell.run(
      "chmod 000 law; lacuna check law; status=$?; chmod 700 law; exit $status")
    #expect(folder.errors.contains("error[L501]"))
    #expect(folder.status == 2)
  }
}
