/// What was counted before: exact keys, no hash standing in for them.
///
/// A key is a list of packed boxes. Keys lie one after another in a single array and are compared in full, so
/// that no two questions are ever taken for one another.
struct CountMemory<Bits: PackedBits> {
  /// The largest number of 64-bit words the keys and counts may take; after that nothing more is remembered.
  let wordLimit: Int
  private var keys: [Bits] = []
  private var entries: [Entry] = []
  /// Numbers of entries plus one, by hash; 0 is free. A power of two in length.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)

  private struct Entry {
    let hash: UInt64
    let start: Int
    let count: Int
    let value: UInt128
  }

  init(wordLimit: Int) {
    self.wordLimit = wordLimit
  }

  /// The count remembered for a key.
  func value(of key: [Bits], hash: UInt64) -> UInt128? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.count == key.count, equals(entry, key) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Remembers the count of a key that is not known yet, while there is room.
  mutating func remember(_ value: UInt128, of key: [Bits], hash: UInt64) {
    let words = (keys.count + key.count) * Bits.wordCount + (entries.count + 1) * 7
    guard words <= wordLimit, entries.count < Int(UInt32.max) - 1 else { return }
    entries.append(Entry(hash: hash, start: keys.count, count: key.count, value: value))
    keys += key
    if entries.count * 2 > slots.count {
      grow()
    } else {
      place(entries.count - 1)
    }
  }

  private func equals(_ entry: Entry, _ key: [Bits]) -> Bool {
    for offset in key.indices where keys[entry.start + offset] != key[offset] { return false }
    return true
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(index + 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in entries.indices { place(index) }
  }

  /// The same on every machine and in every run, as the order of work must be.
  static func hash(_ key: [Bits]) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for bits in key {
      for word in 0..<Bits.wordCount {
        hash = (hash ^ bits[word]) &* 0xBF58_476D_1CE4_E5B9
        hash ^= hash >> 29
      }
    }
    return hash ^ hash >> 32
  }
}
