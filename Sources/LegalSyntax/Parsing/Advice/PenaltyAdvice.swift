import SourceText

/// What was probably meant by a penalty that is written in other words than those of the language.
extension SyntaxReader {
  /// Words that name the one penalty which is higher than imprisonment for life.
  private static let deathPenalty: Set<String> = ["death", "capital", "execution"]

  /// What is wrong with a word in the place of the kind of a penalty.
  func penaltyMessage(_ word: String?) -> String {
    guard let word else { return "the kind of penalty is missing here" }
    return Self.deathPenalty.contains(word.lowercased())
      ? "lacuna has no word of its own for the death penalty" : "`\(word)` is not a kind of penalty"
  }

  /// Whether words are a length of imprisonment as it is written here.
  private static func isLength(_ words: [String]) -> Bool {
    let form = words.map {
      $0.utf8.allSatisfy(\.isDigit) ? "1" : DurationUnit(rawValue: $0) == nil ? $0 : "years"
    }
    let range = form.drop { ["up", "to", "at", "least"].contains($0) }
    let beginning = Array(form.prefix(form.count - range.count))
    return form == ["for", "life"]
      || range == ["1", "years"] && [[], ["up", "to"], ["at", "least"]].contains(beginning)
      || form == ["1", "to", "1", "years"] || form == ["1", "years", "to", "1", "years"]
  }

