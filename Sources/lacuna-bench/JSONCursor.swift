/// What is wrong with an instance.
struct InstanceError: Error, Hashable, CustomStringConvertible {
  let message: String
  /// The byte at which it was noticed, if it is a matter of syntax.
  let offset: Int?

  init(_ message: String, offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }

  var description: String { offset.map { "\(message) (byte \($0))" } ?? message }
}

/// Reads JSON from front to back without building a tree: the caller asks for what it expects.
struct JSONCursor {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  /// Deeper nesting is refused; an instance needs seven levels.
  private static var depthLimit: Int { 64 }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads an object and calls `body` for each member; it must read or skip the value.
  mutating func object(
    _ body: (inout JSONCursor, _ key: String) throws(InstanceError) -> Void
  ) throws(InstanceError) {
    try open(UInt8(ascii: "{"))
    guard !skip(UInt8(ascii: "}")) else { return depth -= 1 }
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try body(&self, key)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    depth -= 1
  }

  /// Reads an array and calls `body` for each element; it must read or skip the value.
  mutating func array(_ body: (inout JSONCursor) throws(InstanceError) -> Void) throws(InstanceError) {
    try open(UInt8(ascii: "["))
    guard !skip(UInt8(ascii: "]")) else { return depth -= 1 }
    repeat { try body(&self) } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    depth -= 1
  }

  /// Reads a list of strings.
  mutating func strings() throws(InstanceError) -> [String] {
    var list: [String] = []
    try array { cursor throws(InstanceError) in list.append(try cursor.string()) }
    return list
  }

  /// Reads a string.
  mutating func string() throws(InstanceError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] != UInt8(ascii: "\\") else { return try escapedString(from: start) }
      position += 1
    }
    guard position < bytes.count else { throw error("a string has no end") }
    defer { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Reads an integer without fraction or exponent.
  mutating func integer() throws(InstanceError) -> Int {
    skipSpace()
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    var value = 0
    while position < bytes.count, (48...57).contains(bytes[position]) {
      let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = scaled.addingReportingOverflow(Int(bytes[position]) - 48)
      guard !overflow, !carry else { throw error("a number is too large") }
      value = sum
      position += 1
    }
    guard position > start else { throw error("a number was expected") }
    return isNegative ? -value : value
  }

  /// Whether the next value is an array.
  mutating func isAtArray() -> Bool { isAt(UInt8(ascii: "[")) }

  /// Whether the next value starts with this byte.
  mutating func isAt(_ byte: UInt8) -> Bool { peek() == byte }

  /// Skips one value of any kind.
  mutating func skipValue() throws(InstanceError) {
    switch peek() {
    case UInt8(ascii: "{"): try object { cursor, _ throws(InstanceError) in try cursor.skipValue() }
    case UInt8(ascii: "["): try array { cursor throws(InstanceError) in try cursor.skipValue() }
    case UInt8(ascii: "\""): _ = try string()
    case .some:
      let start = position
      while position < bytes.count, !",]} \t\r\n".utf8.contains(bytes[position]) { position += 1 }
      guard position > start else { throw error("a value was expected") }
    case nil: throw error("a value was expected")
    }
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(InstanceError) {
    guard peek() == nil else { throw error("something follows the instance") }
  }

  // MARK: Bytes

  private mutating func open(_ bracket: UInt8) throws(InstanceError) {
    try expect(bracket)
    depth += 1
    guard depth <= Self.depthLimit else { throw error("more than \(Self.depthLimit) levels of nesting") }
  }

  private mutating func expect(_ byte: UInt8) throws(InstanceError) {
    guard skip(byte) else {
      throw error("`\(String(decoding: [byte], as: UTF8.self))` was expected")
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case _: return
      }
    }
  }

  private mutating func escapedString(from start: Int) throws(InstanceError) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(&text)
      case _: text.append(byte)
      }
    }
    throw error("a string has no end")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(InstanceError) {
    guard position < bytes.count else { throw error("a string has no end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = UInt32(try unit())
      if scalar & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\") {
        position += 2
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(try unit()) & 0x3FF
      }
      let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      text += Array(String(Character(character)).utf8)
    case _: throw error("an unknown escape in a string")
    }
  }

  private mutating func unit() throws(InstanceError) -> UInt16 {
    guard position + 4 <= bytes.count else { throw error("a string has no end") }
    let digits = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
    guard let unit = UInt16(digits, radix: 16) else { throw error("four hexadecimal digits were expected") }
    position += 4
    return unit
  }

  private func error(_ message: String) -> InstanceError { InstanceError(message, offset: position) }
}
