import LegalSyntax
import SourceText

/// The files of a run while amendments are applied to their statutes.
struct ConsolidatedText {
  /// Where a part of a statute stands.
  private struct Place {
    let file: Int
    let declaration: Int
  }

  /// The files as amended so far.
  private(set) var files: [FileSyntax]
  /// The numbers that an element counts, by its name.
  let numbers: [String: ClosedRange<Int>]

  init(_ files: [FileSyntax]) {
    self.files = files
    var numbers: [String: ClosedRange<Int>] = [:]
    for file in files {
      for case .vocabulary(let vocabulary) in file.declarations {
        for element in vocabulary.elements {
          guard let domain = element.number, numbers[element.name.text] == nil else { continue }
          numbers[element.name.text] = domain.lowest...domain.highest
        }
      }
    }
    self.numbers = numbers
  }

  /// Applies one amendment; reports what does not fit.
  mutating func apply(_ edit: EditContext, _ log: inout EditLog) {
    let places = places(of: edit.syntax.statute.text)
    guard !places.isEmpty else {
      reportMissing(edit.syntax.statute, &log)
      return
    }
    var editor = StatuteEditor(places.compactMap { statute(at: $0) }, by: edit, log: log)
    editor.apply()
    log = editor.log
    for (place, part) in zip(places, editor.parts) { put(part, at: place) }
  }

  /// The amendments that statutes say they hold.
  var heldAmendments: [AmendmentUse] {
    files.flatMap(\.declarations).flatMap { declaration -> [AmendmentUse] in
      guard case .statute(let statute) = declaration else { return [] }
      return statute.amendedBy.compactMap { mark in
        AmendmentStatus(rawValue: mark.status.text).map { status in
          AmendmentUse(
            name: mark.name.text, title: mark.title?.text ?? mark.name.text, statute: statute.name.text,
            status: status, commencement: mark.inForce?.from.date, span: mark.span, outcome: .heldByText)
        }
      }
    }
  }

  private func places(of name: String) -> [Place] {
    var result: [Place] = []
    for (file, syntax) in files.enumerated() {
      for (position, declaration) in syntax.declarations.enumerated() {
        guard case .statute(let statute) = declaration, statute.name.text == name else { continue }
        result.append(Place(file: file, declaration: position))
      }
    }
    return result
  }

  private func statute(at place: Place) -> StatuteSyntax? {
    guard case .statute(let statute) = files[place.file].declarations[place.declaration] else { return nil }
    return statute
  }

  private mutating func put(_ statute: StatuteSyntax, at place: Place) {
    var declarations = files[place.file].declarations
    declarations[place.declaration] = .statute(statute)
    files[place.file] = FileSyntax(
      file: files[place.file].file, declarations: declarations, bareWords: files[place.file].bareWords,
      looseWords: files[place.file].looseWords)
  }

  private func reportMissing(_ name: WordSyntax, _ log: inout EditLog) {
    let known = files.flatMap(\.declarations).compactMap { declaration -> String? in
      guard case .statute(let statute) = declaration else { return nil }
      return statute.name.text
    }
    log.report(
      .amendedStatuteMissing, "there is no statute `\(name.text)` to amend", at: name.span,
      help: [
        NameSuggestion.nearest(to: name.text, among: known).map { "did you mean `\($0)`?" }
          ?? "name the files of that statute together with the amendment"
      ])
  }
}
