public import LegalModel
public import Regions

/// The space of cases: one dimension an element, in the order of the vocabulary.
///
/// Numeric elements are cut at exactly those points that some loaded line mentions; an atom is an interval, and
/// its weight the number of whole units in it, so that cuts change no count.
public struct CaseSpace: Sendable {
  /// The elements.
  public let vocabulary: Vocabulary
  /// The space of the set algebra.
  public let space: Space
  /// For a numeric element its intervals in ascending order; empty for an enumerated one.
  public let intervals: [[ClosedRange<Int>]]

  /// The default of each element as atoms; nil if silence means every value.
  private var defaults: [UInt64?] = []

  /// Cuts the numeric elements at every bound that a line or a default of some corpus mentions. All corpora must
  /// have the same vocabulary; states of one law that are compared are cut alike, so that their cases are the same.
  ///
  /// Throws if the vocabulary makes more cases than can be counted in 128 bits, or needs more than 64 atoms in
  /// one element.
  ///
  /// - Parameter further: choices made elsewhere than in the corpora, at whose bounds to cut as well.
  init(corpora: [LegalCorpus], cuttingAlso further: [Baseline.Choice] = []) throws(SpaceError) {
    vocabulary = corpora.first?.vocabulary ?? Vocabulary(elements: [])
    var cuts = [Set<Int>](repeating: [], count: vocabulary.elements.count)
    func note(_ selection: Selection, of element: Int) {
      switch selection {
      case .values: break
      case .numbers(let set):
        for range in set.ranges {
          cuts[element].insert(range.lowerBound)
          cuts[element].insert(range.upperBound + 1)
        }
      }
    }
    for corpus in corpora { for line in corpus.lines { note(line.selection, of: line.element.index) } }
    for choice in further { note(choice.selection, of: choice.element.index) }
    for (index, element) in vocabulary.elements.enumerated() {
      if let selection = element.defaultSelection { note(selection, of: index) }
    }
    var dimensions: [Dimension] = []
    var intervals: [[ClosedRange<Int>]] = []
    for (index, element) in vocabulary.elements.enumerated() {
      switch element.domain {
      case .values(let values, _):
        dimensions.append(Dimension(atoms: values.count))
        intervals.append([])
      case .numbers(let domain, _):
        let starts = ([domain.lowerBound] + cuts[index].filter { domain.contains($0) }).uniqueAscending
        let parts = starts.indices.map { position in
          starts[position]...(position + 1 < starts.count ? starts[position + 1] - 1 : domain.upperBound)
        }
        dimensions.append(Dimension(weights: parts.map { UInt64($0.count) }))
        intervals.append(parts)
      }
    }
    self.intervals = intervals
    elements = vocabulary.elements.indices.map { ElementID($0) }
    elementsWithDefault = elements.filter { [vocabulary] in vocabulary[$0].defaultSelection != nil }
    space = try Space(dimensions)
    defaults = elements.map { element in vocabulary[element].defaultSelection.map { mask($0, of: element) } }
  }

  /// The atoms that a selection allows.
  func mask(_ selection: Selection, of element: ElementID) -> UInt64 {
    switch selection {
    case .values(let set):
      return set.bits & space.dimensions[element.index].full
    case .numbers(let set):
      var mask: UInt64 = 0
      for (atom, interval) in intervals[element.index].enumerated() where set.contains(interval.lowerBound) {
        mask |= 1 << UInt64(atom)
      }
      return mask
    }
  }

  /// The selection that a set of atoms stands for.
  public func selection(_ mask: UInt64, of element: ElementID) -> Selection {
    switch vocabulary[element].domain {
    case .values: .values(ValueSet(bits: mask))
    case .numbers:
      .numbers(
        NumberSet(
          intervals[element.index].enumerated().filter { mask >> UInt64($0.offset) & 1 == 1 }.map(\.element)))
    }
  }

  /// How many values each atom of each element stands for: 1, or the length of an interval.
  public var weights: [[UInt64]] { space.dimensions.map(\.weights) }

  /// The atoms that a selection allows, for wording it.
  public func atoms(_ selection: Selection, of element: ElementID) -> UInt64 { mask(selection, of: element) }

  /// Whether a value is what silence means.
  public func isDefault(_ value: CaseValue, of element: ElementID) -> Bool {
    vocabulary[element].defaultSelection.map { value.isAllowed(by: $0) } ?? false
  }

  /// Whether a mask allows a value of its element.
  public func holds(_ value: CaseValue, in mask: UInt64, of element: ElementID) -> Bool {
    switch value {
    case .value(let position):
      return intervals[element.index].isEmpty && position < 64 && mask >> UInt64(position) & 1 == 1
    case .number(let number):
      let atom = intervals[element.index].firstIndex { $0.contains(number) }
      return atom.map { mask >> UInt64($0) & 1 == 1 } ?? false
    }
  }

  /// All atoms of an element.
  public func everything(of element: ElementID) -> UInt64 { space.dimensions[element.index].full }

  /// Whether a mask allows every value of its element.
  public func isEverything(_ mask: UInt64, of element: ElementID) -> Bool { mask == everything(of: element) }

  /// The identities of all elements, in order.
  public let elements: [ElementID]

  /// The elements of which silence means something else than every value, in order.
  let elementsWithDefault: [ElementID]

  /// The default of an element as atoms; nil if silence means every value.
  func defaultMask(of element: ElementID) -> UInt64? { defaults[element.index] }

  /// The value of a case that an atom stands for: the value, or the number of the interval nearest to `wish`.
  func value(ofAtom atom: Int, of element: ElementID, near wish: Int?) -> CaseValue {
    switch vocabulary[element].domain {
    case .values: return .value(atom)
    case .numbers:
      let interval = intervals[element.index][atom]
      let number = min(max(wish ?? interval.lowerBound, interval.lowerBound), interval.upperBound)
      return .number(number)
    }
  }
}

extension Array where Element == Int {
  /// Sorted, each once.
  fileprivate var uniqueAscending: [Int] { Set(self).sorted() }
}
