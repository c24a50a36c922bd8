// The one file that calls the operating system's C library.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import LegalSyntax

/// Terminals, standard streams and today's date.
enum Platform {
  /// Whether standard output goes to a terminal.
  static var isOutputTerminal: Bool { isatty(1) == 1 }

  /// Whether standard error goes to a terminal.
  static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// Reads standard input to its end, but at most `limit` bytes and one more.
  static func readStandardInput(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = read(0, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Writes text to a descriptor: 1 is standard output, 2 standard error. A closed pipe ends the program quietly.
  static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
      }
      guard count > 0 else { return }
      start += count
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let start = start else { return 0 }
    #if canImport(Glibc)
      return Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, start, count)
    #else
      return Darwin.write(descriptor, start, count)
    #endif
  }

  /// The value of an environment variable.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Today in the user's time zone.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? .epoch
  }
}

extension CalendarDate {
  /// What a broken clock is taken to show.
  fileprivate static var epoch: CalendarDate {
    guard let day = CalendarDate(year: 1970, month: 1, day: 1) else {
      preconditionFailure("1970-01-01 is a day")
    }
    return day
  }
}
