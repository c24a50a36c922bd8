import LegalModel
import TestSupport
import Testing

@testable import GapAnalysis

/// What the survey calls idle is idle: without it no verdict of any rule changes by a single case.
@Suite("Survey of provisions")
struct SurveyTests {
  static let chunks: Range<UInt64> = 0..<6

  @Test("without an offence that another one makes idle nothing changes", arguments: chunks)
  func repeatedOffences(chunk: UInt64) throws {
    let found = try countRemovals(40_000, chunk) { survey in
      survey.repeatedOffences.map { pair in
        #expect(pair.by != pair.offence)
        return pair.offence
      }
    }
    #expect(found > 0)
  }

  @Test("without an offence that reaches no case of a rule nothing changes", arguments: chunks)
  func offencesOutsideRules(chunk: UInt64) throws {
    let found = try countRemovals(41_000, chunk) { survey in
      survey.offences.filter { !survey.meetsSomeRule($0) }
    }
    #expect(found > 0)
  }

  @Test("without an exception that takes nothing out nothing changes", arguments: chunks)
  func idleExceptions(chunk: UInt64) throws {
    var found = 0
    for seed in 43_000 + chunk * 25..<43_000 + (chunk + 1) * 25 {
      guard let check = WorldCheck(seed: seed) else { continue }
      let before = try check.checked.sets()
      for span in try survey(check).idleExceptions {
        found += 1
        var edits = LawEdits()
        edits.dropped = [.except(span)]
        #expect(try check.checked.sets(edits: edits) == before, check.place("\(span)"))
      }
    }
    #expect(found > 0)
  }

  private func survey(_ check: WorldCheck) throws -> ProvisionSurvey {
    try ProvisionSurvey(corpus: check.checked.corpus, scope: scope(check.checked.scope))
  }

  /// Surveys let all readings and all evidence count.
  private func scope(_ other: CheckScope) -> CheckScope {
    CheckScope(jurisdiction: other.jurisdiction, asOf: other.asOf)
  }

  /// Takes each named offence out of its world, alone, and compares every rule. Returns how many there were.
  private func countRemovals(
    _ first: UInt64, _ chunk: UInt64, _ named: (ProvisionSurvey) -> [Provision]
  ) throws -> Int {
    var count = 0
    for seed in first + chunk * 40..<first + (chunk + 1) * 40 {
      guard let check = WorldCheck(seed: seed) else { continue }
      var scope = check.scope
      (scope.reading, scope.evidence) = (nil, .unverified)
      let before = try Rechecked(check.world, scope)
      let survey = try self.survey(check)
      for offence in named(survey) {
        guard let smaller = check.world.without(offence, in: check.checked.corpus),
          // Readings of an article without an offence may have nothing left to change, which is a mistake.
          let after = try? Rechecked(smaller, scope)
        else { continue }
        count += 1
        #expect(after.sets == before.sets, check.place("\(offence)"))
      }
    }
    return count
  }
}

extension World {
  /// The world without one offence.
  fileprivate func without(_ provision: Provision, in corpus: LegalCorpus) -> World? {
    guard let id = provision.article, case .offence(let position) = provision.kind else { return nil }
    let article = corpus[id]
    let name = corpus[article.statute].name
    guard let statute = statutes.firstIndex(where: { $0.fullName == name }),
      let number = statutes[statute].articles.firstIndex(where: { $0.number == article.number })
    else { return nil }
    var result = self
    result.statutes[statute].articles[number].offences.remove(at: position)
    return result
  }
}
