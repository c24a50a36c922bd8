import GapAnalysis
import OperatingSystem

/// Tells somebody who waits at a terminal how far a check is, in one line that disappears again.
struct ProgressLine {
  /// Checks that end sooner say nothing.
  static let patience = Duration.seconds(1)

  private let patience: Duration
  private let write: (String) -> Void
  private let start = ContinuousClock.now
  private var isShown = false

  /// Writes on standard error if that is a terminal, else nowhere.
  init() {
    let isWatched = Platform.isErrorTerminal
    self.init(patience: Self.patience) { if isWatched { Terminal.warn($0) } }
  }

  /// Writes with `write` once `patience` is over.
  init(patience: Duration, write: @escaping (String) -> Void) {
    self.patience = patience
    self.write = write
  }

  /// Shows a step in the place of the one before.
  mutating func show(_ step: AnalysisStep) {
    guard ContinuousClock.now - start >= patience else { return }
    isShown = true
    switch step {
    case .deciding(let number, let count): write(Self.erased + "checking rule \(number) of \(count)")
    case .explaining(let number, let count): write(Self.erased + "explaining rule \(number) of \(count)")
    }
  }

  /// Leaves the terminal as it was.
  mutating func clear() {
    if isShown { write(Self.erased) }
    isShown = false
  }

  /// To the beginning of the line, and nothing behind it.
  private static let erased = "\r\u{1B}[K"
}
