/// Lines as files write them, for messages that show the reader's own line.
extension LegalCorpus {
  /// An element line without its words and evidence: `age under 18`. Groups are written as their members.
  public func written(_ id: LineID) -> String {
    let line = self[id]
    let element = vocabulary[line.element]
    let statement =
      switch line.statement {
      case .any: "any"
      case .notStated: "not stated"
      case .listed: element.written(line.selection)
      }
    return "\(element.name) \(statement)"
  }
}

extension Element {
  /// A selection as a list in files.
  public func written(_ selection: Selection) -> String {
    switch (selection, domain) {
    case (.values(let set), .values(let values, _)):
      set.positions.map { values[$0].name }.joined(separator: ", ")
    case (.numbers(let set), .numbers(let domain, _)):
      set.ranges.map { Self.written($0, in: domain) }.joined(separator: ", ")
    case (.values, .numbers), (.numbers, .values): "any"
    }
  }

  private static func written(_ range: ClosedRange<Int>, in domain: ClosedRange<Int>) -> String {
    if range == domain { return "any" }
    if range.lowerBound == range.upperBound { return String(range.lowerBound) }
    if range.lowerBound == domain.lowerBound { return "under \(range.upperBound + 1)" }
    if range.upperBound == domain.upperBound { return "at least \(range.lowerBound)" }
    return "from \(range.lowerBound) to \(range.upperBound)"
  }
}
