import LegalSyntax
import SourceText

/// First pass over instruments and statutes: who declares which name, and where twice.
extension Resolution {
  mutating func collect(_ files: [FileSyntax]) {
    for file in files {
      for declaration in file.declarations {
        switch declaration {
        case .vocabulary, .jurisdiction, .amendment, .waiver: break
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
      position = collected.add(CollectedDeclarations.InstrumentParts(syntax: [syntax]))
    }
    let owner = DefinitionOwner.instrument(InstrumentID(position))
    for definition in syntax.definitions {
      if let first = collected.instruments[position].definitions[definition.name.text] {
        reportDuplicate(definition, first: first)
      } else {
        collected.instruments[position].definitions[definition.name.text] = add(definition, owner: owner)
      }
    }
    for rule in syntax.rules {
      if let first = collected.instruments[position].ruleNames[rule.name.text] {
        reportDuplicate(.rule, rule.name, first: first)
        continue
      }
      collected.instruments[position].ruleNames[rule.name.text] = rule.name
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
      position = collected.add(CollectedDeclarations.StatuteParts(syntax: [syntax]))
    }
    for article in syntax.articles {
      if let first = collected.statutes[position].articleNumbers[article.number.text] {
        reportDuplicate(.article, article.number, first: first)
        continue
      }
      let id = ArticleID(collected.articleCount)
      collected.articleCount += 1
      collected.statutes[position].articleNumbers[article.number.text] = article.number
      collected.statutes[position].articles.append((id, article))
      for definition in article.definitions {
        if let first = collected.statutes[position].definitions[definition.name.text] {
          reportDuplicate(definition, first: first)
        } else {
          let added = add(definition, owner: .article(id))
          collected.statutes[position].definitions[definition.name.text] = added
        }
      }
    }
  }

  private mutating func add(_ syntax: DefinitionSyntax, owner: DefinitionOwner) -> DefinitionID {
    collected.definitions.append(syntax)
    collected.definitionOwners.append(owner)
    return DefinitionID(collected.definitions.count - 1)
  }

  private mutating func reportDuplicate(_ syntax: DefinitionSyntax, first: DefinitionID) {
    reportDuplicate(.definition, syntax.name, first: collected.definitions[first.index].name)
  }

  mutating func reportDuplicate(_ kind: NamedKind, _ word: WordSyntax, first: WordSyntax) {
    report(
      .duplicateName, "the \(kind.words) `\(word.text)` is \(kind.verb) twice", at: word.span,
      label: "\(kind.verb) again", related: [Diagnostic.Label(first.span, "first \(kind.verb) here")],
      help: kind.adviceOnTwo(named: word.text).map { Advice($0) })
  }
}

/// What may stand only once under its name.
enum NamedKind {
  case jurisdiction, source, element, value, valueOrGroup, rule, definition, article, waiver

  /// How messages call it.
  var words: String {
    switch self {
    case .jurisdiction: "State"
    case .source: "source"
    case .element: "element"
    case .value: "value"
    case .valueOrGroup: "value or group"
    case .rule: "rule"
    case .definition: "definition"
    case .article: "article"
    case .waiver: "waiver"
    }
  }

  /// What files do with it.
  var verb: String {
    switch self {
    case .jurisdiction: "described"
    case .source, .element, .value, .valueOrGroup, .rule, .definition, .article, .waiver: "written"
    }
  }

  /// What to do where two have one name.
  func adviceOnTwo(named name: String) -> [String] {
    switch self {
    case .jurisdiction:
      ["put all lines of the State into one block `jurisdiction \(name) \"…\" { … }`, and delete the other"]
    case .source: ["give one of the two another short name, also where `evidence` names it"]
    case .rule: ["give one of the two another number, or delete one of them"]
    case .article:
      [
        "give one of the two another number; if both belong to one article, put them into one block `article \(name) \"…\" { … }`"
      ]
    case .element: ["give one of the two another name, or put the values of both into one of them"]
    case .definition:
      [
        """
        give one of the two another name, also in every line `uses \(name)` that means it: otherwise that line takes \
        the other definition
        """,
        "if you delete one of them instead, every line `uses \(name)` takes the other",
      ]
    case .value, .valueOrGroup, .waiver: ["give one of the two another name, or delete one of them"]
    }
  }
}
