import Foundation
import Testing

/// Scripts that make shells complete words.
@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"]) func scriptIsWritten(_ name: String) async throws {
    let shell = try Shell()
    defer { shell.remove() }
    let script = try await shell.run("lacuna --generate-completion-script \(name)")
    #expect(script.status == 0)
    #expect(script.errors == "")
    for command in ["init", "check", "lint", "rules", "vocabulary", "explain", "fmt"] {
      #expect(script.output.contains(command), "\(command)")
    }
    // Its grammar, where the shell is there to judge it.
    try shell.write(script.output, to: "script")
    let judged = try await shell.run("if command -v \(name) >/dev/null; then \(name) -n script; fi")
    #expect(judged.status == 0, "\(judged.errors)")
  }

  /// A line that is typed in bash, with the last word unfinished, and what is offered.
  @Test(
    .timeLimit(.minutes(2)), .enabled(if: FileManager.default.fileExists(atPath: "/bin/bash")),
    arguments: [
      (["lacuna", "l"], ["lint"]),
      (
        ["lacuna", "check", "law", "--rule", "3.1.a.i."],
        ["3.1.a.i.a", "3.1.a.i.b", "3.1.a.i.c", "3.1.a.i.*"]
      ),
      (["lacuna", "check", "law", "--rules", "rules", "--rule", "1"], ["1.a", "1.b", "1.*"]),
      (["lacuna", "check", "--level", "b"], ["binding"]),
      (["lacuna", "check", "--fail-on", "n"], ["never"]),
      (["lacuna", "check", "--evidence", "s"], ["secondary"]),
      (["lacuna", "check", "--against", ""], ["OPSC"]),
      (["lacuna", "check", "a"], ["article.lacuna", "arts"]),
      (["lacuna", "vocabulary", "me"], ["means", "mental", "medium"]),
      (["lacuna", "explain", "element"], ["element-added"]),
      (["lacuna", "explain", "L60"], (1...9).map { "L60\($0)" }),
    ])
  func bashOffers(_ words: [String], _ offered: [String]) async throws {
    let shell = try Shell()
    defer { shell.remove() }
    try FileManager.default.copyItem(
      at: Shell.packageFolder.appending(path: "Tests/CommandTests/Scenarios/Shared/rules"),
      to: shell.folder.appending(path: "rules"))
    for path in ["article.lacuna", "article.txt", "arts/article.lacuna"] { try shell.write("", to: path) }
    let typed = words.map { "'\($0)'" }.joined(separator: " ")
    try shell.write(
      """
      lacuna --generate-completion-script bash > completion || exit 1
      source ./completion || exit 1
      COMP_WORDS=(\(typed)); COMP_CWORD=\(words.count - 1)
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _lacuna lacuna "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"

      """, to: "typed.bash")
    let outcome = try await shell.run("/bin/bash --norc typed.bash")
    #expect(outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").map(String.init).sorted() == offered.sorted())
  }
}
