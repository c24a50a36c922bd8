#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Build-time tool: writes every rule file below a folder into one Swift file, as string literals.
///
/// It walks the folder itself, so that a stale list of arguments cannot matter.
@main struct EmbedRules {
  /// Why a file cannot be embedded.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      throw Refusal(description: "usage: EmbedRules FOLDER OUTPUT")
    }
    let root = CommandLine.arguments[1]
    var text = "enum EmbeddedRules {\n  static let files: [(path: String, text: String)] = [\n"
    for path in try FileManager.default.subpathsOfDirectory(atPath: root).filter({ $0.hasSuffix(".lacuna") })
      .sorted()
    {
      text += try entry(path, in: root)
    }
    text += "  ]\n}\n"
    try text.write(toFile: CommandLine.arguments[2], atomically: true, encoding: .utf8)
  }

  private static func entry(_ path: String, in root: String) throws -> String {
    let bytes = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
    let body = String(decoding: bytes, as: UTF8.self)
    // A multi-line literal would silently turn CR LF into LF, and cannot hold its own end.
    guard !body.contains("\"\"\"####"), !body.utf8.contains(0x0D) else {
      throw Refusal(
        description: "\(path) cannot be embedded: it holds a carriage return or the end of a literal")
    }
    return "    (\(path.debugDescription), ####\"\"\"\n\(body)\n\"\"\"####),\n"
  }
}
