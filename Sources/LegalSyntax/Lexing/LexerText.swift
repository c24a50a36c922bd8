import SourceText

/// Text in quotation marks that is not closed as it was begun.
extension Lexer {
  /// How far below a quotation mark its end is looked for.
  private static let longestText = 4_096

  /// A text without its end: one mistake, whatever is missing.
  mutating func unterminated(from start: Int) {
    if let end = endBelow(start) {
      index = end
      tokens.append(Token(.damagedString, start, end))
      let first = bytes[start..<end].firstIndex(of: 0x0A) ?? end
      log.report(
        .unterminatedString, "this text goes on over several lines", at: start..<first, label: "begins here",
        help: ["close it with `\"` on the same line, or put all its words on one line"])
      return
    }
    // A block that begins behind the text is no part of it, nor is the end of one.
    if let brace = bytes[start..<index].firstIndex(of: 0x7B), brace > start + 1 {
      index = brace
    } else {
      while index > start + 1, [0x7D, 0x20, 0x09, 0x0D].contains(bytes[index - 1]) { index -= 1 }
    }
    tokens.append(Token(.damagedString, start, index))
    log.report(
      .unterminatedString, "the text in quotation marks is not closed on its line", at: start..<index,
      label: "begins here",
      help: ["close it with `\"`; a quotation mark inside the text is written `\\\"`"])
  }

  /// The offset behind the `"` that ends a text some lines below, if these lines look like its words.
  private func endBelow(_ start: Int) -> Int? {
    guard !log.isFull, index < bytes.count else { return nil }
    let limit = min(bytes.count, start + Self.longestText)
    var position = index
    while position < limit {
      switch bytes[position] {
      case 0x7B, 0x7D: return nil
      case 0x22: return isEndOfText(position, limit) ? position + 1 : nil
      default: position += 1
      }
    }
    return nil
  }

  /// Whether what follows a `"` on its line can stand behind a text, and no other text does.
  private func isEndOfText(_ mark: Int, _ limit: Int) -> Bool {
    let rest = bytes[(mark + 1)..<limit].prefix { $0 != 0x0A }.filter {
      $0 != 0x20 && $0 != 0x09 && $0 != 0x0D
    }
    guard let first = rest.first else { return true }
    return [0x7B, 0x7D, 0x3B, 0x23].contains(first) || rest.starts(with: Array("evidence".utf8))
  }

  /// A text that begins with a straight mark and ends with a curly one.
  ///
  /// - Returns: whether it ends here; else the mark is passed as a part of the text.
  mutating func endsMixed(from start: Int) -> Bool {
    index += 3
    if index <= straightMark { return false }
    var end = index
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x22 { end += 1 }
    if end < bytes.count, bytes[end] == 0x22 {
      straightMark = end
      return false
    }
    tokens.append(Token(.damagedString, start, index))
    log.report(
      .unterminatedString, "this text begins with a straight quotation mark and ends with a curly one",
      at: start..<index, help: ["write `\"` at both ends; a word processor may have replaced one of them"])
    return true
  }

  /// Whether a text in wrong marks is a value that needs none: one word in a line of an element.
  func isQuotedValue(_ range: Range<Int>) -> Bool {
    let content = bytes[range].dropFirst().dropLast()
    guard let first = content.first, content.count < 40, !(0x41...0x5A).contains(first),
      content.allSatisfy({ $0 != 0x20 && $0 != 0x2C })
    else { return false }
    guard let last = tokens.last, last.kind == .word || last.kind == .comma || last.kind == .damagedString,
      let keyword = firstWordOfLine
    else { return false }
    let isHeading = ReservedWord(rawValue: keyword).map { !["any", "not"].contains($0.rawValue) } ?? false
    return !isHeading
      && !["number", "note", "source", "title", "value", "group", "residual"].contains(keyword)
  }

  /// The first word of the line that is being read.
  private var firstWordOfLine: String? {
    let start = tokens.lastIndex { $0.kind == .newline || $0.kind == .openBrace || $0.kind == .semicolon }
    let first = start.map { $0 + 1 } ?? 0
    guard first < tokens.count, tokens[first].kind == .word else { return nil }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[tokens[first].range]), as: UTF8.self)
  }
}
