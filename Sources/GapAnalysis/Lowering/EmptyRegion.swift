import LegalModel
import SourceText

/// Why a region holds no case: lines that exclude each other, or exceptions that leave nothing.
struct EmptyRegion {
  /// What the region belongs to.
  enum Subject {
    /// The offence of an article, by its number.
    case offence(article: String)
    /// A definition, by its name.
    case definition(String)
    /// Law that was not read, by its title.
    case unread(String)
    /// A rule, by its identity.
    case rule(String)
    /// A waiver, by its name.
    case waiver(String)

    /// How messages call it.
    var words: String {
      switch self {
      case .offence(let article): "the offence of article \(article)"
      case .definition(let name): "the definition `\(name)`"
      case .unread(let title): "the unread law \"\(title)\""
      case .rule(let identity): "the rule `\(identity)`"
      case .waiver(let name): "the waiver `\(name)`"
      }
    }

    /// What an exception that is too wide takes away.
    var reach: String {
      switch self {
      case .offence: "everything that the offence punishes"
      case .definition: "everything that the definition fits"
      case .unread: "everything that the unread law might punish"
      case .rule: "everything that the rule asks for"
      case .waiver: "everything that the waiver accepts"
      }
    }
  }

  private let corpus: LegalCorpus
  private let subject: Subject
  /// The block itself.
  private let block: SourceSpan
  private var related: [Diagnostic.Label] = []
  private var help: [Advice] = []

  /// Looks for the cause of a region that was lowered and found empty.
  ///
  /// - Parameter exclusions: what is taken out of the region besides its own exceptions.
  init(
    _ region: Region, of subject: Subject, exclusions: [Exception] = [], _ regions: inout RegionLowering
  ) {
    corpus = regions.corpus
    self.subject = subject
    block = region.span
    // What was lowered last may have been another region.
    regions.forgetConflict()
    let isHolding = holdsCases(Self.withoutExceptions(region), &regions)
    let conflict = regions.conflict
    if isHolding {
      let exceptions = region.items.compactMap { item -> Exception? in
        switch item {
        case .except(let exception): exception
        case .line, .uses, .either: nil
        }
      }
      blame(exceptions + exclusions)
    } else if let (line, other) = conflict {
      blame(line, other)
    } else {
      blameBranches(of: region, &regions)
    }
  }

  /// The diagnostic, with the cause.
  func diagnostic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.emptyRegion, "\(subject.words) can never apply", at: span, related: related, help: help)
  }

  // MARK: Causes

  private mutating func blame(_ exceptions: [Exception]) {
    guard !exceptions.isEmpty else {
      help = ["look at what it is built on: nothing of that is left"]
      return
    }
    let isOne = exceptions.count == 1
    related = exceptions.map {
      Diagnostic.Label($0.span, isOne ? "this exempts all of it" : "this exempts a part of it")
    }
    help = [
      isOne
        ? "make the exception narrower: it now exempts \(subject.reach)"
        : "make one of the exceptions narrower: together they now exempt \(subject.reach)"
    ]
  }

  private mutating func blame(_ line: LineID, _ other: LineID?) {
    guard let other else {
      related = [Diagnostic.Label(corpus[line].span, "nothing fits this line")]
      help = ["all lines must be true at once: look at what stands beside this line, or leave it out"]
      return
    }
    related = [
      Diagnostic.Label(corpus[line].span, "cannot be true together with the other marked line"),
      Diagnostic.Label(corpus[other].span, "the other line"),
    ]
    help = [
      """
      all lines must be true at once: correct or delete one of the two, `\(corpus.written(other))` or \
      `\(corpus.written(line))`
      """,
      "if the law means one or the other, write them as branches of `either { … } or { … }`",
    ]
    help += [other, line].compactMap(warningOfDefinition)
  }

  /// Who changes a line of a definition changes more than the block that is looked at.
  private func warningOfDefinition(_ line: LineID) -> Advice? {
    guard case .definition(let id) = corpus[line].owner, !block.contains(corpus[line].span) else {
      return nil
    }
    return """
      `\(corpus.written(line))` stands in the definition `\(corpus[id].name)`: a change there changes everything that \
      uses it
      """
  }

  /// Where no two lines exclude each other, a line excludes every branch of an `either`.
  private mutating func blameBranches(of region: Region, _ regions: inout RegionLowering) {
    for case .either(let branches) in region.items {
      let culprit = self.culprit(beside: branches, in: region, &regions)
      if let culprit {
        related.append(
          Diagnostic.Label(corpus[culprit].span, "must be true together with one of the branches"))
      }
      for branch in branches {
        related.append(
          Diagnostic.Label(
            branch.span, culprit == nil ? "does not fit the lines beside it" : "excludes the marked line"))
      }
      guard let culprit, help.isEmpty else { continue }
      let line = corpus.written(culprit)
      help.append(
        """
        `\(line)` must be true together with one of the branches, and it fits none of them: correct or delete it, \
        or, if the law means one more possibility, make it a branch: `or { \(line) }`
        """)
    }
    for case .uses(_, _, let span) in region.items {
      related.append(Diagnostic.Label(span, "this definition does not fit the lines beside it"))
    }
    if help.isEmpty { help = ["all lines must be true at once: look at those that are marked"] }
  }

  /// A line that leaves no branch a case.
  private func culprit(
    beside branches: [Region], in region: Region, _ regions: inout RegionLowering
  ) -> LineID? {
    for case .line(let id) in region.items {
      let both = Region(items: [.line(id), .either(branches)], span: region.span)
      if !holdsCases(both, &regions) { return id }
    }
    return nil
  }

  private static func withoutExceptions(_ region: Region) -> Region {
    let rest = region.items.filter { item in
      switch item {
      case .except: false
      case .line, .uses, .either: true
      }
    }
    return Region(items: rest, span: region.span)
  }

  private func holdsCases(_ region: Region, _ regions: inout RegionLowering) -> Bool {
    let space = regions.space
    return regions.drafts(region).contains { draft in
      draft.withDefaults(space).map { !$0.isExhausted(in: space) } ?? false
    }
  }
}
