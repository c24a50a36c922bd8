import Regions
import Testing

@Suite("Boxes")
struct BoxTests {
  private let first = Box(masks: [0b011, 0b110])
  private let second = Box(masks: [0b010, 0b001])

  @Test func meetAndContainment() {
    #expect(first.intersection(second) == Box(masks: [0b010, 0]))
    #expect(!first.intersects(second))
    #expect(first.blockingDimensions(against: second) == [1])
    #expect(Box(masks: [0b001, 0b100]).isSubset(of: first))
    #expect(!first.isSubset(of: second))
    #expect(Box(masks: [0b100, 0]).isSubset(of: second), "an empty box lies in every box")
    #expect(Box(masks: [0b100, 0]).isEmpty)
  }

  @Test func membership() {
    #expect(first.contains(point: [1, 2]))
    #expect(!first.contains(point: [2, 2]))
    #expect(!first.contains(point: [-1, 64]))
    #expect(!Unit(box: first, exceptions: [Box(masks: [0b010, 0b111])]).contains(point: [1, 2]))
    #expect(Unit(box: first, exceptions: [Box(masks: [0b010, 0b111])]).contains(point: [0, 2]))
  }

  @Test func orderAndSize() throws {
    #expect([first, second].sorted() == [second, first])
    let space = try Space([Dimension(weights: [15, 3, 82]), Dimension(atoms: 3)])
    #expect(space.size(of: first) == 36)
    #expect(space.size(of: Box(masks: [0b011, 0])) == 0)
    #expect(space.wholeBox == Box(masks: [0b111, 0b111]))
    #expect(Dimension(atoms: 64).full == .max)
  }
}
