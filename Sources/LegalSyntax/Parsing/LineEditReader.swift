import SourceText

/// The words of lines of an offence or a definition that are no element lines.
private enum ProvisionWord: String, CaseIterable {
  case except, uses, either, penalty, liability, reading, alternative, implements
}

/// Edits inside an offence or a definition.
extension SyntaxReader {
  /// The block of `in offence` or `in define`.
  mutating func lineEdits(_ line: Int, isOffence: Bool) -> [LineEditSyntax] {
    var result: [LineEditSyntax] = []
    let lines = children(of: line)
    var index = 0
    while index < lines.count {
      if let edit = lineEdit(lines, &index, isOffence: isOffence) { result.append(edit) }
    }
    return result
  }

  private mutating func lineEdit(_ lines: [Int], _ index: inout Int, isOffence: Bool) -> LineEditSyntax? {
    let line = lines[index]
    index += 1
    let verbs: [EditVerb] = [.add, .replace, .delete]
    guard let verb = EditVerb(rawValue: keyword(of: line)), verb != .in else {
      reportMissingVerb(line, in: isOffence ? "a changed offence" : "a changed definition", verbs: verbs)
      return nil
    }
    let cursor = cursor(of: line)
    guard let next = nextWord(cursor) else {
      log.report(
        .missingName, "what to \(verb.rawValue) is missing here", at: place(cursor),
        help: ["write for example `\(verb.example)`"])
      return nil
    }
    guard let part = ProvisionWord(rawValue: next) else { return elementEdit(line, verb) }
    if !isOffence, part == .penalty || part == .liability {
      log.report(
        .unknownKeyword, "`\(next)` cannot stand in a definition", at: place(cursor),
        help: ["change it in the offence that uses the definition"])
      return nil
    }
    let span = wholeSpan(of: line)
    _ = tree.dropFirstWord(of: line)
    if verb == .delete { return provisionPartName(line, part).map { .delete($0, span) } }
    let content = provisionPart(lines, &index, part)
    return content.map { verb == .add ? .add($0, span) : .replace($0, span) }
  }

  // MARK: Element lines

  /// `add VALUES to ELEMENT`, `delete VALUES from ELEMENT`, `add ELEMENT VALUES`, `replace ELEMENT VALUES`,
  /// `delete ELEMENT`, each with `[where …] ["words"] [evidence …]`.
  private mutating func elementEdit(_ line: Int, _ verb: EditVerb) -> LineEditSyntax? {
    let span = wholeSpan(of: line)
    var cursor = cursor(of: line)
    switch verb {
    case .in: return nil
    case .replace: return elementLine(&cursor, span).map { .replaceLine($0.line, condition: $0.within, span) }
    case .add where startsWithValues(cursor, link: "to"):
      return valuesLine(&cursor, link: "to", span).map { .addValues($0.line, condition: $0.within, span) }
    case .add: return elementLine(&cursor, span).map { .addLine($0.line, condition: $0.within, span) }
    case .delete where startsWithValues(cursor, link: "from"):
      return valuesLine(&cursor, link: "from", span).map {
        .deleteValues($0.line, condition: $0.within, span)
      }
    case .delete:
      let element = name("the name of an element", &cursor, example: "means")
      let within = editCondition(&cursor)
      finish(cursor)
      return element.map { .deleteLine($0, condition: within, span) }
    }
  }

  /// Whether a list of values stands next, and not the name of an element.
  private func startsWithValues(_ cursor: LineCursor, link: String) -> Bool {
    guard let first = nextWord(cursor) else { return false }
    if ["under", "at", "from"].contains(first) { return true }
    guard cursor.position + 1 < cursor.end else { return false }
    let next = cursor.position + 1
    return tree.tokens[next].kind == .comma || (tree.tokens[next].kind == .word && text(next) == link)
  }

  private mutating func elementLine(
    _ cursor: inout LineCursor, _ span: SourceSpan
  ) -> (line: ElementLineSyntax, within: RegionSyntax?)? {
    guard let bare = change(&cursor) else { return nil }
    return completed(bare.element, bare.selection, &cursor, span)
  }

