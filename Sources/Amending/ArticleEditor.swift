import LegalSyntax
import SourceText

/// Applies the edits of one article.
struct ArticleEditor {
  /// The article as edited so far.
  private(set) var article: ArticleSyntax
  /// What was edited, and what is wrong.
  var log: EditLog
  let edit: EditContext
  /// The statute and the article.
  let path: [String]
  /// How the lines of the statute are known where neither they nor the article carry a mark.
  private let statuteEvidence: EvidenceSyntax?
  private let definitions: [String: DefinitionSyntax]
  private let original: ArticleSyntax

  init(
    _ article: ArticleSyntax, by edit: EditContext, path: [String], statuteEvidence: EvidenceSyntax?,
    definitions: [String: DefinitionSyntax], log: EditLog
  ) {
    self.article = article
    original = article
    self.edit = edit
    self.path = path
    self.statuteEvidence = statuteEvidence
    self.definitions = definitions
    self.log = log
  }

  private var home: String { "article \(article.number.text)" }

  /// Applies all edits; what cannot be applied is reported and left out.
  mutating func apply(_ edits: [ArticlePartEditSyntax]) {
    for edit in edits {
      switch edit {
      case .offence(let title, let lines, let span): change(title, lines, span)
      case .definition(let name, let lines, let span): change(name, lines, span)
      case .add(let part, let span): add(part, span)
      case .replace(let part, let span): replace(part, span)
      case .delete(let name, let span): delete(name, span)
      }
    }
  }

  // MARK: Lines of a provision

  private mutating func change(_ title: QuotedSyntax?, _ edits: [LineEditSyntax], _ span: SourceSpan) {
    guard
      let position = search(\.offences, "offence", { $0.title?.text }).position(
        of: title?.text, at: span, &log)
    else { return }
    let offence = article.offences[position]
    let name = offence.title.map { "offence `\($0.text)`" } ?? "the offence"
    let inherited = article.evidence ?? statuteEvidence
    var editor = editor(Provision(offence, name: name, inherited: inherited), name)
    run(&editor, edits, span)
    article.offences[position] = editor.provision.applied(to: offence)
    note(editor, .offence(title: offence.title?.text, isOnly: isAlone(in: article)))
    warn(
      of: editor.edited, original.offences.first { $0.span == offence.span }?.readings ?? [], editor.provision
    )
  }

  private mutating func change(_ name: WordSyntax, _ edits: [LineEditSyntax], _ span: SourceSpan) {
    guard
      let position = search(\.definitions, "define", { $0.name.text }).position(of: name.text, at: span, &log)
    else { return }
    let definition = article.definitions[position]
    let title = "the definition of `\(name.text)`"
    let inherited = article.evidence ?? statuteEvidence
    var editor = editor(Provision(definition, name: title, inherited: inherited), title)
    run(&editor, edits, span)
    article.definitions[position] = editor.provision.applied(to: definition)
    note(editor, .definition(name.text))
    warn(
      of: editor.edited, original.definitions.first { $0.span == definition.span }?.readings ?? [],
      editor.provision)
  }

  /// Whether an article holds one offence and nothing else that other articles could rest on.
  private func isAlone(in article: ArticleSyntax) -> Bool {
    article.offences.count == 1 && article.definitions.isEmpty && article.extensions.isEmpty
      && article.exemptions.isEmpty
  }

  private mutating func note(_ editor: ProvisionEditor, _ kind: EmptiedProvision.Kind) {
    guard editor.provision.region.items.isEmpty, let edit = editor.emptying else { return }
    log.noteEmptied(
      EmptiedProvision(
        kind: kind, article: article.number.text, span: editor.provision.span, edit: edit.span,
        taken: EmptiedProvision.Taken(edit)))
  }

  private func editor(_ provision: Provision, _ name: String) -> ProvisionEditor {
    ProvisionEditor(provision, by: edit, path: path + [name], definitions: definitions, log: log)
  }