  /// The help for a kind of penalty that is none.
  func penaltyAdvice(_ word: String?, _ cursor: LineCursor) -> [String] {
    let kinds = ["imprisonment", "fine", "not stated"]
    guard let word = word?.lowercased() else { return Self.advice(for: "", among: kinds) }
    let words = penaltyWords(cursor).map { $0.lowercased() }
    if words.starts(with: ["life"]) { return ["write `penalty imprisonment for life`"] }
    if Self.deathPenalty.contains(word) {
      return [
        "write `penalty imprisonment for life`, which the checks count as the highest penalty, "
          + "and in the article `note \"the law provides for the death penalty\"`"
      ]
    }
    switch word {
    case "prison", "jail", "gaol", "custody", "detention", "deprivation":
      let length = words.dropFirst().filter { $0 != "of" && $0 != "liberty" }
      return Self.isLength(length)
        ? ["write `penalty imprisonment \(length.joined(separator: " "))`"]
        : ["write `penalty imprisonment` and its length, such as `penalty imprisonment 5 to 10 years`"]
    case "unknown", "unspecified", "none": return ["if the law does not say it, write `penalty not stated`"]
    case "up", "at", "from", "for":
      return ["write its kind first, such as `penalty imprisonment up to 5 years`"]
    default:
      guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return Self.advice(for: word, among: kinds)
      }
      let length = writtenText(cursor.position..<penaltyEnd(cursor))
      return ["write its kind first: `penalty imprisonment \(length)`"]
    }
  }

  /// Reports imprisonment in other words: `life`, `for 5 to 10 years`, `10 years to life`, `from 5 to 10 years`.
  mutating func failIfWordedImprisonment(_ cursor: inout LineCursor) {
    let words = penaltyWords(cursor).map { $0.lowercased() }
    guard let first = words.first else { return }
    if words == ["life"] || words == ["lifelong"] || words == ["for", "lifetime"] {
      fail(
        .unknownChoice, "`\(first)` is not known here", &cursor,
        help: ["write `penalty imprisonment for life`"])
    } else if words.count > 2, words.suffix(2) == ["to", "life"] {
      let least = words.dropLast(2).filter { $0 != "from" }.joined(separator: " ")
      cursor.position += words.count - 1
      fail(
        .unknownChoice, "`to life` is not known here", &cursor,
        help: [
          "write `penalty imprisonment at least \(least)`, and in the article `note \"up to imprisonment for life\"`"
        ])
    } else if first == "for", words.count > 1, words[1].first?.isNumber == true {
      fail(
        .unexpectedText, "`for` is not expected here", &cursor,
        help: ["leave out `for`: `penalty imprisonment \(words.dropFirst().joined(separator: " "))`"])
    } else if first == "from" || first == "between" {
      let rest = words.dropFirst().map { $0 == "and" ? "to" : $0 }.joined(separator: " ")
      fail(
        .unexpectedText, "`\(first)` is not expected here", &cursor,
        help: ["leave out `\(first)`: `penalty imprisonment \(rest)`"])
    } else if let comparison = WordedComparison(words), first != "up", first != "at" || words[1] == "most" {
      let unit = words.lazy.compactMap(DurationUnit.init).first ?? .years
      guard let number = comparison.number, let bound = comparison.bound else {
        guard comparison.written == first else { return }
        fail(
          .unknownChoice, "a range must be written with `to`", &cursor,
          help: ["write `penalty imprisonment \(comparison.meant.dropFirst(5)) \(unit.rawValue)`"])
        return
      }
      let length = LengthComparison(bound, number, unit)
      let tokens = cursor.position..<cursor.position + words.count
      fail(
        .unknownChoice, "`\(comparison.written)` is not known here", &cursor,
        help: length.help {
          lineText(cursor.line, replacing: tokens, by: [$0]) ?? "penalty imprisonment \($0)"
        })
    }
  }

  /// Reports another penalty behind one.
  ///
  /// - Returns: whether there is one.
  mutating func failAtSecondPenalty(_ cursor: inout LineCursor) -> Bool {
    guard !cursor.isAtEnd, !tree.tokens[cursor.position].kind.isString else { return false }
    let link = text(cursor.position)
    guard [",", "and", "or", "plus", "with", "fine"].contains(link) else { return false }
    let next = cursor.position + (link == "fine" ? 0 : 1)
    guard next < cursor.end, ["fine", "imprisonment", "a"].contains(text(next)) else { return false }
    let last = (next..<cursor.end).first { tree.tokens[$0].kind != .word } ?? cursor.end
    let second = writtenText((text(next) == "a" ? next + 1 : next)..<last)
    fail(
      .unexpectedText, "`\(link)` is not expected here", &cursor,
      help: [
        "write each penalty on a line of its own: `penalty \(second)`",
        "of several penalties the checks count the most severe, whether the law says \"and\" or \"or\"",
      ])
    return true
  }

  /// Reports a fine of which only the currency is written.
  ///
  /// - Returns: whether the amount is missing.
  mutating func failWithoutAmount(_ cursor: inout LineCursor) -> Bool {
    let next = cursor.position + 1
    guard let currency = nextWord(cursor), currency.utf8.count == 3,
      currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      next >= cursor.end || tree.tokens[next].kind != .word || isWord(next, "where")
        || isWord(next, "evidence")
    else { return false }
    fail(
      .badNumber, "the amount of the fine is missing before `\(currency)`", &cursor,
      help: [
        "write for example `penalty fine 5000 \(currency)`, or `penalty fine` alone if the law names none"
      ])
    return true
  }

  /// Reports a number that is cut in groups: `4,000,000`, `4 000 000`.
  ///
  /// - Returns: whether it is one.
  mutating func failAtGroupedNumber(_ cursor: inout LineCursor, beginning first: Int) -> Bool {
    var digits = text(first)
    var position = first + 1
    while position < cursor.end {
      let isComma = tree.tokens[position].kind == .comma
      let group = isComma ? position + 1 : position
      guard group < cursor.end, tree.tokens[group].kind == .word else { break }
      let text = text(group)
      guard text.utf8.count == 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { break }
      digits += text
      position = group + 1
    }
    guard position > first + 1 else { return false }
    let range = tree.tokens[first].range.lowerBound..<tree.tokens[position - 1].range.upperBound
    log.report(
      .badNumber, "`\(source.text(range))` \(Self.otherForm)", at: range, help: [Self.groupsHelp(digits)])
    cursor.hasFailed = true
    return true
  }

  /// The words of a penalty up to its condition, its evidence or a second penalty.
  private func penaltyWords(_ cursor: LineCursor) -> [String] {
    cursor.hasFailed ? [] : (cursor.position..<penaltyEnd(cursor)).map { text($0) }
  }

  private func penaltyEnd(_ cursor: LineCursor) -> Int {
    (cursor.position..<max(cursor.position, min(cursor.end, cursor.position + 12))).first {
      tree.tokens[$0].kind != .word || isWord($0, "where") || isWord($0, "evidence")
    } ?? min(cursor.end, cursor.position + 12)
  }
}
