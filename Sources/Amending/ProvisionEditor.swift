import LegalSyntax
import SourceText

/// Applies the edits of one offence or definition.
struct ProvisionEditor {
  /// The provision as edited so far.
  var provision: Provision
  /// What was edited, and what is wrong.
  var log: EditLog
  /// The elements whose lines were edited, with the edit.
  private(set) var edited: [(element: String, span: SourceSpan)] = []
  /// The edit that took the last line out; there may be new ones since.
  private(set) var emptying: LineEditSyntax?
  private let edit: EditContext
  /// From the statute down to the provision.
  private let path: [String]
  /// The definitions of the statute, to say where a line comes from.
  private let definitions: [String: DefinitionSyntax]

  init(
    _ provision: Provision, by edit: EditContext, path: [String], definitions: [String: DefinitionSyntax],
    log: EditLog
  ) {
    self.provision = provision
    self.edit = edit
    self.path = path
    self.definitions = definitions
    self.log = log
  }

  /// Applies all edits. Those of whole lines come first, then those of a part of the cases, then what is added, so that
  /// the order in which they are written carries no meaning.
  mutating func apply(_ edits: [LineEditSyntax]) {
    for phase in Phase.allCases {
      for edit in edits where Phase(edit) == phase {
        let wasEmpty = provision.region.items.isEmpty
        apply(edit)
        if !wasEmpty, provision.region.items.isEmpty { emptying = edit }
      }
    }
  }

  private enum Phase: CaseIterable {
    case wholeLines, partialLines, additions

    init(_ edit: LineEditSyntax) {
      switch edit {
      case .addLine(_, nil, _), .add: self = .additions
      case .replaceLine(_, nil, _), .deleteLine(_, nil, _), .addValues(_, nil, _), .deleteValues(_, nil, _),
        .replace, .delete:
        self = .wholeLines
      case .addLine, .replaceLine, .deleteLine, .addValues, .deleteValues: self = .partialLines
      }
    }
  }

  private mutating func apply(_ entry: LineEditSyntax) {
    switch entry {
    case .addLine(let line, let within, let span): add(line, within, span)
    case .replaceLine(let line, let within, let span): replace(line, within, span)
    case .deleteLine(let element, let within, let span):
      guard touch("`\(element.text)`", span), hasLine(element, span) else { return }
      change(element.text, within, span) { _ in nil }
    case .addValues(let line, let within, let span): addValues(line, within, span)
    case .deleteValues(let line, let within, let span): deleteValues(line, within, span)
    case .add(let part, let span): add(part, span)
    case .replace(let part, let span): replace(part, span)
    case .delete(let name, let span): delete(name, span)
    }
  }

  mutating func touch(_ part: String, _ span: SourceSpan) -> Bool {
    log.touch(path + [part], by: edit, at: span)
  }

  // MARK: Element lines

  private mutating func change(
    _ element: String, _ within: RegionSyntax?, _ span: SourceSpan,
    _ change: (ElementLineSyntax) -> ElementLineSyntax?
  ) {
    // A line that goes for some cases only leaves nothing there that a reading could replace.
    let isGone = within != nil && provision.region.lines(of: element).allSatisfy { change($0) == nil }
    if !isGone { edited.append((element, span)) }
    if let within {
      provision.region = partial(within, span).applied(to: provision.region, element: element, change)
    } else {
      provision.region = provision.region.editing(element, change)
    }
  }

  private func partial(_ within: RegionSyntax, _ span: SourceSpan) -> PartialEdit {
    PartialEdit(
      condition: within, span: span, amendment: edit.syntax.name.text, evidence: edit.evidence,
      numbers: edit.numbers)
  }

