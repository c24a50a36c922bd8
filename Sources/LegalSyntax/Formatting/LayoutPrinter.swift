import SourceText

/// Prints the lines of a file, with their comments, in the canonical layout.
struct LayoutPrinter {
  private let source: SourceFile
  private let tree: LineTree
  private let comments: [Comment]
  private var output = ""
  /// What was printed of the parts that are complete.
  private var parts: [String] = []
  /// Where the parts end that are not complete; no line stands in two parts.
  private var partEnds: ArraySlice<Int>
  /// The first comment that is not printed yet.
  private var nextComment = 0

  /// Makes a printer for a file without mistakes in its layout.
  ///
  /// - Parameter partEnds: offsets at which the result is cut: the ends of the blocks of a literate file.
  init(source: SourceFile, tree: LineTree, comments: [Comment], partEnds: [Int]) {
    self.source = source
    self.tree = tree
    self.comments = comments
    self.partEnds = partEnds[...]
    output.reserveCapacity(source.bytes.count + source.bytes.count / 8)
  }

  /// The whole text, cut at the ends of the parts; a single part if there are none.
  mutating func print() -> [String] {
    block(from: 0, to: tree.lines.count, depth: 0, endingAt: source.bytes.count)
    endParts(before: source.bytes.count)
    return parts.isEmpty ? [output] : parts
  }

  // MARK: Parts

  /// Whether a part ends between what was printed last and `offset`.
  private func endsPart(before offset: Int) -> Bool { partEnds.first.map { $0 < offset } ?? false }

  /// Begins a new part if what stands at `offset` belongs to one.
  private mutating func endParts(before offset: Int) {
    while endsPart(before: offset) {
      parts.append(output)
      output = ""
      partEnds.removeFirst()
    }
  }

  // MARK: Blocks

  /// The lines of one block, and the comments before its `}`.
  private mutating func block(from first: Int, to end: Int, depth: Int, endingAt endOffset: Int) {
    var line = first
    var previous: Int?
    var columns = ColumnRun(end: 0, width: 0)
    while line < end {
      let start = offset(of: line)
      let hadComments = printComments(
        before: start, depth: depth, isFirst: previous == nil,
        forcesGap: previous.map { needsGap($0, line) } ?? false)
      endParts(before: start)
      if let previous, !hadComments, !output.isEmpty, needsGap(previous, line) || hasGap(before: start) {
        output += "\n"
      }
      if line >= columns.end { columns = run(from: line, to: end) }
      printLine(&line, depth: depth, column: columns.width, end: end, endingAt: endOffset)
      previous = line
      line = tree.lines[line].subtreeEnd
    }
    _ = printComments(before: endOffset, depth: depth, isFirst: previous == nil, forcesGap: false)
  }

  /// Large parts stand apart from their neighbours.
  private func needsGap(_ upper: Int, _ lower: Int) -> Bool { isLarge(upper) || isLarge(lower) }

  private func isLarge(_ line: Int) -> Bool {
    guard tree.lines[line].openBrace != nil, let keyword = tree.lines[line].keyword else { return false }
    if StructuralWord(rawValue: text(keyword)) != nil { return true }
    // `insert article`, `replace article` and `in article` of an amendment.
    guard let second = tree.lines[line].arguments.first, tree.tokens[second].kind == .word else {
      return false
    }
    return text(second) == "article"
  }

  /// Whether an empty line stands in the file right before the line of text that holds `offset`.
  private func hasGap(before offset: Int) -> Bool {
    textLine(above: offset).map { $0.allSatisfy { $0 <= 0x20 } } ?? false
  }

  /// The bytes of the line of text above the one that begins at `offset`; nil if something stands before
  /// `offset` on its own line.
  private func textLine(above offset: Int) -> ArraySlice<UInt8>? {
    let line = source.lineIndex(at: offset)
    guard line > 0, source.bytes[source.lineStarts[line]..<offset].allSatisfy({ $0 <= 0x20 }) else {
      return nil
    }
    return source.bytes[source.lineStarts[line - 1]..<source.lineStarts[line]]
  }

