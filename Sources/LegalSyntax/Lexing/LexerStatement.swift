import SourceText

/// The author's own line, put right, for advice about one of its characters.
extension Lexer {
  /// How long a line is that is shown again, in bytes.
  private static let longestShown = 90

  /// The first word of the line that is being read.
  var firstWordOfLine: String? { firstTokenOfLine.map { text($0.range) } }

  /// The element whose values are being read: the first word of the line, or the one behind `where` or `with`. Nil if
  /// there is none.
  var elementOfLine: String? {
    let start = tokens.lastIndex { $0.kind == .newline || $0.kind == .openBrace || $0.kind == .semicolon }
    let line = tokens[(start.map { $0 + 1 } ?? 0)...].prefix(Self.mostWords)
    let condition = line.lastIndex { $0.kind == .word && ["where", "with"].contains(text($0.range)) }
    var first = condition.map { $0 + 1 } ?? line.startIndex
    // An amendment replaces a line of an element as it stands in a statute.
    if first + 1 < line.endIndex, line[first].kind == .word, text(line[first].range) == "replace" {
      first += 1
    }
    guard first < line.endIndex, line[first].kind == .word else { return nil }
    let word = text(line[first].range)
    return KeywordAdvice.allWords.contains(word) ? nil : word
  }

  /// How far into a line a condition is looked for, in words.
  private static let mostWords = 40

  /// Whether the line is about a penalty; an amendment writes a verb before it.
  var isLineOfPenalty: Bool {
    let start = tokens.lastIndex { $0.kind == .newline || $0.kind == .openBrace || $0.kind == .semicolon }
    return tokens[(start.map { $0 + 1 } ?? 0)...].prefix(2).contains {
      $0.kind == .word && text($0.range) == "penalty"
    }
  }

  private var firstTokenOfLine: Token? {
    let start = tokens.lastIndex { $0.kind == .newline || $0.kind == .openBrace || $0.kind == .semicolon }
    let first = start.map { $0 + 1 } ?? 0
    return first < tokens.count && tokens[first].kind == .word ? tokens[first] : nil
  }

  /// Whether the same mark stands on the line already, so that both are told together.
  func isToldOnLine(_ mark: String, before offset: Int) -> Bool {
    guard let start = firstTokenOfLine?.range.lowerBound, offset - start <= Self.longestShown else {
      return false
    }
    return text(start..<offset).split(separator: " ").contains {
      $0 == mark || mark != "/" && $0.contains(mark)
    }
  }

  /// Some bytes as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The line up to its block, its text in quotation marks or its end, with other characters in the place of some; nil
  /// if what results could not be read as it is, or is long.
  func lineReplacing(_ range: Range<Int>, by replacement: String) -> String? {
    lineReplacing { line, offset in
      let first = line.utf8.index(line.utf8.startIndex, offsetBy: max(0, range.lowerBound - offset))
      let end = min(line.utf8.count, range.upperBound - offset)
      let last = line.utf8.index(line.utf8.startIndex, offsetBy: max(0, end))
      return line[..<first] + replacement + line[last...]
    }
  }

  /// The line with other characters in the place of all of one kind.
  func lineReplacingAll(_ mark: Character, by replacement: String) -> String? {
    lineReplacing { line, _ in
      // A stroke may stand inside a name.
      mark == "/"
        ? line.split(separator: " ").map { $0 == "/" ? replacement : String($0) }.joined(separator: " ")
        : line.split(separator: mark).joined(separator: replacement)
    }
  }

  private func lineReplacing(_ change: (String, Int) -> String) -> String? {
    guard let start = firstTokenOfLine?.range.lowerBound, index - start <= Self.longestShown else {
      return nil
    }
    let ends: Set<UInt8> = [0x0A, 0x0D, 0x22, 0x23, 0x3B, 0x7B, 0x7D]
    var end = index
    while end < bytes.count, !ends.contains(bytes[end]), end - start <= Self.longestShown { end += 1 }
    guard end - start <= Self.longestShown else { return nil }
    let words = change(text(start..<end), start).split(separator: " ").joined(separator: " ")
    let line = words.split(separator: " ,").joined(separator: ",")
    return isReadable(line) ? line : nil
  }

