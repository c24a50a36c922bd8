/// How a report says which amendments it holds. One wording for all forms of the report.
enum AmendmentWording {
  /// Amendments in the law that was checked that are no law.
  private static func drafts(_ report: Report) -> [Report.Amendment] {
    report.amendments.filter { $0.isApplied && !$0.isLaw }
  }

  /// Behind the title of the report: `, with KHM/bill-a (fictional)`; nothing where all that was checked is law.
  static func titleSuffix(_ report: Report) -> String {
    let drafts = draftNames(report)
    return drafts.isEmpty ? "" : ", with " + drafts.joined(separator: ", ")
  }

  /// That the report is not about the law; nil where it is.
  static func notice(_ report: Report) -> String? {
    let drafts = drafts(report)
    guard !drafts.isEmpty else { return nil }
    let names = drafts.map { draft in
      let kind = draft.status == "bill" ? "a bill" : "fictional"
      return "\(draft.name), which is \(kind)"
    }
    return "This report is about the law as it would be with \(names.joined(separator: ", and ")). "
      + "It is not a report on the law in force."
  }

  /// Amendments in the law that was checked that are no law, each with its status: `KHM/bill-a (fictional)`.
  static func draftNames(_ report: Report) -> [String] {
    drafts(report).map { "\($0.name) (\($0.status))" }
  }

  /// One sentence for each amendment, those applied first.
  ///
  /// - Parameter path: how a file is named; as it was given, unless the report leaves the machine.
  static func lines(_ report: Report, path: (String) -> String = { $0 }) -> [String] {
    report.amendments.map { amendment in
      var facts = [amendment.status]
      if let day = amendment.inForce { facts.append("in force from \(day)") }
      let details = "(\(facts.joined(separator: ", ")); \(path(amendment.path)))"
      let reason = amendment.reason ?? ""
      guard amendment.isApplied else { return "Not applied: \(amendment.name) \(details): \(reason)." }
      return "Amended by \(amendment.name), \(amendment.title) \(details)"
        + (reason.isEmpty ? "." : ", \(reason).")
    }
  }
}
