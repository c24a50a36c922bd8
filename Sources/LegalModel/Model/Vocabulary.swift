public import SourceText

/// One atom of the finite domain of an enumerated element.
public struct Value: Sendable {
  /// The name used in files.
  public let name: String
  /// The value inside a sentence.
  public let phrase: String
  /// One line of definition.
  public let meaning: String
  /// Where the distinction comes from.
  public let source: String
  /// Whether it holds everything that is not listed.
  public let isResidual: Bool
}

/// A named set of values, such as a national verb.
public struct Group: Sendable {
  /// The name used in files.
  public let name: String
  /// The group inside a sentence.
  public let phrase: String
  /// The members, groups already expanded.
  public let members: ValueSet
  /// One line of definition.
  public let meaning: String
  /// Where the group comes from.
  public let source: String
}

/// The domain of an element.
public enum Domain: Sendable {
  /// Listed values with their groups.
  case values([Value], groups: [Group])
  /// Whole numbers from the first to the last; the last stands for everything above it too.
  case numbers(ClosedRange<Int>, unit: String)
}

/// A dimension of an offence: act, age, purpose, means, …
///
/// A class, since it never changes and is looked at for every element of every case: a value of so many texts would be
/// copied each time.
public final class Element: Sendable {
  /// The name that lines begin with.
  public let name: String
  /// The element in a lawyer's words.
  public let title: String
  /// One line of definition.
  public let meaning: String
  /// Where the distinction comes from.
  public let source: String
  /// The values it can take.
  public let domain: Domain
  /// What silence means; nil: every value.
  public let defaultSelection: Selection?
  /// The value that example cases prefer; nil: the first.
  public let ordinary: CaseValue?
  /// Where it is declared.
  public let span: SourceSpan

  init(
    name: String, title: String, meaning: String, source: String, domain: Domain,
    defaultSelection: Selection?,
    ordinary: CaseValue?, span: SourceSpan
  ) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.source = source
    self.domain = domain
    self.defaultSelection = defaultSelection
    self.ordinary = ordinary
    self.span = span
  }

  /// Every value of the domain.
  public var everything: Selection {
    switch domain {
    case .values(let values, _):
      .values(ValueSet(bits: values.count >= 64 ? .max : (1 << UInt64(values.count)) - 1))
    case .numbers(let range, _): .numbers(NumberSet([range]))
    }
  }

  /// The listed values; empty for a numeric element.
  public var values: [Value] {
    switch domain {
    case .values(let values, _): values
    case .numbers: []
    }
  }

  /// The groups; empty for a numeric element.
  public var groups: [Group] {
    switch domain {
    case .values(_, let groups): groups
    case .numbers: []
    }
  }

  /// The first listed value that a selection leaves out; nil if there is none, as for a numeric element.
  func firstValue(outside selection: Selection) -> CaseValue? {
    values.indices.lazy.map { CaseValue.value($0) }.first { !$0.isAllowed(by: selection) }
  }

  /// The name of a value as it is written in files: `offer`, `15`.
  public func name(of value: CaseValue) -> String {
    switch value {
    case .value(let position): values.indices.contains(position) ? values[position].name : "?"
    case .number(let number): String(number)
    }
  }
}

/// The elements that rules and laws are written in.
public struct Vocabulary: Sendable {
  /// The elements in the order in which sentences name them.
  public let elements: [Element]
  private let byName: [String: ElementID]

  /// Takes over the elements; the first of equal names wins.
  public init(elements: [Element]) {
    self.elements = elements
    var names: [String: ElementID] = [:]
    for (index, element) in elements.enumerated() where names[element.name] == nil {
      names[element.name] = ElementID(index)
    }
    byName = names
  }

  /// The element of an identity.
  @inlinable public subscript(id: ElementID) -> Element { elements[id.index] }

  /// The element of a name.
  public func element(named name: String) -> ElementID? { byName[name] }
}