  /// Whether a line holds nothing but words and commas, and more than one word.
  private func isReadable(_ line: String) -> Bool {
    line.contains(" ")
      && line.unicodeScalars.allSatisfy {
        $0 == "," || $0 == " " || $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "-./_*:".unicodeScalars.contains($0) || $0.properties.generalCategory == .nonspacingMark
          || $0.properties.generalCategory == .spacingMark
      }
      && line.split(separator: " ").allSatisfy { word in
        word.first.map { $0.isLetter || $0.isNumber } ?? false
      }
  }

  // MARK: What is told once

  /// Notes one of many slips of the same kind; all of them are told together.
  mutating func note(_ slip: RepeatedSlip, at range: Range<Int>) {
    slips[slip, default: []].append(range)
  }

  /// Reports the slips of each kind together, at the first of them.
  mutating func reportSlips() {
    for (slip, ranges) in slips.sorted(by: { $0.value[0].lowerBound < $1.value[0].lowerBound }) {
      guard let first = ranges.first else { continue }
      log.report(
        .unexpectedCharacter, message(of: slip, at: first), at: first, help: help(for: slip, ranges))
    }
  }

  private func message(of slip: RepeatedSlip, at range: Range<Int>) -> String {
    switch slip {
    case .comment: "a remark begins with `#` here, not with `\(markOfRemark(range))`"
    case .fence: "this line belongs only in a file whose name ends in `.md`"
    case .bracketBlock: "a block stands between `{` and `}` here, not between `[` and `]`"
    }
  }

  private func help(for slip: RepeatedSlip, _ ranges: [Range<Int>]) -> [String] {
    switch slip {
    case .comment: remarkHelp(ranges)
    case .fence: ["delete \(lines(ranges)) of this file"]
    case .bracketBlock: ["write `{` and `}` instead of `[` and `]`, in the whole file"]
    }
  }

  /// What to do with remarks: `#` makes a remark of all that follows on its line.
  private func remarkHelp(_ ranges: [Range<Int>]) -> [String] {
    let isOne = ranges.count == 1
    let place = isOne ? "" : ", on \(lines(ranges))"
    let isLast = ranges.allSatisfy { isLastOnLine($0.upperBound) }
    return [
      ranges.allSatisfy { isFirstOnLine($0.lowerBound) }
        ? "write `#` at the beginning of each line of \(isOne ? "the" : "a") remark\(place)"
        : "write `#` directly before \(isOne ? "the" : "each") remark, and before each further line of it\(place)"
    ]
      + (isLast
        ? []
        : [
          "`#` makes a remark of all that follows on its line: move a remark in the middle of a line to its end"
        ])
  }

  private func markOfRemark(_ range: Range<Int>) -> String {
    text(
      range.lowerBound..<min(range.upperBound, range.lowerBound + (bytes[range.lowerBound] == 0x25 ? 1 : 2)))
  }

  /// `line 4`, `lines 4, 5 and 9 to 12`, `lines 4, 6, 8, 10, 12, 14 and 12 others`. Cost: one pass over the file.
  private func lines(_ ranges: [Range<Int>]) -> String {
    var runs: [ClosedRange<Int>] = []
    var line = 1
    var position = 0
    for range in ranges {
      line += bytes[position..<range.lowerBound].count { $0 == 0x0A }
      let last = line + bytes[range].count { $0 == 0x0A }
      if let run = runs.last, run.upperBound + 1 >= line {
        runs[runs.count - 1] = run.lowerBound...last
      } else {
        runs.append(line...last)
      }
      line = last
      position = range.upperBound
    }
    var names = runs.prefix(Self.mostLines).flatMap { run in
      run.count > 2 ? ["\(run.lowerBound) to \(run.upperBound)"] : run.map { "\($0)" }
    }
    let others = runs.dropFirst(Self.mostLines).reduce(0) { $0 + $1.count }
    if others > 0 { names.append("\(others) others") }
    guard let last = names.last, names.count > 1 else {
      return (runs.first?.count == 1 ? "line " : "lines ") + (names.first ?? "")
    }
    return "lines " + names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// How many lines, or groups of lines, are named.
  private static let mostLines = 6
}
