import SourceText

/// Words that others use for what begins a line here.
enum KeywordAdvice {
  /// All words that begin a line somewhere and are no element, and all that can name nothing.
  static let allWords: Set<String> = {
    let words: [[String]] = [
      ReservedWord.allCases.map(\.rawValue), DeclarationWord.allCases.map(\.rawValue),
      LaterDeclarationWord.allCases.map(\.rawValue), StructuralWord.allCases.map(\.rawValue),
      StatuteWord.allCases.map(\.rawValue), ArticleWord.allCases.map(\.rawValue), OffenceWord.spellings,
      DefinitionWord.spellings, ExemptionWord.spellings, ExtensionWord.allCases.map(\.rawValue),
      AmendmentWord.allCases.map(\.rawValue), EditVerb.allCases.map(\.rawValue),
      InstrumentWord.allCases.map(\.rawValue), RuleWord.allCases.map(\.rawValue),
      ElementWord.allCases.map(\.rawValue), WaiverWord.allCases.map(\.rawValue), ["bound", "reservation"],
    ]
    return Set(words.joined())
  }()

  /// What is meant by words that resemble none of the language.
  private static let meanings: [String: String] = [
    "section": "article", "sec.": "article", "art.": "article", "art": "article", "articles": "article",
    "clause": "article", "paragraph": "article", "unless": "except", "excluding": "except",
    "exception": "except", "but": "except", "crime": "offence", "offense": "offence", "delete": "repeal",
    "remove": "repeal", "add": "insert", "comment": "note", "remark": "note", "definition": "define",
    "punishment": "penalty", "sanction": "penalty",
  ]

  /// The word of a list that is meant by one which resembles none of them.
  static func meant(by word: String, among allowed: [String]) -> String? {
    meanings[word.lowercased()].flatMap { allowed.contains($0) ? $0 : nil }
  }

  /// The help for a word that cannot stand where it does; nil if nothing better is known than the list of words.
  static func help(for word: String, among allowed: [String]) -> [String]? {
    if let meant = meant(by: word, among: allowed) {
      return [
        meant == "article"
          ? "write `article`, also where the law calls it section, paragraph or clause"
          : "write `\(meant)` instead of `\(word)`"
      ]
    }
    if word == "and" {
      return ["leave out `and`, and braces after it: lines that follow each other must all be met"]
    }
    if ["chapter", "part", "title", "book"].contains(word.lowercased()), allowed.contains("article") {
      return ["write the articles directly in the statute, without chapters"]
    }
    let isArticle = allowed.contains("offence") && allowed.contains("exempt")
    if word == "offence" || word == "define" || word == "exempt" || word == "extend" {
      if allowed.contains("article") {
        return ["write it inside an article: `article 1 \"…\" { \(word) … }`"]
      }
      if allowed.contains("penalty") { return ["write it beside this offence, in the article"] }
    }
    if word == "penalty", isArticle { return ["write it inside the offence: `offence { … penalty … }`"] }
    let isNear = NameSuggestion.nearest(to: word, among: allowed) != nil
    if isArticle, !isNear, ReservedWord(rawValue: word) == nil || RegionWord(rawValue: word) != nil {
      return ["if it says what is punished, write it inside `offence { … }`"]
    }
    return nil
  }
}

extension SyntaxReader {
  /// What is wrong with a sentence of the law between the lines.
  static let proseMessage = "a sentence of the law cannot stand here by itself"

  /// The longest sentence that is shown again, in bytes.
  private static let longestSentence = 70

  /// What to do with a sentence of a law that stands on a line.
  func proseAdvice(_ line: Int) -> [String] {
    let title = titleSpan(of: line)
    let isShort = title.end - title.start <= Self.longestSentence
    let sentence = isShort ? source.text(title.start..<title.end) : "…"
    let isShown = !sentence.contains { "\"\\`\n".contains($0) }
    return [
      "write it in the article as `note \"\(isShown ? sentence : "…")\"`",
      "or write it in quotation marks after the value it describes, as in `act deliver \"hands over a child\"`",
    ]
  }

  /// Whether a line reads like a sentence: a capital letter, and several words without a comma or a text.
  func looksLikeProse(_ line: Int) -> Bool {
    let entry = tree.lines[line]
    guard let keyword = entry.keyword, entry.openBrace == nil, entry.arguments.count >= 3 else {
      return false
    }
    let first = source.bytes[tree.tokens[keyword].range.lowerBound]
    guard (0x41...0x5A).contains(first) || first >= 0x80 else { return false }
    return entry.arguments.prefix(3).allSatisfy { tree.tokens[$0].kind == .word }
  }
}
