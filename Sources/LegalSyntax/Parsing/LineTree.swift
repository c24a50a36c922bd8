import SourceText

/// One line of a file before anybody asks what it means: a word, what follows it, and perhaps a block.
struct Line: Sendable {
  /// The first word. Nil if the line does not begin with a word; such a line is already reported.
  var keyword: Int?
  /// The tokens behind the first word and before the block.
  var arguments: Range<Int>
  /// The `{` of the block.
  var openBrace: Int?
  /// The `}` of the block; nil if it is missing.
  var closeBrace: Int?
  /// The tokens behind the block, on the line of its `}`.
  var trailing: Range<Int>
  /// The number of the line behind the last line of the block: lines are kept in one list, in the order
  /// in which they begin, so the lines of a block follow the line that opens it.
  var subtreeEnd: Int
}

/// The lines of a file with their blocks, in one flat list: no input can make it recurse.
struct LineTree: Sendable {
  /// How deep blocks may be nested. The law needs six; the limit protects the readers, which recurse.
  static let deepestBlock = 64

  /// The tokens the lines refer to.
  let tokens: [Token]
  /// All lines, each before the lines of its block.
  private(set) var lines: [Line]

  /// Makes a line begin at its second word: behind a verb of an amendment stands a line as a statute has it.
  ///
  /// - Returns: whether there is a second word; without one nothing changes.
  mutating func dropFirstWord(of line: Int) -> Bool {
    guard let next = lines[line].arguments.first, tokens[next].kind == .word else { return false }
    lines[line].keyword = next
    lines[line].arguments = next + 1..<lines[line].arguments.upperBound
    return true
  }
}

/// The words that open the large parts of a file. They are written nowhere else, so they tell that the block
/// before them was not closed.
enum StructuralWord: String, CaseIterable {
  case vocabulary, instrument, jurisdiction, statute, amendment, waiver, element, rule, article

  /// The part it belongs in; a part of the file belongs in none, and is given itself.
  var home: StructuralWord {
    switch self {
    case .vocabulary, .instrument, .jurisdiction, .statute, .amendment, .waiver: self
    case .element: .vocabulary
    case .rule: .instrument
    case .article: .statute
    }
  }

  /// What people call the part it belongs in.
  var nameOfHome: String {
    switch home {
    case .vocabulary: "a vocabulary"
    case .instrument: "a treaty"
    case .statute, .jurisdiction, .amendment, .waiver, .element, .rule, .article: "a statute"
    }
  }

  /// A line that opens the part it belongs in.
  var exampleOfHome: String {
    switch home {
    case .vocabulary: "vocabulary \"Elements of offences\" {"
    case .instrument: "instrument OPSC \"Optional Protocol\" {"
    case .statute, .jurisdiction, .amendment, .waiver, .element, .rule, .article:
      "statute XA/penal-code \"Penal Code\" {"
    }
  }

  /// How many blocks are open around such a part.
  var homeDepth: Int {
    switch self {
    case .vocabulary, .instrument, .jurisdiction, .statute, .amendment, .waiver: 0
    case .element, .rule, .article: 1
    }
  }
}
