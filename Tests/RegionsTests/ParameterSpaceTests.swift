import Regions
import Testing

/// Choices beside cases: they are never multiplied with each other.
@Suite struct ParameterSpaceTests {
  private let two = Dimension(atoms: 2)

  @Test func casesAndChoicesMayEachFillTheNumbers() throws {
    let cases = try Space([Dimension](repeating: two, count: 127))
    let space = try cases.adding(parameters: [Dimension](repeating: two, count: 127))
    // Under the second answer to its question each unit reaches the half of the cases that its dimension names.
    let units = (0..<127).map { index in
      var box = space.wholeBox
      box.masks[index] = 0b10
      box.masks[127 + index] = 0b10
      return Unit(box: box)
    }
    let question = CoverageQuestion(
      space: space, required: [space.wholeBox], units: units, parameters: Set(127..<254))
    let sizes = try question.sizes()
    #expect(sizes.required == (UInt128.max >> 1) + 1)
    #expect(sizes.always == 0)
    // Only the case that no unit reaches is open under every choice.
    #expect(sizes.never == 1)
    #expect(sizes.sometimes == UInt128.max >> 1)
  }

  @Test func tooManyChoicesAreRefused() throws {
    let cases = try Space([two])
    #expect(throws: SpaceError.tooLarge) {
      try cases.adding(parameters: [Dimension](repeating: two, count: 128))
    }
    #expect(throws: SpaceError.noAtoms(dimension: 0)) {
      try cases.adding(parameters: [Dimension(atoms: 0)])
    }
  }

  @Test func wideSpacesAreStillRefusedAsAWhole() throws {
    let wide = Dimension(atoms: 64)
    let cases = try Space([Dimension](repeating: wide, count: 20))
    #expect(throws: SpaceError.tooLarge) {
      try cases.adding(parameters: [Dimension](repeating: wide, count: 20))
    }
  }
}
