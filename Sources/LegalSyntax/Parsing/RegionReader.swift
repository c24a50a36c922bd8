import SourceText

/// The words that begin a line of a region and are no element.
enum RegionWord: String, CaseIterable {
  case uses, either, except, or
}

/// Regions: blocks of element lines.
extension SyntaxReader {
  /// The block of a line as a region; empty if there is none, which is reported.
  mutating func region(of line: Int, in place: String) -> RegionSyntax {
    requireBlock(of: line, holding: "lines such as `act offer`")
    requireContent(of: line)
    var items: [RegionItemSyntax] = []
    let lines = children(of: line)
    var index = 0
    while index < lines.count {
      if let item = regionItem(lines, &index, in: place, alsoAllowed: []) { items.append(item) }
    }
    return RegionSyntax(items: items, span: blockSpan(of: line))
  }

  /// One line of a region, or `either` with all its `or`. Moves `index` behind what was read.
  ///
  /// - Parameter alsoAllowed: further words that may begin a line of this block, for advice.
  mutating func regionItem(
    _ lines: [Int], _ index: inout Int, in place: String, alsoAllowed: [String]
  ) -> RegionItemSyntax? {
    let line = lines[index]
    index += 1
    let word = keyword(of: line)
    guard let kind = RegionWord(rawValue: word) else {
      return elementLine(line, in: place, alsoAllowed: alsoAllowed).map(RegionItemSyntax.line)
    }
    switch kind {
    case .uses:
      return uses(line).map(RegionItemSyntax.uses)
    case .either:
      return either(line, lines, &index, in: place)
    case .except:
      return .except(exception(line, from: cursor(of: line), in: place))
    case .or:
      log.report(
        .orWithoutEither, "`or` without `either`", at: keywordRange(of: line),
        help: ["write `either { … } or { … }`; between values, a comma means \"or\""])
      return nil
    }
  }

  private mutating func uses(_ line: Int) -> UsesSyntax? {
    var cursor = cursor(of: line)
    guard let name = name("the name of a definition", &cursor, example: "sale-of-a-child") else { return nil }
    passRestOfName(&cursor, name)
    let evidence = optionalEvidence(&cursor)
    finish(cursor)
    return UsesSyntax(name: name, evidence: evidence, span: titleSpan(of: line))
  }

  private mutating func either(
    _ first: Int, _ lines: [Int], _ index: inout Int, in place: String
  ) -> RegionItemSyntax {
    var branches: [RegionSyntax] = []
    var span = wholeSpan(of: first)
    var line = first
    while true {
      finish(cursor(of: line), takesBlock: true)
      branches.append(region(of: line, in: place))
      span = span.union(wholeSpan(of: line))
      guard index < lines.count, isFurtherBranch(lines[index]) else { break }
      line = lines[index]
      index += 1
    }
    return .either(branches, span)
  }

  /// Whether a line is one more branch of `either`. One that begins with `and` is reported, and read as if it were.
  private mutating func isFurtherBranch(_ line: Int) -> Bool {
    if keyword(of: line) == "or" { return true }
    guard keyword(of: line) == "and", tree.lines[line].openBrace != nil else { return false }
    log.report(
      .unknownKeyword, "`and` cannot stand between the branches of `either`", at: keywordRange(of: line),
      help: [
        "if one of them is enough, write `or` instead of `and`: `either { … } or { … }`",
        "if both must be met, write their lines one below the other, without `either`",
      ])
    return true
  }

  /// What stands behind `except` or `may exclude`.
  mutating func exception(_ line: Int, from start: LineCursor, in place: String) -> ExceptSyntax {
    var cursor = start
    let isDivision = keyword(of: line) == "except" && nextWord(cursor) == ExceptSyntax.divisionWord
    if isDivision { cursor.position += 1 }
    let title = optionalText(&cursor)
    let evidence = optionalEvidence(&cursor)
    finish(cursor, takesBlock: true)
    return ExceptSyntax(
      title: title, region: region(of: line, in: place), evidence: evidence, span: wholeSpan(of: line),
      isDivision: isDivision)
  }

  // MARK: Element lines

