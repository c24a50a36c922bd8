import SourceText

/// Words behind the values of an element line that no comma joins to them. They were reported; whoever knows the
/// vocabulary can tell whether they are values of the element or begin a line of their own.
public struct LooseWords: Sendable {
  /// The first of the words, where they were reported.
  public let first: WordSyntax
  /// The element of the line.
  public let element: String
  /// All of the words.
  public let words: [String]
  /// What to do if the first word begins a line of its own; nil if nothing follows that could stand on it.
  public let asLine: String?
  /// The line before the words, up to its values, and what it shows behind them; nil if it is too long to be shown.
  let shown: (values: String, words: String)?

  /// What to do if the words are values of the element.
  ///
  /// - Parameter words: the words as they are to be written.
  public func asValues(_ words: [String]) -> String {
    let line = shown.map { ": `\($0.values)\(words.map { ", " + $0 }.joined())\($0.words)`" } ?? ""
    return "`\(words.first ?? first.text)` is a further value of `\(element)`, write it with a comma\(line)"
  }

  /// What to do if the words are quoted from the law.
  public var asQuotation: String {
    let quoted = words.joined(separator: " ")
    let isBehindText = shown.map { !$0.words.isEmpty } ?? false
    if isBehindText { return "`\(quoted)` is quoted from the law, write it inside the quotation marks" }
    let line = shown.map { ": `\($0.values) \"\(quoted)\"`" } ?? ""
    return "`\(quoted)` is quoted from the law, write it in quotation marks after the values\(line)"
  }

  /// What to do as far as it can be told without the vocabulary.
  public var help: [String] {
    let value = "if " + asValues(words)
    return asLine.map { [value, "if a new line begins with `\(first.text)`, " + $0] }
      ?? [value + "; if not, delete it"]
  }
}
