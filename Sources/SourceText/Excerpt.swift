/// One line of a file, made ready for a terminal: tabs expanded, invisible characters made visible, and cut
/// to a window around the place of interest.
struct Excerpt {
  /// The widest line that is shown, in cells.
  static let widest = 100
  /// How many cells apart tab stops are.
  static let tabStop = 4
  /// How many bytes around the place of interest are looked at.
  static let longest = 2_000

  /// The line as it is printed.
  let text: String
  /// The cells to underline, counted from 0 in ``text``; never empty.
  let underline: Range<Int>

  /// Makes the excerpt of the bytes `span` in the line `line`; what goes beyond the line is left out.
  init(file: SourceFile, line: Int, span: Range<Int>) {
    let start = file.lineStarts[line]
    let end = start + Self.lengthOfLine(line, in: file)
    let from = min(max(span.lowerBound, start), end)
    let to = min(max(span.upperBound, from), end)
    // A line may be as long as the file: only its part around the place is decoded.
    let windowStart = Self.boundary(max(start, from - Self.longest), in: file)
    let windowEnd = Self.boundary(min(end, from + Self.longest), in: file)
    var cells: [(text: String, width: Int)] = []
    var column = 0
    Self.append(file.text(windowStart..<from), to: &cells, &column)
    let first = cells.count
    let firstColumn = column
    Self.append(file.text(from..<max(from, min(to, windowEnd))), to: &cells, &column)
    let lastColumn = max(column, firstColumn + 1)
    if to < windowEnd { Self.append(file.text(to..<windowEnd), to: &cells, &column) }
    let isCut = (left: windowStart > start, right: windowEnd < end)
    self.init(cells, around: first, firstColumn..<lastColumn, isCut: isCut)
  }

  /// Cuts the cells to the window.
  private init(
    _ cells: [(text: String, width: Int)], around first: Int, _ marked: Range<Int>,
    isCut: (left: Bool, right: Bool)
  ) {
    // A third of the window stands before the place of interest, if the line is too long at all.
    var left = 0
    var skipped = 0
    let total = cells.reduce(0) { $0 + $1.width }
    if total > Self.widest || isCut.left {
      while left < first, marked.lowerBound - skipped > Self.widest / 3 {
        skipped += cells[left].width
        left += 1
      }
    }
    let hasLeftMark = left > 0 || isCut.left
    var shown = hasLeftMark ? "…" : ""
    var width = hasLeftMark ? 1 : 0
    var right = left
    while right < cells.count, width + cells[right].width <= Self.widest {
      shown += cells[right].text
      width += cells[right].width
      right += 1
    }
    if right < cells.count || isCut.right { shown += "…" }
    text = shown
    let shift = (hasLeftMark ? 1 : 0) - skipped
    let lower = marked.lowerBound + shift
    underline = lower..<max(lower + 1, min(marked.upperBound + shift, width))
  }

  /// Appends what a terminal shows for a text, one entry per character.
  private static func append(
    _ text: String, to cells: inout [(text: String, width: Int)], _ column: inout Int
  ) {
    for character in text {
      let cell = shown(character, at: column)
      cells.append(cell)
      column += cell.width
    }
  }

  private static func shown(_ character: Character, at column: Int) -> (text: String, width: Int) {
    if character == "\t" {
      let width = tabStop - column % tabStop
      return (String(repeating: " ", count: width), width)
    }
    guard let scalar = character.unicodeScalars.first else { return ("", 0) }
    if scalar.value < 0x20 || scalar.value == 0x7F {
      // Control pictures: an escape sequence in a file must not reach the terminal.
      let picture = scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value
      return (Unicode.Scalar(picture).map { String(Character($0)) } ?? "\u{FFFD}", 1)
    }
    if (0x80..<0xA0).contains(scalar.value) || isDirectionControl(scalar.value) { return ("\u{FFFD}", 1) }
    return (String(character), DisplayWidth.of(character))
  }

  private static func isDirectionControl(_ value: UInt32) -> Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  private static func lengthOfLine(_ line: Int, in file: SourceFile) -> Int {
    let start = file.lineStarts[line]
    var end = line + 1 < file.lineStarts.count ? file.lineStarts[line + 1] - 1 : file.bytes.count
    if end > start, file.bytes[end - 1] == 0x0D { end -= 1 }
    return end - start
  }

  /// The offset, moved back to where a character begins.
  private static func boundary(_ offset: Int, in file: SourceFile) -> Int {
    var offset = offset
    while offset > 0, offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
