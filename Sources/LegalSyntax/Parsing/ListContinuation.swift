/// Tells whether what stands below a comma is the next member of the list, or a new line after a comma that
/// was left behind.
enum ListContinuation {
  /// Words that may follow a member of a list. Two words in a row otherwise begin a line: `means force`.
  private static let links: Set<String> = [
    "evidence", "meaning", "source", "to", "with", "by", "claimed", "where", "from", "until",
  ]

  /// Whether the tokens from `start`, after the ends of lines, go on with a list.
  static func isAt(_ start: Int, _ tokens: [Token], _ text: (Int) -> String) -> Bool {
    var next = start
    while tokens[next].kind == .newline { next += 1 }
    guard tokens[next].kind == .word else { return tokens[next].kind.isString }
    let first = text(next)
    if first == "under" || first == "at" || first == "from" { return true }
    if ReservedWord(rawValue: first) != nil { return false }
    return tokens[next + 1].kind != .word || links.contains(text(next + 1))
  }
}
