import LegalModel
import SourceText

/// Changes of the law that a remedy proposes, applied while the law is lowered.
struct LawEdits: Hashable, Sendable {
  /// A line that allows more values, perhaps only for some cases.
  struct Widening: Hashable, Sendable {
    /// The line.
    let line: LineID
    /// The atoms it allows in addition.
    let adds: UInt64
    /// The masks of the cases for which it is widened; nil: for all.
    let within: [UInt64]?
  }

  /// An extension of the general part that did not exist.
  struct NewExtension: Hashable, Sendable {
    /// The element.
    let element: ElementID
    /// The atoms that are added.
    let values: UInt64
    /// The articles whose offences it widens.
    let scope: Set<ArticleID>
  }

  /// Lines that allow more.
  var widenings: [Widening] = []
  /// Exceptions that are struck out.
  var dropped: Set<ExceptionSource> = []
  /// Additions to the general part.
  var extensions: [NewExtension] = []
  /// Offences that did not exist: one mask an element.
  var offences: [[UInt64]] = []

  /// The boxes of cases to which widenings are limited, each once.
  var limits: [[UInt64]] {
    widenings.compactMap(\.within).reduce(into: []) { limits, within in
      if !limits.contains(within) { limits.append(within) }
    }
  }

  /// What the edits are for the cases inside some of their limits and outside the others.
  func inside(_ chosen: [[UInt64]]) -> LawEdits {
    var result = self
    result.widenings = widenings.compactMap { widening in
      if let within = widening.within, !chosen.contains(within) { return nil }
      return Widening(line: widening.line, adds: widening.adds, within: nil)
    }
    return result
  }

  /// Whether offences are lowered as they stand.
  var leavesOffences: Bool { widenings.isEmpty && dropped.isEmpty }

  var isEmpty: Bool { widenings.isEmpty && dropped.isEmpty && extensions.isEmpty && offences.isEmpty }
}