  private mutating func add(_ line: ElementLineSyntax, _ within: RegionSyntax?, _ span: SourceSpan) {
    let element = line.element.text
    guard touch("`\(element)`", span) else { return }
    if let known = provision.region.lines(of: element).first {
      let values = LineWriter.selection(line.selection)
      log.report(
        .addedPartExists, "\(provision.name) has a line `\(element)` already", at: span,
        related: [Diagnostic.Label(known.span, "this one")],
        help: [
          "write `add \(values) to \(element)` to allow more values, or `replace \(element) \(values)`"
        ])
      return
    }
    edited.append((element, span))
    let stamped = edit.stamped(line)
    if let within {
      provision.region = partial(within, span).adding(stamped, to: provision.region)
    } else {
      provision.region = RegionSyntax(
        items: provision.region.items + [.line(stamped)], span: provision.region.span)
    }
  }

  private mutating func replace(_ line: ElementLineSyntax, _ within: RegionSyntax?, _ span: SourceSpan) {
    let element = line.element.text
    guard touch("`\(element)`", span), hasLine(line.element, span) else { return }
    let old = provision.region.lines(of: element)
    let selection = LineWriter.selection(line.selection)
    let isSame = old.allSatisfy {
      LineWriter.selection($0.selection) == selection && (within != nil || $0.words?.text == line.words?.text)
    }
    guard !isSame else { return reportNoEffect("the line `\(element)` says this already", span, old[0].span) }
    let stamped = edit.stamped(line)
    change(element, within, span) { _ in stamped }
  }

  private mutating func addValues(_ line: ElementLineSyntax, _ within: RegionSyntax?, _ span: SourceSpan) {
    let element = line.element.text
    guard touch("`\(element)`", span), hasLine(line.element, span) else { return }
    let old = provision.region.lines(of: element)
    if let unstated = old.first(where: { $0.isNotStated }) {
      return reportNoList(element, unstated.span, span)
    }
    let added = line.listedItems
    let isKnown = old.allSatisfy { line in
      line.allowsAny || added.allSatisfy { line.lists($0) }
    }
    guard !isKnown else {
      return reportNoEffect("the line `\(element)` allows this already", span, old[0].span)
    }
    let inherited = provision.evidence
    let mark = line.evidence ?? edit.evidence
    change(element, within, span) { old in
      guard !old.allowsAny else { return old }
      return ElementLineSyntax(
        element: old.element, selection: .list(old.listedItems + added.filter { !old.lists($0) }),
        words: QuotedSyntax.joined(old.words, line.words),
        evidence: EvidenceSyntax.weaker(old.evidence ?? inherited, mark), span: span)
    }
  }

  private mutating func deleteValues(
    _ line: ElementLineSyntax, _ within: RegionSyntax?, _ span: SourceSpan
  ) {
    let element = line.element.text
    guard touch("`\(element)`", span), hasLine(line.element, span) else { return }
    let old = provision.region.lines(of: element)
    let deleted = line.listedItems
    if let missing = deleted.first(where: { item in !old.contains { $0.lists(item) } }) {
      let listed = old.map { LineWriter.selection($0.selection) }.joined(separator: "; ")
      log.report(
        .amendedPartMissing, "the line `\(element)` does not list `\(LineWriter.item(missing))`", at: span,
        related: [Diagnostic.Label(old[0].span, "it lists \(listed)")],
        help: [
          "values are deleted as they are written; of a group or a range, write what is left: "
            + "`replace \(element) …`"
        ])
      return
    }
    func rest(_ old: ElementLineSyntax) -> [SelectionItemSyntax] {
      let names = Set(deleted.map(LineWriter.item))
      return old.listedItems.filter { !names.contains(LineWriter.item($0)) }
    }
    if let emptied = old.first(where: { !$0.listedItems.isEmpty && rest($0).isEmpty }) {
      log.report(
        .amendedPartMissing, "no value would be left on the line `\(element)`", at: span,
        related: [Diagnostic.Label(emptied.span, "this line")],
        help: ["`delete \(element)` deletes the line: then the element is not looked at any more"])
      return
    }
    let inherited = provision.evidence
    let mark = line.evidence ?? edit.evidence
    change(element, within, span) { old in
      guard deleted.contains(where: { old.lists($0) }) else { return old }
      return ElementLineSyntax(
        element: old.element, selection: .list(rest(old)), words: QuotedSyntax.joined(old.words, line.words),
        evidence: EvidenceSyntax.weaker(old.evidence ?? inherited, mark), span: span)
    }
  }

