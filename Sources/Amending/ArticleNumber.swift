/// The number of an article, in the order in which statutes count: `2` before `13` before `13bis` before `13ter`.
struct ArticleNumber: Comparable {
  /// A run of digits, a Latin ordinal, or other characters.
  private enum Part: Comparable {
    case number(Int)
    case other(String)

    static func < (left: Part, right: Part) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)): left < right
      case (.other(let left), .other(let right)): left < right
      case (.number, .other): true
      case (.other, .number): false
      }
    }
  }

  /// Latin ordinals count on from the article itself, which is the first.
  private static let ordinals = [
    "bis": 2, "ter": 3, "quater": 4, "quinquies": 5, "sexies": 6, "septies": 7, "octies": 8, "novies": 9,
    "nonies": 9, "decies": 10, "undecies": 11, "duodecies": 12,
  ]

  private let parts: [Part]

  /// Reads a number as written. Any word is a number; what is neither digits nor an ordinal compares by its letters.
  init(_ text: String) {
    var parts: [Part] = []
    var run = ""
    var isDigits = false
    func end() {
      guard !run.isEmpty else { return }
      if isDigits, let number = Int(run) {
        parts.append(.number(number))
      } else if let ordinal = Self.ordinals[run.lowercased()] {
        parts.append(.number(ordinal))
      } else {
        parts.append(.other(run))
      }
      run = ""
    }
    for character in text {
      if "._-/*:".contains(character) {
        end()
        continue
      }
      let isDigit = character.isASCII && character.isNumber
      if isDigit != isDigits { end() }
      isDigits = isDigit
      run.append(character)
    }
    end()
    self.parts = parts
  }

  static func < (left: ArticleNumber, right: ArticleNumber) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  /// The number among `numbers` that an author probably meant: one of the same digits, else the nearest below it.
  static func nearest(to text: String, among numbers: [String]) -> String? {
    let wanted = ArticleNumber(text)
    let digits = text.prefix { $0.isNumber }
    if !digits.isEmpty, let same = numbers.first(where: { $0.prefix { $0.isNumber } == digits }) {
      return same
    }
    return numbers.filter { ArticleNumber($0) < wanted }.max { ArticleNumber($0) < ArticleNumber($1) }
      ?? numbers.first
  }
}
