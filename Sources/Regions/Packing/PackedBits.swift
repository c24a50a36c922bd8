/// The bits of a packed box: a whole number of 64-bit words.
///
/// No field of a ``PackedLayout`` crosses a word, so that all arithmetic is word by word.
protocol PackedBits: Hashable, Sendable {
  static var wordCount: Int { get }
  static var zero: Self { get }

  subscript(word: Int) -> UInt64 { get set }
  static func & (first: Self, second: Self) -> Self
  static func | (first: Self, second: Self) -> Self
  /// The bits that are not in `other`.
  func removing(_ other: Self) -> Self
  /// The sum of each word with its counterpart, without a carry between words.
  func addingWords(_ other: Self) -> Self
  var isZero: Bool { get }
  var oneCount: Int { get }
  /// Whether this is the smaller number, the highest word counting most.
  func precedes(_ other: Self) -> Bool
  /// Calls `body` with the position of every one bit, ascending, counted from `offset`.
  func forEachOne(from offset: Int, _ body: (Int) -> Void)
}

extension UInt64: PackedBits {
  static var wordCount: Int { 1 }

  @inline(__always) subscript(word: Int) -> UInt64 {
    get { self }
    set { self = newValue }
  }
  @inline(__always) func removing(_ other: UInt64) -> UInt64 { self & ~other }
  @inline(__always) func addingWords(_ other: UInt64) -> UInt64 { self &+ other }
  @inline(__always) var isZero: Bool { self == 0 }
  @inline(__always) var oneCount: Int { nonzeroBitCount }
  @inline(__always) func precedes(_ other: UInt64) -> Bool { self < other }

  @inline(__always) func forEachOne(from offset: Int, _ body: (Int) -> Void) {
    var rest = self
    while rest != 0 {
      body(offset &+ rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }
}

/// Twice as many bits: 128, 256, 512, …, each width a type of its own that the compiler specialises.
struct Doubled<Half: PackedBits>: PackedBits {
  var low: Half
  var high: Half

  static var wordCount: Int { 2 &* Half.wordCount }
  static var zero: Self { Self(low: .zero, high: .zero) }

  @inline(__always) subscript(word: Int) -> UInt64 {
    get { word < Half.wordCount ? low[word] : high[word &- Half.wordCount] }
    set {
      if word < Half.wordCount { low[word] = newValue } else { high[word &- Half.wordCount] = newValue }
    }
  }
  @inline(__always) static func & (first: Self, second: Self) -> Self {
    Self(low: first.low & second.low, high: first.high & second.high)
  }
  @inline(__always) static func | (first: Self, second: Self) -> Self {
    Self(low: first.low | second.low, high: first.high | second.high)
  }
  @inline(__always) func removing(_ other: Self) -> Self {
    Self(low: low.removing(other.low), high: high.removing(other.high))
  }
  @inline(__always) func addingWords(_ other: Self) -> Self {
    Self(low: low.addingWords(other.low), high: high.addingWords(other.high))
  }
  @inline(__always) var isZero: Bool { low.isZero && high.isZero }
  @inline(__always) var oneCount: Int { low.oneCount &+ high.oneCount }
  @inline(__always) func precedes(_ other: Self) -> Bool {
    high == other.high ? low.precedes(other.low) : high.precedes(other.high)
  }
  @inline(__always) func forEachOne(from offset: Int, _ body: (Int) -> Void) {
    low.forEachOne(from: offset, body)
    high.forEachOne(from: offset &+ 64 &* Half.wordCount, body)
  }
}

typealias Bits128 = Doubled<UInt64>
typealias Bits512 = Doubled<Doubled<Bits128>>

/// Enough bits for every space that can be counted. Hardly any question needs them, so that every operation
/// is a call: written out in place they would make most of the program.
struct Bits2048: PackedBits {
  private var bits: Doubled<Doubled<Bits512>>

  private init(_ bits: Doubled<Doubled<Bits512>>) {
    self.bits = bits
  }

  static var wordCount: Int { 32 }
  static var zero: Self { Self(.zero) }

  subscript(word: Int) -> UInt64 {
    @inline(never) get { bits[word] }
    @inline(never) set { bits[word] = newValue }
  }
  @inline(never) static func & (first: Self, second: Self) -> Self { Self(first.bits & second.bits) }
  @inline(never) static func | (first: Self, second: Self) -> Self { Self(first.bits | second.bits) }
  @inline(never) static func == (first: Self, second: Self) -> Bool { first.bits == second.bits }
  @inline(never) func removing(_ other: Self) -> Self { Self(bits.removing(other.bits)) }
  @inline(never) func addingWords(_ other: Self) -> Self { Self(bits.addingWords(other.bits)) }
  var isZero: Bool { @inline(never) get { bits.isZero } }
  var oneCount: Int { @inline(never) get { bits.oneCount } }
  @inline(never) func precedes(_ other: Self) -> Bool { bits.precedes(other.bits) }
  @inline(never) func forEachOne(from offset: Int, _ body: (Int) -> Void) {
    bits.forEachOne(from: offset, body)
  }
}
