import GapAnalysis
import OperatingSystem
import Synchronization

/// Tells somebody who waits at a terminal how far a check is, in one line that disappears again.
///
/// A class, because several steps of a check may begin at the same time.
final class ProgressLine: Sendable {
  /// Checks that end sooner say nothing.
  static let patience = Duration.seconds(1)

  private let patience: Duration
  private let write: @Sendable (String) -> Void
  private let start = ContinuousClock.now
  /// The steps begun of each kind, and whether a line is shown.
  private let state = Mutex((deciding: 0, explaining: 0, isShown: false))

  /// Writes on standard error if that is a terminal, else nowhere.
  convenience init() {
    let isWatched = Platform.isErrorTerminal
    self.init(patience: Self.patience) { if isWatched { Terminal.warn($0) } }
  }

  /// Writes with `write` once `patience` is over.
  init(patience: Duration, write: @escaping @Sendable (String) -> Void) {
    self.patience = patience
    self.write = write
  }

  /// Shows a step in the place of the one before. Steps that begin at the same time are counted, not named.
  func show(_ step: AnalysisStep) {
    state.withLock { state in
      let text: String
      switch step {
      case .deciding(_, let count):
        state.deciding += 1
        text = "checking rule \(state.deciding) of \(count)"
      case .explaining(_, let count):
        state.explaining += 1
        text = "explaining rule \(state.explaining) of \(count)"
      }
      guard ContinuousClock.now - start >= patience else { return }
      state.isShown = true
      write(Self.erased + text)
    }
  }

  /// Leaves the terminal as it was.
  func clear() {
    state.withLock { state in
      if state.isShown { write(Self.erased) }
      state.isShown = false
    }
  }

  /// To the beginning of the line, and nothing behind it.
  private static let erased = "\r\u{1B}[K"
}
