/// A day that the calendar does not have, in the right form: `2020-02-30`.
struct MissingDay {
  private let year: Int
  private let month: Int

  /// Recognises it; nil if the form is another, or there is such a day.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || $0.isDigit }),
      let year = Int(parts[0]), let month = Int(parts[1]), CalendarDate(text) == nil
    else { return nil }
    self.year = year
    self.month = month
  }

  /// What the calendar has instead.
  var help: [String] {
    guard let last = (1...31).compactMap({ CalendarDate(year: year, month: month, day: $0) }).last else {
      return ["a date is written year-month-day, and a year has 12 months: look the date up again"]
    }
    return ["\(last.nameOfMonth) \(year) has \(last.day) days: look the date up again"]
  }
}

extension CalendarDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// The name of the month.
  var nameOfMonth: String { Self.months[month - 1] }

  /// The day and the month as they are spoken: `6 January`.
  var spelled: String { "\(day) \(nameOfMonth)" }
}
