/// A set of cases, each case with a bit of its own.
struct CaseSet: Hashable {
  private(set) var words: [UInt64]

  init(none count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ subject: Int) -> Bool { words[subject >> 6] >> UInt64(subject & 63) & 1 == 1 }

  mutating func insert(_ subject: Int) { words[subject >> 6] |= 1 << UInt64(subject & 63) }

  mutating func formUnion(_ other: CaseSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: CaseSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func subtract(_ other: CaseSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  func union(_ other: CaseSet) -> CaseSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func intersection(_ other: CaseSet) -> CaseSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  func subtracting(_ other: CaseSet) -> CaseSet {
    var result = self
    result.subtract(other)
    return result
  }

  func isSubset(of other: CaseSet) -> Bool { zip(words, other.words).allSatisfy { $0 & ~$1 == 0 } }

  /// The numbers of the cases, ascending.
  var cases: [Int] {
    words.indices.flatMap { index in
      (0..<64).filter { words[index] >> UInt64($0) & 1 == 1 }.map { index * 64 + $0 }
    }
  }
}

/// All cases of a world, numbered. Every year of an age is a case of its own, so that counts weigh whole years.
struct CaseTable {
  let sizes: [Int]
  let count: Int
  private let strides: [Int]
  /// By element and value, the cases that have it.
  private let having: [[CaseSet]]

  init(_ elements: [WorldElement]) {
    sizes = elements.map(\.size)
    var strides: [Int] = []
    var count = 1
    for size in sizes {
      strides.append(count)
      count *= size
    }
    self.strides = strides
    self.count = count
    var having = sizes.map { Array(repeating: CaseSet(none: count), count: $0) }
    for subject in 0..<count {
      for element in sizes.indices {
        having[element][subject / strides[element] % sizes[element]].insert(subject)
      }
    }
    self.having = having
  }

  var none: CaseSet { CaseSet(none: count) }

  var all: CaseSet { cases(Array(0..<sizes[0]), of: 0) }

  func value(of element: Int, in subject: Int) -> Int { subject / strides[element] % sizes[element] }

  /// The cases that have one of some values.
  func cases(_ values: [Int], of element: Int) -> CaseSet {
    values.reduce(into: none) { $0.formUnion(having[element][$1]) }
  }

  /// The case that differs in one element.
  func changing(_ subject: Int, _ element: Int, to value: Int) -> Int {
    subject + (value - self.value(of: element, in: subject)) * strides[element]
  }

  /// The cases with one of `values` that differ from a case of `set` in that element alone.
  func image(of set: CaseSet, _ element: Int, _ values: [Int]) -> CaseSet {
    var result = none
    for subject in set.cases {
      for value in values { result.insert(changing(subject, element, to: value)) }
    }
    return result
  }
}
