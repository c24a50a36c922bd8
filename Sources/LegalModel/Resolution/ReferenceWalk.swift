import SourceText

/// Follows what refers to what, without recursion: no input can make the stack overflow.
struct ReferenceWalk {
  /// One use of something by something.
  struct Reference {
    let source: Int
    let target: Int
    let span: SourceSpan
  }

  /// Something on the way from where the walk began.
  private struct Step {
    let index: Int
    let references: [(target: Int, span: SourceSpan)]
    var next = 0
  }

  /// The ways that come back to where they began, in the order met: each reference leads to the source of the next,
  /// and the last one to the source of the first.
  private(set) var circles: [[Reference]] = []
  /// How far each reaches; those of circles aside.
  private(set) var reaches: [Reach]

  /// How far the references of one thing reach.
  struct Reach {
    /// How many others it refers to one after another, at most.
    var depth = 0
    /// How many it refers to in all, each as often as it is met.
    var count = 0
    /// The depth of the deepest of those it refers to.
    var deepest = 0
    /// The count of the largest of those it refers to.
    var largest = 0
  }

  /// Visits everything once. Cost: proportional to the number of references.
  static func walk(
    count: Int, _ references: (Int) -> [(target: Int, span: SourceSpan)]
  ) -> ReferenceWalk {
    var walk = ReferenceWalk(reaches: [Reach](repeating: Reach(), count: count))
    // nil not visited, true on the way, false done.
    var state = [Bool?](repeating: nil, count: count)
    for start in 0..<count where state[start] == nil {
      state[start] = true
      walk.visit([Step(index: start, references: references(start))], &state, references)
    }
    return walk
  }

  private mutating func visit(
    _ start: [Step], _ state: inout [Bool?], _ references: (Int) -> [(target: Int, span: SourceSpan)]
  ) {
    var path = start
    while let step = path.last {
      guard step.next < step.references.count else {
        path.removeLast()
        state[step.index] = false
        if let user = path.last { note(step.index, below: user.index) }
        continue
      }
      let target = step.references[step.next].target
      path[path.count - 1].next += 1
      switch state[target] {
      case true?: circles.append(Self.circle(to: target, on: path))
      case false?: note(target, below: step.index)
      case nil:
        state[target] = true
        path.append(Step(index: target, references: references(target)))
      }
    }
  }

  /// The part of the way that begins at something on it, every step with the reference that was followed last.
  private static func circle(to target: Int, on path: [Step]) -> [Reference] {
    guard let start = path.firstIndex(where: { $0.index == target }) else { return [] }
    return path[start...].map { step in
      let (next, span) = step.references[step.next - 1]
      return Reference(source: step.index, target: next, span: span)
    }
  }

  private mutating func note(_ used: Int, below user: Int) {
    let below = reaches[used]
    reaches[user].depth = max(reaches[user].depth, below.depth + 1)
    reaches[user].deepest = max(reaches[user].deepest, below.depth)
    reaches[user].largest = max(reaches[user].largest, below.count)
    // Past every limit the exact number does not matter.
    reaches[user].count = min(reaches[user].count + below.count + 1, 1 << 32)
  }
}
