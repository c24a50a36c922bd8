import SourceText

/// Round brackets: around the number of a paragraph, around values, and around remarks.
extension Lexer {
  /// `1(2)`, `3(1)(a)`, `act (offer)` and `deliver (to another)`.
  mutating func parenthesis(_ start: Int) -> Bool {
    guard let close = closingBracket(from: start) else { return false }
    let before = word(before: start)
    if !before.isEmpty, let end = endOfGroups(from: start) {
      let inner = text(start..<end).split { "()".contains($0) }.joined(separator: ".")
      index = end
      joinWord()
      return report(
        start, "a number must not have brackets",
        "write a paragraph with a dot, without brackets: `\(before).\(inner)`")
    }
    guard before.isEmpty, let last = tokens.last else { return false }
    let remark = text(start + 1..<close)
    if holdsValues(remark, behind: last),
      let line = lineReplacing(start..<close + 1, by: " " + remark + " ")
    {
      index = close + 1
      return report(start, "the character `(` has no meaning here", "write it without brackets: `\(line)`")
    }
    guard last.kind == .word && !isBehindFirstWord || last.kind.isString else { return false }
    let isOneOfSeveral = isMemberOfList(before: close + 1)
    index = close + 1
    return reportRemark(remark, start, isOneOfSeveral && last.kind == .word ? text(last.range) + " " : "")
  }

  /// Whether only one word of the line was read.
  private var isBehindFirstWord: Bool {
    guard tokens.count > 1 else { return true }
    let kind = tokens[tokens.count - 2].kind
    return kind != .word && kind != .comma && !kind.isString
  }

  /// Whether brackets hold what may stand in their place without them: values right behind the element, or a
  /// number behind a word such as `under`.
  private func holdsValues(_ content: String, behind last: Token) -> Bool {
    let members = content.split(separator: ",", omittingEmptySubsequences: false).map { member in
      member.split(separator: " ")
    }
    guard members.allSatisfy({ $0.count == 1 }) else {
      // `age (under 18)` and `penalty imprisonment (5 years)`
      let first = content.split(separator: " ").first.map(String.init) ?? ""
      let isRange = ["under", "at", "from"].contains(first) && isBehindFirstWord
      return isRange || elementOfLine == nil && isLineOfPenalty && first.utf8.allSatisfy(\.isDigit)
    }
    let isNumber = content.utf8.allSatisfy(\.isDigit)
    return last.kind == .word && (isNumber || isBehindFirstWord)
  }

  /// Whether the line holds a comma before what was read, or right behind an offset.
  private func isMemberOfList(before offset: Int) -> Bool {
    let start = tokens.lastIndex { $0.kind == .newline || $0.kind == .openBrace || $0.kind == .semicolon }
    if tokens[(start.map { $0 + 1 } ?? 0)...].contains(where: { $0.kind == .comma }) { return true }
    let next = bytes[min(offset, bytes.count)...].prefix(40).first { $0 != 0x20 }
    return next == 0x2C
  }

  /// - Parameter value: the value among several that the remark belongs to, with a blank behind it, or nothing.
  private mutating func reportRemark(_ remark: String, _ start: Int, _ value: String) -> Bool {
    let isShort = remark.utf8.count <= 40 && !remark.contains { $0 == "\"" || $0 == "\\" }
    let shown = isShort ? remark : "…"
    let corrected = lineReplacing(start..<index, by: "").map { $0 + " " } ?? ""
    return report(
      start, "words in brackets are not read",
      [
        "if they are words of the law, write them in quotation marks after the values: "
          + "`\(corrected)\"\(value)\(shown)\"`; they are shown, but not checked",
        "if they are your own remark, write `# \(shown)` at the end of the line",
      ])
  }

  /// The `)` that belongs to a `(` on the same line.
  private func closingBracket(from start: Int) -> Int? {
    var depth = 0
    for offset in start..<min(bytes.count, start + 400) {
      switch bytes[offset] {
      case 0x0A: return nil
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return offset }
      default: break
      }
    }
    return nil
  }

  /// Behind `(1)(a)`; nil if it is something else.
  private func endOfGroups(from start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position] == 0x28 {
      var end = position + 1
      while end < bytes.count, ByteClass.of(bytes[end]) == .word { end += 1 }
      guard end < bytes.count, bytes[end] == 0x29, end > position + 1 else { return nil }
      position = end + 1
    }
    return position > start ? position : nil
  }
}
