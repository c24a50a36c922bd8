public import SourceText

/// A bare word as the author wrote it: a name, a number, a keyword.
public struct WordSyntax: Hashable, Sendable {
  /// The characters of the word.
  public let text: String
  /// Where it stands.
  public let span: SourceSpan

  /// Makes a word.
  public init(_ text: String, _ span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

/// A quoted string, already without its quotation marks and escapes.
public struct QuotedSyntax: Hashable, Sendable {
  /// The content.
  public let text: String
  /// Where it stands, quotation marks included.
  public let span: SourceSpan

  /// Makes a quoted string.
  public init(_ text: String, _ span: SourceSpan) {
    self.text = text
    self.span = span
  }
}

/// A day of the Gregorian calendar, without time or zone. Dates compare in the order of time.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, counted from 1.
  public let day: Int

  /// Makes a date; nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Earlier days come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The date as `YYYY-MM-DD`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// A date as written: a day of the calendar, or the word `unknown`.
public struct DateSyntax: Hashable, Sendable {
  /// The day, or nil for `unknown`.
  public let date: CalendarDate?
  /// Where it stands.
  public let span: SourceSpan

  /// Makes a date.
  public init(_ date: CalendarDate?, _ span: SourceSpan) {
    self.date = date
    self.span = span
  }
}

/// `evidence GRADE [KEY] ["source"]`: how the encoding of a line, or of a whole block, is known.
public struct EvidenceSyntax: Hashable, Sendable {
  /// `text`, `secondary` or `unverified`; other words are reported by the reader.
  public let grade: WordSyntax
  /// The key of a `source` line of the statute.
  public let key: WordSyntax?
  /// Where the fact was found, in words.
  public let source: QuotedSyntax?

  /// Makes an evidence mark.
  public init(grade: WordSyntax, key: WordSyntax?, source: QuotedSyntax?) {
    self.grade = grade
    self.key = key
    self.source = source
  }
}

/// `in force from DATE [until DATE]`, with its evidence.
public struct PeriodSyntax: Hashable, Sendable {
  /// The first day on which the text applies; its `date` is nil for `unknown`.
  public let from: DateSyntax
  /// The first day on which it does not apply any more.
  public let until: DateSyntax?
  /// How the dates are known.
  public let evidence: EvidenceSyntax?

  /// Makes a period.
  public init(from: DateSyntax, until: DateSyntax?, evidence: EvidenceSyntax?) {
    self.from = from
    self.until = until
    self.evidence = evidence
  }
}
