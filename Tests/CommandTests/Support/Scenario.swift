import Foundation

/// A transcript of the program: files, the commands that a user types, and what the program answers.
///
/// The text begins with a description. Then come sections, each with a title line:
///
///     === file PATH        a file that is there before the next command; its folders are made
///     === copy NAME        a file or folder of `Scenarios/Shared`, under the same name
///     === run COMMAND      a line for the shell; the program is `lacuna`
///     === stdin            what the command reads; without it nothing
///     === stdout           what it must print; without the section nothing
///     === stderr           what it must say on standard error; without the section nothing
///     === written PATH     what a file must hold afterwards
///     === status NUMBER    how it must end
///
/// `(no final newline)` behind a title says that the last line is not ended. In what is expected, a line `…` stands
/// for any number of lines, `{version}` for the version of the program, `{folder}` for the folder of the run.
struct Scenario: Equatable {
  /// One thing done in a scenario.
  enum Step: Equatable {
    /// A file is written.
    case file(path: String, text: String)
    /// A file or folder that several scenarios share is copied.
    case copy(name: String)
    /// A command is run.
    case command(Command)
  }

  /// A command with its input and what came of it.
  struct Command: Equatable {
    var line: String
    var input = ""
    var output = ""
    var errors = ""
    var written: [Written] = []
    var status: Int32 = 0
  }

  /// A file that a command wrote.
  struct Written: Equatable {
    let path: String
    var text: String
  }

  /// A scenario that cannot be read.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  var description: String
  var steps: [Step] = []

  private static let mark = "=== "
  private static let unended = " (no final newline)"

  /// Reads a scenario; its form is that of ``text``.
  init(_ text: String) throws {
    var sections: [(title: String, lines: [Substring])] = [("", [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix(Self.mark) {
        sections.append((String(line.dropFirst(Self.mark.count)), []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    description = sections[0].lines.joined(separator: "\n")
    for section in sections.dropFirst() { try add(section.title, section.lines) }
  }

  private mutating func add(_ wholeTitle: String, _ lines: [Substring]) throws {
    let isUnended = wholeTitle.hasSuffix(Self.unended)
    let title = isUnended ? String(wholeTitle.dropLast(Self.unended.count)) : wholeTitle
    var body = lines.map { $0 + "\n" }.joined()
    if isUnended, !body.isEmpty { body.removeLast() }
    let words = title.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    switch words.first {
    case "file": steps.append(.file(path: rest, text: body))
    case "copy": steps.append(.copy(name: rest))
    case "run": steps.append(.command(Command(line: rest)))
    case "stdin": try change(title) { $0.input = body }
    case "stdout": try change(title) { $0.output = body }
    case "stderr": try change(title) { $0.errors = body }
    case "written": try change(title) { $0.written.append(Written(path: rest, text: body)) }
    case "status": try change(title) { $0.status = Int32(rest) ?? -1 }
    default: throw Mistake(description: "there is no section `\(title)` in a scenario")
    }
  }

  private mutating func change(_ title: String, _ body: (inout Command) -> Void) throws {
    guard case .command(var command)? = steps.last else {
      throw Mistake(description: "the section `\(title)` needs a `run` before it")
    }
    body(&command)
    steps[steps.count - 1] = .command(command)
  }

  /// The scenario as its file has it.
  var text: String {
    var text = description + "\n"
    for step in steps {
      switch step {
      case .file(let path, let body): text += Self.section("file \(path)", body)
      case .copy(let name): text += Self.mark + "copy \(name)\n"
      case .command(let command):
        text += Self.mark + "run " + command.line + "\n"
        if !command.input.isEmpty { text += Self.section("stdin", command.input) }
        if !command.output.isEmpty { text += Self.section("stdout", command.output) }
        if !command.errors.isEmpty { text += Self.section("stderr", command.errors) }
        for written in command.written { text += Self.section("written \(written.path)", written.text) }
        text += Self.mark + "status \(command.status)\n"
      }
    }
    return text
  }

  private static func section(_ title: String, _ body: String) -> String {
    let isUnended = !body.isEmpty && !body.hasSuffix("\n")
    return mark + title + (isUnended ? unended : "") + "\n" + body + (isUnended ? "\n" : "")
  }

  /// What to write down for a text that was expected and the one that came: the expected one, with its `…`, if the
  /// other fits it.
  static func settled(expected: String, actual: String) -> String {
    func lines(_ text: String) -> ArraySlice<Substring> {
      text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    }
    return fits(lines(actual), lines(expected)) ? expected : actual
  }

  private static func fits(_ actual: ArraySlice<Substring>, _ expected: ArraySlice<Substring>) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    let rest = expected.dropFirst()
    if first == "…" { return (0...actual.count).contains { fits(actual.dropFirst($0), rest) } }
    return actual.first == first && fits(actual.dropFirst(), rest)
  }
}
