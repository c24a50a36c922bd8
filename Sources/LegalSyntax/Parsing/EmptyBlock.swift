import SourceText

/// Blocks that say nothing: every line narrows what a block reaches, so an empty one reaches everything.
extension SyntaxReader {
  /// Reports the block of a line if nothing in it, right or wrong, says which cases are meant.
  ///
  /// - Parameter others: words that may begin a line of the block and say nothing of its cases.
  mutating func requireContent(of line: Int, besides others: [String] = []) {
    guard let (empty, help) = Self.emptyBlock(keyword(of: line)), isEmptyBlock(of: line, besides: others)
    else { return }
    let entry = tree.lines[line]
    guard let open = entry.openBrace, let close = entry.closeBrace else { return }
    let range = tree.tokens[open].range.lowerBound..<tree.tokens[close].range.upperBound
    let underlined = entry.subtreeEnd == line + 1 ? range : keywordRange(of: line)
    log.report(.emptyBlock, empty, at: underlined, help: [help])
  }

  private func isEmptyBlock(of line: Int, besides others: [String]) -> Bool {
    let entry = tree.lines[line]
    guard let open = entry.openBrace, let close = entry.closeBrace, open < close else { return false }
    var next = line + 1
    while next < entry.subtreeEnd {
      // What begins with no word was reported, and hides what was meant.
      guard let word = tree.lines[next].keyword, others.contains(text(word)) else { return false }
      next = tree.lines[next].subtreeEnd
    }
    // A block that is nested too deep was passed over.
    let isPassedOver =
      entry.subtreeEnd == line + 1 && tree.tokens[open + 1..<close].contains { $0.kind != .newline }
    let range = tree.tokens[open].range.lowerBound..<tree.tokens[close].range.upperBound
    return !isPassedOver && !log.hasCharacterMistake(in: range)
  }

  /// What an empty block would mean, by the word that opens it; nil where an empty one has a meaning.
  private static func emptyBlock(_ keyword: String) -> (message: String, help: String)? {
    switch keyword {
    case "offence":
      (
        "this `offence` does not say what is punished: it would punish everything",
        "add lines such as `act deliver`; if any conduct is really meant, write `act any`"
      )
    case "define":
      (
        "this definition says nothing: whatever uses it would cover everything",
        "add lines such as `age under 18`"
      )
    case "except":
      ("this exception is empty, so it exempts everything", "add lines such as `means force`, or remove it")
    case "exempt":
      (
        "this exemption does not say what it is about, so it exempts everything",
        "add lines such as `age under 14`, or remove it"
      )
    case "may":
      ("this exclusion is empty, so it exempts everything", "add lines such as `means force`, or remove it")
    case "either", "or":
      (
        "this alternative is empty, so it covers everything",
        "add lines such as `act deliver`, or remove the alternative"
      )
    case "must":
      ("this duty is empty: it would ask for every case", "add lines such as `act deliver`")
    case "penalty", "where":
      (
        "this condition is empty, so it is always met",
        "add lines such as `age under 18`, or leave `where` out"
      )
    default: nil
    }
  }
}
