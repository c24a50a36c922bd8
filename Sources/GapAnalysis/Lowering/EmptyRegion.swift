import LegalModel
import SourceText

/// Why a region holds no case: lines that exclude each other, or exceptions that leave nothing.
struct EmptyRegion {
  private var related: [Diagnostic.Label] = []
  private var help = "lines all hold at once; alternatives belong into `either { … } or { … }`"

  /// Looks for the cause of a region that was just lowered and found empty.
  ///
  /// - Parameter exclusions: what is taken out of the region besides its own exceptions.
  init(_ region: Region, exclusions: [Exception] = [], _ regions: inout RegionLowering) {
    if let (line, other) = regions.conflict {
      related.append(Diagnostic.Label(regions.corpus[line].span, "no case satisfies this line"))
      if let other {
        related.append(Diagnostic.Label(regions.corpus[other].span, "together with this one"))
      }
    }
    let exceptions = region.items.compactMap { item -> Exception? in
      switch item {
      case .except(let exception): exception
      case .line, .uses, .either: nil
      }
    }
    if holdsCases(region, &regions) {
      for exception in exceptions + exclusions {
        related.append(Diagnostic.Label(exception.span, "this takes out all that is left"))
      }
      help = "make the exception narrower: it must leave some case of what stands beside it"
    } else if related.isEmpty {
      for case .either(let branches) in region.items {
        for (index, branch) in branches.enumerated() {
          let text = index == 0 ? "no branch agrees with the lines beside it" : "nor this one"
          related.append(Diagnostic.Label(branch.span, text))
        }
      }
      for case .uses(_, _, let span) in region.items {
        related.append(Diagnostic.Label(span, "this definition does not agree with the lines beside it"))
      }
    }
  }

  /// Whether the region without its own exceptions holds a case.
  private func holdsCases(_ region: Region, _ regions: inout RegionLowering) -> Bool {
    let rest = region.items.filter { item in
      switch item {
      case .except: false
      case .line, .uses, .either: true
      }
    }
    let space = regions.space
    return regions.drafts(Region(items: rest, span: region.span)).contains { draft in
      draft.withDefaults(space).map { !$0.isExhausted(in: space) } ?? false
    }
  }

  /// The diagnostic, with the cause.
  func diagnostic(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(.emptyRegion, "\(what) can match no case at all", at: span, related: related, help: [help])
  }
}
