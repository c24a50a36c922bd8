import LegalSyntax
import SourceText
import Testing

/// What lines mean, field by field.
@Suite struct TreeTests {
  private func offence(_ body: String) throws -> OffenceSyntax {
    let parsed = Parsed(
      "statute A/b \"t\" {\n  article 1 \"h\" {\n    offence {\nact any\n\(body)\n    }\n  }\n}\n")
    #expect(parsed.rendered == "")
    return try #require(parsed.statute?.articles.first?.offences.first)
  }

  @Test(
    arguments: [
      ("7 to 15 years", 2555, 5475), ("6 days to 5 years", 6, 1825), ("up to 5 years", nil, 1825),
      ("at least 1 year", 365, nil), ("18 months", 540, 540), ("1 year to 18 months", 365, 540),
    ] as [(String, Int?, Int?)])
  func durationsAreCountedInDays(_ text: String, _ lowest: Int?, _ highest: Int?) throws {
    let penalty = try #require(try offence("penalty imprisonment  \(text)").penalties.first)
    #expect(penalty.kind == .imprisonment(lowestDays: lowest, highestDays: highest))
    #expect(penalty.text == text)
  }

  @Test func otherPenalties() throws {
    let body = """
      penalty imprisonment
      penalty imprisonment for life
      penalty fine
      penalty fine 4000000 to 10000000 KHR
      penalty not stated
      """
    let kinds = try offence(body).penalties.map(\.kind)
    #expect(
      kinds == [
        .imprisonment(lowestDays: nil, highestDays: nil), .lifeImprisonment,
        .fine(lowest: nil, highest: nil, currency: nil),
        .fine(lowest: 4_000_000, highest: 10_000_000, currency: "KHR"), .notStated,
      ])
  }

  @Test func rangesOfNumbersAreInclusive() throws {
    let region = try offence("age under 18, 20, at least 65, from 30 to 40").region
    guard case .line(let line)? = region.items.last, case .list(let list) = line.selection else {
      Issue.record("no list")
      return
    }
    let bounds = list.map { item -> [Int?] in
      if case .range(let lowest, let highest, _) = item { [lowest, highest] } else { [] }
    }
    #expect(bounds == [[nil, 17], [20, 20], [65, nil], [30, 40]])
  }

  @Test func conditionOfAPenaltyKeepsItsEvidence() throws {
    let body = "penalty imprisonment where { age under 18 } evidence text s1 \"art. 2\""
    let penalty = try #require(try offence(body).penalties.first)
    #expect(penalty.condition?.items.count == 1)
    #expect(penalty.evidence?.grade.text == "text")
    #expect(penalty.evidence?.key?.text == "s1")
    #expect(penalty.evidence?.source?.text == "art. 2")
  }

  @Test func alternativesMayStandOnSeveralLines() throws {
    let region = try offence("either { act a }\nor { act b } or\n{ act c }").region
    guard case .either(let branches, _)? = region.items.last else {
      Issue.record("no alternatives")
      return
    }
    #expect(branches.count == 3)
  }

  @Test func escapesAreResolved() {
    let parsed = Parsed(#"statute A/b "a \"b\" \\ c" { note "plain" }"#)
    #expect(parsed.statute?.title?.text == #"a "b" \ c"#)
  }

  @Test func spanOfATitleLineEndsBeforeItsBlock() throws {
    let parsed = Parsed("statute A/b \"t\" {\n}\n")
    let span = try #require(parsed.statute?.span)
    #expect(parsed.source.text(span.start..<span.end) == "statute A/b \"t\"")
  }

  @Test func aMissingBraceLosesNoArticle() {
    let text =
      "statute A/b \"t\" {\n  article 1 \"h\" {\n    offence { act a\n  }\n  article 2 \"i\" {\n  }\n}\n"
    let parsed = Parsed(text)
    #expect(parsed.codes == ["L202"])
    #expect(parsed.statute?.articles.map(\.number.text) == ["1", "2"])
  }

  @Test func emptyFilesAreFine() {
    #expect(Parsed("").rendered == "")
    #expect(Parsed("\u{FEFF}").rendered == "")
    #expect(Parsed("# only a comment").rendered == "")
    #expect(Formatter.format(SourceFile(path: "", text: "")) == "")
    #expect(Formatter.format(SourceFile(path: "", text: "\n\n# c  ")) == "# c\n")
  }

  @Test func filesWithUncertainLinesAreNotLaidOut() {
    #expect(Formatter.format(SourceFile(path: "", text: "statute A/b \"t\" {")) == nil)
    #expect(Formatter.format(SourceFile(path: "", text: "note \"x")) == nil)
  }

  @Test func endlessNestingIsNoDanger() {
    let depth = 200_000
    let parsed = Parsed(String(repeating: "a {\n", count: depth) + String(repeating: "}", count: depth))
    #expect(parsed.codes.contains("L204"))
  }

  @Test func datesFollowTheCalendar() {
    #expect(CalendarDate("2000-02-29") != nil)
    #expect(CalendarDate("1900-02-29") == nil)
    #expect(CalendarDate("2015-02-30") == nil)
    #expect(CalendarDate("2015-2-3") == nil)
    #expect(CalendarDate("2015-02-03")?.description == "2015-02-03")
  }
}
