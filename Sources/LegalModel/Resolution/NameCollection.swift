import LegalSyntax
import SourceText

/// First pass over instruments and statutes: who declares which name, and where twice.
extension Resolution {
  mutating func collect(_ files: [FileSyntax]) {
    for file in files {
      for declaration in file.declarations {
        switch declaration {
        case .vocabulary, .jurisdiction, .amendment: break
        case .instrument(let syntax): collect(syntax)
        case .statute(let syntax): collect(syntax)
        }
      }
    }
  }

  private mutating func collect(_ syntax: InstrumentSyntax) {
    let position: Int
    if let known = collected.instrument(named: syntax.name.text) {
      position = known
      collected.instruments[known].syntax.append(syntax)
    } else {
      position = collected.instruments.count
      collected.instruments.append(.init(syntax: [syntax]))
    }
    let owner = DefinitionOwner.instrument(InstrumentID(position))
    for definition in syntax.definitions {
      let known = collected.instruments[position].definitions
      if let id = collect(definition, owner: owner, known: known) {
        collected.instruments[position].definitions[definition.name.text] = id
      }
    }
    for rule in syntax.rules {
      if let first = collected.instruments[position].rules.first(where: {
        $0.syntax.name.text == rule.name.text
      }) {
        reportDuplicate("rule", rule.name, first: first.syntax.name)
        continue
      }
      collected.instruments[position].rules.append((RuleID(collected.ruleCount), rule))
      collected.ruleCount += 1
    }
  }

  private mutating func collect(_ syntax: StatuteSyntax) {
    let position: Int
    if let known = collected.statute(named: syntax.name.text) {
      position = known
      collected.statutes[known].syntax.append(syntax)
    } else {
      position = collected.statutes.count
      collected.statutes.append(.init(syntax: [syntax]))
    }
    for article in syntax.articles {
      if let first = collected.statutes[position].articles.first(where: {
        $0.syntax.number.text == article.number.text
      }) {
        reportDuplicate("article", article.number, first: first.syntax.number)
        continue
      }
      let id = ArticleID(collected.articleCount)
      collected.articleCount += 1
      collected.statutes[position].articles.append((id, article))
      for definition in article.definitions {
        let known = collected.statutes[position].definitions
        if let name = collect(definition, owner: .article(id), known: known) {
          collected.statutes[position].definitions[definition.name.text] = name
        }
      }
    }
  }

  private mutating func collect(
    _ syntax: DefinitionSyntax, owner: DefinitionOwner, known: [String: DefinitionID]
  ) -> DefinitionID? {
    if let first = known[syntax.name.text] {
      reportDuplicate("definition", syntax.name, first: collected.definitions[first.index].name)
      return nil
    }
    let id = DefinitionID(collected.definitions.count)
    collected.definitions.append(syntax)
    collected.definitionOwners.append(owner)
    return id
  }

  mutating func reportDuplicate(_ what: String, _ word: WordSyntax, first: WordSyntax) {
    report(
      .duplicateName, "the \(what) `\(word.text)` is declared twice", at: word.span, label: "declared again",
      related: [Diagnostic.Label(first.span, "first declared here")],
      help: ["give one of the two another name, or join them"])
  }
}
