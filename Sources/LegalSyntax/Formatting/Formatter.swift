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
  /// Of Markdown only the blocks marked `lacuna` are laid out; all other bytes stay.
  ///
  /// - Returns: nil if the file has characters, quotation marks, commas or braces that do not fit together:
  ///   then its lines are not certain. Other mistakes do not matter here.
  /// - Complexity: linear in the size of the file.
  public static func format(_ file: SourceFile) -> String? {
    guard file.bytes.count <= Lexer.largestFile else { return nil }
    if let format = ForeignFormat(file.bytes), format == .utf16 || !LiterateFile.isLiterate(file.path) {
      return nil
    }
    var log = MistakeLog(file: FileID(0))
    guard LiterateFile.isLiterate(file.path) else {
      return layout(file, partEnds: [], &log)?.joined()
    }
    let literate = LiterateText(file, &log)
    let parts = layout(literate.encoding, partEnds: literate.blocks.map(\.closing), &log)
    return parts.map(literate.replacing)
  }

  /// Whether a word or a text begins right behind the quotation mark that ends another text: then the mark belongs inside.
  private static func hasInnerMarks(_ tokens: [Token]) -> Bool {
    tokens.indices.dropLast().contains { index in
      let next = tokens[index + 1]
      return tokens[index].kind.isString && tokens[index].end == next.start
        && (next.kind == .word || next.kind.isString)
    }
  }

  /// The layout of a text, cut where its parts end; nil after a mistake.
  private static func layout(_ text: SourceFile, partEnds: [Int], _ log: inout MistakeLog) -> [String]? {
    guard log.isEmpty else { return nil }
    let (tokens, comments) = Lexer.run(text, &log)
    guard log.isEmpty, !hasInnerMarks(tokens) else { return nil }
    let tree = LineTreeBuilder.build(text, tokens: tokens, &log)
    guard log.isEmpty else { return nil }
    var printer = LayoutPrinter(source: text, tree: tree, comments: comments, partEnds: partEnds)
    return printer.print()
  }
}
