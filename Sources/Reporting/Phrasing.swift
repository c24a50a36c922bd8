public import GapAnalysis
public import LegalModel
import Synchronization

/// Turns regions and cases into sentences, with the phrases of the vocabulary.
public struct Phrasing: Sendable {
  private let space: CaseSpace
  /// What was put into words before: a report says the same of many findings.
  private let memory = PhraseMemory()

  /// Uses the phrases of the space's vocabulary.
  public init(_ space: CaseSpace) { self.space = space }

  /// The values of a mask in words: a value, a group, a list, or what is left out if that is shorter.
  ///
  /// - Parameter whole: what the values are chosen from; what is left out is told against it.
  public func values(_ mask: UInt64, of element: ElementID, outOf whole: UInt64? = nil) -> String {
    memory.text(PhraseMemory.Key(mask: mask, element: element, whole: whole)) {
      newValues(mask, of: element, outOf: whole)
    }
  }

  private func newValues(_ mask: UInt64, of element: ElementID, outOf whole: UInt64?) -> String {
    let declared = space.vocabulary[element]
    switch space.selection(mask, of: element) {
    case .numbers(let set):
      guard case .numbers(let domain, let unit) = declared.domain else { return "" }
      return declared.title + " " + join(set.ranges.map { range($0, in: domain, unit) }, "or")
    case .values(let set):
      let all = whole ?? space.everything(of: element)
      let left = all & ~mask
      if mask == all, mask.nonzeroBitCount > 1 { return "whatever the " + declared.title }
      let listed = parts(set.bits, of: declared)
      let excluded = left == 0 ? [] : parts(left, of: declared)
      if element.index > 0, excluded.count == 1 && listed.count > 2 || listed.count > 6 && excluded.count < 4
      {
        return "not " + join(excluded, "or")
      }
      return joinSharing(listed)
    }
  }

  /// The names of values as files write them, for tables and JSON.
  public func names(_ mask: UInt64, of element: ElementID) -> [String] {
    switch space.selection(mask, of: element) {
    case .values(let set): set.positions.map { space.vocabulary[element].values[$0].name }
    case .numbers(let set):
      set.ranges.map {
        $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
      }
    }
  }

  /// The title of an element.
  public func title(_ element: ElementID) -> String { space.vocabulary[element].title }

  /// A region of a rule: what sets it apart inside the rule. The act is always named.
  ///
  /// - Parameter hull: the smallest box around the rule.
  public func region(_ region: CaseRegion, within hull: [UInt64]) -> String {
    var words: [String] = []
    for element in space.elements {
      let mask = region[element]
      // The conduct is always named, but where the rule is about all conduct, as a duty to define is.
      let isAct = element.index == 0 && !space.isEverything(hull[0], of: element)
      guard isAct || mask & hull[element.index] != hull[element.index] else { continue }
      words.append(values(mask, of: element, outOf: hull[element.index]))
    }
    return words.isEmpty ? "whatever the case" : words.joined(separator: ", ")
  }

  /// A case in words: its values of the elements that matter.
  public func sentence(_ subject: LegalCase, naming elements: [ElementID]) -> String {
    elements.map { element in
      let declared = space.vocabulary[element]
      switch (subject[element], declared.domain) {
      case (.value(let position), .values(let values, _)):
        return values.indices.contains(position) ? values[position].phrase : ""
      case (.number(let number), .numbers(_, let unit)): return "\(declared.title) \(number) \(unit)"
      case (.value, .numbers), (.number, .values): return ""
      }
    }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Words joined by commas and a last conjunction.
  public func join(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Phrases joined by *or*; words that all of them end with are said once.
  private func joinSharing(_ phrases: [String]) -> String {
    guard let first = phrases.first, phrases.count > 1, let ending = first.utf8.last,
      phrases.allSatisfy({ $0.utf8.last == ending })
    else { return join(phrases, "or") }
    var heads = phrases.map { $0.split(separator: " ") }
    var shared: [Substring] = []
    while let last = heads[0].last, heads.allSatisfy({ $0.count > 1 && $0.last == last }) {
      shared.insert(last, at: 0)
      for index in heads.indices { heads[index].removeLast() }
    }
    let tail = shared.isEmpty ? "" : " " + shared.joined(separator: " ")
    return join(heads.map { $0.joined(separator: " ") }, "or") + tail
  }

  private func range(_ range: ClosedRange<Int>, in domain: ClosedRange<Int>, _ unit: String) -> String {
    if range.lowerBound == range.upperBound { return "\(range.lowerBound) \(unit)" }
    if range.lowerBound == domain.lowerBound { return "under \(range.upperBound + 1) \(unit)" }
    if range.upperBound == domain.upperBound { return "\(range.lowerBound) \(unit) or more" }
    return "\(range.lowerBound) to \(range.upperBound) \(unit)"
  }

  /// The fewest phrases whose values are exactly these: a group that fits, else the largest groups inside, else values.
  private func parts(_ mask: UInt64, of element: Element) -> [String] {
    var rest = mask
    var words: [(position: Int, text: String)] = []
    let inside = element.groups.filter { $0.members.bits & ~mask == 0 && $0.members.bits.nonzeroBitCount > 1 }
      .sorted { left, right in
        (right.members.bits.nonzeroBitCount, left.name) < (left.members.bits.nonzeroBitCount, right.name)
      }
    if mask.nonzeroBitCount > 3, let exact = inside.first(where: { $0.members.bits == mask }) {
      return [exact.phrase]
    }
    if mask.nonzeroBitCount > 4 {
      for group in inside where group.members.bits & ~rest == 0 && group.members.bits.nonzeroBitCount > 2 {
        words.append((group.members.bits.trailingZeroBitCount, group.phrase))
        rest &= ~group.members.bits
      }
    }
    for position in ValueSet(bits: rest).positions where position < element.values.count {
      words.append((position, element.values[position].phrase))
    }
    return words.sorted { $0.position < $1.position }.map(\.text)
  }
}

/// Phrases by what they say. A class, because all users of one ``Phrasing`` share it.
private final class PhraseMemory: Sendable {
  struct Key: Hashable {
    let mask: UInt64
    let element: ElementID
    let whole: UInt64?
  }

  private let texts = Mutex<[Key: String]>([:])

  func text(_ key: Key, making: () -> String) -> String {
    if let text = texts.withLock({ $0[key] }) { return text }
    let text = making()
    texts.withLock { $0[key] = text }
    return text
  }
}
