import LegalSyntax

/// What an amendment writes has the evidence of the amendment, not that of the block it is written into. So every part
/// without a mark of its own gets that of the amendment.
extension EditContext {
  func stamped(_ line: ElementLineSyntax) -> ElementLineSyntax {
    ElementLineSyntax(
      element: line.element, selection: line.selection, words: line.words,
      evidence: line.evidence ?? evidence, span: line.span)
  }

  func stamped(_ item: RegionItemSyntax) -> RegionItemSyntax {
    switch item {
    case .line(let line): .line(stamped(line))
    case .uses(let uses):
      .uses(UsesSyntax(name: uses.name, evidence: uses.evidence ?? evidence, span: uses.span))
    case .either(let branches, let span):
      .either(branches.map { RegionSyntax(items: $0.items.map(stamped), span: $0.span) }, span)
    case .except(let except):
      .except(
        ExceptSyntax(
          title: except.title, region: except.region, evidence: except.evidence ?? evidence,
          span: except.span, isDivision: except.isDivision))
    }
  }

  func stamped(_ penalty: PenaltySyntax) -> PenaltySyntax {
    PenaltySyntax(
      kind: penalty.kind, text: penalty.text, condition: penalty.condition,
      evidence: penalty.evidence ?? evidence, span: penalty.span)
  }

  func stamped(_ reading: ReadingSyntax) -> ReadingSyntax {
    ReadingSyntax(
      kind: reading.kind, name: reading.name, title: reading.title, from: reading.from, lines: reading.lines,
      evidence: reading.evidence ?? evidence, span: reading.span)
  }

  func stamped(_ claim: ClaimSyntax) -> ClaimSyntax {
    ClaimSyntax(
      instrument: claim.instrument, rules: claim.rules, claimant: claim.claimant, source: claim.source,
      evidence: claim.evidence ?? evidence, span: claim.span)
  }

  func stamped(_ mark: UnreadSyntax) -> UnreadSyntax {
    UnreadSyntax(
      title: mark.title, region: mark.region, evidence: mark.evidence ?? evidence, span: mark.span)
  }

  func stamped(_ offence: OffenceSyntax) -> OffenceSyntax {
    var result = offence
    result.evidence = offence.evidence ?? evidence
    return result
  }

  func stamped(_ definition: DefinitionSyntax) -> DefinitionSyntax {
    var result = definition
    result.evidence = definition.evidence ?? evidence
    return result
  }

  func stamped(_ rule: ExtensionSyntax) -> ExtensionSyntax {
    var result = rule
    result.evidence = rule.evidence ?? evidence
    return result
  }

  func stamped(_ rule: ExemptionSyntax) -> ExemptionSyntax {
    var result = rule
    result.evidence = rule.evidence ?? evidence
    return result
  }

  /// An article that the amendment writes: its evidence, and its period unless it states one.
  func stamped(_ article: ArticleSyntax) -> ArticleSyntax {
    var result = article
    result.evidence = article.evidence ?? evidence
    result.inForce = article.inForce ?? period
    return result
  }
}
