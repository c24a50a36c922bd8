import SourceText

/// Jurisdictions: what binds a State.
extension SyntaxReader {
  /// `jurisdiction NAME "title" { … }`
  mutating func jurisdiction(_ line: Int) -> JurisdictionSyntax? {
    let heading = heading(
      line, name: "the code of the State", example: "KHM", title: "the name of the State",
      content: "what binds the State, such as `bound by OPSC from 2002-06-30`")
    guard let heading else { return nil }
    var result = JurisdictionSyntax(name: heading.name, title: heading.title, span: titleSpan(of: line))
    for child in children(of: line) {
      if keyword(of: child) == "bound" {
        if let bond = bond(child) { result.bonds.append(bond) }
      } else {
        reportKeyword(child, in: "a jurisdiction", among: ["bound"])
      }
    }
    return result
  }

  private mutating func bond(_ line: Int) -> BondSyntax? {
    var cursor = cursor(of: line)
    let example = "bound by OPSC from 2002-06-30"
    link("by", &cursor, example: example)
    let instrument = name("the name of an instrument", &cursor, example: "OPSC")
    let period = period(&cursor)
    finish(cursor, takesBlock: true)
    let reservations = reservations(line)
    guard let instrument, let period else { return nil }
    var result = BondSyntax(instrument: instrument, period: period, span: titleSpan(of: line))
    result.reservations = reservations
    return result
  }

  private mutating func reservations(_ line: Int) -> [ReservationSyntax] {
    var result: [ReservationSyntax] = []
    for child in children(of: line) {
      if keyword(of: child) == "reservation" {
        if let reservation = reservation(child) { result.append(reservation) }
      } else {
        reportKeyword(child, in: "a list of reservations", among: ["reservation"])
      }
    }
    return result
  }

  private mutating func reservation(_ line: Int) -> ReservationSyntax? {
    var cursor = cursor(of: line)
    let title = requiredText("the text of the reservation", &cursor)
    link("to", &cursor, example: "reservation \"…\" to 3.1.a.ii")
    let rules = ruleNames(&cursor)
    let period = nextWord(cursor) == "from" ? period(&cursor) : nil
    // The evidence of the dates is that of the reservation: one mark holds for both.
    let evidence = period?.evidence ?? optionalEvidence(&cursor)
    finish(cursor, takesBlock: true)
    let hasBlock = tree.lines[line].openBrace != nil
    let region = hasBlock ? region(of: line, in: "a reservation") : nil
    guard !rules.isEmpty else { return nil }
    return ReservationSyntax(
      title: title, rules: rules, region: region, period: period, evidence: evidence,
      span: wholeSpan(of: line))
  }
}
