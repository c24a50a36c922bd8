import LegalModel
import LegalSyntax
import SourceText
import Testing

/// What names mean across files.
@Suite struct NameTests {
  @Test func definitionsAreFoundAcrossStatutes() throws {
    let resolved = try Resolved(
      """
      statute XA/code "Code" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "Sale" {
          offence { uses minor; uses XA/terms:minor; act deliver }
        }
        article 2 "Terms" { define minor "minor" { age under 16 } }
      }
      """,
      """
      statute XA/terms "Terms" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "Terms" { define minor "minor" { age under 18 } }
      }
      """)
    #expect(resolved.rendered == "")
    let offence = try #require(resolved.article("1")?.offences.first)
    let used = offence.region.items.compactMap { item -> [String]? in
      guard case .uses(let id, _, _) = item else { return nil }
      return resolved.words(resolved.corpus[id].region)
    }
    #expect(used == [["age 0-15"], ["age 0-17"]])
  }

  @Test func definitionsOfATreatyAreNotThoseOfALaw() throws {
    let resolved = try Resolved(
      """
      statute XA/code "Code" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "Sale" { offence { uses child; act deliver } }
      }
      """)
    #expect(resolved.diagnostics.map(\.code.rawValue) == ["L304"])
  }

  @Test(
    arguments: [
      ("1.a", ["1.a"]), ("1.*", ["1.a", "1.b"]), ("1.b, 1.a", ["1.a", "1.b"]), ("1.b, 1.*", ["1.a", "1.b"]),
      ("4", ["4"]), ("4, 1.*", ["1.a", "1.b", "4"]),
    ])
  func wildcardsNameRulesInTheOrderOfTheTreaty(_ pattern: String, _ expected: [String]) throws {
    let resolved = try Resolved(
      """
      statute XA/code "Code" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "Sale" {
          implements TEST \(pattern) claimed by CRC "para. 1" evidence text
          offence { act deliver }
        }
      }
      """)
    #expect(resolved.rendered == "")
    let claim = try #require(resolved.article("1")?.claims.first)
    #expect(claim.rules.map { resolved.corpus[$0].name } == expected)
    #expect(claim.pattern == "TEST \(pattern)")
    #expect(claim.claimant == "CRC")
    #expect(claim.source == "para. 1")
  }

  @Test(arguments: [
    ("3.1", "3.1", true), ("3.1", "3.1.a", false), ("3.1.*", "3.1.a", true), ("3.1.*", "3.1", false),
    ("3.1.*", "3.10.a", false), ("*", "x", true), ("3.1.a*", "3.1.ab", true),
  ])
  func patternsMatchByTheirBeginning(_ pattern: String, _ name: String, _ expected: Bool) {
    #expect(RulePattern(pattern).matches(name) == expected)
  }

  @Test func numbersAndGroupsBecomeSets() throws {
    let resolved = try Resolved(
      """
      statute XA/code "Code" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "Sale" {
          offence {
            act      transfer, offer
            age      under 12, from 15 to 17, 13, 12
            purpose  any
            means    not stated
          }
        }
      }
      """)
    #expect(resolved.rendered == "")
    let region = try #require(resolved.article("1")?.offences.first?.region)
    #expect(
      resolved.words(region) == [
        "act offer deliver accept", "age 0-13 15-17", "purpose labour adoption other-purpose",
        "means force threat no-means",
      ])
    let statements = region.items.compactMap { item -> LineStatement? in
      guard case .line(let id) = item else { return nil }
      return resolved.corpus[id].statement
    }
    #expect(statements == [.listed, .listed, .any, .notStated])
  }

  @Test func jurisdictionBindsWithReservations() throws {
    let resolved = try Resolved(
      """
      jurisdiction XA "State" {
        bound by TEST from 2001-01-01 until 2010-01-01 evidence secondary "a list" {
          reservation "of 2001" to 1.* evidence text { age from 16 to 17 }
          reservation "whole" to 4 from 2003-01-01
        }
      }
      """)
    #expect(resolved.rendered == "")
    let bond = try #require(resolved.corpus.jurisdiction(named: "XA")?.bonds.first)
    #expect(bond.period.from == CalendarDate("2001-01-01"))
    #expect(bond.period.until == CalendarDate("2010-01-01"))
    #expect(bond.period.evidence == Evidence(grade: .secondary, source: "a list"))
    #expect(bond.reservations.map { $0.rules.map { resolved.corpus[$0].name } } == [["1.a", "1.b"], ["4"]])
    #expect(bond.reservations.map { $0.region.map(resolved.words) } == [["age 16-17"], nil])
    #expect(bond.reservations.map(\.evidence.grade) == [.text, .unverified])
  }
}
