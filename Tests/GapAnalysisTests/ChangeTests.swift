import Foundation
import LegalModel
import Testing

@testable import GapAnalysis

/// What a change of the law does is the difference of two coverages that a slow judge computes, each by itself.
@Suite("Exactness of changes")
struct ChangeTests {
  /// How many pairs of laws a chunk has.
  static let pairs = 100
  /// 10 chunks are 1,000 pairs; `LACUNA_PAIRS=10000` in the environment runs so many.
  static let chunks =
    0..<UInt64(
      max(1, (ProcessInfo.processInfo.environment["LACUNA_PAIRS"].flatMap(Int.init) ?? 1_000) / pairs))

  /// Seeds whose pair turns out to be none are passed over and not counted.
  @Test("what is lost and gained agrees with the oracle", arguments: chunks)
  func changes(chunk: UInt64) throws {
    var counts: [WorldPair.Origin: Int] = [:]
    var moved = 0
    var seed = 50_000 + chunk * 10_000
    while counts.values.reduce(0, +) < Self.pairs {
      defer { seed += 1 }
      guard let check = PairCheck(seed: seed) else { continue }
      counts[check.pair.origin, default: 0] += 1
      try check.run()
      if check.change.rules.contains(where: { $0.kind != .equal }) { moved += 1 }
    }
    print(
      "changes: \(Self.pairs) pairs, seeds \(50_000 + chunk * 10_000)..<\(seed), \(moved) of them move cases")
    #expect(WorldPair.Origin.allCases.allSatisfy { counts[$0, default: 0] >= Self.pairs / 10 }, "\(counts)")
    #expect(moved >= Self.pairs / 3)
  }
}
