import LegalSyntax

/// The articles whose text differs between two states, however they are laid out.
struct TouchedArticles {
  /// How an article is known in both states.
  struct Name: Hashable {
    let statute: String
    let article: String
  }

  private let names: Set<Name>

  /// Compares canonical texts; an article that one state lacks differs. Cost: linear in the size of the statutes.
  init(before: [FileSyntax], after: [FileSyntax]) {
    let (old, new) = (Self.texts(before), Self.texts(after))
    names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
  }

  private static func texts(_ trees: [FileSyntax]) -> [Name: String] {
    var texts: [Name: String] = [:]
    for declaration in trees.flatMap(\.declarations) {
      switch declaration {
      case .statute(let statute):
        for article in statute.articles {
          texts[Name(statute: statute.name.text, article: article.number.text), default: ""] +=
            StatuteWriter.text(of: article)
        }
      case .vocabulary, .instrument, .jurisdiction, .amendment, .waiver: break
      }
    }
    return texts
  }

  func contains(_ name: Name) -> Bool { names.contains(name) }
}
