import LegalSyntax
import SourceText

/// Edits of lines that are no element lines: exceptions, uses, penalties, readings, claims.
extension ProvisionEditor {
  mutating func add(_ part: ProvisionPartSyntax, _ span: SourceSpan) {
    switch part {
    case .item(let item): add(item, span)
    case .penalty(let penalty):
      guard touch(Self.name(of: penalty), span) else { return }
      if let same = provision.penalties.first(where: { Self.text(of: $0) == Self.text(of: penalty) }) {
        return reportNoEffect("\(provision.name) has this penalty already", span, same.span)
      }
      provision.penalties.append(context.stamped(penalty))
    case .liability(let word): setLiability(word, span)
    case .reading(let reading):
      guard touch(reading.keyword + " `\(reading.name.text)`", span) else { return }
      if let known = provision.readings.first(where: { $0.names(reading.kind, reading.name.text) }) {
        return reportExists(reading.keyword + " `\(reading.name.text)`", span, known.span)
      }
      provision.readings.append(context.stamped(reading))
    case .claim(let claim):
      guard touch("`implements \(LineWriter.claimedRules(claim))`", span) else { return }
      if let known = provision.claims.first(where: { $0.says(claim) }) {
        return reportNoEffect("\(provision.name) has this claim already", span, known.span)
      }
      provision.claims.append(context.stamped(claim))
    }
  }

  private mutating func add(_ item: RegionItemSyntax, _ span: SourceSpan) {
    switch item {
    case .uses(let uses):
      guard touch("`uses \(uses.name.text)`", span) else { return }
      if let known = provision.region.uses(of: uses.name.text).first {
        return reportNoEffect("\(provision.name) uses `\(uses.name.text)` already", span, known.span)
      }
    case .except(let except):
      let title = except.title?.text
      guard touch(title.map { "the exception `\($0)`" } ?? "an exception of line \(span.start)", span) else {
        return
      }
      if let title, let known = provision.region.exceptions.first(where: { $0.title?.text == title }) {
        return reportExists("exception `\(title)`", span, known.span)
      }
    case .either, .line: break
    }
    provision.region = provision.region.replacingItems(provision.region.items + [context.stamped(item)])
  }

  mutating func replace(_ part: ProvisionPartSyntax, _ span: SourceSpan) {
    switch part {
    case .item(.except(let except)): replace(except, span)
    case .item:
      log.report(
        .amendedPartMissing, "a line without a name cannot be replaced alone", at: span,
        help: ["delete the old line and add the new one, or write `replace offence`"])
    case .penalty(let penalty): replace(penalty, span)
    case .liability(let word): setLiability(word, span)
    case .reading(let reading):
      let name = reading.keyword + " `\(reading.name.text)`"
      guard touch(name, span),
        let position = readingPosition(reading.kind, reading.name.text, span)
      else { return }
      provision.readings[position] = context.stamped(reading)
    case .claim(let claim):
      guard touch("`implements \(LineWriter.claimedRules(claim))`", span),
        let position = claimPosition(claim, span)
      else { return }
      provision.claims[position] = context.stamped(claim)
    }
  }

  mutating func delete(_ name: ProvisionPartNameSyntax, _ span: SourceSpan) {
    switch name {
    case .except(let title):
      guard touch(title.map { "the exception `\($0.text)`" } ?? "the exception", span),
        let position = exceptionPosition(title?.text, span)
      else { return }
      provision.region = provision.region.removingException(at: position)
    case .uses(let name):
      guard touch("`uses \(name.text)`", span) else { return }
      deleteUses(of: name, span)
    case .penalty(let kind, let condition): deletePenalty(kind, condition, span)
    case .reading(let kind, let name):
      guard touch(kind.keyword + " `\(name.text)`", span),
        let position = readingPosition(kind, name.text, span)
      else { return }
      provision.readings.remove(at: position)
    case .claim(let claim):
      guard touch("`implements \(LineWriter.claimedRules(claim))`", span),
        let position = claimPosition(claim, span)
      else { return }
      provision.claims.remove(at: position)
    }
  }

  // MARK: Exceptions and uses

  private mutating func exceptionPosition(_ title: String?, _ span: SourceSpan) -> Int? {
    PartSearch(
      kind: "exception", parts: provision.region.exceptions, name: { $0.title?.text }, span: { $0.span },
      home: provision.name, homeSpan: provision.span
    ).position(of: title, at: span, &log)
  }

  private mutating func replace(_ except: ExceptSyntax, _ span: SourceSpan) {
    guard touch(except.title.map { "the exception `\($0.text)`" } ?? "the exception", span),
      let position = exceptionPosition(except.title?.text, span)
    else { return }
    let old = provision.region.exceptions[position]
    if LineWriter.region(old.region) == LineWriter.region(except.region) {
      return reportNoEffect("the exception says this already", span, old.span)
    }
    provision.region = provision.region.removingException(at: position)
    provision.region = provision.region.replacingItems(
      provision.region.items + [context.stamped(.except(except))])
  }

  private mutating func deleteUses(of name: WordSyntax, _ span: SourceSpan) {
    guard !provision.region.uses(of: name.text).isEmpty else {
      log.report(
        .amendedPartMissing, "\(provision.name) does not use `\(name.text)`", at: span,
        related: [Diagnostic.Label(provision.span, "this one")],
        help: NameSuggestion.nearest(to: name.text, among: provision.region.usedNames.map(\.text)).map {
          ["did you mean `\($0)`?"]
        } ?? [])
      return
    }
    provision.region = provision.region.removingUses(of: name.text)
  }

  // MARK: Penalties and liability

  private static func condition(_ region: RegionSyntax?) -> String {
    region.map { " where " + LineWriter.region($0) } ?? ""
  }

