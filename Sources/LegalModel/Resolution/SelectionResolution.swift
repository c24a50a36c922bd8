import LegalSyntax
import SourceText

/// Lists of values: names of values and groups, or numbers and ranges, fitting their element.
extension Resolution {
  /// The selection a list names; nil if no member of it could be understood.
  mutating func selection(_ items: [SelectionItemSyntax], of element: Element) -> Selection? {
    switch element.domain {
    case .values(let values, let groups): valueSelection(items, of: element, values: values, groups: groups)
    case .numbers(let domain, let unit): numberSelection(items, of: element, domain: domain, unit: unit)
    }
  }

  private mutating func valueSelection(
    _ items: [SelectionItemSyntax], of element: Element, values: [Value], groups: [Group]
  ) -> Selection? {
    var bits: UInt64 = 0
    for item in items {
      switch item {
      case .name(let word):
        if let position = values.firstIndex(where: { $0.name == word.text }) {
          bits |= 1 << UInt64(position)
        } else if let group = groups.first(where: { $0.name == word.text }) {
          bits |= group.members.bits
        } else {
          reportUnknownValue(word, of: element)
        }
      case .range(_, _, let span):
        report(
          .unknownValue, "`\(element.name)` takes one of its values, not a number", at: span,
          help: ["its values are \(sample(values.map(\.name)))"])
      }
    }
    return bits == 0 ? nil : .values(ValueSet(bits: bits))
  }

  private mutating func numberSelection(
    _ items: [SelectionItemSyntax], of element: Element, domain: ClosedRange<Int>, unit: String
  ) -> Selection? {
    var ranges: [ClosedRange<Int>] = []
    checkRepeatedNumbers(items, unit: unit)
    for item in items {
      switch item {
      case .name(let word):
        reportNoNumber(word, element, unit: unit)
      case .range(let lowest, let highest, let span):
        let low = lowest ?? domain.lowerBound
        let high = highest ?? domain.upperBound
        guard low <= high, domain.contains(low), domain.contains(high) else {
          reportOutside(OutsideRange(element: element.name, lowest, highest, domain, unit: unit), at: span)
          continue
        }
        ranges.append(low...high)
      }
    }
    return ranges.isEmpty ? nil : .numbers(NumberSet(ranges))
  }

  private mutating func reportNoNumber(_ word: WordSyntax, _ element: Element, unit: String) {
    let owner = corpus.vocabulary.elements.first { other in
      other.values.contains { $0.name == word.text } || other.groups.contains { $0.name == word.text }
    }
    report(
      .unknownValue, "`\(element.name)` is counted in \(unit), and `\(word.text)` is not a number in digits",
      at: word.span,
      help: [
        owner.map {
          "`\(word.text)` is a value of `\($0.name)`: write it on a line of its own, `\($0.name) \(word.text)`"
        } ?? "write for example `\(element.name) under 18`, `at least 15`, `from 15 to 17`"
      ])
  }

  private mutating func reportOutside(_ range: OutsideRange, at span: SourceSpan) {
    report(.numberOutsideDomain, range.message, at: span, help: [range.help])
  }

  /// The longest list that is searched for numbers inside others.
  private static let longestSearched = 100

