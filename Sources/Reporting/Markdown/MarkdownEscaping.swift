/// Makes text of input files harmless inside Markdown.
enum Markdown {
  /// Characters that CommonMark or GitHub could take as markup, wherever they stand.
  private static let special: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "$", "@", "&", "!",
  ]

  /// Escapes text for running prose and table cells. Line breaks and control characters become spaces, so that no
  /// text can begin a block of its own.
  static func escape(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var isStart = true
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || scalar == "\u{2028}" || scalar == "\u{2029}"
      {
        result.unicodeScalars.append(" ")
        continue
      }
      // Directional overrides could make a line read as what it is not.
      if (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value) { continue }
      if special.contains(scalar) || (isStart && (scalar == "-" || scalar == "+" || scalar == "=")) {
        result.unicodeScalars.append("\\")
      }
      result.unicodeScalars.append(scalar)
      isStart = false
    }
    return breakingLinks(result)
  }

  /// GitHub turns bare addresses into links; a report links nothing that its author did not write here.
  private static func breakingLinks(_ text: String) -> String {
    guard text.contains("://") || text.contains("www.") else { return text }
    var result = ""
    var rest = Substring(text)
    while let range = rest.firstRange(of: "://") ?? rest.firstRange(of: "www.") {
      result += rest[..<range.lowerBound]
      result += rest[range] == "www." ? "www\\." : "\\://"
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  /// A code span that holds any text: its fence is longer than every run of backticks inside.
  static func code(_ text: String) -> String {
    let clean = String(text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
    var longest = 0
    var run = 0
    for character in clean {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = clean.hasPrefix("`") || clean.hasSuffix("`") || clean.isEmpty ? " " : ""
    return fence + pad + clean + pad + fence
  }

  /// One row of a table. Cells must be escaped already.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// The head of a table.
  static func head(_ cells: [String]) -> String {
    row(cells) + "|" + String(repeating: " --- |", count: cells.count) + "\n"
  }
}

extension Substring {
  fileprivate func firstRange(of pattern: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
      start = index(after: start)
    }
    return nil
  }
}
