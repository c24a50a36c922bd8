public import LegalSyntax
public import SourceText

/// The law of one day as syntax trees: statutes with their amendments applied.
///
/// A check is always made as of one day, and the text of a law on one day is a text like any other: it needs no notion
/// of time inside it. So amendments are applied to the trees before names are resolved, and nothing behind them knows
/// that there are any. Every node keeps the place where it was written, in the file of the statute or of the amendment.
public struct Consolidation: Sendable {
  /// The files, with amended statutes in the place of the old ones.
  public let files: [FileSyntax]
  /// All amendments: first those that the statutes hold already, then those applied, in the order of application, then the others in the order of the files.
  public let amendments: [AmendmentUse]

  /// Applies the amendments that belong to one state of the law.
  ///
  /// Enacted amendments apply from their commencement on. Bills and fictional ones apply if their file is named, whatever
  /// their date, as if they were in force on the day. Those that are dated come first, in the order of their dates; then,
  /// and among those of one date, the ones that are not named in the order of the files, and the named ones in the order
  /// in which they are named.
  ///
  /// - Parameters:
  ///   - files: all files of the run.
  ///   - day: the day of the check.
  ///   - named: the files whose amendments are asked for, in order.
  ///   - diagnostics: receives edits that contradict each other or do not fit the statute; what does not fit is left out.
  /// - Complexity: linear in the size of the files and, in the number of edits, quadratic at worst.
  public init(
    _ files: [FileSyntax], asOf day: CalendarDate, named: [FileID] = [], diagnostics: inout DiagnosticBag
  ) {
    var log = EditLog()
    var text = ConsolidatedText(files)
    let held = text.heldAmendments
    let candidates = Candidate.all(in: files, asOf: day, named: named, &log)
      .filter { candidate in !held.contains { $0.holds(candidate.syntax) } }
    let applied = candidates.filter(\.outcome.isApplied).sorted()
    for (number, candidate) in applied.enumerated() {
      let context = candidate.context(number: number, asOf: day, numbers: text.numbers)
      text.apply(context, &log)
    }
    self.files = text.files
    log.reportEmptied(in: text.files)
    amendments = held + (applied + candidates.filter { !$0.outcome.isApplied }).map(\.use)
    diagnostics.report(contentsOf: log.diagnostics)
  }
}

extension AmendmentUse {
  /// Whether this is the mark of an amendment in the text of its statute.
  fileprivate func holds(_ syntax: AmendmentSyntax) -> Bool {
    name == syntax.name.text && statute == syntax.statute.text
  }
}

/// An amendment that may belong to the state of the law.
private struct Candidate: Comparable {
  let syntax: AmendmentSyntax
  let status: AmendmentStatus
  let outcome: AmendmentUse.Outcome
  let moment: Moment
  /// Its place among those of one moment: the position of its file among the named ones; before them, if not named.
  let rank: Int
  /// Its place among all amendments of the run.
  let position: Int

  static func < (left: Candidate, right: Candidate) -> Bool {
    if left.moment != right.moment { return left.moment < right.moment }
    return left.rank == right.rank ? left.position < right.position : left.rank < right.rank
  }

  static func == (left: Candidate, right: Candidate) -> Bool { left.position == right.position }

  /// The amendments of all files. Heads that lack a line are reported, and their amendments are left out.
  static func all(
    in files: [FileSyntax], asOf day: CalendarDate, named: [FileID], _ log: inout EditLog
  ) -> [Candidate] {
    var result: [Candidate] = []
    var names: [String: WordSyntax] = [:]
    for file in files {
      for case .amendment(let syntax) in file.declarations {
        if let first = names[syntax.name.text] {
          log.report(
            .duplicateName, "the amendment `\(syntax.name.text)` is written twice", at: syntax.name.span,
            label: "written again", related: [Diagnostic.Label(first.span, "first written here")],
            help: ["give one of the two another name"])
          continue
        }
        names[syntax.name.text] = syntax.name
        let rank = named.firstIndex(of: file.file)
        if let candidate = Candidate(syntax, asOf: day, rank: rank, position: result.count, &log) {
          result.append(candidate)
        }
      }
    }
    return result
  }

  private init?(
    _ syntax: AmendmentSyntax, asOf day: CalendarDate, rank: Int?, position: Int, _ log: inout EditLog
  ) {
    guard let word = syntax.status else {
      log.report(
        .missingPart, "the amendment `\(syntax.name.text)` does not say whether it is law", at: syntax.span,
        help: ["add a line `status enacted`, `status bill` or `status fictional`"])
      return nil
    }
    // Another word was reported when the file was read.
    guard let status = AmendmentStatus(rawValue: word.text) else { return nil }
    if syntax.edits.isEmpty {
      log.report(
        .editWithoutEffect, "the amendment `\(syntax.name.text)` changes nothing", at: syntax.span,
        help: ["write its edits, such as `in article 12 { in offence { delete means } }`"])
    }
    let period = syntax.inForce
    if status == .enacted, period == nil {
      log.report(
        .missingPart, "the amendment `\(syntax.name.text)` does not say from when it is in force",
        at: syntax.span,
        related: [Diagnostic.Label(word.span, "it is enacted")],
        help: ["add a line such as `in force from 2005-06-01` (year-month-day), or `in force from unknown`"])
      return nil
    }
    self.syntax = syntax
    self.status = status
    self.rank = rank ?? -1
    self.position = position
    moment = period.map { $0.from.date.map(Moment.day) ?? .unknownPast } ?? .open
    outcome = Self.outcome(status, period, asOf: day, isNamed: rank != nil)
  }

  private static func outcome(
    _ status: AmendmentStatus, _ period: PeriodSyntax?, asOf day: CalendarDate, isNamed: Bool
  ) -> AmendmentUse.Outcome {
    let isEarly = period?.from.date.map { day < $0 } ?? false
    switch status {
    case .enacted:
      if isEarly { return .notYetInForce }
      if let end = period?.until?.date, end <= day { return .noLongerInForce }
      return .applied
    case .bill, .fictional:
      guard isNamed else { return .notNamed }
      return isEarly ? .appliedEarly : .applied
    }
  }

  func context(number: Int, asOf day: CalendarDate, numbers: [String: ClosedRange<Int>]) -> EditContext {
    let isOnTime = outcome == .applied
    return EditContext(
      number: number, syntax: syntax, status: status, moment: moment,
      effectiveDay: (isOnTime ? syntax.inForce?.from.date : nil) ?? day,
      period: isOnTime ? syntax.inForce : nil, numbers: numbers)
  }

  var use: AmendmentUse {
    AmendmentUse(
      name: syntax.name.text, title: syntax.title?.text ?? syntax.name.text, statute: syntax.statute.text,
      status: status, commencement: syntax.inForce?.from.date, span: syntax.span, outcome: outcome)
  }
}
