/// What to say about a character that no token holds.
struct CharacterAdvice {
  /// The message.
  let message: String
  /// What to write instead.
  let help: String

  /// Makes the advice on one character, given whether a digit stands behind it.
  init(_ text: String, isBeforeDigit: Bool) {
    let scalar = text.unicodeScalars.first ?? " "
    if scalar.properties.isWhitespace {
      message = "this space is not an ordinary one"
      help = "replace it by an ordinary space"
    } else if scalar.properties.generalCategory == .format {
      message = "an invisible character (U+\(Self.hexadecimal(scalar))) stands here"
      help = "remove it: delete the letters on both sides of it and type them again"
    } else if text == "-", isBeforeDigit {
      message = "a number has no sign"
      help = "numbers are 0 or more; a range is written in words, such as `from 15 to 17`"
    } else {
      message = "the character `\(text)` has no meaning here"
      help =
        Self.instead[text]
        ?? "names are made of letters, digits and `_ - . / * :`; other text stands in quotation marks"
    }
  }

  /// What people write who know other languages, or whose keyboard or word processor offers something else.
  private static let instead: [String: String] = {
    let ranges = "a range is written in words, such as `from 15 to 17`"
    let dash = ranges + "; between the letters of a name write the hyphen `-`"
    let comparison = "comparisons are written in words, such as `under 18` or `at least 15`"
    let list =
      "lists need no brackets: write the values with commas between them, such as `act offer, deliver`"
    let space = "write a space between an element and its values, such as `age under 18`"
    return [
      "=": space, ":": space,
      "-": "lists need no bullets: " + "write the values on one line with commas between them",
      "[": list, "]": list, "(": list, ")": list,
      "<": comparison, ">": comparison, "≤": comparison, "≥": comparison,
      "!": "what does not count stands in `except { … }`",
      "&": "lines of a block all hold: write each element on a line of its own",
      "|": "values are joined by a comma, which means *or*",
      "+": "values are joined by a comma, which means *or*",
      "'": "text stands in straight double quotation marks: `\"…\"`",
      "‘": "text stands in straight double quotation marks: `\"…\"`",
      "’": "text stands in straight double quotation marks: `\"…\"`",
      "`": "text stands in straight double quotation marks: `\"…\"`",
      "–": dash, "—": dash, "‑": dash, "−": dash, "…": ranges,
      "，": "write the ordinary comma `,`", "、": "write the ordinary comma `,`",
      "；": "write the ordinary semicolon `;`",
      "：": space, "｛": "write the ordinary brace `{`", "｝": "write the ordinary brace `}`",
      "＂": "write the ordinary quotation mark `\"`",
      "%": "numbers are whole and have no unit but that of their element",
      "/": "comments begin with `#`", "*": "`*` stands at the end of the name of a rule, such as `3.1.*`",
      "§": "write `article` and its number", "\\": "a backslash stands only inside quotation marks",
    ]
  }()

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
