import SourceText

/// Signs of arithmetic before and behind numbers.
extension Lexer {
  /// What a number is compared for.
  private enum Measure {
    /// The values of an element.
    case element(String)
    /// A length of imprisonment, or the maximum of the penalties that an extension reaches.
    case length(DurationUnit, isOfMaximum: Bool)
    /// The amount of a fine.
    case amount
  }

  /// What a number is about that stands behind an offset; nil if it is no measure at all.
  private func measure(behind offset: Int) -> Measure? {
    let element = elementOfLine
    let isOfMaximum = element == "maximum" && firstWordOfLine == "where"
    if let element, !isOfMaximum { return .element(element) }
    guard isOfMaximum || isLineOfPenalty else { return nil }
    if let unit = unit(behind: offset).unit { return .length(unit, isOfMaximum: isOfMaximum) }
    return isOfMaximum ? nil : .amount
  }

  /// The unit of time of the number behind an offset, and where the two end.
  private func unit(behind offset: Int) -> (unit: DurationUnit?, end: Int) {
    var number = offset
    while number < bytes.count, bytes[number] == 0x20 { number += 1 }
    while isDigit(number) { number += 1 }
    var start = number
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    let end = endOfWord(from: start)
    guard let unit = DurationUnit(rawValue: text(start..<end)) else { return (nil, number) }
    return (unit, end)
  }

  private static let amountHelp = [
    "a fine is written as one amount or as a range, such as `penalty fine 1000 to 5000 USD`",
    "if the law names only one end, write `penalty fine` alone, and the amount in the article with `note \"…\"`",
  ]

  /// `<`, `>=`
  mutating func comparison(_ start: Int) -> Bool {
    let isBelow = bytes[start] == 0x3C
    let isEqual = index < bytes.count && bytes[index] == 0x3D
    if isEqual { index += 1 }
    return comparison(start, isBelow: isBelow, isEqual: isEqual)
  }

  mutating func comparison(_ start: Int, isBelow: Bool, isEqual: Bool) -> Bool {
    guard let number = number(behind: index), let measure = measure(behind: index) else { return false }
    let sign = text(start..<index)
    let bound: WordedComparison.Bound =
      isBelow ? (isEqual ? .upTo : .under) : (isEqual ? .atLeast : .over)
    let (unit, end) = unit(behind: index)
    let line = { (lexer: Lexer, words: String) in
      lexer.lineReplacing(start..<end, by: " \(words) ") ?? words
    }
    let lexer = self
    switch measure {
    case .element(let element):
      if let unit, !unit.isYear {
        let age = AgeInMonths(bound, number, unit)
        return report(
          start, AgeInMonths.message, age?.help { line(lexer, $0) } ?? [AgeInMonths.wholeYears])
      }
      let comparison = WordedComparison(sign: sign, bound, number)
      return report(
        start, comparison.message, comparison.help(isAge: WordedComparison.isAge(element)))
    case .length(let unit, let isOfMaximum):
      let length = LengthComparison(bound, number, unit, isOfMaximum: isOfMaximum)
      return report(start, "`\(sign)` is not known here", length.help { line(lexer, $0) })
    case .amount: return report(start, "`\(sign)` is not known here", Self.amountHelp)
    }
  }

  /// `15+`
  mutating func plus(_ start: Int) -> Bool {
    guard isDigit(start - 1), let number = number(before: start) else { return separator(start) }
    let first = tokens.last?.range.lowerBound ?? start
    let message = "`+` is not known here"
    switch measure(behind: index) {
    case .amount: return report(start, message, Self.amountHelp)
    case .length(let unit, let isOfMaximum):
      let end = self.unit(behind: index).end
      let lexer = self
      let length = LengthComparison(.atLeast, number, unit, isOfMaximum: isOfMaximum)
      return report(start, message, length.help { lexer.lineReplacing(first..<end, by: $0) ?? $0 })
    case .element, nil:
      let line = lineReplacing(first..<index, by: "at least \(number)") ?? "at least \(number)"
      return report(start, message, "write `\(line)`")
    }
  }

  /// `15 - 17`, `- 15`
  mutating func minus(_ start: Int) -> Bool {
    if index - start > 1 { return foreignComment(start) }
    guard let high = number(behind: index), !isFirstOnLine(start) else { return false }
    if let low = number(before: start), let first = tokens.last {
      var end = index
      while end < bytes.count, bytes[end] == 0x20 || isDigit(end) { end += 1 }
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      return reportRange(start, low, high, at: first.range.lowerBound..<end)
    }
    let message = "a number must not have a `-` before it"
    let line = lineReplacing(start..<index, by: "") ?? "\(high)"
    switch measure(behind: index) {
    case .element:
      let lower =
        high > 0
        ? "`under \(high + 1)`, which includes \(high), or `under \(high)`, which does not" : "`under 1`"
      return report(
        start, message,
        [
          "if \(high) alone is meant, delete the `-`: write `\(line)`",
          "if lower numbers are meant too, write \(lower)",
          "a range is written in words, such as `from 15 to 17`",
        ])
    case .length(let unit, _):
      let longest = lineReplacing(start..<index, by: " up to ") ?? "up to \(high) \(unit.rawValue)"
      return report(
        start, message,
        [
          "if exactly \(high) \(unit.rawValue) is meant, delete the `-`: write `\(line)`",
          "if shorter terms are meant too, write `\(longest)`",
        ])
    case .amount, nil: return report(start, message, "delete the `-`: write `\(line)`")
    }
  }
}
