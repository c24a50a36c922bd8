import ArgumentParser
import GapAnalysis
import LegalModel
import Lint
import SourceText

/// `lacuna explain`: what a code, a kind of finding, a rule, a reading or an article means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a diagnostic code, a kind of finding, a rule, a reading or an article.",
    discussion: """
      Examples:
        lacuna explain L302
        lacuna explain element-added
        lacuna explain 3.1.a.i.c
        lacuna explain CRC-2015 Statutes/KHM
        lacuna explain "KHM/tse-2008 art. 13" Statutes/KHM
      """)

  @Argument(help: "L302, element-added, 3.1.c, …", completion: Completions.subjects)
  var subject: String

  @Argument(
    help: "Files or folders of the law, for a reading or an article.", completion: Completions.law)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("A folder of rules instead of the shipped ones.", valueName: "dir"),
    completion: .directory)
  var rules: String?

  func run() throws {
    if let code = DiagnosticCode(rawValue: subject.uppercased()),
      let page = code.explanation ?? Linter.explanation(of: code)
    {
      Terminal.print(Self.describe(code, page))
      return
    }
    if let kind = FindingKind(rawValue: subject) {
      Terminal.print(Self.describe(kind))
      return
    }
    if subject == "literal" {
      Terminal.print(Self.literal)
      return
    }
    let workspace = Workspace(paths: paths, rules: rules)
    try Terminal.report(workspace)
    let wanted = workspace.corpus.rules.filter { $0.name == subject || $0.identity == subject }
    let law = LawExplanation(workspace: workspace)
    if wanted.isEmpty, let page = law.page(of: subject) {
      Terminal.print(page)
      return
    }
    guard !wanted.isEmpty else {
      let names = workspace.corpus.rules.map(\.name) + FindingKind.allCases.map(\.rawValue) + law.names
      let nearest = NameSuggestion.nearest(to: subject, among: names).map { "; did you mean `\($0)`?" }
      let found = paths.isEmpty ? " and no rule" : ", no rule, and no reading or article of these files"
      throw Self.wrongUsage(
        "`\(subject)` is no code, no kind of finding" + found + (nearest ?? lawAdvice))
    }
    Terminal.print(wanted.map { Self.describe($0, workspace) }.joined(separator: "\n"))
  }

  /// Readings and articles are known from the law alone.
  private var lawAdvice: String {
    paths.isEmpty
      ? "; readings and articles stand in the law: name its folder after it, as in `lacuna explain CRC-2015 Statutes/KHM`"
      : ""
  }

  private static func describe(_ code: DiagnosticCode, _ page: DiagnosticExplanation) -> String {
    let titles =
      switch code.severity {
      case .error: (wrong: "Wrong", right: "Right")
      case .warning: (wrong: "Suspicious", right: "In order")
      }
    return """
      \(code.rawValue) (\(code.severity.rawValue)): \(page.summary)

      \(page.why)

      \(titles.wrong):
      \(indented(page.wrongExample))

      \(titles.right):
      \(indented(page.correctedExample))

      """
  }

  private static func describe(_ kind: FindingKind) -> String {
    let page = kind.explanation
    return """
      \(kind.rawValue): \(page.summary)

      Why it matters: \(page.why)
      Found when: \(page.when)
      Usual remedy: \(page.remedy)

      """
  }

  private static func describe(_ rule: Rule, _ workspace: Workspace) -> String {
    var text = "\(rule.identity) (\(rule.level.rawValue)): \(rule.title)\n"
    if let cite = rule.cite { text += "  Cite: \(cite)\n" }
    if let source = rule.source { text += "  Source: \(source)\n" }
    for note in rule.notes { text += "  Note: \(note)\n" }
    for reason in rule.notChecked { text += "  Not checked: \(reason)\n" }
    let position = workspace.files.position(of: rule.span)
    return text + "  Written in \(workspace.files[rule.span.file].path), line \(position.line):\n\n"
      + indented(body(at: rule.span, workspace)) + "\n"
  }

  private static let literal = """
    literal: the body of an article, as it is encoded, without any other reading

    `--reading literal` checks the law so; alternatives, which say that a text is not settled, still count.

    """

  /// The lines of a block as its file has them, up to the brace that closes it.
  static func body(at span: SourceSpan, _ workspace: Workspace) -> String {
    let file = workspace.files[span.file]
    var lines: [String] = []
    var depth = 0
    var index = file.lineIndex(at: span.start)
    repeat {
      let line = file.lineText(index)
      lines.append(line)
      var isInString = false
      for character in line {
        if character == "\"" { isInString.toggle() }
        if isInString { continue }
        if character == "#" { break }
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
      }
      index += 1
    } while depth > 0 && index < file.lineStarts.count
    let margin = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(margin)) }.joined(separator: "\n")
  }

  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
  }
}
