public import LegalModel
import Regions
public import SourceText

/// Where an exception comes from.
public enum ExceptionSource: Hashable, Sendable {
  /// An `except` block.
  case except(SourceSpan)
  /// An `exempt` of an article.
  case exemption(ArticleID, Int)
  /// The part in which a condition of an extension or a penalty does not hold.
  case condition
}

/// Cases taken out of a draft.
struct DraftException: Sendable {
  var masks: [UInt64]
  var answers: Answers
  let source: ExceptionSource
}

/// One box of a region in the making, with the lines that made it.
struct Draft: Sendable {
  /// One mask an element.
  var masks: [UInt64]
  /// The answers under which the box holds.
  var answers = Answers()
  /// Whether some line speaks of the element, so that its default does not apply.
  var isStated: [Bool]
  /// The lines that constrain the box, in the order met.
  var lines: [LineID] = []
  /// The definitions used on the way.
  var uses: [DefinitionID] = []
  /// What is taken out.
  var exceptions: [DraftException] = []
  /// The weakest evidence among the lines.
  var evidence = EvidenceGrade.text
  /// Whether any line or link carried evidence of its own.
  var hasEvidence = false

  /// The box of all cases.
  init(_ space: CaseSpace) {
    masks = space.space.dimensions.map(\.full)
    isStated = Array(repeating: false, count: masks.count)
  }

  mutating func weaken(to grade: EvidenceGrade) {
    evidence = min(evidence, grade)
    hasEvidence = true
  }

  /// The cases in both; nil if there are none.
  func intersection(_ other: Draft) -> Draft? {
    var result = self
    for index in masks.indices {
      result.masks[index] &= other.masks[index]
      if result.masks[index] == 0 { return nil }
      if other.isStated[index] { result.isStated[index] = true }
    }
    guard let answers = answers.joined(with: other.answers) else { return nil }
    result.answers = answers
    result.lines += other.lines
    result.uses += other.uses
    result.exceptions += other.exceptions
    if other.hasEvidence { result.weaken(to: other.evidence) }
    return result
  }

  /// Whether the exceptions that hold whenever the draft does take out all of its cases.
  func isExhausted(in space: CaseSpace) -> Bool {
    let out = exceptions.filter { answers.imply($0.answers) }.map { Unit(box: Box(masks: $0.masks)) }
    guard !out.isEmpty else { return false }
    // Past the limit nothing is claimed.
    return (try? SetDifference.isEmpty(of: [Box(masks: masks)], minus: out, in: space.space)) ?? false
  }

  /// The cases of this draft that are not in `other`.
  ///
  /// What `other` itself excepts stays in: A \ (X \ Y) = (A \ X) ∪ (A ∩ X ∩ Y).
  func subtracting(_ other: Draft, source: ExceptionSource) -> [Draft] {
    var outside = self
    outside.exceptions.append(DraftException(masks: other.masks, answers: other.answers, source: source))
    var result = [outside]
    for exception in other.exceptions {
      var kept = self
      for index in kept.masks.indices { kept.masks[index] &= exception.masks[index] & other.masks[index] }
      guard !kept.masks.contains(0), let answers = kept.answers.joined(with: exception.answers) else {
        continue
      }
      kept.answers = answers
      result.append(kept)
    }
    return result
  }
}
