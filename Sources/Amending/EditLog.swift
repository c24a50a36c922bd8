import LegalSyntax
import SourceText

/// When an amendment takes effect, in relation to others. Amendments of one moment have no order in law.
enum Moment: Hashable, Comparable {
  /// Before everything that is dated: the file says that the day is unknown.
  case unknownPast
  /// On a day.
  case day(CalendarDate)
  /// After everything that is dated: a bill without a date.
  case open
}

/// What was edited so far, and what is wrong with it.
struct EditLog {
  /// One text that was edited: from the statute down to the line.
  private struct Touch {
    let path: [String]
    let amendment: Int
    let moment: Moment
    let span: SourceSpan
  }

  /// What is wrong.
  var diagnostics = DiagnosticBag()
  private var touches: [Touch] = []
  /// The edits that took the last line out of a provision, by the place of the provision.
  private var emptied: [SourceSpan: EmptiedProvision] = [:]

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, label: String = "",
    related: [Diagnostic.Label] = [], help: [String] = []
  ) {
    diagnostics.report(
      Diagnostic(
        code, message, at: span, label: label, related: related, help: help.map { Advice($0) }))
  }

  /// Notes that an edit left nothing of the cases of a provision. A later amendment may write new ones.
  mutating func noteEmptied(_ provision: EmptiedProvision) { emptied[provision.span] = provision }

  /// Reports the provisions that are empty in the end: every line narrows, so that they would reach everything.
  mutating func reportEmptied(in files: [FileSyntax]) {
    // What could not be applied may have been what fills it again.
    if emptied.isEmpty || diagnostics.hasErrors { return }
    for case .statute(let statute) in files.flatMap(\.declarations) {
      for article in statute.articles {
        let provisions =
          article.offences.map { ($0.span, $0.region) } + article.definitions.map { ($0.span, $0.region) }
        for (span, region) in provisions where region.items.isEmpty {
          if let known = emptied[span] { diagnostics.report(known.diagnostic) }
        }
      }
    }
  }

  /// Notes that a text is edited; false, and a report, if that contradicts an earlier edit.
  ///
  /// One amendment must not touch a text twice, nor a text and a part of it. An amendment of the same moment must not
  /// touch the same text, nor a text of which the earlier one changed a part; it may change a part of what the
  /// earlier one wrote.
  mutating func touch(_ path: [String], by edit: EditContext, at span: SourceSpan) -> Bool {
    let conflict = touches.first { earlier in
      if earlier.amendment == edit.number {
        return path.starts(with: earlier.path) || earlier.path.starts(with: path)
      }
      return earlier.moment == edit.moment && earlier.path.starts(with: path)
    }
    if let conflict {
      reportConflict(path, by: edit, at: span, with: conflict)
      return false
    }
    touches.append(Touch(path: path, amendment: edit.number, moment: edit.moment, span: span))
    return true
  }

  /// Whether parts of a text may be edited: not if the same amendment writes the whole text.
  mutating func mayTouchInside(_ path: [String], by edit: EditContext, at span: SourceSpan) -> Bool {
    guard let whole = touches.first(where: { $0.amendment == edit.number && $0.path == path }) else {
      return true
    }
    reportConflict(path, by: edit, at: span, with: whole)
    return false
  }

  private mutating func reportConflict(
    _ path: [String], by edit: EditContext, at span: SourceSpan, with conflict: Touch
  ) {
    let isSame = conflict.amendment == edit.number
    report(
      .conflictingEdits, "two edits touch \(path.dropFirst().joined(separator: ", ")) of `\(path[0])`",
      at: span, label: "touched again here", related: [Diagnostic.Label(conflict.span, "touched here")],
      help: [
        isSame
          ? "write one edit that says the whole change"
          : "give the amendments the dates of their commencement, or join them: none of them is later"
      ])
  }
}

/// The amendment that is being applied.
struct EditContext {
  /// Its position in the order of application.
  let number: Int
  /// The amendment.
  let syntax: AmendmentSyntax
  /// Whether it is law.
  let status: AmendmentStatus
  /// When it takes effect.
  let moment: Moment
  /// The day from which it is taken to apply: its commencement, or the day of the check if that is earlier.
  let effectiveDay: CalendarDate
  /// The period that inserted articles have; nil for an amendment that is applied before its own date, or without one.
  let period: PeriodSyntax?
  /// The numbers that an element counts, by its name.
  let numbers: [String: ClosedRange<Int>]

  /// How what the amendment writes is known, where no line says otherwise.
  var evidence: EvidenceSyntax {
    syntax.evidence
      ?? EvidenceSyntax(grade: WordSyntax("unverified", syntax.name.span), key: nil, source: nil)
  }

  /// Name and status in words, for notes in the consolidated text.
  var description: String { "\(syntax.name.text) (\(status.rawValue))" }
}
