import LegalModel
import LegalSyntax
import Testing

/// How a line is known: its own mark, else that of its block, its article, its statute.
@Suite struct EvidenceTests {
  private let text = """
    statute XA/code "Code" {
      in force from 2000-01-01 evidence text gazette
      researched up to 2020-01-01
      source gazette "Official gazette, no. 4"
      evidence secondary report "p. 1"
      article 1 "Sale" {
        offence { act deliver }
      }
      article 2 "Purchase" {
        evidence text "read in the library"
        offence {
          act  accept
          age  under 15  evidence unverified
          except "infants" evidence secondary { age under 2 }
          penalty imprisonment up to 2 years evidence text gazette "article 2(3)"
        }
        offence {
          evidence unverified "recalled"
          act      offer
        }
        define minor "minor" {
          evidence secondary
          age      under 18
        }
      }
    }
    """
  private let sources = """
    statute XA/code "Code" {
      source report "A report, 2004"
      article 3 "Barter" {
        offence { act deliver evidence text report }
      }
    }
    """

  private func resolved() throws -> Resolved {
    let resolved = try Resolved(text, sources)
    #expect(resolved.rendered == "")
    return resolved
  }

  @Test func aLineWithoutMarksHasThatOfTheStatute() throws {
    let resolved = try resolved()
    let region = try #require(resolved.article("1")?.offences.first?.region)
    #expect(
      resolved.evidence("act", in: region) == Evidence(grade: .secondary, source: "A report, 2004; p. 1"))
  }

  @Test func innerMarksReplaceOuterOnes() throws {
    let resolved = try resolved()
    let article = try #require(resolved.article("2"))
    #expect(article.evidence == Evidence(grade: .text, source: "read in the library"))
    let region = article.offences[0].region
    #expect(resolved.evidence("act", in: region) == article.evidence)
    #expect(resolved.evidence("age", in: region) == Evidence(grade: .unverified))
    let exceptions = region.items.compactMap { item -> Evidence? in
      guard case .except(let exception) = item else { return nil }
      return resolved.evidence("age", in: exception.region)
    }
    #expect(exceptions == [Evidence(grade: .secondary)])
    #expect(
      article.offences[0].penalties.map(\.evidence)
        == [Evidence(grade: .text, source: "Official gazette, no. 4; article 2(3)")])
    #expect(
      resolved.evidence("act", in: article.offences[1].region)
        == Evidence(grade: .unverified, source: "recalled"))
    let definition = resolved.corpus[try #require(article.definitions.first)]
    #expect(resolved.evidence("age", in: definition.region) == Evidence(grade: .secondary))
  }

  @Test func keysOfOnePartServeAllParts() throws {
    let resolved = try resolved()
    #expect(resolved.statute("XA/code")?.period.evidence?.source == "Official gazette, no. 4")
    let region = try #require(resolved.article("3")?.offences.first?.region)
    #expect(resolved.evidence("act", in: region) == Evidence(grade: .text, source: "A report, 2004"))
  }

  @Test func withoutAnyMarkALineIsUnverified() throws {
    let resolved = try Resolved(
      """
      statute XA/code "Code" {
        in force from 2000-01-01
        researched up to 2020-01-01
        article 1 "Sale" { offence { act deliver } }
      }
      """)
    let region = try #require(resolved.article("1")?.offences.first?.region)
    #expect(resolved.evidence("act", in: region) == Evidence(grade: .unverified))
  }
}
