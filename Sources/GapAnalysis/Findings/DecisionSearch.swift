import LegalModel
import Regions

/// Finds out which questions decide about a region, and how they must be answered.
struct DecisionSearch {
  let law: LoweredLaw
  let question: RuleQuestion

  /// What decides about cases that are open under some sets of answers, wherever they lie.
  struct Deciding {
    fileprivate let questions: [Question]
    fileprivate let closing: [[Decision.Answer]]
  }

  /// What decides about a region whose cases are open under one of some sets of answers.
  ///
  /// - Parameter opening: the question and the answer that alone leave the region open.
  func decision(
    open: [ParameterSet], opening: (dimension: Int, answer: Int)?, region: [UInt64]
  ) throws(WorkLimitPassed) -> Decision {
    decision(try deciding(open: open), opening: opening, region: region)
  }

  /// What decides about a region, once it is known for the sets of answers under which its cases are open.
  func decision(
    _ deciding: Deciding, opening: (dimension: Int, answer: Int)?, region: [UInt64]
  ) -> Decision {
    Decision(
      opening: opening.map { answer($0.dimension, [$0.answer]) }, questions: deciding.questions,
      closing: deciding.closing, provisions: provisions(reaching: region))
  }

  /// Which questions decide about cases that are open under one of some sets of answers.
  func deciding(open: [ParameterSet]) throws(WorkLimitPassed) -> Deciding {
    let dimensions = question.questions.map { Dimension(atoms: law.question($0).answers.count) }
    guard let space = try? Space(dimensions) else { return Deciding(questions: [], closing: []) }
    // Open for some case of the region: what closes the region must close all of them.
    let answers = open.flatMap { $0.boxes.map { Box(masks: question.answers(of: $0)) } }
    let deciding = try dimensions.indices.filterThrowing { dimension throws(WorkLimitPassed) in
      try matters(dimension, open: answers, in: space)
    }
    let cover = try SetDifference.maximalRegions(
      of: [space.wholeBox], minus: answers.map { Unit(box: $0) }, in: space)
    return Deciding(
      questions: deciding.map { law.question(question.questions[$0]) },
      closing: cover.regions.map { describe($0, deciding: deciding) })
  }

  private func answer(_ dimension: Int, _ positions: [Int]) -> Decision.Answer {
    let asked = law.question(question.questions[dimension])
    return Decision.Answer(question: asked, answers: positions.map { asked.answers[$0] })
  }

  /// Whether two answers to one question leave different sets of the other answers open.
  private func matters(_ dimension: Int, open: [Box], in space: Space) throws(WorkLimitPassed) -> Bool {
    let full = space.dimensions[dimension].full
    if open.allSatisfy({ $0.masks[dimension] & full == full }) { return false }
    func slice(_ atom: Int) -> [Box] {
      open.filter { $0.masks[dimension] >> UInt64(atom) & 1 == 1 }.map { box in
        var masks = box.masks
        masks[dimension] = full
        return Box(masks: masks)
      }
    }
    let first = slice(0)
    for atom in 1..<max(1, space.dimensions[dimension].atomCount) {
      let other = slice(atom)
      if other == first { continue }
      if other.isEmpty || first.isEmpty { return true }
      let lost = try SetDifference.isEmpty(of: first, minus: other.map { Unit(box: $0) }, in: space)
      let gained = try SetDifference.isEmpty(of: other, minus: first.map { Unit(box: $0) }, in: space)
      if !lost || !gained { return true }
    }
    return false
  }

  private func describe(_ box: Box, deciding: [Int]) -> [Decision.Answer] {
    deciding.compactMap { dimension in
      let count = law.question(question.questions[dimension]).answers.count
      let positions = (0..<count).filter { box.masks[dimension] >> UInt64($0) & 1 == 1 }
      return positions.count < count ? answer(dimension, positions) : nil
    }
  }

  private func provisions(reaching region: [UInt64]) -> [Provision] {
    var result: [Provision] = []
    for unit in question.units where unit.meets(region) && !result.contains(unit.provision) {
      result.append(unit.provision)
    }
    return result.sorted()
  }
}

extension Range where Bound == Int {
  fileprivate func filterThrowing(
    _ isIncluded: (Int) throws(WorkLimitPassed) -> Bool
  ) throws(WorkLimitPassed) -> [Int] {
    var result: [Int] = []
    for index in self where try isIncluded(index) { result.append(index) }
    return result
  }
}
