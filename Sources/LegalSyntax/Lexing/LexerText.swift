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
        .unterminatedString, "a text in quotation marks must stand on one line", at: start..<first,
        label: "begins here", help: ["put all its words on one line"])
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
      help: ["write `\"` where the text ends, on the same line"])
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
    guard let last = tokens.last else { return false }
    return (last.kind == .word || last.kind == .comma || last.kind == .damagedString) && elementOfLine != nil
  }

  /// The text between marks of one or several bytes.
  private func content(of range: Range<Int>) -> String {
    var content = text(range)[...]
    let marks: Set<Character> = ["\"", "“", "”", "„", "‟", "«", "»", "'", "`", "‘", "’"]
    while let first = content.first, marks.contains(first) { content.removeFirst() }
    while let last = content.last, marks.contains(last) { content.removeLast() }
    return String(content)
  }

  /// Reports a value in quotation marks of any kind but the straight double ones.
  mutating func reportQuotedValue(_ range: Range<Int>) {
    let value = content(of: range)
    let line = lineReplacing(range, by: value) ?? value
    log.report(
      .unexpectedCharacter, QuotedValue.message, at: range, help: QuotedValue.help(line))
  }

  /// The longest text that is shown again in the right marks, in bytes.
  private static let longestShown = 60

  /// Reports text in other quotation marks than the straight double ones.
  mutating func reportForeignMarks(_ range: Range<Int>) {
    let isTyped = bytes[range.lowerBound] < 0x80
    let content = content(of: range)
    let isShown = content.utf8.count <= Self.longestShown && !content.contains { $0 == "\"" || $0 == "\\" }
    let corrected = "write straight double quotation marks: `\"\(isShown ? content : "…")\"`"
    log.report(
      .unexpectedCharacter,
      isTyped
        ? "a text must stand in double quotation marks"
        : "these quotation marks are not the straight ones", at: range,
      help: [isTyped ? corrected : corrected + "; a word processor may have replaced them"])
  }

  /// Reports a character that cannot be seen, by the characters between which it stands.
  mutating func reportInvisible(_ code: DiagnosticCode, _ range: Range<Int>) {
    if log.isFull { return log.report(code, "", at: range) }
    let first = max(0, range.lowerBound - Self.longestLook)
    let line = bytes[first..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 }
    let before = text((line ?? first)..<range.lowerBound)
    let after = text(range.upperBound..<min(bytes.count, range.upperBound + Self.longestLook))
    let isFirst =
      (line != nil || first == 0) && before.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
    if isFirst {
      log.report(
        code, "an invisible character stands at the beginning of this line", at: range,
        help: ["delete the beginning of the line and type it again"])
    } else if let left = before.last, let right = after.first, Self.isVisible(left), Self.isVisible(right) {
      log.report(
        code, "an invisible character stands between `\(left)` and `\(right)`", at: range,
        help: ["delete both and type them again"])
    } else {
      log.report(
        code, "an invisible character stands here", at: range,
        help: ["delete the characters on both sides of it and type them again"])
    }
  }

  /// How far around an invisible character is looked, in bytes.
  private static let longestLook = 40

  private static func isVisible(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character.isPunctuation && character != "`"
  }
}
