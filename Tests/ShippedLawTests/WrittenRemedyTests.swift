import Reporting
import Testing

/// A remedy that is written as an amendment does what it says. The proof edits boxes; an amendment is read, consolidated
/// and resolved: two ways that meet in the verdict only.
@Suite struct WrittenRemedyTests {
  /// A finding on the law as it stands, what its remedy says, and the same as edits of an amendment.
  struct Written: Sendable, CustomTestStringConvertible {
    let rule: String
    let text: String
    let remedy: [String]
    let edits: String

    var testDescription: String { "\(rule): \(text)" }
  }

  private static let limit = "Punishing in addition only acts by another person than the child:"
  private static let definition = [
    limit,
    "In KHM/tse-2008 art. 40, delete the requirements on medium (also that of the reading ministry-note), nudity and "
      + "arousing effect.",
  ]
  private static let definitionEdits = """
    in article 40 {
      in define child-pornography {
        delete medium where offender-is another-person
        delete nudity where offender-is another-person
        delete arousal where offender-is another-person
      }
    }

    """

  static let written = [
    Written(
      rule: "3.1.a.i.b", text: "Not punished: offering.",
      remedy: ["In KHM/tse-2008 art. 13, add to conduct: offering where age of the child under 18 years."],
      edits: "in article 13 { in define sale-of-a-person { add offer to act where age under 18 } }"),
    Written(
      rule: "3.1.b", text: "Not punished: offering, not by an intermediary.",
      remedy: ["In KHM/tse-2008 art. 35, delete the requirement on capacity of the offender."],
      edits: "in article 35 { in offence { delete capacity } }"),
    Written(
      rule: "3.1.b", text: "Not punished: obtaining, paid to somebody else.",
      remedy: ["In KHM/tse-2008 art. 34, delete the requirement on who gets the consideration."],
      edits: "in article 34 { in offence { delete payee } }"),
    Written(
      rule: "3.1.c", text: "Not punished: offering the material.",
      remedy: definition + [
        "In KHM/tse-2008 art. 41 (paragraph 1, handing over), add to conduct: offering the material."
      ],
      edits: definitionEdits + """
        in article 41 {
          in offence "paragraph 1, handing over" {
            add offer-material to act where offender-is another-person
          }
        }
        """),
    Written(
      rule: "CRC.possession", text: "Not punished: possessing the material, for personal use.",
      remedy: definition + [
        "In KHM/tse-2008 art. 41 (paragraph 2, for showing), delete the requirement on public or private; add to "
          + "intended use of the material: for personal use."
      ],
      edits: definitionEdits + """
        in article 41 {
          in offence "paragraph 2, for showing" {
            delete publicity where offender-is another-person
            add personal-use to intended-use where offender-is another-person
          }
        }
        """),
  ]

  @Test(arguments: written) func anAmendmentClosesTheGap(_ written: Written) throws {
    let before = try ShippedLaw(state: "KHM").report("KHM")
    let finding = try #require(before.findings(written.rule).first { $0.text == written.text })
    #expect(finding.remedy == written.remedy)
    let amendment = """
      amendment KHM/remedy to KHM/tse-2008 "Remedy" {
        status fictional
        evidence text t
        source t "test"
        \(written.edits)
      }
      """
    let after = try ShippedLaw(state: "KHM", amendment: amendment).report("KHM")
    #expect(!after.findings(written.rule).contains { meets($0, finding) })
    for rule in before.rules {
      let now = try #require(after.rules.first { $0.id == rule.id })
      #expect(try #require(UInt128(now.gap)) <= #require(UInt128(rule.gap)), "\(rule.id) gets worse")
    }
  }

  /// Whether two regions have a case in common, as far as names of values tell.
  private func meets(_ left: Report.Finding, _ right: Report.Finding) -> Bool {
    left.region.allSatisfy { constraint in
      guard let other = right.values(constraint.element), constraint.element != "age" else { return true }
      return !Set(constraint.values).isDisjoint(with: other)
    }
  }
}
