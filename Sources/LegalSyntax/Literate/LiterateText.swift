import SourceText

/// The encoding of a Markdown file: the content of all its blocks, read as one text.
///
/// Everything outside the blocks counts as space, so that every place in the encoding is a place in the Markdown file.
/// A line of the language ends with its block: the fence counts as `;`.
struct LiterateText {
  /// The blocks in the order of the file; none if it is not certain where they are.
  let blocks: [FenceScanner.Block]
  /// A file of the language with the same offsets and lines.
  let encoding: SourceFile

  private let source: SourceFile

  /// Finds the blocks and reports what is wrong with their fences, or with the characters around them. After such a
  /// mistake nothing of the file is read: where a block ends decides what all other lines mean.
  init(_ source: SourceFile, _ log: inout MistakeLog) {
    self.source = source
    let fences = FenceScanner.scan(source.bytes)
    for mistake in fences.mistakes { Self.report(mistake, source, &log) }
    blocks = fences.mistakes.isEmpty ? fences.blocks : []
    var masked = source.bytes.map { $0 == 0x0A ? $0 : 0x20 }
    var end = 0
    var around: [Range<Int>] = []
    for block in blocks {
      around.append(end..<block.content.lowerBound)
      masked.replaceSubrange(block.content, with: source.bytes[block.content])
      masked[block.closing] = 0x3B
      end = block.content.upperBound
    }
    around.append(end..<source.bytes.count)
    // Text around the blocks is for people and may hold any character, but must be UTF-8 to be shown and kept.
    source.bytes.withUnsafeBufferPointer { TextCheck.checkEncoding($0, in: around, &log) }
    encoding = SourceFile(path: source.path, bytes: masked)
  }

  /// The Markdown with other text in its blocks.
  ///
  /// - Parameter parts: one for each block; each is empty or ends in a line feed.
  func replacing(_ parts: [String]) -> String {
    var text = ""
    var end = 0
    for (block, part) in zip(blocks, parts) {
      text += source.text(end..<block.content.lowerBound) + fitted(part, into: block)
      end = block.content.upperBound
    }
    return text + source.text(end..<source.bytes.count)
  }

  /// Lines as far to the right as the fence, with the ends of lines of the file.
  private func fitted(_ part: String, into block: FenceScanner.Block) -> String {
    let start = block.content.lowerBound
    let ending = start > 1 && source.bytes[start - 2] == 0x0D ? "\r\n" : "\n"
    let margin = String(repeating: " ", count: block.opening.margin)
    return part.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { ($0.isEmpty ? "" : margin + $0) + ending }.joined()
  }

  private static func report(
    _ mistake: FenceScanner.Mistake, _ source: SourceFile, _ log: inout MistakeLog
  ) {
    switch mistake {
    case .unclosed(let fence):
      log.report(
        .unclosedFence, "the part that begins with \(Self.marks(fence))lacuna has no end", at: fence.range,
        label: "begins here",
        help: [
          "end it with a line that holds only \(Self.marks(fence)), before the text that follows it"
        ])
    case .swallowed(let inner, let outer):
      log.report(
        .unclosedFence, "the part that begins here has no end before the next one begins", at: outer.range,
        label: "begins here",
        related: [Diagnostic.Label(log.span(inner.range), "this part would belong to it")],
        help: ["end it with a line that holds only \(Self.marks(outer))"])
    case .misplaced(let fence):
      let place = Misplacement(source, fence)
      log.report(
        .misplacedFence, "these lines are not read, because they \(place.reason)", at: fence.range,
        help: ["\(place.remedy) on each line down to \(Self.marks(fence))"])
    case .hidden(let fence, let comment):
      log.report(
        .unclosedFence, "this remark of Markdown has no end, and hides what lacuna would read", at: comment,
        label: "begins here", related: [Diagnostic.Label(log.span(fence.range), "hidden")],
        help: ["write `-->` where the remark ends"])
    }
  }

  private static func marks(_ fence: Fence) -> String {
    String(repeating: fence.mark == 0x60 ? "`" : "~", count: fence.length)
  }
}

/// Why Markdown shows a block otherwise than it looks in the file.
private enum Misplacement {
  /// `>` before it makes it a quotation.
  case quotation
  /// `-`, `*`, `+` or a number before it makes it a part of a list.
  case list
  /// Many spaces before it make it plain text.
  case margin

  init(_ source: SourceFile, _ fence: Fence) {
    let line = source.bytes[..<fence.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let before = source.bytes[line..<fence.range.lowerBound].filter { $0 != 0x20 && $0 != 0x09 }
    self = before.isEmpty ? .margin : before.first == 0x3E ? .quotation : .list
  }

  var reason: String {
    switch self {
    case .quotation: "begin with `>`"
    case .list: "stand in a list"
    case .margin: "begin too far to the right"
    }
  }

  var remedy: String {
    switch self {
    case .quotation: "delete the `>` and the blank after it"
    case .list: "delete what stands before the text"
    case .margin: "delete the blanks at the beginning, of which there may be three at most,"
    }
  }
}