  /// What the line is about: its kind and its condition.
  private static func name(of penalty: PenaltySyntax) -> String {
    "`penalty \(penalty.penaltyClass.rawValue)\(condition(penalty.condition))`"
  }

  private static func text(of penalty: PenaltySyntax) -> String {
    LineWriter.penalty(penalty) + condition(penalty.condition)
  }

  /// The positions of the penalties of a kind under a condition; reports if there is none.
  private mutating func penalties(
    _ kind: PenaltyClass, _ condition: RegionSyntax?, _ span: SourceSpan
  ) -> [Int] {
    let wanted = Self.condition(condition)
    let found = provision.penalties.indices.filter {
      provision.penalties[$0].penaltyClass == kind
        && Self.condition(provision.penalties[$0].condition) == wanted
    }
    if found.isEmpty {
      let known = provision.penalties.map { "`\($0.penaltyClass.rawValue)\(Self.condition($0.condition))`" }
      log.report(
        .amendedPartMissing, "\(provision.name) has no penalty `\(kind.rawValue)\(wanted)`", at: span,
        related: [Diagnostic.Label(provision.penalties.first?.span ?? provision.span, "this one")],
        help: [
          known.isEmpty
            ? "`add penalty …` adds the first one"
            : "a penalty is named by its kind and its condition; there are " + known.joined(separator: ", ")
        ])
    }
    return found
  }

  private mutating func replace(_ penalty: PenaltySyntax, _ span: SourceSpan) {
    guard touch(Self.name(of: penalty), span) else { return }
    let found = penalties(penalty.penaltyClass, penalty.condition, span)
    guard let first = found.first else { return }
    let old = provision.penalties[first]
    if found.count == 1, Self.text(of: old) == Self.text(of: penalty) {
      return reportNoEffect("the penalty is this already", span, old.span)
    }
    for position in found.dropFirst().reversed() { provision.penalties.remove(at: position) }
    provision.penalties[first] = context.stamped(penalty)
  }

  private mutating func deletePenalty(
    _ kind: PenaltyClass, _ condition: RegionSyntax?, _ span: SourceSpan
  ) {
    guard touch("`penalty \(kind.rawValue)\(Self.condition(condition))`", span) else { return }
    for position in penalties(kind, condition, span).reversed() { provision.penalties.remove(at: position) }
  }

  private mutating func setLiability(_ word: WordSyntax, _ span: SourceSpan) {
    guard touch("`liability`", span) else { return }
    if (provision.liability?.text ?? "criminal") == word.text {
      return reportNoEffect(
        "the liability is `\(word.text)` already", span, provision.liability?.span ?? provision.span)
    }
    provision.liability = word
  }

  // MARK: Readings and claims

  private mutating func readingPosition(
    _ kind: ReadingSyntax.Kind, _ name: String, _ span: SourceSpan
  ) -> Int? {
    PartSearch(
      kind: kind.keyword, parts: provision.readings, name: { $0.kind == kind ? $0.name.text : nil },
      span: { $0.span }, home: provision.name, homeSpan: provision.span
    ).position(of: name, at: span, &log)
  }

  private mutating func claimPosition(_ claim: ClaimSyntax, _ span: SourceSpan) -> Int? {
    PartSearch(
      kind: "implements", parts: provision.claims, name: { LineWriter.claimedRules($0) }, span: { $0.span },
      home: provision.name, homeSpan: provision.span
    ).position(of: LineWriter.claimedRules(claim), at: span, &log)
  }

  private mutating func reportExists(_ what: String, _ span: SourceSpan, _ known: SourceSpan) {
    log.report(
      .addedPartExists, "\(provision.name) has \(what) already", at: span,
      related: [Diagnostic.Label(known, "this one")], help: ["write `replace` to put another in its place"])
  }
}

extension ReadingSyntax.Kind {
  /// The word that begins the line.
  var keyword: String {
    switch self {
    case .reading: "reading"
    case .alternative: "alternative"
    }
  }
}

extension ReadingSyntax {
  /// The word that begins the line.
  var keyword: String { kind.keyword }

  /// Whether it has this kind and name.
  func names(_ kind: Kind, _ name: String) -> Bool { self.kind == kind && self.name.text == name }
}

extension ClaimSyntax {
  /// Whether two claims rely on the same rules, by the same claimant.
  func says(_ other: ClaimSyntax) -> Bool {
    LineWriter.claimedRules(self) == LineWriter.claimedRules(other)
      && claimant?.text == other.claimant?.text
  }
}

extension RegionSyntax {
  func replacingItems(_ items: [RegionItemSyntax]) -> RegionSyntax { RegionSyntax(items: items, span: span) }

  /// The exceptions of the block itself.
  var exceptions: [ExceptSyntax] {
    items.compactMap { item in
      switch item {
      case .except(let except): except
      case .line, .uses, .either: nil
      }
    }
  }

  func removingException(at position: Int) -> RegionSyntax {
    let removed = RegionItemSyntax.except(exceptions[position])
    return replacingItems(items.filter { $0 != removed })
  }

  /// The links to a definition, in branches of `either` too.
  func uses(of name: String) -> [UsesSyntax] {
    items.flatMap { item -> [UsesSyntax] in
      switch item {
      case .uses(let uses): uses.name.text == name ? [uses] : []
      case .either(let branches, _): branches.flatMap { $0.uses(of: name) }
      case .line, .except: []
      }
    }
  }

  func removingUses(of name: String) -> RegionSyntax {
    replacingItems(
      items.compactMap { item -> RegionItemSyntax? in
        switch item {
        case .uses(let uses): uses.name.text == name ? nil : item
        case .either(let branches, let span): .either(branches.map { $0.removingUses(of: name) }, span)
        case .line, .except: item
        }
      })
  }
}
