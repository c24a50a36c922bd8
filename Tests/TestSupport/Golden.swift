public import Foundation

/// Compares results with files that a person has read and approved.
public enum Golden {
  /// What came out of a comparison.
  public enum Outcome: Equatable, Sendable {
    /// The file holds exactly the text.
    case same
    /// The text differs, or there is no file. The message shows the first line that differs.
    case different(String)
    /// The file was rewritten because `LACUNA_RECORD` is set. A run that records never passes.
    case recorded(String)

    /// Nil if the comparison passed; otherwise what to print.
    public var failure: String? {
      switch self {
      case .same: nil
      case .different(let message), .recorded(let message): message
      }
    }
  }

  /// Whether this run rewrites the files.
  public static var isRecording: Bool { ProcessInfo.processInfo.environment["LACUNA_RECORD"] == "1" }

  /// The folder `Golden` beside the test file that calls, or a folder in it.
  public static func folder(_ name: String = "", testFile: String = #filePath) -> URL {
    let golden = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
    return name.isEmpty ? golden : golden.appending(path: name)
  }

  /// The files of a folder with one extension, sorted by name. Empty if there is no such folder.
  public static func files(in folder: URL, withExtension fileExtension: String) -> [URL] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return names.filter { $0.hasSuffix("." + fileExtension) }.sorted().map { folder.appending(path: $0) }
  }

  /// The bytes of a file.
  public static func bytes(of file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

  /// Compares a text with a file, byte for byte; rewrites the file if this run records.
  public static func compare(_ text: String, with file: URL) -> Outcome {
    let name = file.lastPathComponent
    if isRecording {
      do {
        try Data(text.utf8).write(to: file)
        return .recorded("recorded \(name): read it, then run again without LACUNA_RECORD")
      } catch {
        return .different("cannot record \(name): \(error.localizedDescription)")
      }
    }
    guard let data = try? Data(contentsOf: file) else {
      return .different("no file \(name): run once with LACUNA_RECORD=1, then read what it recorded")
    }
    let expected = String(decoding: data, as: UTF8.self)
    return Data(text.utf8) == data ? .same : .different(firstDifference(name, expected, text))
  }

  private static func firstDifference(_ name: String, _ expected: String, _ actual: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(left, right).prefix { $0 == $1 }.count
    func shown(_ lines: [Substring]) -> String { line < lines.count ? "|\(lines[line])" : "(end)" }
    return "\(name), line \(line + 1):\n  expected \(shown(left))\n  actual   \(shown(right))\n\(actual)"
  }
}
