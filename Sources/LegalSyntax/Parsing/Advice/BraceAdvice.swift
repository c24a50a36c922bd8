import SourceText

/// What to say of braces and lists that are not closed where they should be.
extension LineTreeBuilder {
  /// A block as its first line names it: `article 1`, `offence`.
  private func name(of block: OpenBlock) -> String? {
    let line = lines[block.line]
    guard let keyword = line.keyword else { return nil }
    let first = line.arguments.lowerBound
    let isNamed = !line.arguments.isEmpty && tokens[first].kind == .word && tokens[first].range.count <= 40
    return "`" + text(keyword) + (isNamed ? " " + text(first) : "") + "`"
  }

  /// The block to report: the one that seems to be closed by a brace of another.
  private mutating func takeUnclosed() -> OpenBlock? {
    let block = suspect ?? open.last
    suspect = nil
    // A block without a heading or without a `{` was reported.
    guard let block, lines[block.line].keyword != nil, tokens[block.brace].kind == .openBrace else {
      return nil
    }
    return block
  }

  /// Reports the block that is not closed before a large part begins.
  mutating func reportUnclosed(before part: Int) {
    guard let block = takeUnclosed(), let name = name(of: block) else { return }
    let isNamed = tokens[part + 1].kind == .word && tokens[part + 1].range.count <= 40
    let next = text(part) + (isNamed ? " " + text(part + 1) : "")
    log.report(
      .unclosedBlock, "\(name) has no `}`", at: tokens[block.brace].range, label: "opened here",
      help: ["write `}` where it ends, before `\(next)`"])
  }

  /// Reports the blocks that are open at the end of the file.
  mutating func reportUnclosedAtEnd() {
    let isElsewhere = suspect != nil
    guard let block = takeUnclosed(), let name = name(of: block) else { return }
    let unclosed = open.reversed().filter { tokens[$0.brace].kind == .openBrace }
    let names = unclosed.prefix(4).compactMap { self.name(of: $0) }
    guard !isElsewhere, unclosed.count == names.count else {
      log.report(
        .unclosedBlock, "\(name) has no `}`", at: tokens[block.brace].range, label: "opened here",
        help: ["write `}` where it ends"])
      return
    }
    let isOne = names.count == 1
    log.report(
      .unclosedBlock, "the file ends before \(Self.joined(names)) \(isOne ? "is" : "are") closed",
      at: tokens[block.brace].range, label: isOne ? "opened here" : "the last of them is opened here",
      help: ["write \(isOne ? "`}`" : "\(Self.number(names.count)) `}`") at the end of the file"])
  }

  private static func joined(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func number(_ count: Int) -> String {
    switch count {
    case 2: "two"
    case 3: "three"
    default: "four"
    }
  }

  /// What to write where a large part has no `{`, and whether its `}` is missing as well.
  func missingBraceHelp(of line: Int) -> String {
    let opening = "write `{` at the end of this line"
    guard !log.isFull, let keyword = lines[line].keyword, lacksClosingBrace(text(keyword)) else {
      return opening
    }
    return opening + ", and `}` on a line of its own after the last line of the \(text(keyword))"
  }

  /// Whether the braces up to the next part of the same kind, or to the end, leave none over for the part that begins
  /// here. Cost: one pass up to there, so that all calls together are one pass over the file.
  private func lacksClosingBrace(_ part: String) -> Bool {
    var depth = 0
    var next = index
    while tokens[next].kind != .endOfFile {
      switch tokens[next].kind {
      case .openBrace: depth += 1
      case .closeBrace: depth -= 1
      case .word where depth <= 0 && tokens[next - 1].kind == .newline && text(next) == part:
        return depth == 0
      case .word, .plainString, .escapedString, .damagedString, .comma, .semicolon, .newline, .endOfFile:
        break
      }
      next += 1
    }
    // At the end the parts around this one are closed as well.
    return -depth <= open.count
  }

  /// Whether a list that ends in a comma goes on in the next block of a Markdown file: a slip that is reported.
  mutating func continuesInNextBlock(after comma: Int) -> Bool {
    var next = comma + 1
    while tokens[next].kind == .newline { next += 1 }
    // The end of a block counts as `;`, alone on its line.
    guard LiterateFile.isLiterate(source.path), next > comma + 1, tokens[next].kind == .semicolon else {
      return false
    }
    while tokens[next].isSpace { next += 1 }
    guard ListContinuation.isAt(next, tokens, { text($0) }), tokens[next].kind == .word else { return false }
    log.report(
      .danglingComma, "a line cannot go on in the next block", at: tokens[comma].range,
      help: ["write `\(text(next))` on this line, after the comma"])
    return true
  }
}
