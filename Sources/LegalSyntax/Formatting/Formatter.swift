public import SourceText

/// Writes files in the one canonical layout.
public enum Formatter {
  /// The widest line, in cells of a terminal. Longer lists go on below; a line without a comma stays long.
  public static let widestLine = 110

  /// The canonical layout of a file.
  ///
  /// Two spaces per level, one line per item, the second column of neighbouring lines aligned, at most one
  /// empty line in a row, comments kept. Formatting what was formatted changes nothing, and the result reads
  /// as the same tree.
  ///
  /// - Returns: nil if the file has characters, quotation marks, commas or braces that do not fit together:
  ///   then its lines are not certain. Other mistakes do not matter here.
  /// - Complexity: linear in the size of the file.
  public static func format(_ file: SourceFile) -> String? {
    guard file.bytes.count <= Lexer.largestFile else { return nil }
    var log = MistakeLog(file: FileID(0))
    let (tokens, comments) = Lexer.run(file, &log)
    guard log.isEmpty else { return nil }
    let tree = LineTreeBuilder.build(file, tokens: tokens, &log)
    guard log.isEmpty else { return nil }
    var printer = LayoutPrinter(source: file, tree: tree, comments: comments)
    return printer.print()
  }
}
