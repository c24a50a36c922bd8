/// The number of an input file within one run, in the order in which the files were given.
public struct FileID: Hashable, Comparable, Sendable {
  /// The position in ``SourceFiles/files``.
  public let index: Int

  /// Makes the identity of the file at `index`.
  public init(_ index: Int) { self.index = index }

  /// Files compare in the order in which they were given.
  public static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// A half-open range of UTF-8 byte offsets in one input file.
public struct SourceSpan: Hashable, Comparable, Sendable {
  /// The file the bytes stand in.
  public let file: FileID
  /// Offset of the first byte.
  public let start: Int
  /// Offset behind the last byte; never less than `start`.
  public let end: Int

  /// Makes a span of the bytes `start..<end` of `file`.
  public init(file: FileID, start: Int, end: Int) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that holds both; `other` must be of the same file.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  /// Whether all bytes of another span are among those of this one.
  public func contains(_ other: SourceSpan) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }

  /// Spans compare by file, then by start, then by end.
  public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.start != right.start { return left.start < right.start }
    return left.end < right.end
  }
}

/// A place for people: both numbers count from 1; columns count characters as the reader sees them.
public struct SourcePosition: Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// The character in the line, counted from 1 in extended grapheme clusters.
  public let column: Int

  /// Makes a position from 1-based numbers.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// One immutable input file: its display path and its bytes.
public struct SourceFile: Sendable {
  /// The path as it is shown to the reader, never opened by this library.
  public let path: String
  /// The whole content, UTF-8 if the file is well-formed.
  public let bytes: [UInt8]
  /// Offsets at which the lines start; the first is 0. A line ends at LF, or CR LF.
  public let lineStarts: [Int]

  /// Takes over the content of a file. Cost: one pass over the bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == 0x0A { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  /// Makes a file from text that is already a string.
  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// The 0-based number of the line that holds `offset`. Cost: a binary search.
  public func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The 1-based line and column of a byte offset. Cost: the part of the line before it.
  public func position(at offset: Int) -> SourcePosition {
    let line = lineIndex(at: offset)
    let end = min(max(offset, lineStarts[line]), bytes.count)
    let column = countedCharacters(lineStarts[line]..<end) + 1
    return SourcePosition(line: line + 1, column: column)
  }

  /// How much of a line is read as a person would. No person counts further, and a line may be as long as the file.
  private static let longestCounted = 65_536

  /// The characters of a part of a line; of one that is very long the code points, but for its end.
  private func countedCharacters(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var start = range.lowerBound
      if range.count > Self.longestCounted {
        start = range.upperBound - Self.longestCounted
        while start > range.lowerBound, buffer[start] & 0xC0 == 0x80 { start -= 1 }
      }
      let skipped = UnsafeBufferPointer(rebasing: buffer[range.lowerBound..<start])
      let read = UnsafeBufferPointer(rebasing: buffer[start..<range.upperBound])
      let codePoints = skipped.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
      return codePoints + String(decoding: read, as: UTF8.self).count
    }
  }

  /// The text of a 0-based line without its line ending.
  public func lineText(_ index: Int) -> String {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// The text of a byte range, repaired where it is no UTF-8.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// All input files of one run; identities are positions in this list.
public struct SourceFiles: Sendable {
  /// The files in the order in which they were given.
  public private(set) var files: [SourceFile] = []

  /// Starts with no file.
  public init() {}

  /// Adds a file and returns its identity.
  public mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(files.count - 1)
  }

  /// The file of an identity that came from ``add(_:)``.
  public subscript(id: FileID) -> SourceFile { files[id.index] }

  /// The 1-based position at which a span starts.
  public func position(of span: SourceSpan) -> SourcePosition { self[span.file].position(at: span.start) }
}
