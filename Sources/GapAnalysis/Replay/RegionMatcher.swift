import LegalModel
import LegalSyntax

/// Reads regions line by line against one case. Knows nothing of boxes: it is the second opinion.
///
/// A class, since it never changes and is handed on for every case.
final class RegionMatcher: Sendable {
  /// One way through the alternatives of a region that a case satisfies.
  struct Path {
    /// The elements some line spoke of.
    var stated = ElementSet()
    /// The weakest evidence on the way.
    var grade = EvidenceGrade.text
    /// Whether any line carried evidence.
    var hasEvidence = false

    /// Notes a line that spoke of an element.
    mutating func note(_ element: ElementID, _ grade: EvidenceGrade) {
      stated.insert(element)
      self.grade = min(self.grade, grade)
      hasEvidence = true
    }

    func joined(with other: Path) -> Path {
      Path(
        stated: stated.union(other.stated), grade: min(grade, other.grade),
        hasEvidence: hasEvidence || other.hasEvidence)
    }
  }

  let corpus: LegalCorpus
  let asOf: CalendarDate
  let fixedReading: String?
  /// Of each article, the names of the readings that count, in order; the first is the plain text.
  private let readingNames: [[String]]
  /// Of each article, the readings and alternatives that count.
  private let readings: [[Reading]]

  init(corpus: LegalCorpus, asOf: CalendarDate, fixedReading: String?) {
    self.corpus = corpus
    self.asOf = asOf
    self.fixedReading = fixedReading
    let readings = corpus.articles.map { article in
      article.readings.filter { reading in reading.from.map { $0 <= asOf } ?? true }
    }
    self.readings = readings
    readingNames = readings.map { readings in
      readings.reduce(into: ["literal"]) { names, reading in
        if reading.kind == .reading, !names.contains(reading.name) { names.append(reading.name) }
      }
    }
  }

  /// The ways in which a case satisfies a region; none if it does not.
  func paths(
    _ region: Region, _ subject: LegalCase, _ choices: Choices, overlay: [ElementID: LineID] = [:]
  ) -> [Path] {
    var used = ElementSet()
    var result = paths(region, subject, choices, overlay: overlay, used: &used)
    for (element, line) in overlay where !used.contains(element) { apply(line, subject, to: &result) }
    return result
  }

  private func paths(
    _ region: Region, _ subject: LegalCase, _ choices: Choices, overlay: [ElementID: LineID],
    used: inout ElementSet
  ) -> [Path] {
    if overlay.isEmpty, fails(region, subject) { return [] }
    var result = [Path()]
    for item in region.items {
      // Which lines a reading replaces is noted to the end.
      if result.isEmpty, overlay.isEmpty { return [] }
      switch item {
      case .line(let id):
        if overlay.isEmpty {
          apply(id, subject, to: &result)
          continue
        }
        let element = corpus[id].element
        let replacement = overlay[element]
        if replacement != nil { used.insert(element) }
        apply(replacement ?? id, subject, to: &result)
      case .uses(let id, let evidence, _):
        let inner = paths(of: id, subject, choices).map {
          $0.joined(with: Path(grade: evidence.grade, hasEvidence: true))
        }
        result = result.flatMap { path in inner.map { path.joined(with: $0) } }
      case .either(let branches):
        var inner: [Path] = []
        for branch in branches { inner += paths(branch, subject, choices, overlay: overlay, used: &used) }
        result = result.flatMap { path in inner.map { path.joined(with: $0) } }
      case .except(let exception):
        if !paths(exception.region, subject, choices).isEmpty { result = [] }
      }
    }
    return result
  }

  /// Whether a case fails a line of the region itself, which most cases do.
  private func fails(_ region: Region, _ subject: LegalCase) -> Bool {
    for item in region.items {
      guard case .line(let id) = item else { continue }
      let element = corpus.lines[id.index].element
      if !subject[element].isAllowed(by: corpus.lines[id.index].selection) { return true }
    }
    return false
  }

  /// The ways in which a case satisfies a definition, as its article is read.
  func paths(of id: DefinitionID, _ subject: LegalCase, _ choices: Choices) -> [Path] {
    let definition = corpus[id]
    switch definition.owner {
    case .instrument: return paths(definition.region, subject, choices)
    case .article(let article):
      let overlay = overlay(article, target: .definition(id), choices)
      return paths(definition.region, subject, choices, overlay: overlay).map { path in
        path.hasEvidence
          ? path : Path(stated: path.stated, grade: definition.evidence.grade, hasEvidence: true)
      }
    }
  }

