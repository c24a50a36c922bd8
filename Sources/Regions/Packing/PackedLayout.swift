/// Where the classes of each dimension lie in the bits of a packed box.
///
/// Dimensions with a single class have no field: they are full (within the hull) in every box and come back
/// as a constant factor of every size.
struct PackedLayout<Bits: PackedBits>: Sendable {
  /// In the order of the dimensions.
  let fields: [PackedField]
  /// The top bit of every field.
  let tops: Bits
  /// All bits of every field but the top one.
  let lows: Bits
  /// All bits of every field: the hull.
  let full: Bits
  /// The top bits of the fields that belong to parameters.
  let parameterTops: Bits
  /// The top bits of all other fields.
  let caseTops: Bits
  /// All bits of the fields that belong to no parameter.
  let caseBits: Bits
  /// The number of cases in the dimensions that have no field.
  let factor: UInt128
  /// The number of the field at each bit position.
  private let owners: [UInt16]

  init(fields: [PackedField], factor: UInt128) {
    var tops = Bits.zero
    var full = Bits.zero
    var parameterTops = Bits.zero
    var caseBits = Bits.zero
    var owners = [UInt16](repeating: 0, count: 64 * Bits.wordCount)
    for (index, field) in fields.enumerated() {
      let top: UInt64 = 1 << (field.shift + UInt64(field.classes.count) - 1)
      tops[field.word] |= top
      full[field.word] |= field.mask << field.shift
      if field.isParameter {
        parameterTops[field.word] |= top
      } else {
        caseBits[field.word] |= field.mask << field.shift
      }
      owners[64 * field.word + top.trailingZeroBitCount] = UInt16(truncatingIfNeeded: index)
    }
    self.fields = fields
    self.tops = tops
    self.full = full
    self.lows = full.removing(tops)
    self.parameterTops = parameterTops
    self.caseBits = caseBits
    self.caseTops = tops.removing(parameterTops)
    self.owners = owners
    self.factor = factor
  }

  /// The top bit of every field that is not empty.
  @inline(__always) func nonEmptyFields(of bits: Bits) -> Bits {
    (bits | (bits & lows).addingWords(lows)) & tops
  }

  /// Whether the box holds a case: no field is empty.
  @inline(__always) func isNonEmpty(_ bits: Bits) -> Bool { nonEmptyFields(of: bits) == tops }

  /// Calls `body` with the number of every field whose top bit is in `tops`.
  @inline(__always) func forEachField(in tops: Bits, _ body: (Int) -> Void) {
    tops.forEachOne(from: 0) { body(Int(owners[$0])) }
  }

  /// The classes that the box admits in a field, as a mask from bit 0.
  @inline(__always) func value(of bits: Bits, in field: Int) -> UInt64 {
    let field = fields[field]
    return bits[field.word] >> field.shift & field.mask
  }

  /// The box with another value in one field.
  @inline(__always) func setting(_ bits: Bits, in field: Int, to value: UInt64) -> Bits {
    let field = fields[field]
    var result = bits
    result[field.word] = bits[field.word] & ~(field.mask << field.shift) | value << field.shift
    return result
  }

  /// The number of cases in a box, over all dimensions but the parameters.
  func size(of bits: Bits) -> UInt128 {
    var product = factor
    for index in fields.indices where !fields[index].isParameter {
      product &*= fields[index].size(of: value(of: bits, in: index))
    }
    return product
  }

  /// The box with its classes spelt out as atoms; dimensions without a field are taken from `background`.
  func box(of bits: Bits, background: [UInt64]) -> Box {
    var masks = background
    for index in fields.indices {
      masks[fields[index].dimension] = fields[index].atoms(of: value(of: bits, in: index))
    }
    return Box(masks: masks)
  }
}

/// The place of one dimension in a ``PackedLayout``.
struct PackedField: Sendable {
  let dimension: Int
  let isParameter: Bool
  let word: Int
  let shift: UInt64
  /// The atoms of each class; bit *n* of the field is class *n*. Two or more.
  let classes: [UInt64]
  /// The number of cases of each class.
  let sizes: [UInt128]

  /// As many ones as there are classes.
  let mask: UInt64

  init(dimension: Int, isParameter: Bool, word: Int, shift: UInt64, classes: [UInt64], sizes: [UInt128]) {
    self.dimension = dimension
    self.isParameter = isParameter
    self.word = word
    self.shift = shift
    self.classes = classes
    self.sizes = sizes
    self.mask = classes.count >= 64 ? .max : (1 << UInt64(classes.count)) - 1
  }

  func size(of value: UInt64) -> UInt128 {
    var sum: UInt128 = 0
    value.forEachOne(from: 0) { sum &+= sizes[$0] }
    return sum
  }

  func atoms(of value: UInt64) -> UInt64 {
    var atoms: UInt64 = 0
    value.forEachOne(from: 0) { atoms |= classes[$0] }
    return atoms
  }

  /// The classes that meet a mask of atoms.
  func value(ofAtoms atoms: UInt64) -> UInt64 {
    var value: UInt64 = 0
    for (index, members) in classes.enumerated() where members & atoms != 0 {
      value |= 1 << UInt64(index)
    }
    return value
  }
}