  // MARK: Comments

  /// Prints the comments that stand on lines of their own before `offset`. A gap that is due stands before
  /// the first of them, so that a comment stays with what it is about.
  private mutating func printComments(
    before offset: Int, depth: Int, isFirst: Bool, forcesGap: Bool
  ) -> Bool {
    var printed = false
    while let comment = pendingComment(before: offset) {
      let start = comment.range.lowerBound
      let isAfterBrace = isFirst && !printed
      endParts(before: start)
      if !isAfterBrace, !output.isEmpty, hasGap(before: start) || (forcesGap && !printed) { output += "\n" }
      output += indentation(depth) + commentText(comment) + "\n"
      nextComment += 1
      printed = true
    }
    if printed, !endsPart(before: offset), hasGap(before: offset), offset < source.bytes.count,
      !isClosingBrace(offset)
    {
      output += "\n"
    }
    return printed
  }

  private func isClosingBrace(_ offset: Int) -> Bool { source.bytes[offset] == 0x7D }

  private func pendingComment(before offset: Int) -> Comment? {
    guard nextComment < comments.count, comments[nextComment].range.lowerBound < offset else { return nil }
    return comments[nextComment]
  }

  /// Prints the comment at the end of the line that was just printed, if there is one, and ends the line.
  private mutating func endLine(before offset: Int) {
    if let comment = pendingComment(before: offset), !comment.isAloneOnLine {
      output += "  " + commentText(comment)
      nextComment += 1
    }
    output += "\n"
  }