  /// Whether a case might satisfy a region, whatever is read into it; never wrongly `false`.
  ///
  /// - Parameter settable: elements on which something else than the lines of the region may have the last word.
  func mayReach(_ region: Region, _ subject: LegalCase, settable: ElementSet) -> Bool {
    region.items.allSatisfy { item in
      switch item {
      case .line(let id):
        settable.contains(corpus[id].element)
          || subject[corpus[id].element].isAllowed(by: corpus[id].selection)
      case .uses(let id, _, _):
        mayReach(corpus[id].region, subject, settable: settable.union(elementsRead(in: corpus[id].owner)))
      case .either(let branches): branches.contains { mayReach($0, subject, settable: settable) }
      case .except: true
      }
    }
  }

  private func elementsRead(in owner: DefinitionOwner) -> ElementSet {
    switch owner {
    case .instrument: ElementSet()
    case .article(let article):
      ElementSet(corpus[article].readings.flatMap(\.lines).map { corpus[$0].element })
    }
  }

  private func apply(_ id: LineID, _ subject: LegalCase, to paths: inout [Path]) {
    if paths.isEmpty { return }
    let element = corpus.lines[id.index].element
    guard subject[element].isAllowed(by: corpus.lines[id.index].selection) else {
      paths = []
      return
    }
    switch corpus.lines[id.index].statement {
    case .notStated: break
    case .any, .listed:
      let grade = corpus.lines[id.index].evidence.grade
      for index in paths.indices { paths[index].note(element, grade) }
    }
  }

  // MARK: Readings

  /// The lines that readings and alternatives put in place of others.
  func overlay(_ id: ArticleID, target: Reading.Target, _ choices: Choices) -> [ElementID: LineID] {
    let relevant = readings[id.index]
    if relevant.isEmpty { return [:] }
    var result: [ElementID: LineID] = [:]
    for reading in relevant where reading.kind == .alternative && reading.isAbout(target) {
      guard choices.isYes(.alternative(id, reading.name)) else { continue }
      for line in reading.lines { result[corpus[line].element] = line }
    }
    let chosen = readingName(of: id, choices)
    for reading in relevant
    where reading.kind == .reading && reading.isAbout(target) && reading.name == chosen {
      for line in reading.lines { result[corpus[line].element] = line }
    }
    return result
  }

  private func readingName(of id: ArticleID, _ choices: Choices) -> String {
    let names = readingNames[id.index]
    if let fixedReading, names.contains(fixedReading) { return fixedReading }
    return names[min(choices[.reading(id, options: names.count)], names.count - 1)]
  }

  /// The points on which an article leaves a choice.
  func points(of id: ArticleID) -> [Choices.Point] {
    if readings[id.index].isEmpty { return [] }
    var points: [Choices.Point] = []
    let names = readingNames[id.index]
    if names.count > 1, !(fixedReading.map { names.contains($0) } ?? false) {
      points.append(.reading(id, options: names.count))
    }
    for reading in readings[id.index] where reading.kind == .alternative {
      let point = Choices.Point.alternative(id, reading.name)
      if !points.contains(point) { points.append(point) }
    }
    return points
  }

  /// The articles of the definitions that a region uses, directly or by way of other definitions.
  ///
  /// - Parameter countsExceptions: whether what an exception uses counts too. Readings of it matter; but a region
  ///   does not rest on a definition that it merely carves out.
  func articles(usedBy region: Region, countsExceptions: Bool) -> [ArticleID] {
    var result: [ArticleID] = []
    for id in definitions(usedBy: region, countsExceptions: countsExceptions) {
      if case .article(let article) = corpus[id].owner, !result.contains(article) { result.append(article) }
    }
    return result
  }

  /// The definitions that a region uses, directly or by way of other definitions.
  func definitions(usedBy region: Region, countsExceptions: Bool = false) -> [DefinitionID] {
    var result: [DefinitionID] = []
    func visit(_ region: Region) {
      for item in region.items {
        switch item {
        case .line: break
        case .uses(let id, _, _):
          if !result.contains(id) { result.append(id) }
          visit(corpus[id].region)
        case .either(let branches): for branch in branches { visit(branch) }
        case .except(let exception): if countsExceptions { visit(exception.region) }
        }
      }
    }
    visit(region)
    return result
  }
}

extension Reading {
  /// Whether it says something of one part of its article.
  fileprivate func isAbout(_ part: Target) -> Bool { target == .all || target == part }
}
