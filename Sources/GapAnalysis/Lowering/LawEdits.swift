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

  var isEmpty: Bool { widenings.isEmpty && dropped.isEmpty && extensions.isEmpty && offences.isEmpty }
}
