/// A comparison as people write it who do not know the words of the language: `less than 18`, `15 or older`.
struct WordedComparison: Equatable {
  /// What was written instead of `under`, `at least` or `from`.
  let written: String
  /// The same in the language.
  let meant: String

  /// The number it is about, as written; nil for a range.
  let number: Int?
  /// What the words make of the number; nil for a range.
  let bound: Bound?
  /// The larger number of a range; nil for anything else.
  private let highest: Int?

  /// Whether the words leave open if the number itself is included, as they do of ages: somebody of twelve years and
  /// a month may be "over 12".
  private let isAmbiguous: Bool

  /// What the words in front of a number make of it.
  enum Bound {
    /// Less than the number.
    case under
    /// The number or less.
    case upTo
    /// More than the number.
    case over
    /// The number or more.
    case atLeast
  }

  /// The longest beginnings first.
  private static let beginnings: [([String], Bound)] = [
    (["not", "more", "than"], .upTo), (["no", "more", "than"], .upTo), (["not", "older", "than"], .upTo),
    (["no", "older", "than"], .upTo), (["not", "less", "than"], .atLeast),
    (["no", "less", "than"], .atLeast),
    (["not", "younger", "than"], .atLeast), (["no", "younger", "than"], .atLeast),
    (["not", "under"], .atLeast), (["not", "below"], .atLeast), (["not", "over"], .upTo),
    (["not", "above"], .upTo), (["less", "than"], .under), (["younger", "than"], .under),
    (["fewer", "than"], .under), (["lower", "than"], .under), (["smaller", "than"], .under),
    (["more", "than"], .over), (["older", "than"], .over), (["greater", "than"], .over),
    (["higher", "than"], .over), (["at", "most"], .upTo), (["up", "to"], .upTo), (["below"], .under),
    (["under"], .under),
    (["maximum"], .upTo), (["max"], .upTo), (["minimum"], .atLeast), (["min"], .atLeast), (["over"], .over),
    (["above"], .over), (["exceeding"], .over), (["least"], .atLeast), (["most"], .upTo),
  ]

  /// The words behind a number that make it a bound.
  private static let endings: [([String], Bound)] = [
    (["or", "older"], .atLeast), (["and", "older"], .atLeast), (["or", "over"], .atLeast),
    (["and", "over"], .atLeast), (["or", "above"], .atLeast), (["and", "above"], .atLeast),
    (["or", "more"], .atLeast), (["and", "more"], .atLeast), (["or", "younger"], .upTo),
    (["and", "younger"], .upTo), (["or", "under"], .upTo), (["and", "under"], .upTo),
    (["or", "below"], .upTo), (["and", "below"], .upTo), (["or", "less"], .upTo), (["and", "less"], .upTo),
  ]

  /// Recognises the words of one member of a list; nil if they say nothing of the kind.
  init?(_ words: [String]) {
    let words = words.map { $0.lowercased() }
    if let (beginning, bound) = Self.beginnings.first(where: { words.starts(with: $0.0) }),
      words.count > beginning.count, let number = Self.number(words[beginning.count])
    {
      self.init(beginning.joined(separator: " "), bound, number, isAmbiguous: true)
    } else if let range = Self.range(words) {
      self = range
    } else if let number = words.first.flatMap(Self.number),
      let (ending, bound) = Self.endings.first(where: { words.dropFirst().starts(with: $0.0) })
    {
      // "15 or younger" includes 15.
      self.init(ending.joined(separator: " "), bound, number, isAmbiguous: false)
    } else {
      return nil
    }
  }

  /// A sign such as `>=` before a number.
  init(sign: String, _ bound: Bound, _ number: Int) {
    self.init(sign, bound, number, isAmbiguous: true)
  }

  /// A range that is written with a dash.
  init(low: Int, high: Int) { self.init(written: "-", low: low, high: high) }

  /// - Parameter isAmbiguous: whether the words do not say if the number itself is included.
  private init(_ written: String, _ bound: Bound, _ number: Int, isAmbiguous: Bool) {
    self.written = written
    self.number = number
    self.isAmbiguous = isAmbiguous && number > 0 && (bound == .upTo || bound == .over)
    highest = nil
    self.bound = bound
    switch bound {
    case .under: meant = "under \(number)"
    case .upTo: meant = "under \(number + 1)"
    case .over: meant = "at least \(number + 1)"
    case .atLeast: meant = "at least \(number)"
    }
  }

  private init(written: String, low: Int, high: Int) {
    self.written = written
    number = nil
    bound = nil
    isAmbiguous = false
    highest = max(low, high)
    meant = "from \(min(low, high)) to \(max(low, high))"
  }

  // MARK: Advice

  /// Whether the name of an element says that it is an age. The vocabulary is not known here.
  static func isAge(_ element: String) -> Bool { element.split(separator: "-").contains("age") }

  /// What is wrong with it where ages are counted.
  var message: String {
    if highest != nil { return "a range must be written with `from` and `to`" }
    guard isAmbiguous, let number else { return "`\(written)` is not known here" }
    return "said of an age, `\(written) \(number)` can be read in two ways"
  }

  /// What to write instead where ages are counted.
  ///
  /// - Parameter isAge: whether it is certainly about an age.
  func help(isAge: Bool) -> [String] {
    if let highest {
      return [
        "write `\(meant)`",
        "\(highest) is included: of an age, everybody until the \(Self.birthday(highest + 1))",
      ]
    }
    guard isAmbiguous, let number else { return ["write `\(meant)`"] }
    if bound == .over {
      let other = isAge ? "" : ", or does not speak of ages"
      return [
        "if the law means from the \(Self.birthday(number)) on, write `at least \(number)`",
        "if it means from the \(Self.birthday(number + 1)) on\(other), write `\(meant)`",
      ]
    }
    let other = isAge ? "" : ", or the law does not speak of ages"
    return [
      "if the whole year of being \(number) is included\(other), write `\(meant)`",
      "if the \(Self.birthday(number)) is the limit, write `under \(number)`",
    ]
  }

  /// `1st birthday`, `12th birthday`, `23rd birthday`
  private static func birthday(_ number: Int) -> String {
    let isTeen = (11...13).contains(number % 100)
    let ending =
      switch number % 10 {
      case 1 where !isTeen: "st"
      case 2 where !isTeen: "nd"
      case 3 where !isTeen: "rd"
      default: "th"
      }
    return "\(number)\(ending) birthday"
  }

  /// `between 15 and 17`, `15 to 17`, `15-17`.
  private static func range(_ words: [String]) -> WordedComparison? {
    guard let first = words.first else { return nil }
    let hyphenated = first.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if hyphenated.count == 2, let low = number(hyphenated[0]), let high = number(hyphenated[1]) {
      return WordedComparison(written: first, low: low, high: high)
    }
    let rest = first == "between" ? Array(words.dropFirst()) : words
    guard rest.count >= 3, let low = number(rest[0]), let high = number(rest[2]),
      ["to", "and", "until", "till", "through"].contains(rest[1]), first == "between" || rest[1] != "and"
    else { return nil }
    return WordedComparison(
      written: first == "between" ? "between" : rest[1], low: low, high: high)
  }

  private static func number(_ word: String) -> Int? {
    guard !word.isEmpty, word.utf8.count < 10, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(word)
  }
}
