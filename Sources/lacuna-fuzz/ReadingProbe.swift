import LegalSyntax
import SourceText

/// What must hold of every file that is read, whatever it holds.
enum ReadingProbe {
  /// Trees are compared piece by piece, which is slow: only those of small files.
  private static let largestCompared = 400

  /// Reads the bytes as a plain file and as a literate one.
  static func feed(_ bytes: [UInt8]) {
    probe(SourceFile(path: "probe.lacuna", bytes: bytes))
    if LiterateFile.holdsEncoding(bytes) { probe(SourceFile(path: "probe.md", bytes: bytes)) }
  }

  private static func probe(_ file: SourceFile) {
    let read = Reading(file)
    read.checkPlaces()
    guard let text = Formatter.format(file) else { return }
    let laidOut = SourceFile(path: file.path, text: text)
    demand(Formatter.format(laidOut) == text, "a second layout differs from the first")
    let again = Reading(laidOut)
    demand(again.codes == read.codes, "the layout has other mistakes than the file")
    if file.bytes.count <= largestCompared {
      demand(outline(again.tree) == outline(read.tree), "the layout means something else than the file")
    }
  }

  /// A file as it was read.
  private struct Reading {
    let files: SourceFiles
    let tree: FileSyntax
    let diagnostics: [Diagnostic]

    init(_ file: SourceFile) {
      var files = SourceFiles()
      var bag = DiagnosticBag()
      tree = Parser.parse(file, id: files.add(file), diagnostics: &bag)
      self.files = files
      diagnostics = bag.sorted
    }

    var codes: [String] { diagnostics.map(\.code.rawValue).sorted() }

    func checkPlaces() {
      for diagnostic in diagnostics {
        for label in [diagnostic.primary] + diagnostic.related {
          let length = files[label.span.file].bytes.count
          demand(label.span.start >= 0 && label.span.end <= length, "a place lies outside the file")
        }
      }
      _ = DiagnosticRenderer(files: files, usesColor: true).render(diagnostics)
    }
  }

  /// A tree as text, without the places of its parts.
  private static func outline(_ value: Any) -> String {
    if value is SourceSpan || value is FileID { return "" }
    let children = Mirror(reflecting: value).children
    if children.isEmpty { return "\(value)" }
    return "(" + children.map { ($0.label ?? "") + ":" + outline($0.value) }.joined(separator: " ") + ")"
  }
}

/// Ends the process if something does not hold that must always hold.
func demand(_ holds: Bool, _ fault: String) {
  if !holds { fatalError(fault) }
}
