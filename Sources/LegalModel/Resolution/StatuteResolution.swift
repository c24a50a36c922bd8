import LegalSyntax
import SourceText

/// National laws.
extension Resolution {
  mutating func resolveStatutes() {
    for (index, parts) in collected.statutes.enumerated() {
      corpus.statutes.append(head(parts, articles: parts.articles.map(\.id), index: index))
    }
    // All statutes are known now, so that scopes can name them.
    for (index, parts) in collected.statutes.enumerated() {
      let sources = self.sources(parts)
      let block = inheritedEvidence(parts, sources: sources)
      for (id, syntax) in parts.articles {
        let article = self.article(
          syntax, id: id, statute: StatuteID(index), definitions: parts.definitions, sources: sources,
          block: block)
        corpus.articles.append(article)
      }
      let context = RegionContext(
        owner: .statute(StatuteID(index)), evidence: block ?? Evidence(grade: .unverified),
        definitions: parts.definitions, sources: sources)
      corpus.statutes[index].unread = parts.syntax.flatMap(\.unread).map { unread($0, context) }
    }
  }

  private func sources(_ parts: CollectedDeclarations.StatuteParts) -> [String: String] {
    var sources: [String: String] = [:]
    for part in parts.syntax {
      for source in part.sources where sources[source.key.text] == nil {
        sources[source.key.text] = source.text.text
      }
    }
    return sources
  }

  private mutating func inheritedEvidence(
    _ parts: CollectedDeclarations.StatuteParts, sources: [String: String]
  ) -> Evidence? {
    guard let mark = parts.syntax.lazy.compactMap(\.evidence).first else { return nil }
    return evidence(mark, inherited: nil, sources: sources)
  }

  private mutating func head(
    _ parts: CollectedDeclarations.StatuteParts, articles: [ArticleID], index: Int
  ) -> Statute {
    let head = parts.syntax[0]
    let name = head.name.text
    let code = name.split(separator: "/", maxSplits: 1).first.map(String.init) ?? name
    // A backslash in the place of `/` was reported by the parser.
    if !name.contains("/") && !name.contains("\\") || code.isEmpty {
      report(
        .missingPart, "the statute `\(name)` does not say whose law it is", at: head.name.span,
        help: ["begin its name with the letters of the State: for a State XA, `XA/\(name)`"])
    }
    let inForce = parts.syntax.lazy.compactMap(\.inForce).first
    if inForce == nil {
      report(
        .missingPart, "the statute `\(name)` does not say from when it is in force", at: head.span,
        help: [
          "add a line such as `in force from 2005-06-01` (year-month-day), or `in force from unknown`"
        ])
    }
    let researched = parts.syntax.lazy.compactMap(\.researched).first
    if researched == nil {
      report(
        .missingPart, "the statute `\(name)` does not say up to which day it was researched", at: head.span,
        help: [
          """
          add a line such as `researched up to 2020-12-31` (year-month-day): the day on which somebody last \
          looked for changes
          """
        ])
    }
    let sources = self.sources(parts)
    let block = inheritedEvidence(parts, sources: sources)
    return Statute(
      name: name, title: parts.syntax.lazy.compactMap(\.title).first?.text ?? name, jurisdiction: code,
      number: parts.syntax.lazy.compactMap(\.number).first?.text,
      period: period(inForce, evidence: block, sources: sources), researched: researched?.date,
      notes: parts.syntax.flatMap(\.notes).map(\.text), articles: articles, unread: [], span: head.span)
  }

