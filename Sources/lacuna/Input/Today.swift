import LegalSyntax
import OperatingSystem

extension CalendarDate {
  /// Today in the user's time zone.
  static var today: CalendarDate {
    let today = Platform.today
    guard let date = CalendarDate(year: today.year, month: today.month, day: today.day) else {
      preconditionFailure("the clock shows a day that is none")
    }
    return date
  }
}