  // MARK: Messages

  /// Whether the provision has a line of an element; if not, says where it might stand.
  private mutating func hasLine(_ element: WordSyntax, _ span: SourceSpan) -> Bool {
    guard provision.region.lines(of: element.text).isEmpty else { return true }
    var related = [Diagnostic.Label(provision.span, "this one")]
    var own: [String] = []
    for line in provision.region.items.flatMap(\.lines) where !own.contains(line.element.text) {
      own.append(line.element.text)
    }
    var help = own.isEmpty ? [] : ["its lines are " + own.map { "`\($0)`" }.joined(separator: ", ")]
    help.append("`add \(element.text) …` would add a requirement")
    var seen: Set<String> = []
    if let (name, line) = origin(of: element.text, in: provision.region, &seen) {
      related.append(Diagnostic.Label(line.span, "the line stands here"))
      help = ["it comes from the definition `\(name)`: change it in the article that defines it"]
    } else {
      if let nearest = NameSuggestion.nearest(to: element.text, among: own) {
        help = ["did you mean `\(nearest)`?"]
      }
    }
    log.report(
      .amendedPartMissing, "\(provision.name) has no line `\(element.text)`", at: span, related: related,
      help: help)
    return false
  }

  private func origin(
    of element: String, in region: RegionSyntax, _ seen: inout Set<String>
  ) -> (name: String, line: ElementLineSyntax)? {
    for word in region.usedNames where seen.insert(word.text).inserted {
      guard let definition = definitions[word.text] else { continue }
      if let line = definition.region.lines(of: element).first { return (word.text, line) }
      if let found = origin(of: element, in: definition.region, &seen) { return found }
    }
    return nil
  }

  private mutating func reportNoList(_ element: String, _ place: SourceSpan, _ span: SourceSpan) {
    log.report(
      .amendedPartMissing, "the line `\(element)` lists no values: it is not stated", at: span,
      related: [Diagnostic.Label(place, "this line")], help: ["write the whole line: `replace \(element) …`"])
  }

  mutating func reportNoEffect(_ message: String, _ span: SourceSpan, _ place: SourceSpan) {
    log.report(
      .editWithoutEffect, message, at: span, related: [Diagnostic.Label(place, "this line")],
      help: ["remove the edit, or write what it is to change"])
  }
}

extension ProvisionEditor {
  /// The amendment that is applied.
  var context: EditContext { edit }
}

extension ElementLineSyntax {
  /// The members of its list; none for `any` and `not stated`.
  fileprivate var listedItems: [SelectionItemSyntax] {
    switch selection {
    case .list(let items): items
    case .any, .notStated: []
    }
  }

  fileprivate var allowsAny: Bool {
    switch selection {
    case .any: true
    case .list, .notStated: false
    }
  }

  fileprivate var isNotStated: Bool {
    switch selection {
    case .notStated: true
    case .list, .any: false
    }
  }

  /// Whether a member of a list stands on the line, as written.
  fileprivate func lists(_ item: SelectionItemSyntax) -> Bool {
    listedItems.contains { LineWriter.item($0) == LineWriter.item(item) }
  }
}

extension QuotedSyntax {
  /// The words of both texts.
  fileprivate static func joined(_ first: QuotedSyntax?, _ second: QuotedSyntax?) -> QuotedSyntax? {
    guard let first, let second else { return first ?? second }
    return QuotedSyntax(first.text + "; " + second.text, second.span)
  }
}

extension EvidenceSyntax {
  private static let grades = ["unverified", "secondary", "text"]

  private var rank: Int { Self.grades.firstIndex(of: grade.text) ?? 0 }

  /// A line that two sources make is as certain as the weaker of the two. No mark at all is the weakest.
  fileprivate static func weaker(_ old: EvidenceSyntax?, _ new: EvidenceSyntax) -> EvidenceSyntax {
    guard let old else {
      return EvidenceSyntax(grade: WordSyntax("unverified", new.grade.span), key: nil, source: nil)
    }
    return old.rank <= new.rank ? old : new
  }
}
