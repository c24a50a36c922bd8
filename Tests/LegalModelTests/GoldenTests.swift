import Foundation
import SourceText
import TestSupport
import Testing

/// What is said about names that nothing declares, and about blocks that make no sense.
@Suite struct GoldenTests {
  static let names = Golden.files(in: Golden.folder("names"), withExtension: "lacuna")
  static let meaning = Golden.files(in: Golden.folder("meaning"), withExtension: "lacuna")

  @Test(arguments: names + meaning) func diagnosticsAreAsRecorded(_ file: URL) throws {
    let resolved = try Resolved(file: file)
    #expect(!resolved.diagnostics.isEmpty)
    let expected = file.deletingPathExtension().appendingPathExtension("diagnostics.txt")
    #expect(Golden.compare(resolved.rendered, with: expected).failure == nil)
  }

  /// Folder and code agree: names are L3xx, meaning is L4xx.
  @Test(arguments: names + meaning) func fileStandsInTheFolderOfItsCode(_ file: URL) throws {
    let first = file.deletingLastPathComponent().lastPathComponent == "names" ? "L3" : "L4"
    let codes = try Resolved(file: file).diagnostics.map(\.code.rawValue)
    #expect(codes.contains { $0.hasPrefix(first) })
  }

  @Test func sharedFilesAreInOrder() throws {
    let resolved = try Resolved([])
    #expect(resolved.rendered == "")
  }

  // MARK: Every code somewhere

  @Test func everyCodeHasAGolden() throws {
    let tests = Golden.folder().deletingLastPathComponent().deletingLastPathComponent()
    let names = try FileManager.default.subpathsOfDirectory(atPath: tests.path(percentEncoded: false))
    var seen = ""
    for name in names where name.hasSuffix(".diagnostics.txt") || name.hasSuffix(".scenario") {
      seen += String(decoding: try Golden.bytes(of: tests.appending(path: name)), as: UTF8.self)
    }
    // What lint finds is pinned by the examples of its checks.
    let missing = DiagnosticCode.allCases.filter {
      !$0.rawValue.hasPrefix("L6") && !seen.contains("[\($0.rawValue)]")
    }
    #expect(missing.map(\.rawValue) == [])
  }

  // MARK: How messages are written

  @Test(arguments: names + meaning) func messagesKeepToTheStyle(_ file: URL) throws {
    for diagnostic in try Resolved(file: file).diagnostics {
      for text in [diagnostic.message] + diagnostic.help.map({ $0.text() }) {
        let first = try #require(text.first)
        #expect(!first.isUppercase, "begins with a capital: \(text)")
        #expect(!text.hasSuffix("."), "ends with a stop: \(text)")
      }
    }
  }
}
