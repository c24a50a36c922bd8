import Foundation
import LegalSyntax
import SourceText
import TestSupport

/// One file, read, with what was said about it.
struct Parsed {
  let source: SourceFile
  let tree: FileSyntax
  let diagnostics: [Diagnostic]
  let rendered: String

  init(_ source: SourceFile) {
    self.source = source
    var files = SourceFiles()
    let id = files.add(source)
    var bag = DiagnosticBag()
    tree = Parser.parse(source, id: id, diagnostics: &bag)
    diagnostics = bag.sorted
    rendered = DiagnosticRenderer(files: files, usesColor: false).render(diagnostics)
  }

  init(_ text: String) { self.init(SourceFile(path: "test.lacuna", text: text)) }

  init(file: URL) throws {
    self.init(SourceFile(path: file.lastPathComponent, bytes: try Golden.bytes(of: file)))
  }

  /// The codes in the order of the file.
  var codes: [String] { diagnostics.map(\.code.rawValue) }

  /// The statute of the file, if it begins with one.
  var statute: StatuteSyntax? {
    if case .statute(let statute)? = tree.declarations.first { statute } else { nil }
  }
}

/// A tree as text without the places of its parts, to compare two trees.
enum TreeText {
  static func describe(_ tree: FileSyntax) -> String {
    var output = ""
    for declaration in tree.declarations { describe(declaration, depth: 0, &output) }
    return output
  }

  private static func describe(_ value: Any, depth: Int, _ output: inout String) {
    if value is SourceSpan { return }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty {
      output += String(repeating: " ", count: depth) + "\(value)\n"
      return
    }
    for child in mirror.children where !(child.value is SourceSpan) {
      output += String(repeating: " ", count: depth) + (child.label ?? "-") + "\n"
      describe(child.value, depth: depth + 1, &output)
    }
  }
}
