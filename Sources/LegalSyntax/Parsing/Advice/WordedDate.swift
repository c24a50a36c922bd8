/// A date as people write it who do not know the form of the language: `1 June 2005`, `01.06.2005`, `1er juin 2005`.
public struct WordedDate {
  /// The same in the language; nil if that is not certain.
  public let meant: String?
  /// The two days it can mean where the day and the month cannot be told apart: `06/01/2020`. Else none.
  let possible: [CalendarDate]

  /// The beginnings of the names of months, in the languages of the laws that are encoded most.
  private static let months: [[String]] = [
    ["jan", "ene"], ["feb", "fév", "fev"], ["mar", "mär"], ["apr", "avr", "abr"], ["may", "mai"],
    ["jun", "juin"], ["jul", "juil"], ["aug", "aoû", "aou", "ago"], ["sep", "set"], ["oct", "okt", "out"],
    ["nov"], ["dec", "déc", "dez", "dic"],
  ]

  /// Reads the words of a date.
  public init(_ words: [String]) {
    let parts = words.flatMap { $0.split { "./-".contains($0) }.map { $0.lowercased() } }
      .filter { !["the", "of", "de", "le", "del", "du", "on", "since", "from"].contains($0) }
    // Where dots stand between the numbers, the day comes first.
    meant = Self.date(parts, isDayFirst: words.count == 1 && words[0].contains("."))
    let numbers = parts.compactMap(Int.init)
    let isOpen = meant == nil && parts.count == 3 && numbers.count == 3
    possible =
      !isOpen
      ? []
      : [(numbers[0], numbers[1]), (numbers[1], numbers[0])].compactMap { month, day in
        CalendarDate(year: numbers[2], month: day, day: month)
      }.filter { $0.year > 999 }.sorted()
  }

  private static func date(_ parts: [String], isDayFirst: Bool) -> String? {
    if parts.count == 1, let only = parts.first, only.utf8.count == 8, let whole = Int(only) {
      return written(whole / 10_000, whole / 100 % 100, whole % 100)
    }
    guard parts.count == 3 else { return nil }
    let numbers = parts.map(number)
    if let month = parts.firstIndex(where: { self.month($0) != nil }), let number = self.month(parts[month]) {
      let others = [0, 1, 2].filter { $0 != month }.compactMap { numbers[$0] }
      guard others.count == 2, let year = others.max(), let day = others.min() else { return nil }
      return written(year, number, day)
    }
    guard let first = numbers[0], let second = numbers[1], let third = numbers[2] else { return nil }
    if first > 31 { return written(first, second, third) }
    // Which is the day and which the month must be certain.
    if isDayFirst || first > 12 || first == second { return written(third, second, first) }
    return second > 12 ? written(third, first, second) : nil
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int) -> String? {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard (1_000...9_999).contains(year) else { return nil }
    let text = "\(year)-\(padded(month))-\(padded(day))"
    return CalendarDate(text) == nil ? nil : text
  }

  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    // `1st` and `1er` are numbers too.
    return digits.utf8.count > 4 || word.count > digits.count + 2 ? nil : Int(digits)
  }

  private static func month(_ word: String) -> Int? {
    guard word.count > 2, word.first?.isLetter == true else { return nil }
    let position = months.firstIndex { beginnings in beginnings.contains { word.hasPrefix($0) } }
    return position.map { $0 + 1 }
  }
}
