import Regions

/// Decides everything by enumerating all points, and knows nothing of boxes beyond membership.
struct Oracle {
  let space: Space
  let required: [Box]
  let units: [Unit]
  let parameters: Set<Int>
  /// Every combination of atoms in the dimensions that are no parameters; 0 in the others.
  let cases: [[Int]]
  /// Every combination of atoms in the parameters; 0 in the other dimensions.
  let choices: [[Int]]

  init(_ problem: RandomProblem) {
    space = problem.space
    required = problem.required
    units = problem.units
    parameters = problem.parameters
    cases = Self.points(problem.space) { !problem.parameters.contains($0) }
    choices = Self.points(problem.space) { problem.parameters.contains($0) }
  }

  static func points(_ space: Space, varying: (Int) -> Bool = { _ in true }) -> [[Int]] {
    space.dimensions.indices.reduce([[]]) { points, dimension in
      let atoms = varying(dimension) ? space.dimensions[dimension].atomCount : 1
      return points.flatMap { point in (0..<atoms).map { point + [$0] } }
    }
  }

  func isRequired(_ point: [Int]) -> Bool {
    required.contains { box in
      point.indices.allSatisfy { parameters.contains($0) || box.holds(point[$0], in: $0) } && !isBlank(box)
    }
  }

  /// What the box says of parameters is ignored, so that it is empty only in the other dimensions.
  private func isBlank(_ box: Box) -> Bool {
    box.masks.indices.contains { !parameters.contains($0) && box.masks[$0] == 0 }
  }

  func isCovered(_ point: [Int]) -> Bool {
    units.contains { unit in
      unit.box.holds(point) && !unit.exceptions.contains { $0.holds(point) }
    }
  }

  /// The choices under which nothing covers the case.
  func openChoices(_ point: [Int]) -> Set<[Int]> {
    Set(choices.filter { !isCovered(zip(point, $0).map(+)) })
  }

  func weight(_ point: [Int]) -> UInt128 {
    point.indices.reduce(1) { product, dimension in
      parameters.contains(dimension)
        ? product : product * UInt128(space.dimensions[dimension].weights[point[dimension]])
    }
  }
}

extension Box {
  /// Membership, without the checks of the public method: enumeration is what the tests spend their time on.
  func holds(_ point: [Int]) -> Bool {
    for dimension in point.indices where masks[dimension] >> UInt64(point[dimension]) & 1 == 0 {
      return false
    }
    return true
  }

  func holds(_ atom: Int, in dimension: Int) -> Bool { masks[dimension] >> UInt64(atom) & 1 == 1 }
}
