import Foundation
import TestSupport
import Testing

/// The pages of the documentation do what they say. `LACUNA_RECORD=1` writes down what the program answers now.
@Suite struct DocumentationTests {
  static let pages = ["Sources/lacuna/Lacuna.docc/EncodeYourFirstLaw.md", "README.md"]

  @Test(.timeLimit(.minutes(5)), arguments: pages) func pageDoesWhatItSays(_ name: String) async throws {
    let file = Shell.packageFolder.appending(path: name)
    var page = try DocumentedSteps(String(decoding: try Golden.bytes(of: file), as: UTF8.self))
    let shell = try Shell()
    defer { shell.remove() }
    try FileManager.default.copyItem(
      at: Shell.packageFolder.appending(path: "Statutes"), to: shell.folder.appending(path: "Statutes"))
    var answers: [(range: Range<Int>, text: String)] = []
    var count = 0
    for step in page.steps {
      switch step {
      case .file(let path, let text): try shell.write(text, to: path)
      case .article(let number, let path, let text):
        let old = try #require(shell.read(path), "there is no \(path)")
        try shell.write(try DocumentedSteps.replacing(article: number, in: old, with: text), to: path)
      case .commands(let lines, let answer):
        count += lines.count
        let outcome = try await shell.run(lines.map { "{ \($0)\n} 2>&1" }.joined(separator: "\n"))
        #expect([0, 1, 2].contains(outcome.status), "\(lines) ended with \(outcome.status)")
        guard let answer else { continue }
        answers.append(
          (answer, Scenario.settled(expected: page.answer(answer), actual: outcome.output)))
      }
    }
    #expect(count > 0)
    page.put(answers)
    #expect(Golden.compare(page.text, with: file).failure == nil)
  }

  @Test func articlesAreReplacedOrAdded() throws {
    let file = "statute XA/a \"A\" {\n  article 1 \"One\" {\n    note \"n\"\n  }\n}\n"
    let one = "  article 1 \"Uno\" {\n  }\n"
    #expect(
      try DocumentedSteps.replacing(article: "1", in: file, with: one)
        == "statute XA/a \"A\" {\n  article 1 \"Uno\" {\n  }\n}\n")
    #expect(
      try DocumentedSteps.replacing(article: "2", in: file, with: one).hasSuffix(
        "  }\n\n  article 1 \"Uno\" {\n  }\n}\n"))
  }
}
