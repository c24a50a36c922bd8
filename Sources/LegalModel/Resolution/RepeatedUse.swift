import SourceText

/// How a block that uses a definition twice can use it once and mean the same.
struct RepeatedUse {
  /// The definition.
  let definition: DefinitionID
  /// Its name as the block writes it.
  let name: String
  /// The block.
  let region: Region
  /// What the block refers to.
  let corpus: LegalCorpus

  /// What to do, so that the law stays what it is.
  var advice: Advice {
    // What is met anyway adds nothing, but that it can take the place of a default.
    if let element = elementWithDefault { return withDefault(element) }
    let plain = region.items.filter(isUse)
    if plain.count > 1 {
      return "`uses \(name)` stands twice in it, and twice means the same as once: delete one of the two"
    }
    guard !plain.isEmpty, let branch = repeatingBranch else {
      return """
        if every branch of an `either` line in it needs `uses \(name)`, write that once, outside of the `either`
        """
    }
    let places =
      "`uses \(name)` stands here once by itself and once in a branch of `either`: it must be met anyway, so "
    return branch.items.count == 1
      ? "\(places)keep the first and delete the whole `either` line"
      : "\(places)keep the first and delete the one in the branch"
  }

  private func withDefault(_ element: ElementID) -> Advice {
    let declared = corpus.vocabulary[element]
    let silence = declared.defaultSelection?.onlyValue.map { "covers only `\(declared.name(of: $0))`" }
    return """
      `uses \(name)` stands twice in it, but do not simply delete one: what does not mention `\(declared.name)` \
      \(silence ?? "does not cover all of it"), so that other cases would be left out; first write the line \
      `\(declared.name) …` that is meant in each branch, then `uses \(name)` once
      """
  }

  private func isUse(_ item: RegionItem) -> Bool {
    switch item {
    case .uses(let id, _, _): id == definition
    case .line, .either, .except: false
    }
  }

  /// A branch of the block that uses the definition.
  private var repeatingBranch: Region? {
    for case .either(let branches) in region.items {
      if let branch = branches.first(where: { $0.items.contains(where: isUse) }) { return branch }
    }
    return nil
  }

  /// An element with a default of which some line speaks that the block brings along; nil if there is none.
  private var elementWithDefault: ElementID? {
    var seen = Set<DefinitionID>()
    var waiting = [region]
    while let next = waiting.popLast() {
      for item in next.items {
        switch item {
        case .line(let id):
          let element = corpus[id].element
          if corpus.vocabulary[element].defaultSelection != nil { return element }
        case .uses(let id, _, _):
          if seen.insert(id).inserted { waiting.append(corpus[id].region) }
        case .either(let branches): waiting += branches
        case .except(let exception): waiting.append(exception.region)
        }
      }
    }
    return nil
  }
}

extension Selection {
  /// The value, if it is a single one.
  fileprivate var onlyValue: CaseValue? {
    switch self {
    case .values(let set): set.positions.count == 1 ? set.positions.first.map { .value($0) } : nil
    case .numbers: nil
    }
  }
}
