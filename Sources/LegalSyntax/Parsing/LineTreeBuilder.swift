import SourceText

/// Cuts the tokens of a file into lines and blocks. Reports braces that do not match, and goes on.
struct LineTreeBuilder {
  /// A block whose `}` is still to come.
  struct OpenBlock {
    let line: Int
    let brace: Int
    /// The column at which the line of the block begins.
    let column: Int
  }

  let source: SourceFile
  let tokens: [Token]
  var log: MistakeLog
  var lines: [Line] = []
  var open: [OpenBlock] = []
  var index = 0
  /// Offset at which the current line of text begins.
  private var lineStart = 0
  /// Whether no token was met yet on the current line of text.
  private var isFirstOnLine = true
  /// The line that just ended; a `{` on the next line of text still belongs to it.
  private var lastEnded: Int?
  /// A block that was closed by a `}` which seems to belong to another one.
  var suspect: OpenBlock?
  /// Whether a part that belongs into a block was met outside all blocks.
  private var hasOrphan = false

  /// Builds the tree of one file. Cost: one pass over the tokens.
  static func build(_ source: SourceFile, tokens: [Token], _ log: inout MistakeLog) -> LineTree {
    var builder = LineTreeBuilder(source: source, tokens: tokens, log: log)
    builder.readAll()
    log = builder.log
    return LineTree(tokens: tokens, lines: builder.lines)
  }

  private init(source: SourceFile, tokens: [Token], log: MistakeLog) {
    self.source = source
    self.tokens = tokens
    self.log = log
    lines.reserveCapacity(tokens.count / 6)
  }

  // MARK: The loop

  private mutating func readAll() {
    while true {
      switch tokens[index].kind {
      case .endOfFile:
        if !open.isEmpty { reportUnclosedAtEnd() }
        while !open.isEmpty { closeBlock(with: nil) }
        return
      case .newline:
        nextTextLine()
      case .semicolon:
        isFirstOnLine = false
        lastEnded = nil
        index += 1
      case .closeBrace:
        closingBrace()
      case .openBrace:
        openingBraceAlone()
      case .word:
        recoverFromMissingBrace()
        line(keyword: index)
      case .plainString, .escapedString, .damagedString, .comma:
        lineWithoutWord()
      }
    }
  }

  private mutating func nextTextLine() {
    lineStart = Int(tokens[index].end)
    isFirstOnLine = true
    index += 1
  }

  private var column: Int { Int(tokens[index].start) - lineStart }

  // MARK: Lines

  private mutating func line(keyword: Int) {
    let number = lines.count
    index = keyword + 1
    isFirstOnLine = false
    let arguments = index..<endOfArguments()
    lines.append(
      Line(
        keyword: keyword, arguments: arguments, openBrace: nil, closeBrace: nil,
        trailing: arguments.upperBound..<arguments.upperBound, subtreeEnd: number + 1))
    lastEnded = number
    if open.isEmpty, StructuralWord(rawValue: text(keyword))?.homeDepth == 1 { hasOrphan = true }
    if tokens[index].kind == .openBrace {
      openBlock(of: number)
    } else if isMissingBrace(of: number) {
      log.report(
        .missingBlock, "`\(text(keyword))` has no `{`",
        at: tokens[index - 1].range.upperBound..<tokens[index - 1].range.upperBound,
        label: "expected `{`", help: [missingBraceHelp(of: number)])
      openBlock(of: number, brace: index - 1)
    }
  }

  /// Whether the lines below the heading of a large part look like its block.
  private func isMissingBrace(of line: Int) -> Bool {
    guard let keyword = lines[line].keyword, !lines[line].arguments.isEmpty, tokens[index].kind == .newline
    else { return false }
    var next = index
    var start = lineStart
    while tokens[next].kind == .newline {
      start = Int(tokens[next].end)
      next += 1
    }
    // Words are looked up last: few lines are followed by one that is indented deeper.
    return tokens[next].kind == .word
      && Int(tokens[next].start) - start > indentation(ofTextLineAt: lineStart)
      && StructuralWord(rawValue: text(keyword)) != nil && StructuralWord(rawValue: text(next)) == nil
  }

