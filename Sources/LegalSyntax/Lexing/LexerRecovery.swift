import SourceText

/// Slips that a file repeats from line to line, and that are told once.
enum RepeatedSlip: Hashable {
  /// A remark that begins as in another language.
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
    case 0x2D: return minus(start)
    case 0xE2: return invisible(start) || dashOrComparison(start)
    case 0x25: return percent(start) || foreignComment(start)
    case 0x2F, 0x2A: return foreignComment(start)
    case 0x26, 0x7C: return separator(start)
    case 0x28: return parenthesis(start)
    case 0x5B, 0x5D: return bracketBlock(start)
    case 0x3A: return colonBeforeBlock(start) || foreignMark(start)
    case 0x3D, 0xE3, 0xEF: return foreignMark(start)
    case 0x24: return currency(start)
    case 0xC2:
      return text(start..<index).first == "§" ? sectionSign(start) : invisible(start) || currency(start)
    case 0x5C: return backslash(start)
    default: return invisible(start)
    }
  }

  /// A character that cannot be seen.
  private mutating func invisible(_ start: Int) -> Bool {
    guard text(start..<index).unicodeScalars.first?.properties.generalCategory == .format else {
      return false
    }
    reportInvisible(.unexpectedCharacter, start..<index)
    return true
  }

  // MARK: Looking around

  /// Whether only space stands before an offset on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    var position = offset
    while position > 0, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 { position -= 1 }
    return position == 0 || bytes[position - 1] == 0x0A
  }

  /// Whether only space stands from an offset to the end of its line.
  func isLastOnLine(_ offset: Int) -> Bool {
    var position = offset
    while position < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[position]) { position += 1 }
    return position == bytes.count || bytes[position] == 0x0A
  }

  func isDigit(_ offset: Int) -> Bool {
    bytes.indices.contains(offset) && (0x30...0x39).contains(bytes[offset])
  }

  /// The digits behind spaces from an offset on.
  func number(behind offset: Int) -> Int? {
    var position = offset
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    let digits = bytes[position...].prefix(10).prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty || digits.count > 9 ? nil : Int(String(decoding: digits, as: UTF8.self))
  }

  /// The word that ends at an offset.
  func word(before offset: Int) -> String {
    guard let last = tokens.last, last.kind == .word, Int(last.end) == offset else { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[last.range]), as: UTF8.self)
  }

  /// The number that ends before an offset and spaces, as the last word read.
  func number(before offset: Int) -> Int? {
    guard let last = tokens.last, last.kind == .word, offset - Int(last.end) < 3 else { return nil }
    return Int(word(before: Int(last.end)))
  }

  mutating func passLine() {
    while index < bytes.count, bytes[index] != 0x0A, !isLineEnd(index) { index += 1 }
  }

  /// Makes what was read since the last word one word with it: its letters were meant to belong together.
  mutating func joinWord() {
    index = endOfWord(from: index)
    guard let last = tokens.last, last.kind == .word else { return }
    tokens.removeLast()
    tokens.append(Token(.word, Int(last.start), index))
  }

  mutating func report(_ start: Int, _ message: String, _ help: String) -> Bool {
    report(start, message, [help])
  }

  mutating func report(_ start: Int, _ message: String, _ help: [String]) -> Bool {
    log.report(.unexpectedCharacter, message, at: start..<index, help: help)
    return true
  }

  /// Dashes of word processors, `≤` and `≥`.
  private mutating func dashOrComparison(_ start: Int) -> Bool {
    switch text(start..<index) {
    case "≤": return comparison(start, isBelow: true, isEqual: true)
    case "≥": return comparison(start, isBelow: false, isEqual: true)
    case "€": return currency(start, "EUR", "euros")
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
    if let low, let high, before.utf8.count < 4 { return reportRange(start, low, high, at: whole.range) }
    return report(
      start, "this dash is not the short hyphen of the keyboard", "write the short hyphen: `\(hyphens)`")
  }

  /// Reports a range of numbers, which is written otherwise in a penalty than in the line of an element.
  mutating func reportRange(_ start: Int, _ low: Int, _ high: Int, at range: Range<Int>) -> Bool {
    let comparison = WordedComparison(low: low, high: high)
    if elementOfLine != nil { return report(start, comparison.message, comparison.help(isAge: true)) }
    let meant = "\(min(low, high)) to \(max(low, high))"
    return report(
      start, "a range must be written with `to`", "write `\(lineReplacing(range, by: meant) ?? meant)`")
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
    switch text(start..<index) {
    case "$": return currency(start, "USD", "US dollars")
    case "£": return currency(start, "GBP", "pounds sterling")
    case "¥": return currency(start, "JPY", "yen")
    default: return false
    }
  }

  private mutating func currency(_ start: Int, _ code: String, _ name: String) -> Bool {
    let amount = number(behind: index) ?? number(before: start)
    return report(
      start, "the sign `\(text(start..<index))` is not known here",
      "write the three letters of the currency after the number, for \(name) "
        + "`penalty fine \(amount.map(String.init) ?? "5000") \(code)`")
  }

  /// `50%`
  private mutating func percent(_ start: Int) -> Bool {
    guard isDigit(start - 1), let line = lineReplacing(start..<index, by: "") else { return false }
    return report(start, "a number must not have a `%` after it", "delete the `%`: write `\(line)`")
  }

  /// `means §1`, `article § 1`, `implements OPSC § 3`
  private mutating func sectionSign(_ start: Int) -> Bool {
    if let element = elementOfLine {
      var end = index
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      end = endOfWord(from: end)
      let reference = text(start..<end)
      return report(
        start, "the sign `§` is not known here",
        "delete `\(reference)`: a line on `\(element)` takes one of its values, not the number of a section")
    }
    guard let line = lineReplacing(start..<index, by: "") else { return false }
    return report(start, "the sign `§` is not known here", "write the number alone: `\(line)`")
  }

  // MARK: Lists and names

  mutating func separator(_ start: Int) -> Bool {
    let mark = text(start..<start + 1)
    if isToldOnLine(mark, before: start) { return true }
    let message = "the character `\(mark)` has no meaning here"
    guard let last = tokens.last, last.kind == .word, let first = mark.first,
      let line = lineReplacingAll(first, by: ", ")
    else { return report(start, message, "write a comma between the members of a list") }
    guard elementOfLine != nil else { return report(start, message, "write a comma: `\(line)`") }
    let conjunction: Conjunction = mark == "&" || mark == "+" ? .and : .or
    return report(start, message, conjunction.help(line))
  }

  /// `act: offer`, `age = 15`, and the marks of scripts of East Asia.
  private mutating func foreignMark(_ start: Int) -> Bool {
    let mark = text(start..<index)
    let replacement: String
    switch mark {
    case "=", ":", "：": replacement = " "
    case "，", "、": replacement = ", "
    default: return invisible(start)
    }
    guard elementOfLine != nil, let first = mark.first, let line = lineReplacingAll(first, by: replacement)
    else { return false }
    return report(start, "the character `\(mark)` has no meaning here", "write `\(line)`")
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
}
