public import SourceText

/// Reads files of the language.
public enum Parser {
  /// Reads one file. Always yields a tree: what could not be understood is reported and left out, and
  /// everything else is read, so that all mistakes of a file are listed at once.
  ///
  /// - Parameters:
  ///   - file: the content; at most 64 MiB, more is refused with a diagnostic. Of Markdown, by its ending, only
  ///     the blocks marked `lacuna` are read.
  ///   - id: the identity that spans of the tree refer to.
  ///   - diagnostics: receives what is wrong, at most 100 mistakes for one file.
  /// - Returns: the declarations in the order written.
  /// - Complexity: one pass each for characters, tokens, lines and meaning; linear in the size of the file.
  public static func parse(
    _ file: SourceFile, id: FileID, diagnostics: inout DiagnosticBag
  ) -> FileSyntax {
    var log = MistakeLog(file: id)
    defer {
      log.tellRepetitions()
      diagnostics.report(contentsOf: log.bag)
    }
    guard file.bytes.count <= Lexer.largestFile else {
      log.report(
        .workLimit, "this file is larger than \(Lexer.largestFile >> 20) MB and was not read", at: 0..<0,
        help: ["split it into several files: statutes and instruments may be spread over files"])
      return FileSyntax(file: id, declarations: [])
    }
    let isLiterate = LiterateFile.isLiterate(file.path)
    if let format = ForeignFormat(file.bytes), !isLiterate || format == .utf16 {
      format.report(file.bytes, to: &log)
      return FileSyntax(file: id, declarations: [])
    }
    let source = isLiterate ? LiterateText(file, &log).encoding : file
    let tokens = log.isGivenUp ? [] : Lexer.run(source, &log).tokens
    if log.isGivenUp { return FileSyntax(file: id, declarations: []) }
    let tree = LineTreeBuilder.build(source, tokens: tokens, &log)
    if Prose.isAll(tree, source) {
      // What the characters and marks of a text do wrong in the language is not worth a word.
      log = MistakeLog(file: id)
      let start = tree.tokens.first { $0.kind == .word }?.range ?? 0..<0
      log.giveUp(
        .foreignFormat, "this file holds a law as it is printed, which lacuna cannot read", at: start,
        help: [
          "describe each offence in short lines such as `act deliver` and `age under 18`; the words of the law may be "
            + "quoted beside them",
          "`lacuna init XA` writes an example to copy",
        ])
      return FileSyntax(file: id, declarations: [])
    }
    var reader = SyntaxReader(source: source, tree: tree, log: log)
    let declarations = reader.fileDeclarations()
    log = reader.log
    return FileSyntax(
      file: id, declarations: declarations, bareWords: reader.bareWords, looseWords: reader.looseWords)
  }
}
