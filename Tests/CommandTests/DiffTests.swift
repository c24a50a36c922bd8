import Foundation
import Testing

/// A line of a real statute is changed and committed: what a run in CI says of it.
@Suite struct DiffTests {
  private static let git = "git -c user.name=N -c user.email=n@example.org -c commit.gpgsign=false"

  /// A repository with the shipped statutes on `main`, and one line of them changed on `draft`, which is checked out.
  private func repository(_ file: String, _ old: String, _ new: String) async throws -> Shell {
    let shell = try Shell()
    try FileManager.default.copyItem(
      at: Shell.packageFolder.appending(path: "Statutes"), to: shell.folder.appending(path: "Statutes"))
    let text = try #require(shell.read(file))
    let parts = text.components(separatedBy: old)
    try #require(parts.count == 2, "`\(old)` is not found once")
    let made = try await shell.run(
      "git init -q -b main . && git add . && \(Self.git) commit -qm 'the law' && git checkout -q -b draft")
    try #require(made.status == 0, "\(made.errors)")
    try shell.write(parts.joined(separator: new), to: file)
    let drafted = try await shell.run("\(Self.git) commit -qam 'one line' && git diff --numstat main..draft")
    try #require(drafted.status == 0, "\(drafted.errors)")
    #expect(drafted.output.hasPrefix("1\t1\t"))
    return shell
  }

  private static let options = "--as-of 2015-01-30 --reading literal --rule '3.1.*'"

  @Test(.timeLimit(.minutes(5))) func aLineThatNarrowsFailsAndItsInversePasses() async throws {
    let shell = try await repository(
      "Statutes/KHM/tse-law-2008.lacuna", "anything-of-value \"anything", "remuneration \"anything")
    defer { shell.remove() }
    let narrower = try await shell.run("lacuna diff Statutes/KHM --git main..HEAD \(Self.options)")
    #expect(narrower.status == 1)
    #expect(narrower.errors.hasPrefix("the change fails: cases that OPSC 3.1.a.i.a"))
    #expect(narrower.errors.contains("for another benefit"))
    #expect(narrower.errors.contains("  for example: delivering, age of the child 15 years"))
    #expect(narrower.errors.contains("  through KHM/tse-2008 art. 13 "))
    let wider = try await shell.run("lacuna diff Statutes/KHM --git HEAD..main \(Self.options)")
    #expect(wider.status == 0 && wider.errors.isEmpty)
    #expect(wider.output.contains("No rule loses a case; "))
    let state = try await shell.run("git status --porcelain && git branch --show-current")
    #expect(state.output == "draft\n")
  }

  @Test(.timeLimit(.minutes(5))) func whatTheUserIsEditingIsNeitherReadNorTouched() async throws {
    let file = "Statutes/KHM/tse-law-2008.lacuna"
    let shell = try await repository(file, "anything-of-value \"anything", "remuneration \"anything")
    defer { shell.remove() }
    try shell.write("this is no law", to: file)
    _ = try await shell.run("git add \(file)")
    try shell.write("this neither", to: file)
    let before = try await shell.run("git status --porcelain && git diff --cached && cat \(file)")
    let outcome = try await shell.run("lacuna diff Statutes/KHM --git main..HEAD \(Self.options)")
    #expect(outcome.status == 1)
    let after = try await shell.run("git status --porcelain && git diff --cached && cat \(file)")
    #expect(before.output == after.output)
  }
}
