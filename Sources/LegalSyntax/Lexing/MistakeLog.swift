import SourceText

/// Passes the mistakes of one file on, up to a limit: a file of noise must not drown the other files.
struct MistakeLog {
  /// How many mistakes of one file are listed.
  static let limit = 100

  /// The file all mistakes are about.
  let file: FileID
  /// What was reported so far.
  private(set) var bag = DiagnosticBag()
  private var count = 0
  /// How often the same mistake was reported.
  private var repeated = RepeatedMistakes()
  /// Whether what was reported makes the rest of the file meaningless.
  private(set) var isGivenUp = false
  /// Where characters were reported; at most as many as mistakes are listed.
  private var characterMistakes: [Range<Int>] = []

  /// Starts empty.
  init(file: FileID) { self.file = file }

  /// The span of a byte range in the file.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, start: range.lowerBound, end: range.upperBound)
  }

  /// Whether a mistake was left to what is reported later.
  private var hasLeftOut = false

  /// Whether nothing is wrong so far.
  var isEmpty: Bool { count == 0 && !hasLeftOut }

  /// Whether no further mistake is listed, so that no advice need be looked for.
  var isFull: Bool { count >= Self.limit }

  /// Whether any character was reported.
  var hasCharacterMistakes: Bool { !characterMistakes.isEmpty }

  /// Whether a character in a byte range was reported.
  func hasCharacterMistake(in range: Range<Int>) -> Bool {
    characterMistakes.contains { range.contains($0.lowerBound) }
  }

  /// Whether a character that touches a byte range, or stands one space away, was reported.
  func hasCharacterMistake(near range: Range<Int>) -> Bool {
    characterMistakes.contains { $0.upperBound + 1 >= range.lowerBound && $0.lowerBound <= range.upperBound }
  }

  /// Notes a mistake that follows from one which is only reported when the lines are understood.
  mutating func leaveOut() { hasLeftOut = true }

  /// Reports one mistake after which nothing else of the file is worth a word.
  mutating func giveUp(
    _ code: DiagnosticCode, _ message: String, at range: Range<Int>, label: String = "", help: [String]
  ) {
    report(code, message, at: range, label: label, help: help)
    isGivenUp = true
  }

  /// Reports one mistake, or, at the limit, that there are more.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: Range<Int>, label: String = "",
    related: [Diagnostic.Label] = [], help: [String] = []
  ) {
    count += 1
    if count < Self.limit {
      if code < .unknownKeyword { characterMistakes.append(range) }
      let mistake = Diagnostic(
        code, message, at: span(range), label: label, related: related, help: help.map { Advice($0) })
      if repeated.isListed(mistake) { bag.report(mistake) }
    } else if count == Self.limit {
      bag.report(
        Diagnostic(
          .tooManyMistakes, "this file has \(Self.limit) mistakes or more, and only the first are shown",
          at: span(range),
          help: ["is this really a file for lacuna? Correct the first mistakes and check again"]))
    }
  }

  /// Says of each mistake that was made again and again how often it was, in place of listing it.
  mutating func tellRepetitions() {
    let repeated = repeated
    let isFull = isFull
    bag.reword { repeated.annotated($0, isFull: isFull) }
  }
}