  private mutating func valuesLine(
    _ cursor: inout LineCursor, link word: StaticString, _ span: SourceSpan
  ) -> (line: ElementLineSyntax, within: RegionSyntax?)? {
    let values = values(&cursor, of: "the list", in: .enumeration)
    link(word, &cursor, example: word.description == "to" ? "add offer to act" : "delete offer from act")
    guard let element = name("the name of an element", &cursor, example: "act"), !values.isEmpty else {
      return nil
    }
    return completed(element, .list(values), &cursor, span)
  }

  /// What may stand behind the values: the condition, the words of the law, the evidence.
  private mutating func completed(
    _ element: WordSyntax, _ selection: SelectionSyntax, _ cursor: inout LineCursor, _ span: SourceSpan
  ) -> (line: ElementLineSyntax, within: RegionSyntax?) {
    let within = editCondition(&cursor)
    let words = optionalText(&cursor)
    let evidence = optionalEvidence(&cursor)
    finish(cursor)
    let line = ElementLineSyntax(
      element: element, selection: selection, words: words, evidence: evidence, span: span)
    return (line, within)
  }

  private mutating func editCondition(_ cursor: inout LineCursor) -> RegionSyntax? {
    skip("where", &cursor) ? condition(&cursor, in: "the condition of an edit") : nil
  }

  // MARK: Other lines

  private mutating func provisionPart(
    _ lines: [Int], _ index: inout Int, _ part: ProvisionWord
  ) -> ProvisionPartSyntax? {
    let line = lines[index - 1]
    switch part {
    case .except, .uses, .either:
      index -= 1
      let item = regionItem(lines, &index, in: "an edit", alsoAllowed: [])
      return item.map(ProvisionPartSyntax.item)
    case .penalty: return penalty(line).map(ProvisionPartSyntax.penalty)
    case .liability: return liabilityLine(line, replacing: nil).map(ProvisionPartSyntax.liability)
    case .reading, .alternative: return reading(line).map(ProvisionPartSyntax.reading)
    case .implements: return claim(line).map(ProvisionPartSyntax.claim)
    }
  }

  private mutating func provisionPartName(_ line: Int, _ part: ProvisionWord) -> ProvisionPartNameSyntax? {
    if part == .implements { return claim(line).map(ProvisionPartNameSyntax.claim) }
    var cursor = cursor(of: line)
    defer { finish(cursor) }
    switch part {
    case .except: return .except(optionalText(&cursor))
    case .uses: return name("the name of a definition", &cursor, example: "minor").map { .uses($0) }
    case .reading, .alternative:
      return name("the name of the \(part.rawValue)", &cursor, example: "CRC-2015").map {
        .reading(part == .reading ? .reading : .alternative, $0)
      }
    case .penalty: return penaltyName(&cursor)
    case .either, .liability:
      log.report(
        .unknownKeyword, "`\(part.rawValue)` cannot be deleted alone", at: keywordRange(of: line),
        help: ["write the offence anew with `replace offence`"])
      cursor.hasFailed = true
      return nil
    case .implements: return nil
    }
  }

  /// `imprisonment`, `fine` or `not stated`, and the condition of the lines that are meant.
  private mutating func penaltyName(_ cursor: inout LineCursor) -> ProvisionPartNameSyntax? {
    let word = name("the kind of penalty", &cursor, example: "imprisonment")
    guard let word else { return nil }
    var kind = PenaltyClass(rawValue: word.text)
    if word.text == "not" {
      link("stated", &cursor, example: "penalty not stated")
      kind = .notStated
    }
    guard let kind else {
      log.report(
        .unknownChoice, "`\(word.text)` is not a kind of penalty", at: word.span.start..<word.span.end,
        help: Self.advice(for: word.text, among: PenaltyClass.allCases.map(\.rawValue)))
      cursor.hasFailed = true
      return nil
    }
    return .penalty(kind, condition: editCondition(&cursor))
  }
}

extension EditVerb {
  /// A line that begins with the verb.
  fileprivate var example: String {
    switch self {
    case .in: "in offence"
    case .add: "add offer to act"
    case .replace: "replace means any"
    case .delete: "delete means"
    }
  }
}
