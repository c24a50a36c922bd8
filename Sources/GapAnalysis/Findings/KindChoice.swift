import LegalModel

/// Which kind of finding a gap is, from what keeps the nearest provision away.
///
/// Precedence: origin in a definition, then age, then an added element, then a missing value.
struct KindChoice {
  let corpus: LegalCorpus
  let space: CaseSpace

  /// The kind of a gap region with these nearest provisions, and the elements it is about.
  func kind(
    of nearMisses: [NearMiss], region: CaseRegion, required: RequiredRegion
  ) -> (kind: FindingKind, elements: [ElementID]) {
    guard !nearMisses.isEmpty else { return (.noOffence, []) }
    let blocking = nearMisses.flatMap { $0.obstacles.filter(\.isBlocking) }
    var elements: [ElementID] = []
    for obstacle in blocking where !elements.contains(obstacle.element) { elements.append(obstacle.element) }
    if blocking.isEmpty { return (.valueMissing, nearMisses.flatMap { $0.obstacles.map(\.element) }) }
    let worded = blocking.filter { $0.origin != .silence }
    if worded.isEmpty { return (.notExtended, elements) }
    if worded.contains(where: { isFromDefinition($0) }) { return (.definitionTooNarrow, elements) }
    if worded.contains(where: { isNumeric($0.element) && !isOpen($0.element, at: region, in: required) }) {
      return (.ageTooLow, elements)
    }
    if worded.contains(where: { isOpen($0.element, at: region, in: required) || isException($0) }) {
      return (.elementAdded, elements)
    }
    return (.valueMissing, elements)
  }

  private func isOpen(_ element: ElementID, at region: CaseRegion, in required: RequiredRegion) -> Bool {
    required.isOpen(element, at: region.masks, in: space)
  }

  private func isNumeric(_ element: ElementID) -> Bool {
    switch space.vocabulary[element].domain {
    case .values: false
    case .numbers: true
    }
  }

  private func isException(_ obstacle: Obstacle) -> Bool {
    switch obstacle.origin {
    case .exception: true
    case .line, .silence, .penalty: false
    }
  }

  private func isFromDefinition(_ obstacle: Obstacle) -> Bool {
    switch obstacle.origin {
    case .line(let line):
      switch corpus[line].owner {
      case .definition: true
      case .rule, .article, .statute, .reservation, .waiver: false
      }
    case .silence, .exception, .penalty: false
    }
  }
}