  /// A number inside a member before it adds nothing: `17,5` is no decimal number. Ranges may overlap, as they do where
  /// an amendment widened a list.
  private mutating func checkRepeatedNumbers(_ items: [SelectionItemSyntax], unit: String) {
    guard items.count > 1, items.count <= Self.longestSearched else { return }
    for (index, item) in items.enumerated() {
      guard case .range(let lowest?, let highest?, let span) = item, lowest == highest else { continue }
      let holder = items[..<index].first { other in
        guard case .range(let low, let high, _) = other else { return false }
        return (low ?? .min) <= lowest && highest <= (high ?? .max)
      }
      guard case .range(let low, let high, let place)? = holder else { continue }
      // No blank stands between the two parts of a number with a decimal comma, and the second is short.
      if place.end + 1 == span.start, lowest < 10,
        let whole = Self.lastNumber(low, high)
      {
        report(
          .repeatedNumber, "`\(whole),\(lowest)` is read as two numbers, \(whole) and \(lowest)", at: span,
          related: [Diagnostic.Label(place, "the first of them")],
          help: [Self.decimalHelp(whole, isLowest: high == nil, isHighest: low == nil, unit: unit)])
        continue
      }
      report(
        .repeatedNumber,
        low == high
          ? "`\(lowest)` is written twice"
          : "`\(lowest)` is already included in `\(Self.written(low, high))`",
        at: span, related: [Diagnostic.Label(place, low == high ? "first here" : "includes it")],
        help: Self.repeatedNumberHelp(lowest, in: (low, high)))
    }
  }

  /// The number that a range is written with last.
  private static func lastNumber(_ lowest: Int?, _ highest: Int?) -> Int? {
    lowest == nil ? highest.map { $0 + 1 } : highest ?? lowest
  }

  /// What to do with a number that has a decimal comma: of the two whole numbers around it, one leaves out some cases
  /// and the other takes in too many.
  private static func decimalHelp(_ whole: Int, isLowest: Bool, isHighest: Bool, unit: String) -> Advice {
    let note = "the exact limit in the article with `note \"…\"`"
    let word = isHighest ? "under" : "at least"
    guard isLowest || isHighest else {
      return "\(unit) are whole numbers here: write whole numbers, and \(note)"
    }
    let (narrow, wide) = isHighest ? (whole, whole + 1) : (whole + 1, whole)
    return """
      \(unit) are whole numbers here: `\(word) \(narrow)` leaves out some cases, `\(word) \(wide)` takes in too many; \
      write one of the two, and \(note)
      """
  }

  /// What to do with a number that another member of its list includes.
  private static func repeatedNumberHelp(_ number: Int, in holder: (low: Int?, high: Int?)) -> [Advice] {
    switch holder {
    case (let low?, nil):
      return [
        "delete `, \(number)`", "if \(low) to \(number) is meant, write `\(written(low, number))`",
      ]
    case (nil, _), (_, _?):
      return [holder.low == holder.high ? "delete one of the two" : "delete `, \(number)`"]
    }
  }

  /// A range of numbers as files write it.
  private static func written(_ lowest: Int?, _ highest: Int?) -> String {
    switch (lowest, highest) {
    case (nil, let highest?): "under \(highest + 1)"
    case (let lowest?, nil): "at least \(lowest)"
    case (let lowest?, let highest?): lowest == highest ? "\(lowest)" : "from \(lowest) to \(highest)"
    case (nil, nil): "any"
    }
  }

  /// What people mean by words that stand for no value of their own.
  private enum Unwritten {
    /// Every value.
    case every
    /// The law is silent.
    case silent
    /// Whether the law is silent, or only not known, the word does not say.
    case unknown

    init?(_ word: String) {
      switch word.lowercased() {
      case "all", "every", "everything", "anything", "whatever", "whichever": self = .every
      case "unspecified", "undefined", "silent": self = .silent
      case "unknown", "unclear": self = .unknown
      default: return nil
      }
    }

    /// What to write instead.
    func help(_ element: String) -> [Advice] {
      switch self {
      case .every: ["if every value is meant, write `\(element) any`"]
      case .silent: ["if the law is silent, write `\(element) not stated`"]
      case .unknown:
        [
          "if the law is silent, write `\(element) not stated`",
          "if you do not know what the law says, describe it as law that was not read, with what it may be about: "
            + "`unread \"…\" { … }`",
        ]
      }
    }
  }

