/// Renders diagnostics for a person at a terminal: message, place, excerpt, underline, advice.
public struct DiagnosticRenderer: Sendable {
  /// The files that spans refer to.
  public let files: SourceFiles
  /// Whether to colour the text with ANSI escape sequences.
  public let usesColor: Bool
  /// The folder of rules that the run was given, as it is typed: commands in the advice must name it too.
  public let rules: String?

  /// Makes a renderer.
  public init(files: SourceFiles, usesColor: Bool, rules: String? = nil) {
    self.files = files
    self.usesColor = usesColor
    self.rules = rules
  }

  /// Renders some diagnostics in the order given, with an empty line between them. Ends in a line feed unless
  /// the list is empty. Cost: linear in the number of diagnostics; long lines are cut.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// Renders one diagnostic; ends in a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    let tone = Style(severity: diagnostic.severity)
    let head = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]", tone)
    var output = head + paint(": " + diagnostic.message, .strong) + "\n"
    let places = self.places(of: diagnostic)
    let width = String((places.map(\.line).max() ?? 0) + 1).count
    let gutter = String(repeating: " ", count: width)
    var lastFile: FileID?
    var lastText: String?
    for place in ordered(places) {
      if place.file != lastFile {
        output += header(of: place, gutter: gutter, isFirst: lastFile == nil)
        lastFile = place.file
        // What is no text of the language would only be debris on the screen.
        if diagnostic.code == .foreignFormat { break }
        output += gutter + paint(" |", .frame) + "\n"
      } else if place.startsNewLine {
        if place.follows == .gap { output += gutter + paint(" ...", .frame) + "\n" }
      }
      output += lines(of: place, gutter: gutter, tone: tone, &lastText)
    }
    if !diagnostic.help.isEmpty && !places.isEmpty && diagnostic.code != .foreignFormat {
      output += gutter + paint(" |", .frame) + "\n"
    }
    for help in diagnostic.help {
      output += gutter + paint(" = ", .frame) + paint("help", .strong) + ": \(help.text(rules: rules))\n"
    }
    return output
  }

  /// "2 errors, 1 warning"; empty if there is nothing to count.
  public static func summary(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    func counted(_ number: Int, _ word: String) -> [String] {
      number == 0 ? [] : ["\(number) \(word)\(number == 1 ? "" : "s")"]
    }
    return (counted(errors, "error") + counted(warnings, "warning")).joined(separator: ", ")
  }

  // MARK: Places

  /// How a place stands to the one shown before it.
  private enum Neighbour {
    case sameLine, nextLine, gap
  }

  /// A label with the line it is shown at.
  private struct Place {
    let file: FileID
    let line: Int
    let span: Range<Int>
    let text: String
    let isPrimary: Bool
    var follows = Neighbour.gap

    var startsNewLine: Bool { follows != .sameLine }
  }

  /// The places whose file is known. A diagnostic about the run as a whole has none.
  private func places(of diagnostic: Diagnostic) -> [Place] {
    let labels = [(diagnostic.primary, true)] + diagnostic.related.map { ($0, false) }
    return labels.compactMap { label, isPrimary in
      guard files.files.indices.contains(label.span.file.index) else { return nil }
      let line = files[label.span.file].lineIndex(at: label.span.start)
      return Place(
        file: label.span.file, line: line, span: label.span.start..<label.span.end, text: label.text,
        isPrimary: isPrimary)
    }
  }

  /// The file of the primary place first, then in the order of the lines.
  private func ordered(_ places: [Place]) -> [Place] {
    guard let home = places.first?.file else { return [] }
    var result = places.sorted { left, right in
      if left.file != right.file {
        return right.file != home && (left.file == home || left.file < right.file)
      }
      if left.line != right.line { return left.line < right.line }
      return left.span.lowerBound < right.span.lowerBound
    }
    for index in result.indices.dropFirst() where result[index].file == result[index - 1].file {
      switch result[index].line - result[index - 1].line {
      case 0: result[index].follows = .sameLine
      case 1: result[index].follows = .nextLine
      default: result[index].follows = .gap
      }
    }
    return result
  }

  /// `--> path:line:column` of the first file, `::: …` of the others.
  private func header(of place: Place, gutter: String, isFirst: Bool) -> String {
    let file = files[place.file]
    let position = file.position(at: place.span.lowerBound)
    let arrow = paint(gutter + (isFirst ? "--> " : "::: "), .frame)
    return arrow + "\(Self.printable(file.path)):\(position.line):\(position.column)\n"
  }

  /// The excerpt, unless the line was just shown, and its underline.
  private func lines(of place: Place, gutter: String, tone: Style, _ lastText: inout String?) -> String {
    let excerpt = Excerpt(file: files[place.file], line: place.line, span: place.span)
    var output = ""
    // Two places of one long line may be cut differently: then the line is shown twice.
    if place.startsNewLine || excerpt.text != lastText {
      lastText = excerpt.text
      let number = String(place.line + 1)
      let padding = String(repeating: " ", count: max(0, gutter.count - number.count))
      output += paint(padding + number + " |", .frame) + " " + excerpt.text
      output = Self.withoutTrailingSpace(output) + "\n"
    }
    let mark = String(repeating: place.isPrimary ? "^" : "-", count: excerpt.underline.count)
    let label = place.text.isEmpty ? "" : " " + place.text
    output += gutter + paint(" |", .frame) + " "
    output += String(repeating: " ", count: excerpt.underline.lowerBound)
    return output + paint(mark + label, place.isPrimary ? tone : .frame) + "\n"
  }

  private static func withoutTrailingSpace(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// A path without characters that would steer the terminal.
  private static func printable(_ path: String) -> String {
    let characters: [Character] = path.map { character in
      let isVisible = character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      return isVisible ? character : "\u{FFFD}"
    }
    return String(characters)
  }

  // MARK: Colours

  /// What a piece of text is, for colouring.
  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case strong = "1"
    case frame = "34"

    init(severity: DiagnosticSeverity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      }
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