  private mutating func run(_ editor: inout ProvisionEditor, _ edits: [LineEditSyntax], _ span: SourceSpan) {
    if edits.isEmpty { editor.reportNoEffect("this block holds no edit", span, editor.provision.span) }
    editor.apply(edits)
    log = editor.log
  }

  /// Readings stay. One that replaces a line which is edited undoes the edit under that reading.
  private mutating func warn(
    of edited: [(element: String, span: SourceSpan)], _ own: [ReadingSyntax], _ provision: Provision
  ) {
    let before = own + original.readings
    let after = Set((provision.readings + article.readings).map(\.span))
    for reading in before where after.contains(reading.span) {
      for line in reading.lines {
        guard let change = edited.first(where: { $0.element == line.element.text }) else { continue }
        log.report(
          .readingOfAmendedLine,
          "the \(reading.keyword) `\(reading.name.text)` goes on to replace the line `\(change.element)`",
          at: change.span, related: [Diagnostic.Label(line.span, "with this one")],
          help: ["delete or replace the \(reading.keyword) too, if it speaks of the old text"])
      }
    }
  }

  // MARK: Parts

  private func search<Part: ArticlePart>(
    _ parts: KeyPath<ArticleSyntax, [Part]>, _ kind: String, _ name: @escaping (Part) -> String?
  ) -> PartSearch<Part> {
    PartSearch(
      kind: kind, parts: article[keyPath: parts], name: name, span: { $0.place }, home: home,
      homeSpan: article.span)
  }

  private mutating func add(_ part: ArticlePartSyntax, _ span: SourceSpan) {
    switch part {
    case .offence(let offence):
      add(edit.stamped(offence), \.offences, "offence", { $0.title?.text }, span)
    case .definition(let definition):
      add(edit.stamped(definition), \.definitions, "define", { $0.name.text }, span)
    case .extend(let rule): append(edit.stamped(rule), \.extensions)
    case .exempt(let rule): add(edit.stamped(rule), \.exemptions, "exempt", { $0.title?.text }, span)
    case .unread(let mark): add(edit.stamped(mark), \.unread, "unread", { $0.title?.text }, span)
    case .reading(let reading):
      add(edit.stamped(reading), \.readings, reading.keyword, Self.readingName(reading.kind), span)
    case .claim(let claim):
      add(edit.stamped(claim), \.claims, "implements", { LineWriter.claimedRules($0) }, span)
    case .note(let note): append(note, \.notes)
    }
  }

  private mutating func replace(_ part: ArticlePartSyntax, _ span: SourceSpan) {
    switch part {
    case .offence(let offence):
      replace(edit.stamped(offence), \.offences, "offence", { $0.title?.text }, span)
    case .definition(let definition):
      replace(edit.stamped(definition), \.definitions, "define", { $0.name.text }, span)
    case .extend(let rule):
      replace(edit.stamped(rule), \.extensions, "extend", { $0.line.element.text }, span)
    case .exempt(let rule): replace(edit.stamped(rule), \.exemptions, "exempt", { $0.title?.text }, span)
    case .unread(let mark): replace(edit.stamped(mark), \.unread, "unread", { $0.title?.text }, span)
    case .reading(let reading):
      replace(edit.stamped(reading), \.readings, reading.keyword, Self.readingName(reading.kind), span)
    case .claim(let claim):
      replace(edit.stamped(claim), \.claims, "implements", { LineWriter.claimedRules($0) }, span)
    case .note(let note): replace(note, \.notes, "note", { _ in nil }, span)
    }
  }

