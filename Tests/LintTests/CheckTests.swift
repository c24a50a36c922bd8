import SourceText
import Testing

/// Where checks speak and where they keep silent, beyond their examples.
@Suite struct CheckTests {
  /// A statute with some articles, everything marked and researched.
  private func statute(_ articles: String, name: String = "XA/code") -> String {
    """
    statute \(name) "Code" {
      in force from 2005-06-01
      researched up to 2026-01-01
      evidence text "official gazette"
      \(articles)
    }

    """
  }

  private func codes(_ texts: String...) throws -> [String] {
    try Linted(texts: texts, asOf: "2026-01-01").warnings.map(\.code.rawValue)
  }

  // MARK: Definitions and words

  @Test func definitionUsedByAnotherStatute() throws {
    let minor = statute(#"article 1 "Minor" { define minor { age under 18 } }"#)
    let sale = statute(
      #"article 1 "Sale" { offence { uses XA/code:minor; act deliver; penalty imprisonment 1 year } }"#,
      name: "XA/sale")
    #expect(try codes(minor, sale) == [])
    let other = statute(
      #"article 1 "Sale" { define minor { age under 18 }; offence { uses minor; act deliver; penalty fine } }"#,
      name: "XA/sale")
    #expect(try codes(minor, other) == ["L601"])
  }

  @Test func definitionReliedOnForADutyToDefine() throws {
    let text = #"article 1 "Sale" { implements OPSC 2.a; define sale { act deliver, accept } }"#
    #expect(try codes(statute(text)) == [])
    let inside = #"article 1 "Sale" { define sale { act deliver, accept; implements OPSC 2.a } }"#
    #expect(try codes(statute(inside)) == [])
  }

  /// To name the residual value tells it from the others, too.
  @Test func residualValueMakesADistinction() throws {
    let vocabulary = """
      vocabulary "Clothes" {
        element clothes "clothes" {
          meaning  "What the offender wears."
          source   "invented"
          value    uniform "in uniform" meaning "m" source "s"
          residual plain "in plain clothes" meaning "m" source "s"
        }
      }

      """
    func law(_ value: String) -> String {
      statute("article 1 \"A\" { offence { act deliver; clothes \(value); penalty imprisonment 1 year } }")
    }
    #expect(try codes(vocabulary, law("plain")) == [])
    #expect(try codes(vocabulary, law("uniform, plain")) == ["L602"])
    #expect(try codes(vocabulary, law("any")) == ["L602"])
  }

  /// A group used by nothing is told; its members are not counted as named by it.
  @Test func wordsOfTheUsersVocabulary() throws {
    let vocabulary = """
      vocabulary "Clothes" {
        element clothes "clothes" {
          meaning  "What the offender wears."
          source   "invented"
          value    uniform "in uniform" meaning "m" source "s"
          value    robe "in a robe" meaning "m" source "s"
          value    mask "in a mask" meaning "m" source "s"
          residual plain "in plain clothes" meaning "m" source "s"
          group    official "in official dress" of uniform, robe meaning "m" source "s"
          group    hidden "hidden" of mask meaning "m" source "s"
        }
      }

      """
    let law = statute(
      #"article 1 "Sale" { offence { act deliver; clothes official; penalty imprisonment 1 year } }"#)
    let found = try Linted(vocabulary, law)
    #expect(found.warnings.map(\.code.rawValue) == ["L602", "L602"])
    #expect(found.rendered.contains("the value `mask` of `clothes` from `plain`"))
    #expect(found.rendered.contains("the group `hidden` of `clothes`"))
    #expect(try codes(vocabulary) == [])
  }

  @Test func sourceNamedInANote() throws {
    let text = """
      source s1 "a commentary"
      article 1 "Sale" { offence { act deliver; penalty imprisonment 1 year }; note "So also s1." }
      """
    #expect(try codes(statute(text)) == [])
    #expect(try codes(statute(text.replacing("also s1", with: "also s12"))) == ["L603"])
  }

  // MARK: Evidence, penalties, dates

  @Test func statuteWithoutAnyMarkIsToldOnce() throws {
    let article = "{ offence { act deliver; penalty imprisonment 1 year } }"
    let text = """
      statute XA/code "Code" {
        in force from 2005-06-01
        researched up to 2026-01-01
        article 1 "Sale" \(article)
        article 2 "Sale by officials" { offence { act accept; capacity official; penalty imprisonment 1 year } }
      }

      """
    #expect(try codes(text) == ["L604"])
  }

  @Test func bondWithoutAMark() throws {
    #expect(try codes("jurisdiction XA \"A\" { bound by OPSC from 2003-01-01 }") == ["L604"])
    #expect(try codes("jurisdiction XA \"A\" { bound by OPSC from 2003-01-01 evidence text }") == [])
  }

  @Test func offencesOfOtherThanCriminalLawNeedNoPenalty() throws {
    #expect(
      try codes(statute(#"article 1 "Sale" { offence { act deliver; liability civil } }"#)) == [])
  }

  @Test func researchInTheFuture() throws {
    let text = statute(#"article 1 "Sale" { offence { act deliver; penalty imprisonment 1 year } }"#)
    let law = try Linted(texts: [text], asOf: "2025-01-01", today: "2025-12-31")
    #expect(law.warnings.map(\.code.rawValue) == ["L606"])
  }

  // MARK: Offences

  private static let general =
    "article 1 \"Sale\" { offence { act deliver, accept; penalty imprisonment 5 to 10 years } }"

  @Test(
    arguments: [
      ("act deliver; age under 18; penalty imprisonment 5 to 10 years", true),
      ("act deliver; age under 18; penalty imprisonment 1 to 5 years", true),
      // A higher highest penalty, a higher lowest one, a fine beside it, unknown penalties: it may add something.
      ("act deliver; age under 18; penalty imprisonment 5 to 11 years", false),
      ("act deliver; age under 18; penalty imprisonment 6 to 10 years", false),
      ("act deliver; age under 18; penalty imprisonment 5 to 10 years; penalty fine", false),
      ("act deliver; age under 18; penalty not stated", false),
      (
        "act deliver; penalty imprisonment up to 5 years; penalty imprisonment up to 12 years where age under 18",
        false
      ),
      // Another liability, a further act, a wider mental element.
      ("act deliver; age under 18; liability civil", false),
      ("act deliver, offer; age under 18; penalty imprisonment 5 to 10 years", false),
      ("act deliver; mental any; penalty imprisonment 5 to 10 years", false),
    ])
  func offenceThatAddsNothing(_ lines: String, _ isIdle: Bool) throws {
    let text = statute(Self.general + "\n  article 2 \"Children\" { offence { \(lines) } }")
    #expect(try codes(text) == (isIdle ? ["L607"] : []))
  }

  /// The general part may widen the narrower offence alone: then it adds something.
  @Test func generalPartMakesADifference() throws {
    let pair =
      Self.general + """

          article 2 "Children" { offence { act deliver; age under 18; penalty imprisonment 5 to 10 years } }

        """
    func attempt(_ articles: String) -> String {
      #"article 9 "Attempt" { extend stage to attempted { over articles \#(articles) } }"#
    }
    #expect(try codes(statute(pair + attempt("2"))) == [])
    #expect(try codes(statute(pair + attempt("1 to 2"))) == ["L607"])
  }

  /// Readings are looked at together: an offence that is covered under one of them only adds something.
  @Test func readingMakesADifference() throws {
    let wide = """
      article 1 "Sale" {
        offence { act deliver; penalty imprisonment 5 to 10 years }
        reading MINISTRY "circular" { means force }
      }
      article 2 "Children" { offence { act deliver; age under 18; penalty imprisonment 5 to 10 years } }
      """
    #expect(try codes(statute(wide)) == [])
  }

  @Test func ofEqualOffencesTheLaterIsTold() throws {
    let text = statute(
      Self.general + "\n  " + Self.general.replacing("article 1", with: "article 2") + "\n  "
        + Self.general.replacing("article 1", with: "article 3"))
    let found = try Linted(text)
    #expect(found.warnings.map(\.code.rawValue) == ["L607", "L607"])
    #expect(found.warnings.allSatisfy { $0.message.contains("article 1 ") }, "\(found.rendered)")
  }

  @Test(
    arguments: [
      // Conduct of a rule, and a line that keeps the offence away.
      ("act deliver; offender-is the-victim", "L608"),
      ("act distribute; age at least 18", "L608"),
      ("act deliver; age under 18; except { age under 20 ; offender-is another-person }", "L608"),
      // Conduct that no rule asks to punish.
      ("act cause-to-witness; age under 15", ""),
      ("act solicit-self; age at least 18", ""),
      ("act solicit-self; age under 18; offender-is the-victim; purpose prostitution", ""),
    ])
  func offenceAwayFromTheRules(_ lines: String, _ code: String) throws {
    let found = try Linted(
      statute("article 1 \"A\" { offence { \(lines); penalty imprisonment 1 year } }"))
    #expect(found.warnings.map(\.code.rawValue) == (code.isEmpty ? [] : [code]), "\(found.rendered)")
  }

  @Test func claimOfAnArticleOfTheGeneralPart() throws {
    let sale = Self.general
    func claimed(_ rule: String) -> String {
      sale
        + #"; article 9 "Attempt" { implements OPSC \#(rule); extend stage to attempted { over article 1 } }"#
    }
    #expect(try codes(statute(claimed("3.2.attempt"))) == [])
    #expect(try codes(statute(claimed("3.2.complicity"))) == ["L609"])
  }

  @Test func claimOfAnArticleWithNothingInIt() throws {
    #expect(try codes(statute(#"article 1 "A" { implements OPSC 3.1.b; note "n" }"#)) == ["L609"])
    #expect(
      try codes(statute(#"article 1 "A" { implements OPSC 3.1.b; unread "b" { act procure } }"#)) == [])
  }

  @Test func exceptionOfADefinition() throws {
    let text = """
      article 1 "Minor" { define minor { age under 18; except { age at least 20 } } }
      article 2 "Sale" { offence { uses minor; act deliver; penalty imprisonment 1 year } }
      """
    #expect(try codes(statute(text)) == ["L610"])
  }
}
