import SourceText

/// Slips that a file repeats from line to line, and that are told once.
enum RepeatedSlip: Hashable {
  /// A comment that begins as in another language.
  case comment
  /// A line of Markdown that begins or ends a block.
  case fence
  /// Blocks in `[ … ]`.
  case bracketBlock
}

/// Characters that mean something to those who write them: what they mean is said, and nothing else of it.
extension Lexer {
  /// Reports the character from `start` to ``index`` together with what belongs to it.
  ///
  /// - Returns: whether it was reported; else it has no meaning that is known.
  mutating func recover(from start: Int) -> Bool {
    switch bytes[start] {
    case 0x3C where index - start >= 7 && isFirstOnLine(start): return mergeMarks(start)
    case 0x3C, 0x3E: return comparison(start)
    case 0x2B: return plus(start)
    case 0x2D, 0xE2: return bytes[start] == 0x2D ? minus(start) : dashOrComparison(start)
    case 0x2F, 0x25, 0x2A: return foreignComment(start)
    case 0x26, 0x7C: return separator(start)
    case 0x28: return parenthesis(start)
    case 0x5B, 0x5D: return bracketBlock(start)
    case 0x3A: return colonBeforeBlock(start)
    case 0x24, 0xC2: return currency(start)
    case 0x5C: return backslash(start)
    default: return false
    }
  }

  // MARK: Looking around

