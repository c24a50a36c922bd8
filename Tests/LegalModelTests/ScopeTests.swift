import LegalModel
import Testing

/// Which articles the general part reaches.
@Suite struct ScopeTests {
  private func scope(over line: String) throws -> [String] {
    let resolved = try Resolved(
      """
      statute XA/code "Code" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 4 "General part" {
          exempt "infants" {
            \(line)
            age under 7
          }
        }
        article 8 "A" { offence { act offer } }
        article 13 "B" { offence { act deliver } }
        article 13bis "C" { offence { act accept } }
      }
      """,
      """
      statute XA/code "Code" {
        article 20 "D" { offence { act deliver } }
        article 21 "E" { offence { act deliver } }
      }
      statute XA/other "Other" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 8 "F" { offence { act deliver } }
      }
      statute XB/code "Law of another State" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "G" { offence { act deliver } }
      }
      """)
    #expect(resolved.rendered == "")
    return resolved.numbers(try #require(resolved.article("4")?.exemptions.first?.scope))
  }

  private func own(_ numbers: String...) -> [String] { numbers.map { "XA/code " + $0 } }

  @Test func withoutALineItIsTheOwnStatute() throws {
    #expect(try scope(over: "") == own("4", "8", "13", "13bis", "20", "21"))
  }

  @Test func rangesFollowTheOrderOfTheFilesAndNotTheNumbers() throws {
    #expect(try scope(over: "over articles 8 to 20") == own("8", "13", "13bis", "20"))
    #expect(try scope(over: "over articles 13bis to 13bis, 4") == own("4", "13bis"))
    #expect(try scope(over: "over article 21") == own("21"))
  }

  @Test func otherStatutesAreNamed() throws {
    #expect(try scope(over: "over XA/other") == ["XA/other 8"])
    #expect(try scope(over: "over XA/other, XB/code") == ["XA/other 8", "XB/code 1"])
  }

  @Test func everyStatuteMeansThoseOfTheState() throws {
    #expect(
      try scope(over: "over every statute") == own("4", "8", "13", "13bis", "20", "21") + ["XA/other 8"])
  }

  @Test func linesJoin() throws {
    #expect(try scope(over: "over article 8\n      over XA/other") == own("8") + ["XA/other 8"])
  }

  @Test func conditionsOfAnExtensionAreKept() throws {
    let resolved = try Resolved(
      """
      statute XA/code "Code" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "Sale" { offence { act deliver; penalty imprisonment up to 6 years } }
        article 2 "Attempt" {
          extend stage to attempted "attempt of felonies" {
            over article 1
            where maximum over 5 years
            where maximum up to 10 years
            where { age under 15; act deliver }
            liability administrative
            evidence secondary "a commentary"
          }
        }
      }
      """)
    #expect(resolved.rendered == "")
    let found = try #require(resolved.article("2")?.extensions.first)
    #expect(resolved.words(found.line) == "stage attempted")
    #expect(found.maximumOver == 5 * 365)
    #expect(found.maximumUpTo == 10 * 365)
    #expect(found.condition.map(resolved.words) == ["age 0-14", "act deliver"])
    #expect(found.liability == .administrative)
    #expect(found.evidence == Evidence(grade: .secondary, source: "a commentary"))
  }
}
