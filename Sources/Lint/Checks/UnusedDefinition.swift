import LegalModel
import LegalSyntax
import SourceText

/// A definition that no offence, rule or other definition uses.
struct UnusedDefinition: LintCheck {
  let code = DiagnosticCode.unusedDefinition
  let explanation = DiagnosticExplanation(
    summary: "A definition is declared and nothing uses it.",
    why: """
      A definition punishes nothing by itself. If the offence that rests on it does not use it, the offence is \
      wider or narrower than the law says.
      """,
    wrongExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Definition of minor" { define minor "minor" { age under 18 } }
        article 2 "Sale of minors" {
          offence { act deliver; penalty imprisonment 2 to 6 years }
        }
      }
      """,
    correctedExample: """
      statute XA/code "Penal Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        evidence text "official gazette"
        article 1 "Definition of minor" { define minor "minor" { age under 18 } }
        article 2 "Sale of minors" {
          offence { uses minor; act deliver; penalty imprisonment 2 to 6 years }
        }
      }
      """)

  func warnings(in law: LintedLaw) -> [Diagnostic] {
    // A bare name means a definition of the same statute or instrument; a name with a colon one of a statute.
    var bare: [String: Set<String>] = [:]
    var full: Set<String> = []
    for declaration in law.files.flatMap(\.declarations) {
      let names = SyntaxWalk([declaration]).uses.map(\.name.text)
      full.formUnion(names)
      bare[declaration.home, default: []].formUnion(names)
    }
    return declared(law).filter { home, definition in
      let name = definition.name.text
      return !(bare[home] ?? []).contains(name) && !full.contains("\(home):\(name)")
        && !isClaimed(definition, law)
    }.map { home, definition in
      Diagnostic(
        code, "nothing uses the definition `\(definition.name.text)`", at: definition.name.span,
        help: [
          "if an offence rests on it, add `uses \(definition.name.text)` there",
          "if another statute uses it, check the files of both together; it is then named "
            + "`\(home):\(definition.name.text)`",
        ])
    }
  }

  private func declared(_ law: LintedLaw) -> [(home: String, definition: DefinitionSyntax)] {
    law.declarations.flatMap { declaration -> [(String, DefinitionSyntax)] in
      switch declaration {
      case .vocabulary, .jurisdiction, .amendment, .waiver: []
      case .instrument(let instrument): instrument.definitions.map { (declaration.home, $0) }
      case .statute(let statute):
        statute.articles.flatMap(\.definitions).map { (declaration.home, $0) }
      }
    }
  }

  /// Duties to define look at definitions that are relied on, whether or not an offence uses them.
  private func isClaimed(_ definition: DefinitionSyntax, _ law: LintedLaw) -> Bool {
    guard let position = law.corpus.definitions.firstIndex(where: { $0.span == definition.span }),
      case .article(let article) = law.corpus.definitions[position].owner
    else { return false }
    return law.corpus[article].claims.contains { claim in
      claim.target == .definition(DefinitionID(position))
        || claim.target == .all && claim.rules.contains { isDutyToDefine(law.corpus[$0]) }
    }
  }

  private func isDutyToDefine(_ rule: Rule) -> Bool {
    switch rule.duty {
    case .define: true
    case .punish, .prohibit, .notPunish, .penaltyFloor, nil: false
    }
  }
}

extension DeclarationSyntax {
  /// The statute or instrument whose definitions a bare name means; empty where there are none.
  fileprivate var home: String {
    switch self {
    case .vocabulary, .jurisdiction, .amendment: ""
    case .waiver(let waiver): waiver.under?.instrument.text ?? ""
    case .instrument(let instrument): instrument.name.text
    case .statute(let statute): statute.name.text
    }
  }
}
