import GapAnalysis
import Synchronization
import Testing

@testable import lacuna

/// What a person at a terminal sees of a long check.
@Suite struct ProgressTests {
  private final class Screen: Sendable {
    private let written = Mutex("")
    var text: String { written.withLock { $0 } }
    func write(_ text: String) { written.withLock { $0 += text } }
  }

  @Test func linesReplaceEachOtherAndGo() {
    let screen = Screen()
    let line = ProgressLine(patience: .zero) { screen.write($0) }
    line.show(.deciding(number: 1, count: 2))
    line.show(.explaining(number: 1, count: 2))
    line.clear()
    line.clear()
    #expect(
      screen.text == "\r\u{1B}[Kchecking rule 1 of 2\r\u{1B}[Kexplaining rule 1 of 2\r\u{1B}[K")
  }

  @Test func shortChecksSayNothing() {
    let screen = Screen()
    let line = ProgressLine(patience: .seconds(3600)) { screen.write($0) }
    line.show(.deciding(number: 1, count: 2))
    line.clear()
    #expect(screen.text.isEmpty)
  }
}
