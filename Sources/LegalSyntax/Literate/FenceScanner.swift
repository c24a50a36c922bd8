/// Finds the fenced blocks of Markdown that hold an encoding, as a viewer of Markdown would find them. What a viewer
/// may show otherwise than it looks in the file is a mistake, so that no law is left out silently.
struct FenceScanner {
  /// One block.
  struct Block {
    /// The fence that begins it.
    let opening: Fence
    /// The lines between the fences.
    let content: Range<Int>
    /// The first byte of the fence that ends it.
    let closing: Int
  }

  /// What makes it uncertain where the blocks are.
  enum Mistake {
    /// A block is never closed, or another begins before its end.
    case unclosed(Fence)
    /// A block of another kind is not closed before one that holds an encoding.
    case swallowed(Fence, by: Fence)
    /// A block in a quotation, in a list, or so far to the right that Markdown shows it as text.
    case misplaced(Fence)
    /// A comment that is never closed hides a block.
    case hidden(Fence, by: Range<Int>)
  }

  /// What the current line stands in.
  private enum Place {
    case text
    case block(Fence, start: Int)
    case comment(Range<Int>, hides: Fence?)
  }

  private let bytes: [UInt8]
  private var place = Place.text
  private(set) var blocks: [Block] = []
  private(set) var mistakes: [Mistake] = []

  /// Reads the whole text. Cost: one pass.
  static func scan(_ bytes: [UInt8]) -> FenceScanner {
    var scanner = FenceScanner(bytes: bytes)
    scanner.readAll()
    return scanner
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readAll() {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      read(start..<end, next: min(end + 1, bytes.count))
      start = end + 1
    }
    switch place {
    case .text: break
    case .block(let fence, _): if fence.isEncoding { mistakes.append(.unclosed(fence)) }
    case .comment(let start, let hides): if let hides { mistakes.append(.hidden(hides, by: start)) }
    }
  }

  private mutating func read(_ line: Range<Int>, next: Int) {
    switch place {
    case .text: readText(line, next: next)
    case .block(let fence, let start): readBlock(fence, from: start, line, next: next)
    case .comment(let start, let hides):
      let fence = Fence(line, of: bytes).flatMap { $0.isEncoding ? $0 : nil }
      place = endsComment(line) ? .text : .comment(start, hides: hides ?? fence)
    }
  }

  private mutating func readText(_ line: Range<Int>, next: Int) {
    if let fence = Fence(line, of: bytes) {
      place = .block(fence, start: next)
    } else if let fence = Fence(anywhereIn: line, of: bytes), fence.isEncoding {
      mistakes.append(.misplaced(fence))
    } else if let start = startOfComment(line), !endsComment(start.upperBound..<line.upperBound) {
      place = .comment(start, hides: nil)
    }
  }

  private mutating func readBlock(_ fence: Fence, from start: Int, _ line: Range<Int>, next: Int) {
    if fence.isClosed(by: line, of: bytes) {
      if fence.isEncoding {
        let closing = bytes[line].firstIndex(of: fence.mark) ?? line.lowerBound
        blocks.append(Block(opening: fence, content: start..<line.lowerBound, closing: closing))
      }
      place = .text
    } else if let inner = Fence(line, of: bytes), fence.seemsForgotten(at: inner) {
      if fence.isEncoding {
        mistakes.append(.unclosed(fence))
        place = .block(inner, start: next)
      } else if inner.isEncoding {
        mistakes.append(.swallowed(inner, by: fence))
        place = .block(inner, start: next)
      }
    }
  }

  /// `<!--` at the beginning of a line; a comment inside a sentence hides no block.
  private func startOfComment(_ line: Range<Int>) -> Range<Int>? {
    let start = bytes[line].prefix(3).prefix { $0 == 0x20 }.endIndex
    let mark = Array("<!--".utf8)
    return bytes[start..<line.upperBound].starts(with: mark) ? start..<start + mark.count : nil
  }

  private func endsComment(_ line: Range<Int>) -> Bool {
    let mark = Array("-->".utf8)
    return line.count >= 3
      && (line.lowerBound...line.upperBound - 3).contains { bytes[$0..<$0 + 3].elementsEqual(mark) }
  }
}
