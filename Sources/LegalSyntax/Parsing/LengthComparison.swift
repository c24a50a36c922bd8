/// A length of imprisonment, or an amount, that is compared in other words or signs than those of the language.
///
/// "Less than 5 years" leaves 5 years out and "up to 5 years" takes it in, which can turn a verdict round: the one is
/// never proposed for the other without saying so.
struct LengthComparison {
  /// What the words or the sign make of the number.
  let bound: WordedComparison.Bound
  /// The number and its unit.
  let number: Int
  let unit: DurationUnit
  /// Whether it is about the maximum of other penalties, which is compared with `over` and `up to` alone.
  let isOfMaximum: Bool

  init(_ bound: WordedComparison.Bound, _ number: Int, _ unit: DurationUnit, isOfMaximum: Bool = false) {
    self.bound = bound
    self.number = number
    self.unit = unit
    self.isOfMaximum = isOfMaximum
  }

  /// What to write instead.
  ///
  /// - Parameter line: the author's line with other words in the place of the comparison.
  func help(_ line: (String) -> String) -> [String] {
    let length = "\(number) \(unit.rawValue)"
    let (days, overflows) = number.multipliedReportingOverflow(by: unit.days)
    switch bound {
    case .upTo: return ["write `\(line("up to \(length)"))`"]
    case .atLeast where isOfMaximum:
      guard !overflows, days > 1 else { return ["write `\(line("over \(length)"))`, but for one day less"] }
      return [
        "write `\(line("over \(days - 1) days"))`, one day less\(counted), so that \(length) are included"
      ]
    case .atLeast: return ["write `\(line("at least \(length)"))`"]
    case .over where isOfMaximum: return ["write `\(line("over \(length)"))`"]
    case .under:
      let included = line("up to \(length)")
      guard !overflows, days > 1 else { return ["if \(length) can be imposed, write `\(included)`"] }
      return Self.choice(
        length, included: included, excluded: line("up to \(days - 1) days"), "one day less" + counted,
        note: "less than \(length)")
    case .over:
      let included = line("at least \(length)")
      guard !overflows else { return ["if \(length) can be imposed, write `\(included)`"] }
      return Self.choice(
        length, included: included, excluded: line("at least \(days + 1) days"), "one day more" + counted,
        note: "more than \(length)")
    }
  }

  /// How many days the unit is counted as, since a calendar has others too.
  private var counted: String {
    switch unit {
    case .day, .days: ""
    case .month, .months: " (a month counts as \(unit.days) days)"
    case .year, .years: " (a year counts as \(unit.days) days)"
    }
  }

  private static func choice(
    _ length: String, included: String, excluded: String, _ difference: String, note: String
  ) -> [String] {
    [
      "if \(length) can be imposed, write `\(included)`",
      "if the law says \(note), so that \(length) cannot be imposed, write `\(excluded)`, \(difference), and in the "
        + "\(NotePlace.of(excluded)) `note \"\(note)\"`",
    ]
  }
}

/// An age in months, where only whole years are counted.
struct AgeInMonths {
  private let bound: WordedComparison.Bound
  private let months: Int

  /// What is wrong with it.
  static let message = "ages are counted in years, not in months"

  /// What to do with a length that cannot be told in years.
  static let wholeYears =
    "ages are counted in whole years: write whole years, and the exact limit in the article with `note \"…\"`"

  /// Takes a number of months; nil for days, of which years have different numbers.
  init?(_ bound: WordedComparison.Bound, _ number: Int, _ unit: DurationUnit) {
    switch unit {
    case .month, .months: break
    case .day, .days, .year, .years: return nil
    }
    self.bound = bound
    months = number
  }

  /// What to write instead.
  ///
  /// - Parameter line: the author's line with other words in the place of the comparison.
  func help(_ line: (String) -> String) -> [String] {
    let years = months / 12
    let isWhole = months % 12 == 0 && years > 0
    switch bound {
    case .under where isWhole:
      return ["\(months) months are \(years) years: write `\(line("under \(years)"))`"]
    case .atLeast where isWhole:
      return ["\(months) months are \(years) years: write `\(line("at least \(years)"))`"]
    // Whether the month after the limit counts too is not known.
    case .upTo where isWhole, .over where isWhole: return [Self.wholeYears]
    case .under, .upTo:
      return Self.choice(
        narrow: years > 0 ? "under \(years)" : nil, wide: "under \(years + 1)",
        exact: (bound == .under ? "under" : "up to") + " \(months) months", in: NotePlace.of(line("")))
    case .atLeast, .over:
      return Self.choice(
        narrow: "at least \(years + 1)", wide: years > 0 ? "at least \(years)" : nil,
        exact: (bound == .atLeast ? "at least" : "over") + " \(months) months", in: NotePlace.of(line("")))
    }
  }

  private static func choice(narrow: String?, wide: String?, exact: String, in place: String) -> [String] {
    let note = "and in the \(place) `note \"\(exact)\"`"
    let whole = "ages are counted in whole years: "
    switch (narrow, wide) {
    case (let narrow?, let wide?):
      return [
        whole
          + "`\(narrow)` leaves out some persons, `\(wide)` takes in too many; write one of the two, \(note)"
      ]
    case (nil, let wide?): return [whole + "write `\(wide)`, which takes in too many persons, \(note)"]
    case (let narrow?, nil): return [whole + "write `\(narrow)`, which leaves out some persons, \(note)"]
    case (nil, nil): return [wholeYears]
    }
  }
}
