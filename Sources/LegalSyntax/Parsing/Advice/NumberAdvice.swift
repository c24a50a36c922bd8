import SourceText

/// Numbers that are written otherwise than in digits.
extension SyntaxReader {
  /// Reports a number that is missing or stands in quotation marks.
  mutating func failWithoutNumber(_ cursor: inout LineCursor, example: String) {
    guard isBeforeString(cursor) else {
      fail(.badNumber, "a number is missing here", &cursor, help: ["write for example `\(example)`"])
      return
    }
    let content = quoted(cursor.position).text
    let isNumber = !content.isEmpty && content.utf8.count < 16 && content.utf8.allSatisfy(\.isDigit)
    fail(
      .badNumber, "a number must not stand in quotation marks", &cursor,
      help: ["write it without them, such as `\(isNumber ? content : example)`"])
  }

  /// Reports a number in words, in groups, or as a range with a hyphen.
  mutating func failAtWordedNumber(_ text: String, _ cursor: inout LineCursor, example: String) {
    let groups = text.split { $0 == "." || $0 == "_" }
    let isGrouped =
      groups.count > 1 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
      && groups.joined().utf8.allSatisfy(\.isDigit)
    if isGrouped {
      fail(.badNumber, "`\(text)` \(Self.otherForm)", &cursor, help: [Self.groupsHelp(groups.joined())])
      return
    }
    if let range = WordedNumber.range(text) {
      let line = lineText(cursor.line, replacing: cursor.position..<cursor.position + 1, by: range)
      fail(
        .badNumber, "a range must be written with `to`", &cursor,
        help: ["write `\(line ?? range.joined(separator: " "))`"])
      return
    }
    let line = lineInDigits(cursor)
    fail(
      .badNumber, line == nil ? "`\(text)` is not a number in digits" : "`\(text)` \(Self.otherForm)",
      &cursor,
      help: [
        line.map { "write the number in digits: `\($0)`" }
          ?? "write a number in digits, for example `\(example)`"
      ])
  }

  /// A line with digits in the place of the numbers in words from the cursor on; nil if there are none.
  private func lineInDigits(_ cursor: LineCursor) -> String? {
    let end = (cursor.position..<cursor.end).first { tree.tokens[$0].kind != .word } ?? cursor.end
    guard end - cursor.position <= Self.mostWords else { return nil }
    let words = (cursor.position..<end).map { text($0) }
    let digits = WordedNumber.inDigits(words)
    return digits.first == words.first
      ? nil : lineText(cursor.line, replacing: cursor.position..<end, by: digits)
  }

  /// How many words of a line are searched for numbers.
  private static let mostWords = 12

  /// What is said of a number that is one, but is not read.
  static let otherForm = "is not written in the form that lacuna reads"

  /// What to write instead of a number in groups.
  static func groupsHelp(_ digits: String) -> String {
    "write numbers without commas, points, blanks or underscores: `\(digits)`"
  }
}

/// A number in English words, up to ninety-nine: ages and years are not larger.
enum WordedNumber {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  /// Words with digits in the place of those that spell numbers.
  static func inDigits(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      if index + 1 < words.count, let ten = ten(words[index]), let one = one(words[index + 1]) {
        result.append("\(ten + one)")
        index += 2
      } else {
        result.append(number(words[index]).map(String.init) ?? words[index])
        index += 1
      }
    }
    return result
  }

  /// `1000-5000` as it is written here.
  static func range(_ word: String) -> [String]? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) else {
      return nil
    }
    return [String(parts[0]), "to", String(parts[1])]
  }

  /// `eighteen`, `twenty`, `twenty-one`
  static func number(_ word: String) -> Int? {
    let parts = word.lowercased().split(separator: "-").map(String.init)
    if parts.count == 2, let ten = ten(parts[0]), let one = one(parts[1]) { return ten + one }
    guard parts.count == 1 else { return nil }
    return small.firstIndex(of: parts[0]) ?? ten(parts[0])
  }

  /// `twenty`
  static func ten(_ word: String) -> Int? { tens.firstIndex(of: word.lowercased()).map { ($0 + 2) * 10 } }

  /// `one` to `nine`
  static func one(_ word: String) -> Int? {
    small.firstIndex(of: word.lowercased()).flatMap { (1...9).contains($0) ? $0 : nil }
  }
}
