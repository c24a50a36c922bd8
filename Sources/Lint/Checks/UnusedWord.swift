import LegalModel
import LegalSyntax
import SourceText

/// Elements, values and groups of a vocabulary that no rule and no law names.
struct UnusedWord: LintCheck {
  let code = DiagnosticCode.unusedWord
  let explanation = DiagnosticExplanation(
    summary: "An element, a value or a group of a vocabulary is named by no rule and no law.",
    why: """
      A distinction that nobody makes splits cases without a reason, and a group that stands for a national verb \
      was made for an article: the article probably names something else.
      """,
    wrongExample: """
      vocabulary "Uniforms" {
        element uniform "uniform" {
          meaning  "Whether the offender wears a uniform."
          source   "article 2"
          value    worn "in uniform" meaning "A uniform is worn." source "article 2"
          residual not-worn "without uniform" meaning "No uniform is worn." source "residual value"
        }
      }

      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 2 "Sale of children" {
          offence { act deliver; age under 18; penalty imprisonment 2 to 6 years }
        }
      }
      """,
    correctedExample: """
      vocabulary "Uniforms" {
        element uniform "uniform" {
          meaning  "Whether the offender wears a uniform."
          source   "article 2"
          value    worn "in uniform" meaning "A uniform is worn." source "article 2"
          residual not-worn "without uniform" meaning "No uniform is worn." source "residual value"
        }
      }

      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 2 "Sale of children" {
          offence { act deliver; age under 18; uniform worn; penalty imprisonment 2 to 6 years }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    // A vocabulary is made for laws as much as for treaties: without a law most of it is still to be used.
    guard !law.corpus.statutes.isEmpty else { return [] }
    var named: [String: Set<String>] = [:]
    for line in SyntaxWalk(law.files.flatMap(\.declarations)).lines {
      named[line.element.text, default: []].formUnion(line.selection.names)
    }
    return law.declarations.flatMap { declaration -> [Diagnostic] in
      guard case .vocabulary(let vocabulary) = declaration else { return [] }
      return vocabulary.elements.flatMap { element -> [Diagnostic] in
        guard let names = named[element.name.text] else { return [unused(element)] }
        return unused(in: element, named: reached(names, element))
      }
    }
  }

  /// The names that lines write, and those that the groups among them stand for.
  private func reached(_ names: Set<String>, _ element: ElementSyntax) -> Set<String> {
    var reached = names.union(element.defaultSelection.flatMap(\.names))
    var size = -1
    while reached.count > size {
      size = reached.count
      for group in element.groups where reached.contains(group.name.text) {
        reached.formUnion(group.members.flatMap(\.names))
      }
    }
    return reached
  }

  private func unused(_ element: ElementSyntax) -> Diagnostic {
    Diagnostic(
      code, "no rule and no law has a line on the element `\(element.name.text)`", at: element.name.span,
      help: ["remove the element, or add the line of the article it was made for"])
  }

  /// One warning for the values and one for the groups of an element.
  private func unused(in element: ElementSyntax, named: Set<String>) -> [Diagnostic] {
    let values = element.values.filter { !$0.isResidual }.map(\.name).filter { !named.contains($0.text) }
    let groups = element.groups.map(\.name).filter { !named.contains($0.text) }
    return [("value", values), ("group", groups)].compactMap { what, words in
      guard let first = words.first else { return nil }
      let list = words.map { "`\($0.text)`" }.joined(separator: ", ")
      return Diagnostic(
        code, "nothing names the \(what)\(words.count == 1 ? "" : "s") \(list) of `\(element.name.text)`",
        at: first.span, related: words.dropFirst().prefix(3).map { Diagnostic.Label($0.span) },
        help: ["remove what no text needs, or name it in the line of the article it was made for"])
    }
  }
}

extension SelectionSyntax {
  /// The values and groups that are written.
  fileprivate var names: [String] {
    switch self {
    case .any, .notStated: []
    case .list(let items): items.flatMap(\.names)
    }
  }
}

extension SelectionItemSyntax {
  fileprivate var names: [String] {
    switch self {
    case .name(let word): [word.text]
    case .range: []
    }
  }
}
