import SourceText

/// Blocks and remarks that are written as in other languages.
extension Lexer {
  /// Marks of a program that joins versions of files.
  mutating func mergeMarks(_ start: Int) -> Bool {
    log.giveUp(
      .unexpectedCharacter, "this file holds two versions that were not joined", at: start..<index,
      help: [
        "keep the lines that are right, perhaps of both, and remove those that begin with `<<<<`, `====` and `>>>>`"
      ])
    return true
  }

  /// `// …`, `/* … */`, `% …`, `-- …`; the slash alone stands between values.
  mutating func foreignComment(_ start: Int) -> Bool {
    let isLong = bytes[start] == 0x2F && index < bytes.count && bytes[index] == 0x2A
    let isComment = isLong || index - start > 1 || bytes[start] == 0x25 && isFirstOnLine(start)
    guard isComment else {
      guard bytes[start] == 0x2F, tokens.last?.kind == .word else { return false }
      return separator(start)
    }
    guard bytes[start] != 0x2A else { return false }
    if isLong, let end = endOfLongComment { index = end } else { passLine() }
    note(.comment, at: start..<index)
    return true
  }

  private var endOfLongComment: Int? {
    var position = index
    while position + 1 < bytes.count {
      if bytes[position] == 0x2A, bytes[position + 1] == 0x2F { return position + 2 }
      position += 1
    }
    return nil
  }

  /// `[` at the end of a line begins a block, and `]` at the beginning of one ends it.
  mutating func bracketBlock(_ start: Int) -> Bool {
    if bytes[start] == 0x5B, isLastOnLine(index), !isFirstOnLine(start) {
      tokens.append(Token(.openBrace, start, index))
      note(.bracketBlock, at: start..<index)
      return true
    }
    guard bytes[start] == 0x5D, slips[.bracketBlock] != nil, isFirstOnLine(start) else {
      return false
    }
    for offset in start..<index { tokens.append(Token(.closeBrace, offset, offset + 1)) }
    return true
  }

  /// A colon at the end of a line, with lines below that stand further to the right: a block as other languages have it.
  mutating func colonBeforeBlock(_ start: Int) -> Bool {
    guard isLastOnLine(index), !isFirstOnLine(start) else { return false }
    let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard let below = bytes[start...].firstIndex(of: 0x0A), margin(below + 1) > margin(lineStart) else {
      return false
    }
    if let items = passBullets(from: below + 1) {
      let element = tokens.last.map { text($0.range) } ?? "act"
      log.report(
        .unexpectedCharacter, "the values of a list must stand on one line, without bullets",
        at: start..<start + 1,
        help: ["write commas between them: `\(element) \(items)`"])
      return true
    }
    log.giveUp(
      .unexpectedCharacter, "a block stands between `{` and `}`, not after a colon", at: start..<index,
      help: [
        "write `{` instead of the colon, and `}` on a line of its own below the last line of the block",
        "do the same wherever a line ends in a colon",
      ])
    return true
  }

  /// Passes lines that begin with a bullet, and gives the words behind the bullets; nil if there is none.
  private mutating func passBullets(from first: Int) -> String? {
    var items: [String] = []
    var lineStart = first
    while true {
      let bullet = lineStart + margin(lineStart)
      guard bullet + 1 < bytes.count, bytes[bullet] == 0x2D, bytes[bullet + 1] == 0x20 else { break }
      let end = endOfWord(from: bullet + 2)
      if items.count < 6 { items.append(text(bullet + 2..<end)) }
      index = bullet
      passLine()
      lineStart = index < bytes.count ? (bytes[index...].firstIndex(of: 0x0A) ?? index) + 1 : bytes.count
    }
    return items.isEmpty ? nil : items.joined(separator: ", ")
  }

  private func margin(_ lineStart: Int) -> Int {
    var end = lineStart
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return end - lineStart
  }

  /// Whether a line begins with the marks of a block of Markdown.
  func isFence(at offset: Int) -> Bool {
    bytes[offset...].starts(with: [0x60, 0x60, 0x60]) && isFirstOnLine(offset)
  }

  /// Passes a line of Markdown in a file that is none.
  mutating func passFence() {
    let start = index
    passLine()
    note(.fence, at: start..<index)
  }
}
