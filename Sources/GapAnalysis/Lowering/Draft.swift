public import LegalModel
import Regions
public import SourceText

/// Where an exception comes from.
public enum ExceptionSource: Hashable, Sendable {
  /// An `except` block.
  case except(SourceSpan)
  /// The line between the cases in which an amendment changes a text and the others: no exception of the law.
  case division(SourceSpan)
  /// An `exempt` of an article.
  case exemption(ArticleID, Int)
  /// The part in which a condition of an extension or a penalty does not hold.
  case condition

  /// Whether it only tells which of two texts holds for a case.
  var isDivision: Bool {
    switch self {
    case .division: true
    case .except, .exemption, .condition: false
    }
  }
}

/// Cases taken out of a draft.
struct DraftException: Hashable, Sendable {
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
  /// The elements that some line speaks of, so that their defaults do not apply.
  var stated = ElementSet()
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
  }

  mutating func weaken(to grade: EvidenceGrade) {
    evidence = min(evidence, grade)
    hasEvidence = true
  }

  /// Whether the box meets another; answers and exceptions are not looked at.
  func meets(_ other: [UInt64]) -> Bool { masks.meet(other) }

  /// The cases in both; nil if there are none.
  func intersection(_ other: Draft) -> Draft? {
    // Most pairs have no case in common: nothing is copied for them.
    guard meets(other.masks), let answers = answers.joined(with: other.answers) else { return nil }
    if brings(nothingTo: other) {
      var result = other
      result.stated = stated.union(other.stated)
      return result
    }
    var result = self
    for index in masks.indices { result.masks[index] &= other.masks[index] }
    result.stated = stated.union(other.stated)
    result.answers = answers
    // A definition may come by several ways: each way again would double what it brings along.
    for line in other.lines where !lines.contains(line) { result.lines.append(line) }
    for use in other.uses where !uses.contains(use) { result.uses.append(use) }
    for exception in other.exceptions where !exceptions.contains(exception) {
      result.exceptions.append(exception)
    }
    if other.hasEvidence { result.weaken(to: other.evidence) }
    return result
  }

  /// Whether the cases of both are those of `other`, known from the same lines: so it is before the first line.
  private func brings(nothingTo other: Draft) -> Bool {
    guard !hasEvidence, lines.isEmpty, uses.isEmpty, exceptions.isEmpty, answers.isEmpty else { return false }
    for index in masks.indices where other.masks[index] & ~masks[index] != 0 { return false }
    return true
  }

  /// Whether the exceptions that hold whenever the draft does take out all of its cases.
  func isExhausted(in space: CaseSpace) -> Bool {
    let out = exceptions.filter { answers.imply($0.answers) }.map { Unit(box: Box(masks: $0.masks)) }
    guard !out.isEmpty else { return false }
    // Past the limit nothing is claimed.
    return (try? SetDifference.isEmpty(of: [Box(masks: masks)], minus: out, in: space.space)) ?? false
  }

  /// The cases of this draft that are not in `other`: one draft still, with more exceptions.
  ///
  /// An exception that takes nothing out leaves a trace all the same: whoever looks for idle ones must find it.
  func subtracting(_ other: Draft, source: ExceptionSource) -> Draft {
    var result = self
    let pieces = other.pieces
    let meeting = pieces.filter { $0.meets(masks) }
    for piece in meeting.isEmpty ? Array(pieces.prefix(1)) : meeting {
      let isKnown = result.exceptions.contains {
        $0.source == source && $0.answers == piece.answers && piece.isInside($0.masks)
      }
      if !isKnown {
        result.exceptions.append(DraftException(masks: piece.masks, answers: piece.answers, source: source))
      }
    }
    return result
  }

  /// The draft's cases as disjoint boxes without exceptions.
  var pieces: [Piece] {
    exceptions.reduce([Piece(masks: masks, answers: answers)]) { pieces, exception in
      pieces.flatMap { $0.without(exception) }
    }
  }

  /// A box of cases under some answers.
  struct Piece {
    var masks: [UInt64]
    var answers: Answers

    func meets(_ other: [UInt64]) -> Bool { masks.meet(other) }

    func isInside(_ other: [UInt64]) -> Bool { masks.indices.allSatisfy { masks[$0] & ~other[$0] == 0 } }

    /// What an exception leaves, element by element, then answer by answer.
    fileprivate func without(_ exception: DraftException) -> [Piece] {
      guard meets(exception.masks), answers.joined(with: exception.answers) != nil else { return [self] }
      var left: [Piece] = []
      var rest = self
      for index in masks.indices where rest.masks[index] & ~exception.masks[index] != 0 {
        var piece = rest
        piece.masks[index] &= ~exception.masks[index]
        left.append(piece)
        rest.masks[index] &= exception.masks[index]
      }
      for entry in exception.answers.entries {
        // Bits beyond the last answer mean nothing: a piece that has no others is empty, and reaches no case.
        if let others = rest.answers.joined(with: .only(entry.question, ~entry.mask)) {
          var piece = rest
          piece.answers = others
          left.append(piece)
        }
        guard let same = rest.answers.joined(with: .only(entry.question, entry.mask)) else { break }
        rest.answers = same
      }
      return left
    }
  }
}