  private func commentText(_ comment: Comment) -> String {
    var end = comment.range.upperBound
    while end > comment.range.lowerBound, [0x20, 0x09, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return source.text(comment.range.lowerBound..<end)
  }

  // MARK: Lines

  /// Prints one line with its block, and what is joined to it by `or`; moves `line` to the last one printed.
  private mutating func printLine(
    _ line: inout Int, depth: Int, column: Int, end: Int, endingAt endOffset: Int
  ) {
    if let oneLine = oneLineForm(of: line, depth: depth, end: end) {
      output += indentation(depth) + oneLine.text
      line = oneLine.last
      endLine(before: min(endOffset, offset(behind: line, end: end)))
      return
    }
    output += indentation(depth)
    while true {
      printTitle(of: line, depth: depth, column: column)
      guard tree.lines[line].openBrace != nil else { break }
      printBlock(of: line, depth: depth)
      let next = tree.lines[line].subtreeEnd
      guard next < end, isOr(next), pendingComment(before: offset(of: next)) == nil,
        !endsPart(before: offset(of: next))
      else { break }
      output += " "
      line = next
    }
    endLine(before: min(endOffset, offset(behind: line, end: end)))
  }

  private func isOr(_ line: Int) -> Bool {
    tree.lines[line].openBrace != nil && tree.lines[line].keyword.map(text) == "or"
  }

  /// `{`, the lines of the block, `}` and what stands behind it, without the end of the line.
  private mutating func printBlock(of line: Int, depth: Int) {
    let entry = tree.lines[line]
    output += " {"
    let close = entry.closeBrace.map { tree.tokens[$0].range.lowerBound } ?? source.bytes.count
    let isEmpty =
      entry.subtreeEnd == line + 1 && pendingComment(before: close) == nil && !endsPart(before: close)
    if isEmpty {
      output += " }"
    } else {
      let inner = entry.subtreeEnd > line + 1 ? offset(of: line + 1) : close
      // A comment between the heading and a `{` on the next line moves behind the `{`.
      endLine(before: inner)
      block(from: line + 1, to: entry.subtreeEnd, depth: depth + 1, endingAt: close)
      endParts(before: close)
      output += indentation(depth) + "}"
    }
    if !entry.trailing.isEmpty {
      output += " "
      printTokens(entry.trailing, depth: depth, start: depth * 2 + 2, continuation: depth * 2 + 4)
    }
  }

  /// The first word and what follows it, up to the block.
  private mutating func printTitle(of line: Int, depth: Int, column: Int) {
    let head = self.head(of: line)
    output += head.text
    guard !head.rest.isEmpty else { return }
    let isSimple = tree.lines[line].openBrace == nil
    let width = isSimple && aligns(line) ? max(column, head.width) : head.width
    output += String(repeating: " ", count: width - head.width + 1)
    let start = depth * 2 + width + 1
    printTokens(head.rest, depth: depth, start: start, continuation: isSimple ? start : depth * 2 + 4)
  }

  /// Words, strings and commas; goes on below after a comma where the line would be too wide, or where a
  /// comment stands between.
  private mutating func printTokens(_ tokens: Range<Int>, depth: Int, start: Int, continuation: Int) {
    var used = start
    var segment = tokens.lowerBound
    var isFirst = true
    while segment < tokens.upperBound {
      while tree.tokens[segment].kind == .newline { segment += 1 }
      var end = segment
      while end < tokens.upperBound, tree.tokens[end].kind != .comma { end += 1 }
      let next = min(end + 1, tokens.upperBound)
      let text = plainText(segment..<next)
      let width = DisplayWidth.of(text)
      let comment = pendingComment(before: tree.tokens[segment].range.lowerBound)
      if let comment, !isFirst {
        output += comment.isAloneOnLine ? "\n" : "  " + commentText(comment) + "\n"
        if !comment.isAloneOnLine { nextComment += 1 }
        printInnerComments(before: tree.tokens[segment].range.lowerBound, continuation)
        output += String(repeating: " ", count: continuation)
        used = continuation
      } else if !isFirst && used + 1 + width > Formatter.widestLine && mayBreak(before: segment) {
        output += "\n" + String(repeating: " ", count: continuation)
        used = continuation
      } else if !isFirst {
        output += " "
        used += 1
      }
      output += text
      used += width
      segment = next
      isFirst = false
    }
  }

  /// A list goes on below only where it would be read again as going on.
  private func mayBreak(before token: Int) -> Bool { ListContinuation.isAt(token, tree.tokens) { text($0) } }

  private mutating func printInnerComments(before offset: Int, _ continuation: Int) {
    while let comment = pendingComment(before: offset) {
      output += String(repeating: " ", count: continuation) + commentText(comment) + "\n"
      nextComment += 1
    }
  }

  // MARK: One-line blocks

  /// The line with its block on one line, if the author wrote it so, the block holds one simple line, and the
  /// whole fits; with everything that `or` joins to it.
  private func oneLineForm(of first: Int, depth: Int, end: Int) -> (text: String, last: Int)? {
    guard tree.lines[first].openBrace != nil else { return nil }
    var result = ""
    var line = first
    while true {
      guard let part = oneLineBlock(of: line) else { return nil }
      result += (result.isEmpty ? "" : " ") + part
      let next = tree.lines[line].subtreeEnd
      guard next < end, isOr(next), !endsPart(before: offset(of: next)) else { break }
      line = next
    }
    let last = lastOffset(of: line)
    // A comment in the middle belongs to a place that would vanish.
    guard pendingComment(before: last) == nil else { return nil }
    return depth * 2 + DisplayWidth.of(result) <= Formatter.widestLine ? (result, line) : nil
  }

  private func oneLineBlock(of line: Int) -> String? {
    let entry = tree.lines[line]
    guard let keyword = entry.keyword, let open = entry.openBrace, let close = entry.closeBrace else {
      return nil
    }
    let inner = line + 1
    guard entry.subtreeEnd == inner + 1, tree.lines[inner].openBrace == nil,
      let innerKeyword = tree.lines[inner].keyword,
      !isLarge(line), isOnOneLine(keyword, to: close), open < close
    else { return nil }
    let title = plainText(keyword..<entry.arguments.upperBound)
    let content = plainText(innerKeyword..<tree.lines[inner].arguments.upperBound)
    let trailing = entry.trailing.isEmpty ? "" : " " + plainText(entry.trailing)
    return "\(title) { \(content) }\(trailing)"
  }

  /// Whether no line of text ends between two tokens.
  private func isOnOneLine(_ first: Int, to last: Int) -> Bool {
    !tree.tokens[first...last].contains { $0.kind == .newline }
  }

  // MARK: Columns

  /// Neighbouring lines whose second column is aligned.
  private struct ColumnRun {
    let end: Int
    let width: Int
  }

  /// The run of simple lines that begins at a line.
  private func run(from first: Int, to end: Int) -> ColumnRun {
    var width = 0
    var line = first
    while line < end, aligns(line), line == first || !isSeparated(line) {
      width = max(width, head(of: line).width)
      line += 1
    }
    return ColumnRun(end: max(line, first + 1), width: width)
  }

  /// Whether an empty line or a comment on its own line stands before a line.
  private func isSeparated(_ line: Int) -> Bool {
    guard let above = textLine(above: offset(of: line)) else { return false }
    guard let first = above.first(where: { $0 > 0x20 }) else { return true }
    return first == 0x23
  }

  /// First words of lines that read as a sentence.
  private static let sentenceWords: Set<String> = [
    "must", "may", "not", "note", "implements", "bound", "uses", "reservation", "amended", "insert", "repeal",
    "add",
    "replace", "delete",
  ]

  /// Lines that read as a sentence are not cut into columns.
  private func aligns(_ line: Int) -> Bool {
    guard tree.lines[line].openBrace == nil, let keyword = tree.lines[line].keyword else { return false }
    return !Self.sentenceWords.contains(text(keyword))
  }

  /// The first column: the first word, or `in force`.
  private func head(of line: Int) -> (text: String, width: Int, rest: Range<Int>) {
    let entry = tree.lines[line]
    guard let keyword = entry.keyword else { return ("", 0, entry.arguments) }
    var text = text(keyword)
    var rest = entry.arguments
    if text == "in", let second = rest.first, tree.tokens[second].kind == .word, self.text(second) == "force"
    {
      text = "in force"
      rest = rest.dropFirst().startIndex..<rest.upperBound
    }
    return (text, DisplayWidth.of(text), rest)
  }

  // MARK: Text

  /// Tokens with single spaces between them and none before a comma. New lines among them are left out.
  private func plainText(_ tokens: Range<Int>) -> String {
    var result = ""
    for token in tokens where tree.tokens[token].kind != .newline {
      if !result.isEmpty && tree.tokens[token].kind != .comma { result += " " }
      result += text(token)
    }
    return result
  }

  private func text(_ token: Int) -> String { source.text(tree.tokens[token].range) }

  private func indentation(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  private func offset(of line: Int) -> Int {
    let token = tree.lines[line].keyword ?? tree.lines[line].arguments.lowerBound
    return tree.tokens[token].range.lowerBound
  }

  /// The offset behind the last token of a line with its block.
  private func lastOffset(of line: Int) -> Int {
    let entry = tree.lines[line]
    let token = entry.trailing.last ?? entry.closeBrace ?? entry.arguments.last ?? entry.keyword
    return token.map { tree.tokens[$0].range.upperBound } ?? offset(of: line)
  }

  /// Where the next thing behind a line begins: the next line, or the end of the line of text.
  private func offset(behind line: Int, end: Int) -> Int {
    let textLine = source.lineIndex(at: lastOffset(of: line))
    let endOfText =
      textLine + 1 < source.lineStarts.count ? source.lineStarts[textLine + 1] : source.bytes.count
    let next = tree.lines[line].subtreeEnd
    return next < end ? min(endOfText, offset(of: next)) : endOfText
  }
}
