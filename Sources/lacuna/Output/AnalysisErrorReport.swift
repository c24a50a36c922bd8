import ArgumentParser
import GapAnalysis
import LegalModel
import SourceText

extension AnalysisError {
  /// Prints the error and gives the one that ends the run.
  ///
  /// - Parameter workspace: the law that was checked; nil if there were several.
  func reported(about workspace: Workspace?) -> ExitCode {
    guard let code else {
      Terminal.warn("error: \(message)\n")
      return ExitStatus.inputWrong.code
    }
    guard let start, let workspace else {
      return InputProblem(code: code, message: message, help: help).reported
    }
    var bag = DiagnosticBag()
    bag.report(Diagnostic(code, message, at: start, label: "they begin here", help: help.map { Advice($0) }))
    try? Terminal.report(bag, of: workspace)
    return ExitStatus.inputWrong.code
  }

  /// The code whose explanation helps; none for a defect of the program.
  private var code: DiagnosticCode? {
    switch self {
    case .spaceTooLarge, .tooManyRanges: .spaceTooLarge
    case .tooManyQuestions, .workLimit, .acceptanceTooLarge: .workLimit
    case .contradiction: nil
    }
  }

  /// Where to begin with a remedy.
  private var start: SourceSpan? {
    switch self {
    case .tooManyRanges(_, _, let start): start
    case .spaceTooLarge, .tooManyQuestions, .workLimit, .acceptanceTooLarge, .contradiction: nil
    }
  }

  /// What happened, in words for the user.
  private var message: String {
    switch self {
    case .spaceTooLarge:
      "the lists of elements make more combinations of values than the program can count"
    case .tooManyRanges(let element, let count, _):
      "these files name too many different numbers of `\(element)` to be checked together: they make \(count) groups, "
        + "and at most 64 can be told apart"
    case .tooManyQuestions(let rule, let open):
      "rule \(rule) cannot be checked: these files leave \(open.count) questions open, too many to try every "
        + "combination of answers"
    case .workLimit(let rule, _, _, let limit):
      "rule \(rule) cannot be checked: that would need more than \(limit) steps"
    case .acceptanceTooLarge(let limit):
      "what the waivers and the baseline set aside needs more than \(limit) steps or parts"
    case .contradiction(let rule, let finding):
      "the example of finding \(finding) under \(rule) does not replay: this is a defect of the program, please report it"
    }
  }

  /// What can be done.
  private var help: [String] {
    switch self {
    case .spaceTooLarge: ["leave out elements that no rule needs, or join values that no law tells apart"]
    case .tooManyRanges(let element, _, _):
      [
        "where the law treats numbers alike, write one offence with a range in the place of several, such as "
          + "`\(element) from 15 to 18`",
        "leave out offences that have nothing to do with the treaty",
      ]
    case .tooManyQuestions(_, let open): open.advice
    case .workLimit(_, let elements, let articles, _):
      [
        "most is told apart in the elements \(elements.joined(separator: ", ")), among articles "
          + "\(articles.joined(separator: ", ")) and others: fewer different values, exceptions and readings there help"
      ]
    case .acceptanceTooLarge: ["simplify the `accept` blocks"]
    case .contradiction: []
    }
  }
}

extension OpenQuestions {
  /// What to write so that less is open, the most frequent kind first.
  fileprivate var advice: [String] {
    let kept = "keep those that change whether the treaty is fulfilled"
    let kinds: [(number: Int, advice: String)] = [
      (
        withoutPenalty.count,
        "\(Self.articles(withoutPenalty, "do not say the penalty", "does not say the penalty")): if the law sets one, "
          + "there or in another article, write it in the offence, such as `penalty imprisonment 1 to 5 years`; if only "
          + "the highest is known, write that alone, such as `penalty imprisonment up to 5 years`"
      ),
      (
        withReadings.count,
        "\(Self.articles(withReadings, "have a `reading`", "has a `reading`")): \(kept), or choose one with "
          + "`--reading`"
      ),
      (
        withAlternatives.count,
        "\(Self.articles(withAlternatives, "have an `alternative`", "has an `alternative`")): \(kept)"
      ),
      (unread, "\(unread) of them are `unread`: read that law, and write it down as articles"),
    ]
    return kinds.filter { $0.number > 0 }.sorted { $0.number > $1.number }.map(\.advice)
      + [
        "as long as so many stay open, this rule cannot be checked; other rules can: name them with `--rule`"
      ]
  }

  /// How many articles of a list are named.
  private static let named = 5

  private static func articles(_ numbers: [String], _ several: String, _ one: String) -> String {
    guard numbers.count > 1 else { return "article \(numbers.first ?? "") \(one)" }
    let shown = numbers.prefix(named).joined(separator: ", ")
    return numbers.count > named
      ? "\(numbers.count) articles \(several), among them \(shown)" : "articles \(shown) \(several)"
  }
}
