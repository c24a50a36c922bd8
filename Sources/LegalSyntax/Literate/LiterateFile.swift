/// Literate statutes: Markdown files whose fenced blocks marked `lacuna` are the encoding.
public enum LiterateFile {
  /// The ending of Markdown files.
  public static let ending = ".md"

  /// Whether a file of that path is Markdown, so that only its blocks are read.
  public static func isLiterate(_ path: String) -> Bool { path.hasSuffix(ending) }

  /// Whether Markdown holds blocks to read, or something that seems to be meant as one, or text that cannot be
  /// searched. Cost: one pass.
  public static func holdsEncoding(_ bytes: [UInt8]) -> Bool {
    if ForeignFormat(bytes) == .utf16 { return true }
    let fences = FenceScanner.scan(bytes)
    return !fences.blocks.isEmpty || !fences.mistakes.isEmpty
  }
}