  /// `ELEMENT VALUES ["words of the law"] [evidence …]`. Whether the element exists is asked later.
  mutating func elementLine(
    _ line: Int, in place: String, alsoAllowed: [String]
  ) -> ElementLineSyntax? {
    guard let token = tree.lines[line].keyword else { return nil }
    let element = word(token)
    // A wrong character at the beginning of a line makes it something else than an element.
    guard !log.hasCharacterMistake(near: tree.tokens[token].range) else { return nil }
    if looksLikeProse(line) {
      log.report(
        .unexpectedText, Self.proseMessage, at: tree.tokens[token].range, help: proseAdvice(line))
      return nil
    }
    guard !isMisplacedKeyword(line, element.text, in: place, alsoAllowed: alsoAllowed) else { return nil }
    var cursor = cursor(of: line)
    let selection = selection(&cursor, of: element.text)
    let words = optionalText(&cursor)
    let evidence = optionalEvidence(&cursor)
    finish(cursor)
    guard let selection else { return nil }
    return ElementLineSyntax(
      element: element, selection: selection, words: words, evidence: evidence, span: titleSpan(of: line))
  }

  /// Words of the language that cannot stand here, and mistyped ones, which betray themselves by a block or
  /// by something that is no list of values.
  private mutating func isMisplacedKeyword(
    _ line: Int, _ word: String, in place: String, alsoAllowed: [String]
  ) -> Bool {
    let isReserved = ReservedWord(rawValue: word) != nil
    let takesBlock = tree.lines[line].openBrace != nil
    // A word alone may be a value that was written on a line of its own.
    let isBare = tree.lines[line].arguments.isEmpty && !takesBlock
    guard isReserved || takesBlock || !isBare && !looksLikeValues(line) else { return false }
    if log.isFull { return true }
    let allowed = RegionWord.allCases.map(\.rawValue).filter { $0 != "or" } + alsoAllowed
    guard isReserved || takesBlock || NameSuggestion.nearest(to: word, among: allowed) != nil else {
      return false
    }
    reportKeyword(line, in: place, among: allowed)
    return true
  }

  /// Whether what follows the first word could be the end of an element line.
  private func looksLikeValues(_ line: Int) -> Bool {
    let arguments = tree.lines[line].arguments
    guard arguments.count >= 2 else { return !arguments.isEmpty }
    let first = arguments.lowerBound
    guard tree.tokens[first].kind == .word else { return false }
    if ["under", "at", "from", "not"].contains(text(first)) { return true }
    let next = tree.tokens[first + 1]
    return next.kind != .word || text(first + 1) == "evidence"
  }

  /// The meaning of a first word. A mistyped one is reported and read as the word it resembles, so that what it
  /// declares is known to the rest of the file.
  mutating func lineWord<Word: CaseIterable & RawRepresentable>(
    _ line: Int, of type: Word.Type, in place: String
  ) -> Word? where Word.RawValue == String {
    let text = keyword(of: line)
    if let word = Word(rawValue: text) { return word }
    if log.isFull { return nil }
    let allowed = Word.allCases.map(\.rawValue)
    reportKeyword(line, in: place, among: allowed)
    if let meant = KeywordAdvice.meant(by: text, among: allowed) { return Word(rawValue: meant) }
    guard ReservedWord(rawValue: text) == nil else { return nil }
    return NameSuggestion.nearest(to: text, among: allowed).flatMap(Word.init)
  }

  /// Reports a first word that its block does not know.
  mutating func reportKeyword(_ line: Int, in place: String, among allowed: [String]) {
    let word = keyword(of: line)
    if looksLikeProse(line) {
      log.report(
        .unknownKeyword, Self.proseMessage, at: keywordRange(of: line), help: proseAdvice(line))
      return
    }
    let isMisspelt =
      isElement(word) && KeywordAdvice.meant(by: word, among: allowed) == nil
      && NameSuggestion.nearest(to: word, among: allowed) != nil
    log.report(
      .unknownKeyword,
      isMisspelt ? Self.unknownWord(word) : "`\(word)` cannot begin a line of \(place)",
      at: keywordRange(of: line),
      help: KeywordAdvice.help(for: word, among: allowed) ?? Self.advice(for: word, among: allowed))
  }

  /// What is said of a word that resembles one which is known.
  static func unknownWord(_ word: String) -> String {
    "`\(word)` is not a word that lacuna knows here"
  }
}
