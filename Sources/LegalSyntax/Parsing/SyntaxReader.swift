import SourceText

/// Turns the lines of one file into the typed tree. The extensions, one per family of declarations, are
/// written in the order of the grammar in the reference.
struct SyntaxReader {
  /// The file.
  let source: SourceFile
  /// Its lines.
  var tree: LineTree
  /// Where mistakes go.
  var log: MistakeLog
  /// The parts that belong into a block and were met outside all blocks: one brace makes many of them.
  var orphans: Set<StructuralWord> = []
  /// The words that stand alone on a line of a region.
  var bareWords: [WordSyntax] = []
  /// The words that no comma joins to the values before them.
  var looseWords: [LooseWords] = []

  /// Makes a reader of one file.
  init(source: SourceFile, tree: LineTree, log: MistakeLog) {
    self.source = source
    self.tree = tree
    self.log = log
  }

  // MARK: Tokens

  /// The characters of a token. Names are short, so this seldom allocates.
  func text(_ token: Int) -> String {
    source.bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[tree.tokens[token].range]), as: UTF8.self)
    }
  }

  /// Whether a token is a certain word. Compares bytes and makes no string.
  func isWord(_ token: Int, _ expected: StaticString) -> Bool {
    let entry = tree.tokens[token]
    guard entry.kind == .word, entry.range.count == expected.utf8CodeUnitCount else { return false }
    return expected.withUTF8Buffer { source.bytes[entry.range].elementsEqual($0) }
  }

  /// A token as a word of the tree.
  func word(_ token: Int) -> WordSyntax { WordSyntax(text(token), log.span(tree.tokens[token].range)) }

  /// A token as a quoted string of the tree, without marks and escapes.
  func quoted(_ token: Int) -> QuotedSyntax {
    let range = tree.tokens[token].range
    let content: String
    switch tree.tokens[token].kind {
    case .plainString:
      content = source.text(range.lowerBound + 1..<range.upperBound - 1)
    case .escapedString:
      content = Self.unescaped(source.text(range.lowerBound + 1..<range.upperBound - 1))
    case .damagedString:
      content = Self.withoutMarks(source.text(range))
    case .word, .openBrace, .closeBrace, .comma, .semicolon, .newline, .endOfFile:
      content = source.text(range)
    }
    return QuotedSyntax(content, log.span(range))
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text.unicodeScalars {
      if character == "\\" && !isEscaped {
        isEscaped = true
      } else {
        result.unicodeScalars.append(character)
        isEscaped = false
      }
    }
    return result
  }

  private static func withoutMarks(_ text: String) -> String {
    let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»", "‟"]
    var content = text[...]
    if let first = content.first, marks.contains(first) { content.removeFirst() }
    if let last = content.last, marks.contains(last) { content.removeLast() }
    return String(content)
  }

  // MARK: Lines

  /// The numbers of the lines directly inside the block of a line.
  func children(of line: Int) -> [Int] { siblings(from: line + 1, to: tree.lines[line].subtreeEnd) }

  /// The numbers of the outermost lines in a part of the list.
  func siblings(from first: Int, to end: Int) -> [Int] {
    guard first < end else { return [] }
    var result: [Int] = []
    result.reserveCapacity(8)
    var next = first
    while next < end {
      // A line without a word was reported where it was found; what it holds cannot be understood.
      if tree.lines[next].keyword != nil { result.append(next) }
      next = tree.lines[next].subtreeEnd
    }
    return result
  }

  /// The first word of a line.
  func keyword(of line: Int) -> String { tree.lines[line].keyword.map(text) ?? "" }

  /// The bytes of the first word of a line.
  func keywordRange(of line: Int) -> Range<Int> {
    let token = tree.lines[line].keyword ?? tree.lines[line].arguments.lowerBound
    return tree.tokens[token].range
  }

  /// From the first word to the last token before the block.
  func titleSpan(of line: Int) -> SourceSpan {
    let end = endOffset(of: tree.lines[line].arguments) ?? keywordRange(of: line).upperBound
    return log.span(keywordRange(of: line).lowerBound..<end)
  }

  /// The braces and what is between them; the title line if there is no block.
  func blockSpan(of line: Int) -> SourceSpan {
    let entry = tree.lines[line]
    guard let open = entry.openBrace else { return titleSpan(of: line) }
    let start = tree.tokens[open].range
    guard let close = entry.closeBrace else { return log.span(start) }
    return log.span(start.lowerBound..<tree.tokens[close].range.upperBound)
  }

  /// The line with its block and what stands behind it.
  func wholeSpan(of line: Int) -> SourceSpan {
    let title = titleSpan(of: line)
    guard tree.lines[line].openBrace != nil else { return title }
    let whole = title.union(blockSpan(of: line))
    guard let end = endOffset(of: tree.lines[line].trailing) else { return whole }
    return log.span(whole.start..<max(end, whole.end))
  }

  private func endOffset(of tokens: Range<Int>) -> Int? {
    tokens.isEmpty ? nil : tree.tokens[tokens.upperBound - 1].range.upperBound
  }

  // MARK: Blocks that must or must not be there

  /// Reports a line without the block it needs.
  mutating func requireBlock(of line: Int, holding content: String) {
    guard tree.lines[line].openBrace == nil, !hasCharacterMistake(on: line) else { return }
    let end = titleSpan(of: line).end
    log.report(
      .missingBlock, "`\(keyword(of: line))` has no block", at: end..<end,
      label: "expected `{`", help: ["write \(content) between `{` and `}`"])
  }

  /// Reports a block at a line that takes none.
  mutating func forbidBlock(of line: Int) {
    guard let open = tree.lines[line].openBrace else { return }
    log.report(
      .unexpectedBlock, "`\(keyword(of: line))` must not have a block `{ … }` here",
      at: tree.tokens[open].range,
      help: ["end the line before the `{`, or look for a wrong word at its beginning"])
  }
}
