import GapAnalysis
import Testing

@testable import lacuna

/// What a person at a terminal sees of a long check.
@Suite struct ProgressTests {
  private final class Screen {
    var text = ""
  }

  @Test func linesReplaceEachOtherAndGo() {
    let screen = Screen()
    var line = ProgressLine(patience: .zero) { screen.text += $0 }
    line.show(.deciding(number: 1, count: 2))
    line.show(.explaining(number: 2, count: 2))
    line.clear()
    line.clear()
    #expect(
      screen.text == "\r\u{1B}[Kchecking rule 1 of 2\r\u{1B}[Kexplaining rule 2 of 2\r\u{1B}[K")
  }

  @Test func shortChecksSayNothing() {
    let screen = Screen()
    var line = ProgressLine(patience: .seconds(3600)) { screen.text += $0 }
    line.show(.deciding(number: 1, count: 2))
    line.clear()
    #expect(screen.text.isEmpty)
  }
}
