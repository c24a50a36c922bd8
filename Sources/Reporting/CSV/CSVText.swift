/// Tables of comma-separated values (RFC 4180): header row, CR LF behind every row, UTF-8 with a byte order mark.
///
/// The mark is there because spreadsheet programs take a file without it for one in the machine's old code page, in
/// which Khmer and French are lost. Readers for programs skip it; Python's is `encoding="utf-8-sig"`.
enum CSVText {
  /// Renders a table. Cost: linear in the output.
  static func render(head: [String], rows: [[String]]) -> String {
    "\u{FEFF}" + ([head] + rows).map { $0.map { cell($0) }.joined(separator: ",") + "\r\n" }.joined()
  }

  /// One cell. A text that a spreadsheet program would take for a formula gets an apostrophe before it; control
  /// characters other than tabs and line ends go.
  static func cell(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    if let first = text.unicodeScalars.first, startsFormula(first) { scalars.append("'") }
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\t" || scalar == "\n" || scalar == "\r"
      guard isBreak || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)) else { continue }
      scalars.append(scalar)
    }
    let guarded = String(scalars)
    guard guarded.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return guarded
    }
    var quoted = ""
    for scalar in guarded.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return "\"\(quoted)\""
  }

  /// The full-width forms count too: some programs read them as the signs themselves.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
