import LegalSyntax
import SourceText

/// A declared source that no evidence mark and no text names.
struct UnusedSource: LintCheck {
  let code = DiagnosticCode.unusedSource
  let explanation = DiagnosticExplanation(
    summary: "A source is declared and nothing cites it.",
    why: """
      The list of sources tells a reader what the encoding rests on. A source that supports no line was either \
      not used, or the lines that rest on it do not say so.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text s1
        source s1 "official gazette of 2005"
        source s2 "a commentary"
        article 1 "Sale of children" {
          offence { act deliver; age under 18; penalty imprisonment 2 to 6 years }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text s1
        source s1 "official gazette of 2005"
        source s2 "a commentary"
        article 1 "Sale of children" {
          offence {
            act deliver
            age under 18
            penalty imprisonment 2 to 6 years evidence secondary s2
          }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    law.statutes.flatMap { statute -> [Diagnostic] in
      guard !statute.sources.isEmpty else { return [] }
      let parts = law.parts(of: statute.name.text).map { SyntaxWalk($0) }
      let keys = Set(parts.flatMap(\.marks).compactMap(\.key?.text))
      // A note such as "reported (s14)" cites the source too.
      let words = Set(parts.flatMap(\.texts).flatMap { Self.words(of: $0) })
      return statute.sources.filter { !keys.contains($0.key.text) && !words.contains($0.key.text) }.map {
        Diagnostic(
          code, "nothing cites the source `\($0.key.text)`", at: $0.key.span,
          help: ["add it to the lines that rest on it, as in `evidence text \($0.key.text)`, or remove it"])
      }
    }
  }

  /// The words of a text, without the marks around them.
  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") }.map { word in
      var word = word
      while word.hasSuffix(".") { word = word.dropLast() }
      return String(word)
    }
  }
}