  /// Whether only space stands before an offset on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    var position = offset
    while position > 0, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 { position -= 1 }
    return position == 0 || bytes[position - 1] == 0x0A
  }

  /// Whether only space stands from an offset to the end of its line.
  private func isLastOnLine(_ offset: Int) -> Bool {
    var position = offset
    while position < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[position]) { position += 1 }
    return position == bytes.count || bytes[position] == 0x0A
  }

  private func isDigit(_ offset: Int) -> Bool {
    bytes.indices.contains(offset) && (0x30...0x39).contains(bytes[offset])
  }

  /// The digits behind spaces from an offset on.
  private func number(behind offset: Int) -> Int? {
    var position = offset
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    let digits = bytes[position...].prefix(10).prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty || digits.count > 9 ? nil : Int(String(decoding: digits, as: UTF8.self))
  }

  /// The word that ends at an offset.
  private func word(before offset: Int) -> String {
    guard let last = tokens.last, last.kind == .word, Int(last.end) == offset else { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[last.range]), as: UTF8.self)
  }

  /// The number that ends before an offset and spaces, as the last word read.
  private func number(before offset: Int) -> Int? {
    guard let last = tokens.last, last.kind == .word, offset - Int(last.end) < 3 else { return nil }
    return Int(word(before: Int(last.end)))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private mutating func passLine() {
    while index < bytes.count, bytes[index] != 0x0A, !isLineEnd(index) { index += 1 }
  }

  /// Makes what was read since the last word one word with it: its letters were meant to belong together.
  private mutating func joinWord() {
    index = endOfWord(from: index)
    guard let last = tokens.last, last.kind == .word else { return }
    tokens.removeLast()
    tokens.append(Token(.word, Int(last.start), index))
  }

  private mutating func report(_ start: Int, _ message: String, _ help: String) -> Bool {
    log.report(.unexpectedCharacter, message, at: start..<index, help: [help])
    return true
  }

  // MARK: Numbers

  private mutating func comparison(_ start: Int) -> Bool {
    let isBelow = bytes[start] == 0x3C
    let isEqual = index < bytes.count && bytes[index] == 0x3D
    if isEqual { index += 1 }
    return comparison(start, isBelow: isBelow, isEqual: isEqual)
  }

  private mutating func comparison(_ start: Int, isBelow: Bool, isEqual: Bool) -> Bool {
    guard let number = number(behind: index) else { return false }
    let bound = isBelow == isEqual ? number + 1 : number
    return report(
      start, "`\(text(start..<index))` is not known here",
      "comparisons are written in words: `\(isBelow ? "under" : "at least") \(bound)`")
  }

  private mutating func plus(_ start: Int) -> Bool {
    guard isDigit(start - 1), let number = number(before: start) else { return false }
    return report(start, "`+` is not known here", "write `at least \(number)`")
  }

  /// `15 - 17`, `- 15`
  private mutating func minus(_ start: Int) -> Bool {
    if index - start > 1 { return foreignComment(start) }
    guard let high = number(behind: index), !isFirstOnLine(start) else { return false }
    if let low = number(before: start) {
      return report(start, "a range is written in words", "write `from \(low) to \(high)`")
    }
    guard index < bytes.count, bytes[index] == 0x20 else { return false }
    return report(
      start, "a number has no sign",
      "numbers are 0 or more; a range is written in words, such as `from 15 to 17`")
  }

  /// Dashes of word processors, `≤` and `≥`.
  private mutating func dashOrComparison(_ start: Int) -> Bool {
    switch text(start..<index) {
    case "≤": return comparison(start, isBelow: true, isEqual: true)
    case "≥": return comparison(start, isBelow: false, isEqual: true)
    case "€": return currency(start, "EUR")
    case "–", "—", "‑", "−", "‐": break
    default: return false
    }
    let before = word(before: start)
    guard !before.isEmpty, index < bytes.count, ByteClass.of(bytes[index]) == .word else { return false }
    let low = Int(before)
    let high = number(behind: index)
    joinDashes()
    guard let whole = tokens.last else { return false }
    let written = text(whole.range)
    let hyphens = String(written.map { "–—‑−‐".contains($0) ? "-" : $0 })
    if let low, let high, before.utf8.count < 4 {
      return report(start, "a range is written in words", "write `from \(low) to \(high)`")
    }
    return report(start, "this dash is no hyphen", "write `\(hyphens)`")
  }

  /// Makes one word of all that dashes join.
  private mutating func joinDashes() {
    joinWord()
    while index + 3 < bytes.count, bytes[index] == 0xE2,
      ["–", "—", "‑", "−", "‐"].contains(text(index..<index + 3))
    {
      index += 3
      joinWord()
    }
  }

  private mutating func currency(_ start: Int) -> Bool {
    let codes = ["$": "USD", "£": "GBP", "¥": "JPY"]
    guard let code = codes[text(start..<index)] else { return false }
    return currency(start, code)
  }

  private mutating func currency(_ start: Int, _ code: String) -> Bool {
    let amount = number(behind: index) ?? number(before: start)
    return report(
      start, "`\(text(start..<index))` is not known here",
      "write the currency behind the number: `fine \(amount.map(String.init) ?? "5000") \(code)`")
  }

  // MARK: Lists and names

  private mutating func separator(_ start: Int) -> Bool {
    report(
      start, "the character `\(text(start..<start + 1))` has no meaning here",
      "write a comma between values: it means *or*")
  }

  /// `1(2)`, `3(1)(a)` and `deliver (to another)`.
  private mutating func parenthesis(_ start: Int) -> Bool {
    let line = bytes[start...].prefix(400).prefix { $0 != 0x0A }
    guard let close = line.lastIndex(of: 0x29) else { return false }
    let before = word(before: start)
    if !before.isEmpty, let end = endOfGroups(from: start) {
      let inner = text(start..<end).split { "()".contains($0) }.joined(separator: ".")
      index = end
      joinWord()
      return report(
        start, "paragraphs stand here without brackets",
        "write them with dots or hyphens: `\(before).\(inner)`")
    }
    // Right behind an element the brackets hold its values.
    guard before.isEmpty, let last = tokens.last, last.kind == .word || last.kind.isString, tokens.count > 1,
      tokens[tokens.count - 2].kind == .word || tokens[tokens.count - 2].kind == .comma
    else { return false }
    index = close + 1
    return report(
      start, "a remark in brackets is not read", "remarks stand in `\"…\"` behind the values, or behind `#`")
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

  private mutating func backslash(_ start: Int) -> Bool {
    let before = word(before: start)
    guard !before.isEmpty, index < bytes.count, ByteClass.of(bytes[index]) == .word else { return false }
    joinWord()
    guard let whole = tokens.last else { return false }
    let written = text(whole.range)
    return report(
      start, "the character `\\` has no meaning here",
      "write `/`: `\(String(written.map { $0 == "\\" ? "/" : $0 }))`")
  }

  // MARK: Blocks and comments

  /// Marks of a program that joins versions of files.
  private mutating func mergeMarks(_ start: Int) -> Bool {
    log.giveUp(
      .unexpectedCharacter, "this file holds two versions that were not joined", at: start..<index,
      help: ["keep one of them, and remove the lines that begin with `<<<<`, `====` and `>>>>`"])
    return true
  }

  /// `// …`, `/* … */`, `% …`, `-- …`; the slash alone stands between values.
  private mutating func foreignComment(_ start: Int) -> Bool {
    let isLong = bytes[start] == 0x2F && index < bytes.count && bytes[index] == 0x2A
    let isComment = isLong || index - start > 1 || bytes[start] == 0x25 && isFirstOnLine(start)
    guard isComment else {
      guard bytes[start] == 0x2F, tokens.last?.kind == .word else { return false }
      return separator(start)
    }
    guard bytes[start] != 0x2A else { return false }
    let mark = text(start..<(isLong ? index + 1 : index))
    if isLong, let end = endOfLongComment { index = end } else { passLine() }
    let isKnown = !reportedOnce.insert(.comment).inserted
    return isKnown || report(start, "`\(mark)` begins no comment here", "comments begin with `#`")
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
  private mutating func bracketBlock(_ start: Int) -> Bool {
    if bytes[start] == 0x5B, isLastOnLine(index), !isFirstOnLine(start) {
      tokens.append(Token(.openBrace, start, index))
      let isKnown = !reportedOnce.insert(.bracketBlock).inserted
      return isKnown
        || report(
          start, "a block stands between `{` and `}`", "write `{` instead of `[`, and `}` instead of `]`")
    }
    guard bytes[start] == 0x5D, reportedOnce.contains(.bracketBlock), isFirstOnLine(start) else {
      return false
    }
    for offset in start..<index { tokens.append(Token(.closeBrace, offset, offset + 1)) }
    return true
  }

  /// A colon at the end of a line, with lines below that stand further to the right: a block as other languages have it.
  private mutating func colonBeforeBlock(_ start: Int) -> Bool {
    guard isLastOnLine(index), !isFirstOnLine(start) else { return false }
    let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard let below = bytes[start...].firstIndex(of: 0x0A), margin(below + 1) > margin(lineStart) else {
      return false
    }
    if let items = passBullets(from: below + 1) {
      let element = tokens.last.map { text($0.range) } ?? "act"
      log.report(
        .unexpectedCharacter, "lists need no bullets", at: start..<start + 1,
        help: ["write the values on one line with commas between them: `\(element) \(items)`"])
      return true
    }
    log.giveUp(
      .unexpectedCharacter, "a block stands between `{` and `}`, not behind a colon", at: start..<index,
      help: ["write `{` instead of the colon, and `}` below the last line of the block"])
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
    guard reportedOnce.insert(.fence).inserted else { return }
    log.report(
      .unexpectedCharacter, "this line belongs into a Markdown file", at: start..<index,
      help: ["rename the file, so that it ends in `.md`, or delete the two lines with the marks"])
  }
}