  private mutating func article(
    _ syntax: ArticleSyntax, id: ArticleID, statute: StatuteID, definitions: [String: DefinitionID],
    sources: [String: String], block: Evidence?
  ) -> Article {
    let known = evidence(syntax.evidence, inherited: block, sources: sources)
    let context = RegionContext(
      owner: .article(id), evidence: known, definitions: definitions, sources: sources)
    var readings = syntax.readings.flatMap { reading($0, target: .all, context) }
    var claims = syntax.claims.compactMap { claim($0, on: .all, evidence: known, sources: sources) }
    var own: [DefinitionID] = []
    for definition in syntax.definitions {
      guard let name = definitions[definition.name.text],
        collected.definitions[name.index].span == definition.span
      else { continue }
      own.append(name)
      var inner = context
      inner.owner = .definition(name)
      inner.evidence = evidence(definition.evidence, inherited: known, sources: sources)
      corpus.definitions[name.index] = Definition(
        name: definition.name.text, title: definition.title?.text, cite: definition.cite?.text,
        owner: .article(id), region: region(definition.region, inner), evidence: inner.evidence,
        span: definition.span)
      readings += definition.readings.flatMap { reading($0, target: .definition(name), inner) }
      claims += definition.claims.compactMap {
        claim($0, on: .definition(name), evidence: inner.evidence, sources: sources)
      }
    }
    var offences: [Offence] = []
    for (index, offence) in syntax.offences.enumerated() {
      offences.append(self.offence(offence, context))
      var inner = context
      inner.evidence = evidence(offence.evidence, inherited: known, sources: sources)
      readings += offence.readings.flatMap { reading($0, target: .offence(index), inner) }
      claims += offence.claims.compactMap {
        claim($0, on: .offence(index), evidence: inner.evidence, sources: sources)
      }
    }
    checkReadings(readings)
    checkVersions(readings, of: syntax.number.text, offences: syntax.offences.count)
    return Article(
      statute: statute, number: syntax.number.text, heading: syntax.heading?.text ?? "",
      period: period(syntax.inForce, evidence: known, sources: sources),
      claims: claims, definitions: own,
      offences: offences,
      extensions: syntax.extensions.compactMap { self.extension($0, context, statute: statute) },
      exemptions: syntax.exemptions.map { exemption($0, context, statute: statute) },
      unread: syntax.unread.map { unread($0, context) }, readings: readings, notes: syntax.notes.map(\.text),
      evidence: known, span: syntax.span)
  }

  private mutating func claim(
    _ syntax: ClaimSyntax, on target: Reading.Target, evidence known: Evidence, sources: [String: String]
  ) -> Claim? {
    guard let instrument = corpus.instrument(named: syntax.instrument.text) else {
      reportUnknownInstrument(syntax.instrument)
      return nil
    }
    let rules = self.rules(syntax.rules, in: instrument)
    guard !rules.isEmpty else { return nil }
    return Claim(
      target: target, rules: rules,
      pattern: ([syntax.instrument.text] + [syntax.rules.map(\.text).joined(separator: ", ")])
        .joined(separator: " "),
      claimant: syntax.claimant?.text ?? "encoder", source: syntax.source?.text,
      evidence: evidence(syntax.evidence, inherited: known, sources: sources), span: syntax.span)
  }

  private mutating func offence(_ syntax: OffenceSyntax, _ context: RegionContext) -> Offence {
    var inner = context
    inner.evidence = evidence(syntax.evidence, inherited: context.evidence, sources: context.sources)
    var conditionContext = inner
    let penalties = syntax.penalties.map { penalty in
      conditionContext.evidence = evidence(
        penalty.evidence, inherited: inner.evidence, sources: context.sources)
      return Penalty(
        kind: penalty.kind, text: penalty.text,
        condition: penalty.condition.map { region($0, conditionContext) },
        evidence: conditionContext.evidence, span: penalty.span)
    }
    return Offence(
      title: syntax.title?.text, region: region(syntax.region, inner), penalties: penalties,
      liability: syntax.liability.flatMap { Liability(rawValue: $0.text) } ?? .criminal,
      evidence: inner.evidence,
      span: syntax.span)
  }

  private mutating func unread(_ syntax: UnreadSyntax, _ context: RegionContext) -> Unread {
    var inner = context
    inner.evidence = evidence(syntax.evidence, inherited: context.evidence, sources: context.sources)
    return Unread(
      title: syntax.title?.text ?? "law that was not read", region: region(syntax.region, inner),
      evidence: inner.evidence, span: syntax.span)
  }
}
