import LegalModel
import LegalSyntax
import SourceText

/// Elements and groups of a vocabulary that no rule and no law names, and values that none tells from the residual one.
struct UnusedWord: LintCheck {
  let code = DiagnosticCode.unusedWord
  let explanation = DiagnosticExplanation(
    summary: "A distinction of a vocabulary is made by no rule and no law.",
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
        return unusedValues(of: element, law.corpus)
          + unusedGroups(of: element, named: reached(names, element))
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

  /// One warning for all values that no line tells from what is not listed.
  private func unusedValues(of element: ElementSyntax, _ corpus: LegalCorpus) -> [Diagnostic] {
    guard let id = corpus.vocabulary.element(named: element.name.text) else { return [] }
    let values = corpus.vocabulary[id].values
    guard let residual = values.firstIndex(where: \.isResidual) else { return [] }
    let sets =
      (corpus.lines.filter { $0.element == id && $0.statement == .listed }.map(\.selection)
      + [corpus.vocabulary[id].defaultSelection].compactMap { $0 }).compactMap(\.bits)
    let idle = element.values.filter { declared in
      guard let position = values.firstIndex(where: { $0.name == declared.name.text }), position != residual
      else { return false }
      return sets.allSatisfy { $0 >> UInt64(position) & 1 == $0 >> UInt64(residual) & 1 }
    }.map(\.name)
    return warning(
      "no rule and no law tells the value", idle, "of `\(element.name.text)` from `\(values[residual].name)`",
      help: "remove what no text needs: it falls under `\(values[residual].name)`")
  }

  /// One warning for all groups that are not named.
  private func unusedGroups(of element: ElementSyntax, named: Set<String>) -> [Diagnostic] {
    warning(
      "nothing names the group", element.groups.map(\.name).filter { !named.contains($0.text) },
      "of `\(element.name.text)`",
      help: "remove what no text needs, or name it in the line of the article it was made for")
  }

  private func warning(_ start: String, _ words: [WordSyntax], _ end: String, help: Advice) -> [Diagnostic] {
    guard let first = words.first else { return [] }
    let list = words.map { "`\($0.text)`" }.joined(separator: ", ")
    return [
      Diagnostic(
        code, "\(start)\(words.count == 1 ? "" : "s") \(list) \(end)", at: first.span,
        related: words.dropFirst().prefix(3).map { Diagnostic.Label($0.span) }, help: [help])
    ]
  }
}

extension Selection {
  /// The values as bits; nil for numbers.
  fileprivate var bits: UInt64? {
    switch self {
    case .values(let set): set.bits
    case .numbers: nil
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