  private mutating func reportUnknownValue(_ word: WordSyntax, of element: Element) {
    guard !disputed.contains(element.name), !isFull(word.span.file) else { return }
    if let meant = Unwritten(word.text) {
      report(
        .unknownValue, "there is no value of `\(element.name)` called `\(word.text)`", at: word.span,
        help: meant.help(element.name))
      return
    }
    let names = element.values.map(\.name) + element.groups.map(\.name)
    let others = corpus.vocabulary.elements.filter { other in
      other.name != element.name
        && (other.values.contains { $0.name == word.text } || other.groups.contains { $0.name == word.text })
    }
    if let other = others.first {
      report(
        .valueOfAnotherElement, "`\(word.text)` is a value of `\(other.name)`, not of `\(element.name)`",
        at: word.span, help: ["write it on a line of its own: `\(other.name) \(word.text)`"])
    } else {
      let list: Advice = "\(CommandText.vocabulary(element: element.name)) lists its values"
      let isNear = NameSuggestion.nearest(to: word.text, among: names) != nil
      reportUnknown(
        .unknownValue, "value of `\(element.name)` called", word, among: names,
        help: isNear ? [list] : saidValue(word, of: element) + [list])
    }
  }

  /// A hint at the values that reports say in the author's words, else at the nearest value of another element.
  private func saidValue(_ word: WordSyntax, of element: Element) -> [Advice] {
    let said = element.values.filter { value in
      value.phrase.lowercased().split(separator: " ").first.map(String.init) == word.text.lowercased()
    }
    guard !said.isEmpty else { return similarValue(word, except: element) }
    let values = said.prefix(4).map { "`\($0.name)` (\($0.phrase))" }.joined(separator: ", ")
    return [Advice(said.count == 1 ? "did you mean \(values)?" : "one of these may be meant: \(values)")]
  }

  /// A hint at the nearest value of all other elements.
  func similarValue(_ word: WordSyntax, except element: Element? = nil) -> [Advice] {
    let others = corpus.vocabulary.elements.filter { $0.name != element?.name }
    let names = others.flatMap { $0.values.map(\.name) + $0.groups.map(\.name) }
    guard let nearest = NameSuggestion.nearest(to: word.text, among: names),
      let owner = others.first(where: { other in
        other.values.contains { $0.name == nearest } || other.groups.contains { $0.name == nearest }
      })
    else { return [] }
    return ["did you mean `\(nearest)`, a value of `\(owner.name)`? write `\(owner.name) \(nearest)`"]
  }

  /// The first few of many names, for a line of help.
  func sample(_ names: [String]) -> String {
    let shown = names.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 4 ? shown + ", …" : shown
  }
}

/// A range of numbers of which some lie outside those that an element counts.
private struct OutsideRange {
  let element: String
  let lowest: Int?
  let highest: Int?
  let domain: ClosedRange<Int>
  let unit: String

  init(element: String, _ lowest: Int?, _ highest: Int?, _ domain: ClosedRange<Int>, unit: String) {
    self.element = element
    self.lowest = lowest
    self.highest = highest
    self.domain = domain
    self.unit = unit
  }

  var message: String {
    "`\(element)` goes from \(domain.lowerBound) to \(domain.upperBound) \(unit); \(fault)"
  }

  private var fault: String {
    if let lowest, lowest > domain.upperBound { return "\(lowest) is too high" }
    if let highest, highest > domain.upperBound {
      // `under 200` stands for the numbers up to 199.
      return "\(lowest == nil ? highest + 1 : highest) is too high"
    }
    if let lowest, lowest < domain.lowerBound { return "\(lowest) is too low" }
    return "the numbers below \(domain.lowerBound) are too low"
  }

  var help: Advice {
    let top = domain.upperBound
    if let lowest, lowest > top {
      return "\(top) stands for everything above it too: write `\(element) \(top)`"
    }
    if let lowest, lowest > domain.lowerBound, highest.map({ $0 > top }) ?? false {
      return "for all from \(lowest) on write `\(element) at least \(lowest)`"
    }
    return "if any \(element) is meant, leave the line out or write `\(element) any`"
  }
}
