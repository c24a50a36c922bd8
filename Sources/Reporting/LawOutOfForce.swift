import GapAnalysis
import LegalModel
import LegalSyntax

/// Why no article is in force on the day of a check, and which day to try instead.
struct LawOutOfForce {
  /// The most periods that are named.
  private static let shown = 3

  let corpus: LegalCorpus
  let scope: CheckScope
  /// The day before which the instrument does not bind the State.
  let bound: CalendarDate?

  /// One sentence on the periods of the articles, and one with a day.
  var note: String {
    let periods = self.periods
    let start = "No article is in force on \(scope.asOf)"
    guard !periods.isEmpty else { return start + ": the laws of \(scope.jurisdiction) hold no article yet." }
    let named = periods.prefix(Self.shown).map(words).joined(separator: "; ")
    let rest = periods.count > Self.shown ? "; and others" : ""
    let advice = nearestDay(periods).map { " Try --as-of \($0)." } ?? ""
    return "\(start). Articles are in force: \(named)\(rest).\(advice)"
  }

  /// The periods of the articles, each once for its statute, in the order of the law.
  private var periods: [(statute: String, from: CalendarDate?, until: CalendarDate?)] {
    var result: [(statute: String, from: CalendarDate?, until: CalendarDate?)] = []
    for id in corpus.articles(of: scope.jurisdiction) {
      let article = corpus[id]
      let statute = corpus[article.statute]
      let from = [statute.period.from, article.period.from].compactMap { $0 }.max()
      let until = [statute.period.until, article.period.until].compactMap { $0 }.min()
      // An article whose statute ended before it began never applied.
      if let from, let until, until <= from { continue }
      if !result.contains(where: { $0 == (statute.name, from, until) }) {
        result.append((statute.name, from, until))
      }
    }
    return result
  }

  private func words(_ period: (statute: String, from: CalendarDate?, until: CalendarDate?)) -> String {
    let from = period.from.map { "from \($0)" } ?? "from an unknown day"
    return "in \(period.statute) \(from)" + (period.until.map { " until \($0)" } ?? " on")
  }

  /// The first day to come on which an article is in force and the State is bound; else the last day that is past.
  private func nearestDay(
    _ periods: [(statute: String, from: CalendarDate?, until: CalendarDate?)]
  ) -> CalendarDate? {
    let earliest = max(scope.asOf, bound ?? scope.asOf)
    let days = periods.compactMap { period -> CalendarDate? in
      let first = max(period.from ?? earliest, earliest)
      return period.until.map { first < $0 } ?? true ? first : nil
    }
    return days.min() ?? periods.compactMap(\.until).filter { $0 <= scope.asOf }.max()?.dayBefore
  }
}

extension CalendarDate {
  /// The day before; nil on the first day that can be written.
  var dayBefore: CalendarDate? {
    if let before = CalendarDate(year: year, month: month, day: day - 1) { return before }
    let (lastYear, lastMonth) = month == 1 ? (year - 1, 12) : (year, month - 1)
    for day in [31, 30, 29, 28] {
      if let before = CalendarDate(year: lastYear, month: lastMonth, day: day) { return before }
    }
    return nil
  }
}
