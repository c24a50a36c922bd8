import LegalSyntax
import SourceText

/// An offence or a definition whose last line an edit took out.
struct EmptiedProvision {
  /// What was emptied.
  enum Kind {
    /// An offence, by its title, and whether it is all that its article holds.
    case offence(title: String?, isOnly: Bool)
    /// A definition, by its name.
    case definition(String)
  }

  /// What an edit took out last.
  enum Taken {
    /// The line of an element.
    case line(element: String)
    /// Something else: a definition that was used, an exception.
    case other

    init(_ edit: LineEditSyntax) {
      switch edit {
      case .deleteLine(let element, _, _): self = .line(element: element.text)
      case .addLine, .replaceLine, .addValues, .deleteValues, .add, .replace, .delete: self = .other
      }
    }
  }

  let kind: Kind
  let article: String
  /// The title line of the provision.
  let span: SourceSpan
  /// The edit.
  let edit: SourceSpan
  let taken: Taken

  var diagnostic: Diagnostic {
    Diagnostic(
      .emptyBlock, message, at: edit, related: [Diagnostic.Label(span, "nothing is left of this")], help: help
    )
  }

  private var message: String {
    switch kind {
    case .offence:
      "this takes the last line out of the offence of article \(article), which would then punish everything"
    case .definition(let name):
      "this takes the last line out of the definition of `\(name)`, which would then fit everything"
    }
  }

  private var help: [Advice] {
    switch kind {
    case .offence(let title, let isOnly):
      let name = title.map { " \"\($0)\"" } ?? ""
      let whole = isOnly ? ", or `repeal article \(article)`" : ""
      return ["to abolish the offence, write `in article \(article) { delete offence\(name) }`\(whole)"]
        + wide
    case .definition(let name):
      return [
        "to abolish the definition, write `in article \(article) { delete define \(name) }`, and change what uses it",
        "to give it another meaning, write `replace define \(name) { … }`",
      ]
    }
  }

  private var wide: [Advice] {
    switch taken {
    case .line(let element): ["if every `\(element)` is to be punished, write `replace \(element) any`"]
    case .other: ["if the offence is to stay, say what it punishes, such as `add act any`"]
    }
  }
}
