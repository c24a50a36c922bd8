/// Writes the parts of lines as text.
public enum LineWriter {
  /// A space and the text in its marks; nothing without a text.
  static func quoted(_ text: QuotedSyntax?) -> String {
    guard let text else { return "" }
    let content = text.text.flatMap { character -> [Character] in
      character == "\"" || character == "\\" ? ["\\", character] : [character]
    }
    return " \"" + String(content) + "\""
  }

  static func date(_ date: DateSyntax) -> String { date.date?.description ?? "unknown" }

  static func inForce(_ period: PeriodSyntax) -> String {
    "in force from " + date(period.from) + (period.until.map { " until " + date($0) } ?? "")
      + trailing(period.evidence)
  }

  static func amendedBy(_ mark: AmendedBySyntax) -> String {
    "amended by \(mark.name.text)" + quoted(mark.title) + " status \(mark.status.text)"
      + (mark.inForce.map { " " + inForce($0) } ?? "")
  }

  static func evidence(_ mark: EvidenceSyntax) -> String {
    "evidence \(mark.grade.text)" + (mark.key.map { " " + $0.text } ?? "") + quoted(mark.source)
  }

  /// A space and the mark; nothing without a mark.
  static func trailing(_ mark: EvidenceSyntax?) -> String { mark.map { " " + evidence($0) } ?? "" }

  static func claim(_ claim: ClaimSyntax) -> String {
    "implements \(claim.instrument.text) " + claim.rules.map(\.text).joined(separator: ", ")
      + (claim.claimant.map { " claimed by \($0.text)" } ?? "") + quoted(claim.source)
      + trailing(claim.evidence)
  }

  static func element(_ line: ElementLineSyntax) -> String {
    "\(line.element.text) " + selection(line.selection) + quoted(line.words) + trailing(line.evidence)
  }

  /// What a line allows, as written: `offer, deliver`, `any`, `under 18`.
  public static func selection(_ selection: SelectionSyntax) -> String {
    switch selection {
    case .any: "any"
    case .notStated: "not stated"
    case .list(let items): items.map(item).joined(separator: ", ")
    }
  }

  /// One member of a list, as written.
  public static func item(_ item: SelectionItemSyntax) -> String {
    switch item {
    case .name(let word): return word.text
    case .range(let lowest, let highest, _):
      switch (lowest, highest) {
      case (nil, let highest?): return "under \(highest + 1)"
      case (let lowest?, nil): return "at least \(lowest)"
      case (let lowest?, let highest?):
        return lowest == highest ? "\(lowest)" : "from \(lowest) to \(highest)"
      case (nil, nil): return "any"
      }
    }
  }

  /// The element line of a block that holds nothing else and could stand behind `where` without braces.
  static func singleLine(_ region: RegionSyntax) -> String? {
    guard region.items.count == 1, case .line(let line)? = region.items.first, line.words == nil,
      line.evidence == nil
    else { return nil }
    return element(line)
  }

  /// What a penalty line says behind `penalty`, without its condition and evidence.
  public static func penalty(_ penalty: PenaltySyntax) -> String {
    switch penalty.kind {
    case .notStated: return "not stated"
    case .lifeImprisonment: return "imprisonment for life"
    case .imprisonment: return penalty.text.isEmpty ? "imprisonment" : "imprisonment " + penalty.text
    case .fine: return penalty.text.isEmpty ? "fine" : "fine " + penalty.text
    }
  }

  static func scope(_ scope: ScopeSyntax) -> String {
    switch scope {
    case .everyStatute: return "every statute"
    case .statutes(let names, _): return names.map(\.text).joined(separator: ", ")
    case .articles(let ranges, _):
      let parts = ranges.map { range in
        range.first.text + (range.last.map { " to " + $0.text } ?? "")
      }
      return (parts.count == 1 && ranges[0].last == nil ? "article " : "articles ")
        + parts.joined(separator: ", ")
    }
  }

  /// A duration in the largest unit that holds it without a rest. A year is 365 days, a month 30.
  static func duration(_ days: Int) -> String {
    for (length, one, many) in [(365, "year", "years"), (30, "month", "months")]
    where days > 0 && days.isMultiple(of: length) {
      return "\(days / length) " + (days == length ? one : many)
    }
    return "\(days) " + (days == 1 ? "day" : "days")
  }

  /// An exception up to its block.
  static func opening(of except: ExceptSyntax) -> String {
    "except" + (except.isDivision ? " " + ExceptSyntax.divisionWord : "") + quoted(except.title)
      + trailing(except.evidence)
  }

  /// A block as one line of text, to compare blocks whatever the places and the layout.
  public static func region(_ region: RegionSyntax) -> String {
    region.items.map { item in
      switch item {
      case .line(let line): element(line)
      case .uses(let uses): "uses \(uses.name.text)" + trailing(uses.evidence)
      case .either(let branches, _):
        "either " + branches.map { "{ \(Self.region($0)) }" }.joined(separator: " or ")
      case .except(let except):
        opening(of: except) + " { \(Self.region(except.region)) }"
      }
    }.sorted().joined(separator: "; ")
  }

  /// A claim as one line of text: `OPSC 3.1.a, 3.1.b`, without who makes it.
  public static func claimedRules(_ claim: ClaimSyntax) -> String {
    claim.instrument.text + " " + claim.rules.map(\.text).joined(separator: ", ")
  }
}
