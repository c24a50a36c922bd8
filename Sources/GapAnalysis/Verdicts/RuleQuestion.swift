import LegalModel
import Regions

/// One rule put to the set algebra: its cases, the units that reach into them, and the questions those raise.
struct RuleQuestion: Sendable {
  /// The required cases.
  let required: RequiredRegion
  /// The units that reach into the rule's hull, in the order of the law.
  let units: [LegalUnit]
  /// Other units that take part in the answer but are no provisions of their own, such as severe parts of units.
  let further: [LegalUnit]
  /// The questions they depend on; dimension `elements + position` of ``space``.
  let questions: [QuestionID]
  /// Elements first, then the questions.
  let space: Space
  /// The required boxes in ``space``.
  let requiredBoxes: [Box]
  private let elementCount: Int

  init(
    required: RequiredRegion, units: [LegalUnit], further: [LegalUnit] = [], law: LoweredLaw
  ) throws(SpaceError) {
    self.required = required
    let near = units.filter { $0.meets(required.hull) }
    let nearFurther = further.filter { $0.meets(required.hull) }
    let questions = Self.questions(of: near, nearFurther, among: law.questions.count)
    self.units = near
    self.further = nearFurther
    self.questions = questions
    elementCount = law.space.elements.count
    let answers = questions.map { Dimension(atoms: law.question($0).answers.count) }
    space = try law.space.space.adding(parameters: answers)
    let everyAnswer = answers.map(\.full)
    requiredBoxes = required.boxes.map { Box(masks: $0.masks + everyAnswer) }
  }

  /// The questions that units depend on, ascending.
  private static func questions(
    of units: [LegalUnit], _ further: [LegalUnit], among count: Int
  ) -> [QuestionID] {
    var isAsked = [Bool](repeating: false, count: count)
    func note(_ units: [LegalUnit]) {
      for unit in units {
        for entry in unit.answers.entries { isAsked[entry.question.index] = true }
        for exception in unit.exceptions {
          for entry in exception.answers.entries { isAsked[entry.question.index] = true }
        }
      }
    }
    note(units)
    note(further)
    return isAsked.indices.filter { isAsked[$0] }.map { QuestionID($0) }
  }

  /// A box of cases and answers in ``space``.
  func box(_ masks: [UInt64], _ answers: Answers) -> Box {
    Box(
      masks: masks
        + questions.enumerated().map { offset, question in
          answers[question] ?? space.dimensions[elementCount + offset].full
        })
  }

  /// The unit of the set algebra that a legal unit stands for.
  func unit(_ unit: LegalUnit) -> Unit {
    Unit(box: box(unit.masks, unit.answers), exceptions: unit.exceptions.map { box($0.masks, $0.answers) })
  }

  /// The dimensions that are questions.
  var parameters: Set<Int> { Set(elementCount..<(elementCount + questions.count)) }

  /// The part of a box that speaks of elements.
  func elements(of box: Box) -> [UInt64] { Array(box.masks.prefix(elementCount)) }

  /// The part of a box that speaks of questions.
  func answers(of box: Box) -> [UInt64] { Array(box.masks.dropFirst(elementCount)) }

  /// Whether one answer alone leaves cases open: every way to answer the other questions is among those in `open`.
  ///
  /// The boxes of `open` are disjoint, so that counting the ways is enough. Cost: one pass over the boxes.
  func opens(_ open: ParameterSet, dimension: Int, answer: Int) -> Bool {
    let asked = elementCount + dimension
    func ways(_ masks: [UInt64]) -> UInt128 {
      var product: UInt128 = 1
      for other in elementCount..<space.dimensions.count where other != asked {
        product &*= UInt128(masks[other].nonzeroBitCount)
      }
      return product
    }
    var closing: UInt128 = 0
    for box in open.boxes where box.masks[asked] >> UInt64(answer) & 1 == 1 { closing &+= ways(box.masks) }
    return closing == ways(space.dimensions.map(\.full))
  }

  /// Cases, by default the required ones, split by whether some unit reaches them under all, some or no answers.
  func partition(
    _ units: [Unit], of boxes: [Box]? = nil, limits: WorkLimits = .standard
  ) throws(WorkLimitPassed) -> Partition {
    try CoverageQuestion(
      space: space, required: boxes ?? requiredBoxes, units: units, parameters: parameters, limits: limits
    ).partition()
  }

  /// How many of the required cases some units reach under all answers.
  func coveredSize(_ units: [Unit]) throws(WorkLimitPassed) -> UInt128 {
    try CoverageQuestion(space: space, required: requiredBoxes, units: units, parameters: parameters)
      .alwaysSize()
  }
}
