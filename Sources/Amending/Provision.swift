import LegalSyntax
import SourceText

/// An offence or a definition while its lines are edited.
struct Provision {
  /// How messages call it: `the offence`, `the definition of minor`.
  let name: String
  /// Its title line.
  let span: SourceSpan
  /// How its lines are known where they carry no mark.
  let evidence: EvidenceSyntax?
  /// The cases.
  var region: RegionSyntax
  /// Readings of this provision alone.
  var readings: [ReadingSyntax]
  /// Claims of this provision alone.
  var claims: [ClaimSyntax]
  /// Penalties of an offence.
  var penalties: [PenaltySyntax] = []
  /// The liability of an offence.
  var liability: WordSyntax?

  init(_ offence: OffenceSyntax, name: String, inherited: EvidenceSyntax?) {
    self.name = name
    span = offence.span
    evidence = offence.evidence ?? inherited
    region = offence.region
    readings = offence.readings
    claims = offence.claims
    penalties = offence.penalties
    liability = offence.liability
  }

  init(_ definition: DefinitionSyntax, name: String, inherited: EvidenceSyntax?) {
    self.name = name
    span = definition.span
    evidence = definition.evidence ?? inherited
    region = definition.region
    readings = definition.readings
    claims = definition.claims
  }

  /// The offence with what was edited.
  func applied(to offence: OffenceSyntax) -> OffenceSyntax {
    var result = offence
    result.region = region
    result.readings = readings
    result.claims = claims
    result.penalties = penalties
    result.liability = liability
    return result
  }

  /// The definition with what was edited.
  func applied(to definition: DefinitionSyntax) -> DefinitionSyntax {
    var result = definition
    result.region = region
    result.readings = readings
    result.claims = claims
    return result
  }
}

extension RegionSyntax {
  /// The lines of an element, in branches of `either` too, but not in exceptions and used definitions: the lines that a
  /// reading would replace.
  func lines(of element: String) -> [ElementLineSyntax] {
    items.flatMap { $0.lines.filter { $0.element.text == element } }
  }

  /// The region with those lines replaced; nil deletes a line.
  func editing(_ element: String, _ edit: (ElementLineSyntax) -> ElementLineSyntax?) -> RegionSyntax {
    RegionSyntax(items: items.compactMap { $0.editing(element, edit) }, span: span)
  }

  /// The names of the definitions that it uses, in branches of `either` too.
  var usedNames: [WordSyntax] {
    items.flatMap { item -> [WordSyntax] in
      switch item {
      case .uses(let uses): [uses.name]
      case .either(let branches, _): branches.flatMap(\.usedNames)
      case .line, .except: []
      }
    }
  }
}

extension RegionItemSyntax {
  /// The lines in it, those of exceptions excluded.
  var lines: [ElementLineSyntax] {
    switch self {
    case .line(let line): [line]
    case .either(let branches, _): branches.flatMap { $0.items.flatMap(\.lines) }
    case .uses, .except: []
    }
  }

  func editing(
    _ element: String, _ edit: (ElementLineSyntax) -> ElementLineSyntax?
  ) -> RegionItemSyntax? {
    switch self {
    case .line(let line): return line.element.text == element ? edit(line).map(RegionItemSyntax.line) : self
    case .either(let branches, let span): return .either(branches.map { $0.editing(element, edit) }, span)
    case .uses, .except: return self
    }
  }
}
