import Foundation
import LegalSyntax
import SourceText
import Testing
import TestSupport

/// Damaged files: the parser must end, must not crash, and must say only what can be shown.
@Suite struct MutationTests {
  static let seeds: UInt64 = 2_000

  @Test func damagedSamplesAreReadToTheEnd() throws {
    let sample = try Golden.bytes(of: Golden.folder("valid").appending(path: "sample.lacuna"))
    for seed in 0..<Self.seeds {
      var generator = SeededRandom(seed: seed)
      // A part of the sample is enough for one seed, and keeps the test quick.
      let start = Int.random(in: 0..<sample.count - 1_000, using: &generator)
      var bytes = Array(sample[start..<start + 1_000])
      for _ in 0...Int.random(in: 0...3, using: &generator) { Self.damage(&bytes, &generator) }
      let problem = Self.problem(with: bytes)
      #expect(problem == nil, "seed \(seed)")
      if problem != nil { return }
    }
  }

  @Test func damagedWholeSamplesAreReadToTheEnd() throws {
    for name in ["sample", "layout", "forms", "windows"] {
      let sample = try Golden.bytes(of: Golden.folder("valid").appending(path: name + ".lacuna"))
      for seed in 0..<500 as Range<UInt64> {
        var generator = SeededRandom(seed: seed)
        var bytes = sample
        Self.damage(&bytes, &generator)
        #expect(Self.problem(with: bytes) == nil, "\(name), seed \(seed)")
      }
    }
  }

  private static let insertions: [[UInt8]] =
    [
      "{", "}", ",", ";", "\"", "\n", "#", "\\", "\r", "\u{0}", " or ", " either { ", "under ",
      "99999999999999999999", "é", "ក",
    ]
    .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x80]]

  private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    case 3: bytes.insert(contentsOf: insertions.randomElement(using: &generator) ?? [], at: place)
    default: bytes.removeSubrange(place...)
    }
  }

  /// What is wrong with how a file was treated; nil if nothing.
  private static func problem(with bytes: [UInt8]) -> String? {
    let parsed = Parsed(SourceFile(path: "damaged.lacuna", bytes: bytes))
    for diagnostic in parsed.diagnostics {
      for label in [diagnostic.primary] + diagnostic.related {
        if label.span.start < 0 || label.span.end > bytes.count { return "a place outside the file" }
      }
    }
    guard let formatted = Formatter.format(parsed.source) else { return nil }
    if Formatter.format(SourceFile(path: "", text: formatted)) != formatted {
      return "unstable layout:\n\(formatted)"
    }
    let again = Parsed(formatted)
    if again.codes.sorted() != parsed.codes.sorted() {
      return "other diagnostics after layout:\n\(formatted)"
    }
    if TreeText.describe(again.tree) != TreeText.describe(parsed.tree) {
      return "another tree after layout:\n\(formatted)"
    }
    return nil
  }
}
