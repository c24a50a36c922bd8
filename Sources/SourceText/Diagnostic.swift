/// How much a diagnostic matters. An error stops the check; a warning does not.
public enum DiagnosticSeverity: String, Sendable, CaseIterable {
  /// The input cannot be used as it stands.
  case error
  /// The input can be used, but its author should look again.
  case warning
}

/// One thing wrong with an input file. (What is wrong with a law is a *finding*, never a diagnostic.)
public struct Diagnostic: Hashable, Sendable {
  /// A place that the message is about.
  public struct Label: Hashable, Sendable {
    /// The bytes to underline.
    public let span: SourceSpan
    /// What these bytes are, in a few words; empty to underline only.
    public let text: String

    /// Makes a label.
    public init(_ span: SourceSpan, _ text: String = "") {
      self.span = span
      self.text = text
    }
  }

  /// The stable kind of the mistake.
  public let code: DiagnosticCode
  /// The message: lower case start, no full stop, the author's words in backticks.
  public let message: String
  /// The place where the mistake stands.
  public let primary: Label
  /// Other places that take part, such as the first of two declarations.
  public let related: [Label]
  /// What the author can do, one advice each.
  public let help: [Advice]

  /// Makes a diagnostic.
  public init(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, label: String = "",
    related: [Label] = [], help: [Advice] = []
  ) {
    self.code = code
    self.message = Self.shortened(message)
    self.primary = Label(span, label)
    self.related = related
    self.help = help.map { $0.mapTexts(Self.shortened) }
  }

  /// The longest text that is kept as it is, and the longest word of the author in a longer one; in bytes.
  private static let (longestText, longestWord) = (400, 80)

  /// A text whose words in backticks are cut where they are very long: a name may be as long as a file.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestText else { return text }
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { position, part in
      // Every second part stands between backticks.
      position % 2 == 1 && part.utf8.count > longestWord ? part.prefix(40) + "…" : part
    }.joined(separator: "`")
  }

  /// Errors stop the check; warnings do not.
  public var severity: DiagnosticSeverity { code.severity }
}

/// Collects diagnostics of all stages; order and duplicates are settled once, in ``sorted``.
public struct DiagnosticBag: Sendable {
  /// What was reported so far, in the order of reporting.
  public private(set) var all: [Diagnostic] = []

  /// Starts empty.
  public init() {}

  /// Adds one diagnostic.
  public mutating func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Adds all of another stage.
  public mutating func report(contentsOf other: DiagnosticBag) { all += other.all }

  /// Puts a better diagnostic in the place of some, for a later stage that knows more; nil takes one out.
  public mutating func reword(_ better: (Diagnostic) -> Diagnostic?) { all = all.compactMap(better) }

  /// Whether anything stops the check.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// By file and place, then by code and message; no duplicates.
  public var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return all.filter { seen.insert($0).inserted }.sorted { left, right in
      if left.primary.span != right.primary.span { return left.primary.span < right.primary.span }
      if left.code != right.code { return left.code.rawValue < right.code.rawValue }
      return left.message < right.message
    }
  }
}
