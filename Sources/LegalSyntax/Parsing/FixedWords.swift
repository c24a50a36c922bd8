/// The grades of evidence, the best first.
enum EvidenceWord: String, CaseIterable {
  case text, secondary, unverified
}

/// Whether an amendment is law.
enum StatusWord: String, CaseIterable {
  case enacted, bill, fictional
}

/// The levels of a rule.
enum LevelWord: String, CaseIterable {
  case binding, conditional, optional, recommended
}

/// The kinds of liability.
enum LiabilityWord: String, CaseIterable {
  case criminal, civil, administrative
}

/// The units of a duration. A year is 365 days, a month 30.
enum DurationUnit: String, CaseIterable {
  case day, days, month, months, year, years

  /// Whether years are counted, as ages are.
  var isYear: Bool { self == .year || self == .years }

  /// The length in days.
  var days: Int {
    switch self {
    case .day, .days: 1
    case .month, .months: 30
    case .year, .years: 365
    }
  }
}
