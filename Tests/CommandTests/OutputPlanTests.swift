import Testing

@testable import lacuna

/// Which report goes where.
@Suite struct OutputPlanTests {
  private func plan(_ marks: OutputPlan.Mark...) -> [String] {
    let plan = OutputPlan(marks: marks)
    if let mistake = plan.mistake { return [mistake] }
    return plan.destinations.map { "\($0.format.rawValue) \($0.path ?? "-")" }
  }

  @Test func anOutputBelongsToTheFormatBeforeIt() {
    #expect(plan() == ["text -"])
    #expect(plan(.format(.json)) == ["json -"])
    #expect(plan(.output("a")) == ["text a"])
    #expect(plan(.format(.json), .output("a")) == ["json a"])
    #expect(plan(.output("a"), .format(.json)) == ["json a"])
    #expect(plan(.format(.text), .format(.json), .output("a")) == ["text -", "json a"])
    #expect(
      plan(.format(.csv), .output("a"), .format(.csv), .output("b"), .format(.text))
        == ["csv a", "csv b", "text -"])
    #expect(plan(.format(.text), .output("-"), .format(.json), .output("a")) == ["text -", "json a"])
  }

  @Test func whatDoesNotFitIsToldWithTheOptionsConcerned() {
    #expect(plan(.format(.text), .format(.json))[0].contains("`text` and `json`"))
    #expect(plan(.format(.text), .format(.json), .output("-"))[0].contains("standard output"))
    #expect(plan(.output("a"), .output("b"))[0].contains("`b`"))
    #expect(plan(.output("a"), .format(.json), .output("b"))[0].contains("`a`"))
    #expect(plan(.format(.json), .output("a"), .output("b"))[0].contains("`b`"))
    #expect(plan(.format(.csv), .output("a"), .format(.json), .output("a"))[0].contains("`a`"))
  }
}
