import SourceText

/// The words that begin a line of a waiver.
enum WaiverWord: String, CaseIterable {
  case under, by, reason, until, accept
}

/// Waivers: what is accepted for a time although it is open.
extension SyntaxReader {
  /// `waiver NAME "title" { … }`
  mutating func waiver(_ line: Int) -> WaiverSyntax? {
    let heading = heading(
      line, name: "the name of the waiver", example: "KHM/adoption-law-pending",
      title: "the title of the waiver", content: "the rule, who accepts what, why and until when")
    guard let heading else { return nil }
    var result = WaiverSyntax(name: heading.name, title: heading.title, span: titleSpan(of: line))
    for child in children(of: line) { waiverPart(child, &result) }
    return result
  }

  private mutating func waiverPart(_ line: Int, _ waiver: inout WaiverSyntax) {
    guard let word = lineWord(line, of: WaiverWord.self, in: "a waiver") else { return }
    switch word {
    case .under: waiver.under = waivedRule(line, replacing: waiver.under)
    case .by: waiver.by = textLine(line, replacing: waiver.by)
    case .reason: waiver.reason = textLine(line, replacing: waiver.reason)
    case .until:
      once(line, waiver.until?.span)
      var cursor = cursor(of: line)
      waiver.until = date(&cursor) ?? waiver.until
      finish(cursor)
    case .accept:
      once(line, waiver.accept?.span)
      finish(cursor(of: line), takesBlock: true)
      let region = region(of: line, in: "what a waiver accepts")
      waiver.accept = waiver.accept ?? region
    }
  }

  private mutating func waivedRule(_ line: Int, replacing earlier: WaivedRuleSyntax?) -> WaivedRuleSyntax? {
    once(line, earlier?.instrument.span)
    var cursor = cursor(of: line)
    let instrument = name("the name of an instrument", &cursor, example: "OPSC")
    let rule = name("the number of a rule", &cursor, example: "3.1.a.ii")
    if !cursor.isAtEnd, tree.tokens[cursor.position].kind == .comma {
      fail(
        .unexpectedText, "a waiver accepts cases of one rule", &cursor, help: ["write a waiver for each rule"]
      )
    }
    finish(cursor)
    guard let instrument, let rule else { return earlier }
    return WaivedRuleSyntax(instrument: instrument, rule: rule)
  }
}
