/// Counts mistakes that say the same in the same words: the first few are listed, and of the others only how many they
/// are. A wrong word that stands in a hundred places is one thing to correct.
public struct RepeatedMistakes: Sendable {
  /// How many of the same are listed.
  private static let listed = 3

  /// By what they have in common: the mistake itself, without its place in the file.
  private var counts: [Diagnostic: Int] = [:]
  /// The last of the same that is listed.
  private var last: [Diagnostic: SourceSpan] = [:]

  /// Starts without any.
  public init() {}

  private static func key(_ diagnostic: Diagnostic) -> Diagnostic {
    let file = SourceSpan(file: diagnostic.primary.span.file, start: 0, end: 0)
    return Diagnostic(diagnostic.code, diagnostic.message, at: file, help: diagnostic.help)
  }

  /// Counts a mistake.
  ///
  /// - Returns: whether it is one of the first of its kind.
  public mutating func isListed(_ diagnostic: Diagnostic) -> Bool {
    let key = Self.key(diagnostic)
    let count = counts[key, default: 0] + 1
    counts[key] = count
    guard count <= Self.listed else { return false }
    last[key] = diagnostic.primary.span
    return true
  }

  /// A mistake with the number of places that are not listed, if it is the last of its kind that is.
  ///
  /// - Parameter isFull: whether counting ended before the file did.
  public func annotated(_ diagnostic: Diagnostic, isFull: Bool) -> Diagnostic {
    let key = Self.key(diagnostic)
    guard let count = counts[key], count > Self.listed, last[key] == diagnostic.primary.span else {
      return diagnostic
    }
    let others = count - Self.listed
    return Diagnostic(
      diagnostic.code, diagnostic.message, at: diagnostic.primary.span, label: diagnostic.primary.text,
      related: diagnostic.related,
      help: diagnostic.help + [
        "the same mistake stands at \(others)\(isFull ? " or more" : "") other place\(others == 1 && !isFull ? "" : "s") of this file"
      ])
  }
}
