import Regions
import Testing

@Suite("Families whose answer is known")
struct KnownAnswerTests {
  /// k independent pairs of three-valued dimensions, each blocked in one corner: every pair can be missed
  /// in two ways, so that 2^k maximal boxes are all needed.
  @Test(arguments: 1...6)
  func independentPairsNeedAPowerOfTwo(pairs: Int) throws {
    let space = try Space(Array(repeating: Dimension(atoms: 3), count: 2 * pairs))
    let units = (0..<pairs).map { pair in
      Unit(box: space.box([2 * pair: 0b001, 2 * pair + 1: 0b011]))
    }
    let cover = try SetDifference.maximalRegions(of: [space.wholeBox], minus: units, in: space)
    #expect(cover.isComplete)
    #expect(cover.regions.count == 1 << pairs)
    let size = try SetDifference.size(of: [space.wholeBox], minus: units, in: space)
    #expect(size == power(7, pairs))
  }

  /// All pairs must be equal: s^k single cases are left.
  @Test(arguments: [(2, 3), (3, 4), (2, 6)])
  func equalPairsLeaveSingleCases(pairs: Int, size: Int) throws {
    let space = try Space(Array(repeating: Dimension(atoms: size), count: 2 * pairs))
    let units = (0..<pairs).flatMap { pair in
      (0..<size).map { value -> Unit in
        let mask: UInt64 = 1 << UInt64(value)
        return Unit(box: space.box([pair: mask, pair + pairs: space.dimensions[pair].full & ~mask]))
      }
    }
    let expected = power(UInt128(size), pairs)
    let cover = try SetDifference.maximalRegions(of: [space.wholeBox], minus: units, in: space)
    #expect(UInt128(cover.regions.count) == expected)
    #expect(cover.regions.allSatisfy { space.size(of: $0) == 1 })
  }

  /// Half of all points, one box each: the other half is left, each point on its own.
  @Test(arguments: [3, 6, 8])
  func parityLeavesTheOtherHalf(dimensions: Int) throws {
    let space = try Space(Array(repeating: Dimension(atoms: 2), count: dimensions))
    let even = Oracle.points(space).filter { $0.reduce(0, +) % 2 == 0 }
    let units = even.map { point in Unit(box: Box(masks: point.map { 1 << UInt64($0) })) }
    let cover = try SetDifference.maximalRegions(of: [space.wholeBox], minus: units, in: space)
    #expect(cover.regions.count == 1 << (dimensions - 1))
    #expect(try SetDifference.size(of: [space.wholeBox], minus: units, in: space) == 1 << (dimensions - 1))
  }

  /// One wide unit with many overlapping exceptions: what is left is the union of the exceptions.
  @Test func exceptionsOfAWideUnitAreLeft() throws {
    let space = try Space(Array(repeating: Dimension(atoms: 4), count: 8))
    let exceptions = (0..<7).map { space.box([$0: 0b0011, $0 + 1: 0b0110]) }
    let units = [Unit(box: space.wholeBox, exceptions: exceptions)]
    let cover = try SetDifference.maximalRegions(of: [space.wholeBox], minus: units, in: space)
    #expect(Set(cover.regions) == Set(exceptions))
    let covered = try SetDifference.size(
      of: exceptions, minus: exceptions.map { Unit(box: $0) }, in: space)
    #expect(covered == 0)
  }

  /// Children under 18 sold for labour are protected from 15 on only where force is used.
  @Test func aLegalExample() throws {
    let space = try Space([
      Dimension(atoms: 3),  // act: offer, deliver, accept
      Dimension(weights: [15, 3, 82]),  // age: under 15, 15 to 17, from 18 on
      Dimension(atoms: 3),  // means: force, deception, none
    ])
    let required = Box(masks: [0b111, 0b011, 0b111])
    let units = [
      Unit(box: Box(masks: [0b110, 0b111, 0b011])),  // delivering or accepting by improper means
      Unit(box: Box(masks: [0b110, 0b001, 0b111])),  // … or a child under 15
    ]
    let cover = try SetDifference.maximalRegions(of: [required], minus: units, in: space)
    #expect(
      cover.regions == [Box(masks: [0b001, 0b011, 0b111]), Box(masks: [0b111, 0b010, 0b100])])
    #expect(try SetDifference.size(of: [required], minus: units, in: space) == 18 * 3 + 2 * 3)
  }
}

extension Space {
  /// The box that constrains the given dimensions and no others.
  func box(_ constraints: [Int: UInt64]) -> Box {
    Box(masks: dimensions.indices.map { constraints[$0] ?? dimensions[$0].full })
  }
}
