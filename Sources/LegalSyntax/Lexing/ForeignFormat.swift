import SourceText

/// Recognises files that are no text of the language at all, so that they are one mistake and not a hundred.
enum ForeignFormat {
  /// Text of two or four bytes for each character.
  case utf16
  /// A document for printing.
  case pdf
  /// A document of a word processor.
  case document
  /// A packed file; the documents of newer word processors are packed.
  case packed
  /// A page of the web or another text with tags.
  case markup
  /// Data for programs.
  case json
  /// Anything else that is not text.
  case binary

  /// Recognises a file by its beginning; nil if nothing speaks against text. Cost: constant.
  init?(_ bytes: [UInt8]) {
    let beginnings: [([UInt8], ForeignFormat)] = [
      ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16), ([0, 0, 0xFE, 0xFF], .utf16),
      (Array("%PDF-".utf8), .pdf),
      (Array("{\\rtf".utf8), .document), ([0xD0, 0xCF, 0x11, 0xE0], .document),
      ([0x50, 0x4B, 3, 4], .packed),
    ]
    if let known = beginnings.first(where: { bytes.starts(with: $0.0) }) {
      self = known.1
      return
    }
    let start = bytes.prefix(1_000)
    // Of plain text in UTF-16 every other byte is NUL, in UTF-32 three of four are.
    let empty = start.indices.filter { start[$0] == 0 }
    if empty.count * 10 > start.count {
      let isEveryOther = Set(empty.map { $0 % 2 }).count == 1 && empty.count * 3 > start.count
      let isThreeOfFour = Set(empty.map { $0 % 4 }).count == 3 && empty.count * 3 > start.count * 2
      self = isEveryOther || isThreeOfFour ? .utf16 : .binary
      return
    }
    let visible = start.filter { $0 > 0x20 && $0 < 0x80 }
    // Marks of versions that were not joined are no tags.
    if visible.prefix(7).elementsEqual([UInt8](repeating: 0x3C, count: 7)) { return nil }
    switch (visible.first, visible.dropFirst().first) {
    case (0x3C, _): self = .markup
    case (0x7B, 0x22), (0x7B, 0x7D), (0x5B, _): self = .json
    default: return nil
    }
  }

  /// Reports the file as one mistake at its first visible character.
  func report(_ bytes: [UInt8], to log: inout MistakeLog) {
    let start = bytes.prefix(1_000).firstIndex { $0 > 0x20 } ?? 0
    switch self {
    case .utf16:
      log.giveUp(
        .foreignFormat, "this file was saved in a form of text that lacuna cannot read", at: start..<start,
        help: [
          "open it in a text editor, choose \"Save as\", and there, under encoding, \"UTF-8\""
        ])
    case .pdf: Self.report("this is a PDF document", at: start, &log)
    case .document: Self.report("this is a document of a word processor", at: start, &log)
    case .packed: Self.report("this is a packed file, perhaps a Word document (.docx)", at: start, &log)
    case .markup: Self.report("this is a web page or another text with tags", at: start, &log)
    case .json: Self.report("this is a file for other programs (JSON)", at: start, &log)
    case .binary: Self.report("this is a program or another file without text", at: start, &log)
    }
  }

  private static func report(_ what: String, at start: Int, _ log: inout MistakeLog) {
    log.giveUp(
      .foreignFormat, "\(what), and not a file for lacuna", at: start..<start,
      help: [
        "lacuna does not read a law as it is printed, but a description of it in short lines",
        "`lacuna init XA` writes an example: open it in a text editor and replace it with your law, "
          + "article by article",
      ])
  }
}