  /// Passes the words, strings and commas of a line; after a comma the line goes on below.
  private mutating func endOfArguments() -> Int {
    while true {
      switch tokens[index].kind {
      case .word, .plainString, .escapedString, .damagedString:
        index += 1
      case .comma:
        let comma = index
        index += 1
        guard isEndOfTextLine(tokens[index].kind) else { continue }
        guard continuesList(below: index) || continuesInNextBlock(after: comma) else {
          log.report(
            .danglingComma, "this list ends in a comma", at: tokens[comma].range,
            help: ["delete the comma, or write one more value after it"])
          return comma
        }
        while tokens[index].isSpace { nextTextLine() }
        isFirstOnLine = false
      case .openBrace, .closeBrace, .semicolon, .newline, .endOfFile:
        return index
      }
    }
  }

  private func isEndOfTextLine(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .newline, .semicolon, .closeBrace, .endOfFile: true
    case .word, .plainString, .escapedString, .damagedString, .comma, .openBrace: false
    }
  }

  private func continuesList(below comma: Int) -> Bool {
    ListContinuation.isAt(comma, tokens) { text($0) }
  }

  /// A line that begins with a string or a comma: nobody can know what it is, so its block is passed over.
  private mutating func lineWithoutWord() {
    let start = index
    isFirstOnLine = false
    _ = endOfArguments()
    if index == start { index += 1 }
    if !log.hasCharacterMistake(in: tokens[start].range) {
      log.report(
        .unexpectedText, "a line must begin with a word that says what it is",
        at: tokens[start].range, help: ["write a word such as `act` or `note` before it"])
    }
    appendNameless(at: start)
  }

  private mutating func openingBraceAlone() {
    if isFirstOnLine, let last = lastEnded, lines[last].openBrace == nil {
      openBlock(of: last)
      return
    }
    if !isInsideNameless {
      log.report(
        .unexpectedText, "this block has no heading", at: tokens[index].range,
        help: namelessHelp)
    }
    appendNameless(at: index)
  }

  /// What a block may be, by what it stands in.
  private var namelessHelp: [String] {
    let home = open.last.flatMap { lines[$0.line].keyword }.map { text($0) }
    guard let home else {
      return [
        "write before the `{` what the block is, such as `statute XA/code \"…\"`",
        "is this really a file for lacuna?",
      ]
    }
    let example =
      switch StructuralWord(rawValue: home) {
      case .statute: "article 1 \"…\""
      case .instrument: "rule 1 \"…\""
      case .vocabulary: "element act \"…\""
      case .amendment: "in article 1"
      case .article: "offence"
      case .jurisdiction, .waiver, .element, .rule, nil: "except"
      }
    return ["write before the `{` what the block is, such as `\(example)`"]
  }

  /// Whether the innermost block has no heading, so that what stands in it is not understood anyway.
  private var isInsideNameless: Bool { open.last.map { lines[$0.line].keyword == nil } ?? false }

  private mutating func appendNameless(at start: Int) {
    let number = lines.count
    lines.append(
      Line(
        keyword: nil, arguments: start..<index, openBrace: nil, closeBrace: nil, trailing: index..<index,
        subtreeEnd: number + 1))
    lastEnded = nil
    if tokens[index].kind == .openBrace { openBlock(of: number) }
  }

  // MARK: Blocks

  private mutating func openBlock(of line: Int, brace missing: Int? = nil) {
    lines[line].openBrace = missing ?? index
    lastEnded = nil
    isFirstOnLine = false
    guard open.count < LineTree.deepestBlock else {
      skipDeepBlock(of: line)
      return
    }
    open.append(OpenBlock(line: line, brace: missing ?? index, column: columnOfLine(line)))
    if missing == nil { index += 1 }
  }

  private func columnOfLine(_ line: Int) -> Int {
    let token = lines[line].keyword ?? lines[line].arguments.lowerBound
    let offset = Int(tokens[token].start)
    if offset >= lineStart { return indentation(ofTextLineAt: lineStart) }
    return indentation(ofTextLineAt: source.lineStarts[source.lineIndex(at: offset)])
  }

  private func indentation(ofTextLineAt start: Int) -> Int {
    var offset = start
    while offset < source.bytes.count, source.bytes[offset] == 0x20 || source.bytes[offset] == 0x09 {
      offset += 1
    }
    return offset - start
  }

  /// Passes over a block that is nested too deep, counting braces.
  private mutating func skipDeepBlock(of line: Int) {
    if !isInsideNameless {
      log.report(
        .nestingTooDeep, "more than \(LineTree.deepestBlock) blocks `{ … }` stand inside one another here",
        at: tokens[index].range,
        help: ["write the innermost lines as a definition, `define name { … }`, and use it with `uses name`"])
    }
    var depth = 0
    while tokens[index].kind != .endOfFile {
      switch tokens[index].kind {
      case .openBrace: depth += 1
      case .closeBrace: depth -= 1
      case .newline: lineStart = Int(tokens[index].end)
      case .word, .plainString, .escapedString, .damagedString, .comma, .semicolon, .endOfFile: break
      }
      index += 1
      if depth == 0 {
        lines[line].closeBrace = index - 1
        readTrailing(of: line)
        return
      }
    }
  }

  private mutating func closingBrace() {
    lastEnded = nil
    guard let block = open.last else {
      // The part that stands outside its block was reported, and this is the end of that block.
      if hasOrphan {
        log.leaveOut()
      } else {
        log.report(
          .strayBrace, "this `}` closes no block", at: tokens[index].range,
          help: ["delete it, or look above for a block that was closed too early"])
      }
      isFirstOnLine = false
      index += 1
      return
    }
    if isFirstOnLine, column < block.column, suspect == nil { suspect = block }
    let brace = index
    index += 1
    isFirstOnLine = false
    closeBlock(with: brace)
    readTrailing(of: block.line)
  }

  private mutating func closeBlock(with brace: Int?) {
    let block = open.removeLast()
    if open.isEmpty, brace != nil { suspect = nil }
    lines[block.line].closeBrace = brace
    lines[block.line].subtreeEnd = lines.count
    let end = brace.map { $0 + 1 } ?? index
    lines[block.line].trailing = end..<end
  }

  /// What stands behind a `}`: the rest of its line, or `or`, or by mistake a new line.
  private mutating func readTrailing(of line: Int) {
    let start = index
    lines[line].trailing = start..<start
    guard tokens[start].kind == .word || tokens[start].kind.isString || tokens[start].kind == .comma else {
      return
    }
    if tokens[start].kind == .word, text(start) == "or" || text(start) == "and" { return }
    let end = endOfArguments()
    if tokens[index].kind == .openBrace, tokens[start].kind == .word {
      log.report(
        .unexpectedText, "`\(text(start))` must stand on a new line, not after the `}`",
        at: tokens[start].range,
        help: ["begin a new line before `\(text(start))`"])
      index = start
    } else {
      lines[line].trailing = start..<end
    }
  }

  // MARK: Missing braces

  /// If a large part begins where a smaller block is still open, and no deeper than that block, then the
  /// block was not closed: say so once and close it.
  private mutating func recoverFromMissingBrace() {
    guard isFirstOnLine, let block = open.last, column <= block.column,
      let word = StructuralWord(rawValue: text(index)), open.count > word.homeDepth,
      tokens[index + 1].kind == .word || tokens[index + 1].kind.isString
    else { return }
    reportUnclosed(before: index)
    while open.count > word.homeDepth, let last = open.last, column <= last.column {
      closeBlock(with: nil)
    }
  }

  func text(_ token: Int) -> String {
    source.bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[tokens[token].range]), as: UTF8.self)
    }
  }
}
