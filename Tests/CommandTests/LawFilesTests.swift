import Amending
import Foundation
import LegalModel
import LegalSyntax
import Testing

@testable import lacuna

/// Several states of the law from files that are read and parsed once.
@Suite struct LawFilesTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Scenarios/Shared")

  private static let bill = """
    amendment XA/bill to XA/code "Bill" {
      status bill
      insert article 1bis "Offering" { offence { act offer } }
    }
    """
  private static let law = """
    amendment XA/law-2016 to XA/code "Law of 2016" {
      status   enacted
      in force from 2016-01-01
      repeal article 2
    }
    """

  private func read(_ body: (LawFiles, Shell) throws -> Void) throws {
    let shell = try Shell()
    defer { shell.remove() }
    for name in ["law", "rules"] {
      try FileManager.default.copyItem(
        at: Self.shared.appending(path: name), to: shell.folder.appending(path: name))
    }
    try shell.write(Self.bill, to: "law/bill.lacuna")
    try shell.write(Self.law, to: "law/law-2016.lacuna")
    let folder = shell.folder.path
    let files = LawFiles(
      paths: [folder + "/law"], rules: .rules(folder + "/rules"), with: [folder + "/law/bill.lacuna"])
    #expect(files.problems.isEmpty)
    try body(files, shell)
  }

  private func numbers(_ workspace: Workspace) -> [String] {
    #expect(workspace.isUsable)
    return workspace.corpus.articles.map(\.number)
  }

  private func outcomes(_ workspace: Workspace) -> [AmendmentUse.Outcome] {
    workspace.amendments.map(\.outcome)
  }

  @Test func statesDifferByWhatIsNamedAndByDay() throws {
    let (early, late) = (try day("2015-01-01"), try day("2017-01-01"))
    try read { files, _ in
      let base = files.state(asOf: early, with: [])
      #expect(numbers(base) == ["1", "2", "9"])
      #expect(outcomes(base) == [.notNamed, .notYetInForce])
      let draft = files.state(asOf: early)
      #expect(numbers(draft) == ["1", "1bis", "2", "9"])
      #expect(outcomes(draft) == [.applied, .notYetInForce])
      let later = files.state(asOf: late, with: [])
      #expect(outcomes(later) == [.applied, .notNamed])
      let repealed = later.corpus.articles.first { $0.number == "2" }
      #expect(repealed?.period.contains(late) == false)
      #expect(repealed?.period.contains(early) == true)
    }
  }

  @Test func rulesAreParsedOnceForTwoFolders() throws {
    try read { files, shell in
      let folder = shell.folder.path
      let rules = ParsedFiles.rules(folder + "/rules")
      let first = LawFiles(paths: [folder + "/law"], rules: rules)
      let second = LawFiles(paths: [folder + "/law/code.lacuna"], rules: rules)
      let today = try day("2015-01-01")
      #expect(numbers(first.state(asOf: today)) == numbers(second.state(asOf: today)))
      #expect(first.state(asOf: today).amendments.count == 2)
      #expect(second.state(asOf: today).amendments.isEmpty)
    }
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
}
