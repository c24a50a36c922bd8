import LegalModel
import LegalSyntax
import SourceText
import Testing

/// Statutes and treaties that stand in several files.
@Suite struct StatuteTests {
  private let head = """
    statute XA/code "Penal Code" {
      number   "Act 1"
      in force from 2000-01-01 until 2030-01-01
      researched up to 2020-01-01
      note     "first note"
      article 1 "Sale" { offence { uses minor; act deliver } }
    }
    """
  private let rest = """
    statute XA/code "Penal Code" {
      note "second note"
      article 2 "Terms" {
        in force from unknown
        define minor "minor" { age under 18 }
      }
      unread "the last chapter" { act accept }
    }
    """

  @Test func partsJoinWhateverTheirOrder() throws {
    for files in [[head, rest], [rest, head]] {
      let resolved = try Resolved(files[0], files[1])
      #expect(resolved.rendered == "")
      #expect(resolved.corpus.statutes.count == 1)
      let statute = try #require(resolved.statute("XA/code"))
      #expect(statute.title == "Penal Code")
      #expect(statute.jurisdiction == "XA")
      #expect(statute.number == "Act 1")
      #expect(statute.period.until == CalendarDate("2030-01-01"))
      #expect(statute.researched == CalendarDate("2020-01-01"))
      #expect(Set(statute.notes) == ["first note", "second note"])
      #expect(statute.articles.count == 2)
      #expect(statute.unread.map(\.title) == ["the last chapter"])
      #expect(resolved.article("2")?.period.isFromUnknown == true)
      #expect(resolved.article("1")?.offences.count == 1)
    }
  }

  @Test func articlesOfOtherFilesAreNotDeclaredTwice() throws {
    let resolved = try Resolved(head, "statute XA/code \"Penal Code\" { article 1 \"Again\" { note \"n\" } }")
    #expect(resolved.diagnostics.map(\.code.rawValue).contains("L307"))
  }

  @Test func theSameHeadTwiceIsNoMistake() throws {
    let again = """
      statute XA/code "Penal Code" {
        number   "Act 1"
        in force from 2000-01-01 until 2030-01-01
        researched up to 2020-01-01
        article 2 "Terms" { define minor "minor" { age under 18 } }
      }
      """
    #expect(try Resolved(head, again).rendered == "")
  }

  @Test(
    arguments: [
      "number \"Act 2\"", "in force from 2001-01-01", "researched up to 2020-01-02",
      "in force from 2000-01-01 until 2030-01-02",
    ])
  func partsThatDisagreeAreAMistake(_ line: String) throws {
    let resolved = try Resolved(head, rest, "statute XA/code \"Penal Code\" {\n  \(line)\n}\n")
    #expect(resolved.diagnostics.map(\.code.rawValue) == ["L410"])
  }

  @Test func aTreatyJoinsToo() throws {
    let resolved = try Resolved(
      """
      instrument TEST "An invented treaty" {
        rule 9 "more" {
          level recommended
          source "a comment"
          in force from 2012-01-01
          liability criminal, civil
          must punish 1.* with means force with act offer
          may exclude "infants" { uses child; age under 2 }
          not checked "a part"
          note "a note"
        }
      }
      """)
    #expect(resolved.rendered == "")
    #expect(resolved.corpus.instruments.count == 1)
    let rule = try #require(resolved.corpus.rules.first { $0.name == "9" })
    #expect(rule.identity == "TEST 9")
    #expect(rule.level == .recommended)
    #expect(rule.liability == [.criminal, .civil])
    #expect(rule.period.from == CalendarDate("2012-01-01"))
    #expect(rule.notChecked == ["a part"])
    #expect(rule.mayExclude.map(\.title) == ["infants"])
    guard case .punish(.rules(let varied, let changes))? = rule.duty else {
      Issue.record("the duty is of another kind")
      return
    }
    #expect(varied.map { resolved.corpus[$0].name } == ["1.a", "1.b"])
    #expect(changes.map(resolved.words) == ["means force", "act offer"])
    let older = try #require(resolved.corpus.rules.first { $0.name == "1.a" })
    #expect(older.period.from == CalendarDate("2000-01-01"))
  }
}
