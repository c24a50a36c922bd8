public import LegalModel

/// One thing one unit of the law does.
public struct Provision: Hashable, Comparable, Sendable {
  /// What kind of thing.
  public enum Kind: Hashable, Sendable {
    /// The offence at a position of its article.
    case offence(Int)
    /// A definition, looked at as such.
    case definition(DefinitionID)
    /// Law that was not read, at a position of its article or statute.
    case unread(Int)
    /// Other law than criminal law, of which nothing is encoded.
    case otherLaw
  }

  /// The statute; nil for other law.
  public let statute: StatuteID?
  /// The article; nil for a statute as a whole.
  public let article: ArticleID?
  /// What it does there.
  public let kind: Kind

  /// Whether it is law that was not read.
  var isUnread: Bool {
    switch kind {
    case .unread: true
    case .offence, .definition, .otherLaw: false
    }
  }

  private var order: (Int, Int, Int) {
    let part =
      switch kind {
      case .offence(let position): position
      case .definition(let id): 10_000 + id.index
      case .unread(let position): 100_000 + position
      case .otherLaw: 1_000_000
      }
    return (statute?.index ?? .max, article?.index ?? .max, part)
  }

  /// An offence that a remedy proposes.
  static let newOffence = Provision(statute: nil, article: nil, kind: .offence(0))

  /// In the order of the law.
  public static func < (left: Provision, right: Provision) -> Bool { left.order < right.order }
}

/// Cases that an exception takes out of a unit.
struct UnitException: Sendable {
  /// One mask an element.
  let masks: [UInt64]
  /// The answers under which it holds.
  let answers: Answers
  /// Where it stands.
  let source: ExceptionSource
}

/// A box of cases that one provision reaches, with its exceptions and the lines it rests on.
///
/// A class, since it never changes and every question hands it on: a value of so many lists would be copied each time.
final class LegalUnit: Sendable {
  /// The provision.
  let provision: Provision
  /// One mask an element.
  let masks: [UInt64]
  /// The answers under which it holds.
  let answers: Answers
  /// What is taken out.
  let exceptions: [UnitException]
  /// The lines that constrain it.
  let lines: [LineID]
  /// The definitions it uses.
  let uses: [DefinitionID]
  /// The articles of the general part that widened it, with the element they widened.
  let extendedBy: [(article: ArticleID?, element: ElementID)]
  /// The weakest evidence it rests on.
  let evidence: EvidenceGrade
  /// The kind of liability.
  let liability: Liability

  init(
    provision: Provision, masks: [UInt64], answers: Answers, exceptions: [UnitException], lines: [LineID],
    uses: [DefinitionID], extendedBy: [(article: ArticleID?, element: ElementID)], evidence: EvidenceGrade,
    liability: Liability
  ) {
    self.provision = provision
    self.masks = masks
    self.answers = answers
    self.exceptions = exceptions
    self.lines = lines
    self.uses = uses
    self.extendedBy = extendedBy
    self.evidence = evidence
    self.liability = liability
  }

  /// The same provision reaching other cases; what is not given stays.
  func reaching(
    masks: [UInt64]? = nil, answers: Answers? = nil, exceptions: [UnitException]? = nil
  ) -> LegalUnit {
    LegalUnit(
      provision: provision, masks: masks ?? self.masks, answers: answers ?? self.answers,
      exceptions: exceptions ?? self.exceptions, lines: lines, uses: uses, extendedBy: extendedBy,
      evidence: evidence, liability: liability)
  }

  /// The part of it inside some boxes of cases; nil if there is none.
  func cut(to boxes: [[UInt64]]) -> LegalUnit? {
    if boxes.isEmpty { return self }
    let masks = boxes.reduce(masks) { masks, box in masks.indices.map { masks[$0] & box[$0] } }
    return masks.contains(0) ? nil : reaching(masks: masks)
  }

  /// Whether nothing of the general part widened it.
  var isBase: Bool { extendedBy.isEmpty }

  /// Whether the boxes of cases meet; answers and exceptions are not looked at.
  func meets(_ other: [UInt64]) -> Bool { masks.meet(other) }

  /// Whether the unit's box and another lie apart in no more than so many elements.
  func isWithin(_ distance: Int, of other: [UInt64]) -> Bool {
    var apart = 0
    for index in masks.indices where masks[index] & other[index] == 0 {
      apart += 1
      if apart > distance { return false }
    }
    return true
  }

  /// The elements in which the unit's box and another lie apart.
  func blockingElements(against other: [UInt64]) -> [ElementID] {
    masks.indices.filter { masks[$0] & other[$0] == 0 }.map { ElementID($0) }
  }
}

extension [UInt64] {
  /// Whether two boxes, one mask an element, have a case in common.
  @inline(__always)
  func meet(_ other: [UInt64]) -> Bool {
    for index in indices where self[index] & other[index] == 0 { return false }
    return true
  }
}