  private mutating func delete(_ name: ArticlePartNameSyntax, _ span: SourceSpan) {
    switch name {
    case .offence(let title): delete(title?.text, \.offences, "offence", { $0.title?.text }, span)
    case .definition(let name): delete(name.text, \.definitions, "define", { $0.name.text }, span)
    case .extend(let element): delete(element.text, \.extensions, "extend", { $0.line.element.text }, span)
    case .exempt(let title): delete(title?.text, \.exemptions, "exempt", { $0.title?.text }, span)
    case .unread(let title): delete(title?.text, \.unread, "unread", { $0.title?.text }, span)
    case .reading(let kind, let name):
      delete(name.text, \.readings, kind.keyword, Self.readingName(kind), span)
    case .claim(let claim):
      delete(
        LineWriter.claimedRules(claim), \.claims, "implements", { LineWriter.claimedRules($0) }, span)
    case .note(let text): delete(text?.text, \.notes, "note", { $0.text }, span)
    }
  }

  private static func readingName(_ kind: ReadingSyntax.Kind) -> (ReadingSyntax) -> String? {
    { $0.kind == kind ? $0.name.text : nil }
  }

  private mutating func append<Part: ArticlePart>(
    _ part: Part, _ parts: WritableKeyPath<ArticleSyntax, [Part]>
  ) {
    article[keyPath: parts].append(part)
  }

  /// Adds a part, unless there is one of the same name.
  private mutating func add<Part: ArticlePart>(
    _ part: Part, _ parts: WritableKeyPath<ArticleSyntax, [Part]>, _ kind: String,
    _ name: @escaping (Part) -> String?, _ span: SourceSpan
  ) {
    if let wanted = name(part) {
      guard touch(kind, wanted, span) else { return }
      if let known = article[keyPath: parts].first(where: { name($0) == wanted }) {
        log.report(
          .addedPartExists, "\(home) has \(kind) `\(wanted)` already", at: span,
          related: [Diagnostic.Label(known.place, "this one")],
          help: ["write `replace` to put another in its place"])
        return
      }
    }
    append(part, parts)
  }

  private mutating func replace<Part: ArticlePart>(
    _ part: Part, _ parts: WritableKeyPath<ArticleSyntax, [Part]>, _ kind: String,
    _ name: @escaping (Part) -> String?, _ span: SourceSpan
  ) {
    guard let position = search(parts, kind, name).position(of: name(part), at: span, &log),
      touch(kind, name(article[keyPath: parts][position]), span)
    else { return }
    article[keyPath: parts][position] = part
  }

  private mutating func delete<Part: ArticlePart>(
    _ wanted: String?, _ parts: WritableKeyPath<ArticleSyntax, [Part]>, _ kind: String,
    _ name: @escaping (Part) -> String?, _ span: SourceSpan
  ) {
    guard let position = search(parts, kind, name).position(of: wanted, at: span, &log),
      touch(kind, name(article[keyPath: parts][position]), span)
    else { return }
    article[keyPath: parts].remove(at: position)
  }

  /// The last name of the path is the one that edits of single lines use too.
  private mutating func touch(_ kind: String, _ name: String?, _ span: SourceSpan) -> Bool {
    let part =
      switch kind {
      case "define": "the definition of `\(name ?? "")`"
      default: name.map { "\(kind) `\($0)`" } ?? "the \(kind)"
      }
    return log.touch(path + [part], by: edit, at: span)
  }
}

/// A part of an article that stands somewhere in a file.
protocol ArticlePart {
  /// Where it stands.
  var place: SourceSpan { get }
}

extension OffenceSyntax: ArticlePart { var place: SourceSpan { span } }
extension DefinitionSyntax: ArticlePart { var place: SourceSpan { span } }
extension ExtensionSyntax: ArticlePart { var place: SourceSpan { span } }
extension ExemptionSyntax: ArticlePart { var place: SourceSpan { span } }
extension UnreadSyntax: ArticlePart { var place: SourceSpan { span } }
extension ReadingSyntax: ArticlePart { var place: SourceSpan { span } }
extension ClaimSyntax: ArticlePart { var place: SourceSpan { span } }
extension QuotedSyntax: ArticlePart { var place: SourceSpan { span } }
