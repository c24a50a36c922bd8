/// What to say about a character that no token holds.
struct CharacterAdvice {
  /// The message.
  let message: String
  /// What to write instead.
  let help: String

  /// Makes the advice on one character.
  init(_ text: String) {
    let scalar = text.unicodeScalars.first ?? " "
    if scalar.properties.isWhitespace {
      message = "this space is not an ordinary one"
      help = "delete it and press the space bar"
    } else {
      message = "the character `\(text)` has no meaning here"
      help =
        Self.instead[text]
        ?? "names are made of letters, digits and `_ - . / * :`; write other text in quotation marks"
    }
  }

  /// What people write who know other languages, or whose keyboard or word processor offers something else.
  private static let instead: [String: String] = {
    let ranges = "write a range in words, such as `from 15 to 17`"
    let dash = ranges + "; between the letters of a name write the hyphen `-`"
    let comparison = "write comparisons in words, such as `under 18` or `at least 15`"
    let list =
      "write the values without brackets, with commas between them, such as `act offer, deliver`"
    let marks = "write text in straight double quotation marks: `\"…\"`"
    let space = "write a space between an element and its values, such as `age under 18`"
    return [
      "=": space, ":": space,
      "-": "write the values of a list on one line, without bullets and with commas between them",
      "[": list, "]": list, "(": list, ")": list,
      "<": comparison, ">": comparison, "≤": comparison, "≥": comparison,
      "!": "write what does not count in `except { … }`",
      "&": "lines of a block must all be met: write each element on a line of its own",
      "|": "write a comma between values: it means \"or\"",
      "+": "write a comma between values: it means \"or\"",
      "'": marks, "‘": marks, "’": marks, "`": marks,
      "–": dash, "—": dash, "‑": dash, "−": dash, "…": ranges,
      "，": "write the ordinary comma `,`", "、": "write the ordinary comma `,`",
      "；": "write the ordinary semicolon `;`",
      "：": space, "｛": "write the ordinary brace `{`", "｝": "write the ordinary brace `}`",
      "＂": "write the ordinary quotation mark `\"`",
      "%": "write the number without a sign after it",
      "/": "write a remark after `#`",
      "*": "`*` can stand only at the end of the name of a rule, such as `3.1.*`",
      "§": "write `article` and its number", "\\": "a backslash can stand only inside quotation marks",
    ]
  }()
}
