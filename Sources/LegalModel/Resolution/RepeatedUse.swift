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

  /// What to do; general words where the meaning might change.
  var advice: Advice {
    let careful: Advice =
      "`\(name)` is used twice in it: write it so that `uses \(name)` stands once, where that leaves the meaning as it is"
    // What is met anyway adds nothing, but that it can take the place of a default.
    guard !statesDefault else { return careful }
    let plain = region.items.filter(isUse)
    if plain.count > 1 {
      return "`uses \(name)` stands twice in it, and twice means the same as once: delete one of the two"
    }
    guard !plain.isEmpty, let branch = repeatingBranch else { return careful }
    let places =
      "`uses \(name)` stands here once by itself and once in a branch of `either`: it must be met anyway, so "
    return branch.items.count == 1
      ? "\(places)keep the first and delete the whole `either` line"
      : "\(places)keep the first and delete the one in the branch"
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

  /// Whether any line that the block brings along speaks of an element with a default.
  private var statesDefault: Bool {
    var seen = Set<DefinitionID>()
    var waiting = [region]
    while let next = waiting.popLast() {
      for item in next.items {
        switch item {
        case .line(let id):
          if corpus.vocabulary[corpus[id].element].defaultSelection != nil { return true }
        case .uses(let id, _, _):
          if seen.insert(id).inserted { waiting.append(corpus[id].region) }
        case .either(let branches): waiting += branches
        case .except(let exception): waiting.append(exception.region)
        }
      }
    }
    return false
  }
}
