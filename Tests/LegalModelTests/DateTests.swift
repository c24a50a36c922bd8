import LegalModel
import LegalSyntax
import SourceText
import Testing

/// A wrong date is one mistake, not two.
@Suite struct DateTests {
  @Test func aWrongDateIsNotAlsoAMissingLine() {
    let text = """
      statute XA/act "Act" {
        in force from 2008-02-30
        researched up to 2026-13-01
      }
      """
    var files = SourceFiles()
    var bag = DiagnosticBag()
    let file = SourceFile(path: "act.lacuna", text: text)
    let tree = Parser.parse(file, id: files.add(file), diagnostics: &bag)
    _ = Resolver.resolve([tree], diagnostics: &bag)
    #expect(bag.sorted.map(\.code) == [.badDate, .badDate])
  }
}
