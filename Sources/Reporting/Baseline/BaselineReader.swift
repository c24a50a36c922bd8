#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import GapAnalysis
public import LegalModel
import LegalSyntax
import SourceText

/// Reads a baseline against the rules and the vocabulary of a check.
public struct BaselineReader {
  private let corpus: LegalCorpus
  private let scope: CheckScope
  private let instrument: InstrumentID

  /// Prepares a reader for one question.
  public init(corpus: LegalCorpus, scope: CheckScope, instrument: InstrumentID) {
    self.corpus = corpus
    self.scope = scope
    self.instrument = instrument
  }

  /// Reads the bytes of a file. Cost: linear in the file, but for one look-up of similar names per mistake.
  ///
  /// - Throws: ``BaselineMistake`` at the first thing that does not fit: a baseline is used whole or not at all.
  public func read(_ bytes: [UInt8]) throws(BaselineMistake) -> Baseline {
    let file = try decode(bytes)
    let instrument = corpus[self.instrument]
    guard file.jurisdiction == scope.jurisdiction else {
      throw .otherState(recorded: file.jurisdiction, asked: scope.jurisdiction)
    }
    guard file.instrument == instrument.name else {
      throw .otherInstrument(recorded: file.instrument, asked: instrument.name)
    }
    guard file.reading == scope.reading else {
      throw .otherReading(recorded: file.reading, asked: scope.reading)
    }
    guard let evidence = EvidenceGrade(rawValue: file.evidence) else { throw .badEvidence(file.evidence) }
    guard evidence == scope.evidence else {
      throw .otherEvidence(recorded: evidence.rawValue, asked: scope.evidence.rawValue)
    }
    guard let day = CalendarDate(file.asOf) else { throw .badDate(file.asOf) }
    var records: [Baseline.Record] = []
    var seen: Set<RuleID> = []
    for rule in file.rules {
      let record = try self.record(rule)
      guard seen.insert(record.rule).inserted else { throw .repeatedRule(rule.rule) }
      records.append(record)
    }
    return Baseline(asOf: day, reading: file.reading, evidence: evidence, records: records)
  }

  // MARK: JSON

  private func decode(_ bytes: [UInt8]) throws(BaselineMistake) -> BaselineFile {
    let data = Data(bytes)
    let head: BaselineFile.Head
    do { head = try JSONDecoder().decode(BaselineFile.Head.self, from: data) } catch {
      throw .noBaseline(detail: Self.detail(error))
    }
    guard head.format == BaselineFile.format else {
      throw .noBaseline(detail: "its `format` is `\(head.format)`, not `\(BaselineFile.format)`")
    }
    guard head.version == BaselineFile.version else { throw .laterVersion(head.version) }
    do { return try JSONDecoder().decode(BaselineFile.self, from: data) } catch {
      throw .noBaseline(detail: Self.detail(error))
    }
  }

  /// What the decoder says, in words that do not change with its version.
  private static func detail(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { key in key.intValue.map { "\($0 + 1)" } ?? "`\(key.stringValue)`" }.joined(separator: ", ")
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      let where_ = context.codingPath.isEmpty ? "" : " in \(place(context.codingPath))"
      return "`\(key.stringValue)` is missing\(where_)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return context.codingPath.isEmpty
        ? "it holds something else" : "at \(place(context.codingPath)) stands something else"
    case .dataCorrupted, nil: return "it is no JSON"
    @unknown default: return "it is no JSON"
    }
  }

  // MARK: Names

  private func record(_ syntax: BaselineFile.Rule) throws(BaselineMistake) -> Baseline.Record {
    let names = corpus[instrument].rules.map { corpus[$0].name }
    guard let rule = corpus[instrument].rules.first(where: { corpus[$0].name == syntax.rule }) else {
      throw .unknownRule(syntax.rule, nearest: NameSuggestion.onlyNearest(to: syntax.rule, among: names))
    }
    var defects: Set<RecordedDefect> = []
    var gone = 0
    for defect in syntax.defects {
      if let known = try self.defect(defect, rule) { defects.insert(known) } else { gone += 1 }
    }
    return Baseline.Record(
      rule: rule, gap: try regions(syntax.gap, syntax.rule),
      depends: try regions(syntax.depends, syntax.rule),
      defects: defects, goneDefects: gone)
  }

  /// A recorded defect; nil if its article is no more, so that the defect is gone with it.
  private func defect(_ syntax: BaselineFile.Defect, _ rule: RuleID) throws(BaselineMistake)
    -> RecordedDefect?
  {
    var element: ElementID?
    if let name = syntax.element { element = try self.element(name, corpus[rule].name) }
    guard syntax.statute != nil || syntax.article != nil else {
      return RecordedDefect(rule: rule, element: element, article: nil)
    }
    let article = corpus.statutes.first { $0.name == syntax.statute }?.articles
      .first { corpus[$0].number == syntax.article }
    return article.map { RecordedDefect(rule: rule, element: element, article: $0) }
  }

  private func regions(
    _ regions: [[String: [String]]], _ rule: String
  ) throws(BaselineMistake) -> [Baseline.Cases] {
    var result: [Baseline.Cases] = []
    for region in regions {
      var cases: Baseline.Cases = []
      // In the order of their names, so that the first mistake is always the same one.
      for (name, values) in region.sorted(by: { $0.key < $1.key }) {
        let element = try self.element(name, rule)
        cases.append(
          Baseline.Choice(element: element, selection: try selection(values, of: element, rule)))
      }
      result.append(cases.sorted { $0.element < $1.element })
    }
    return result
  }

  private func element(_ name: String, _ rule: String) throws(BaselineMistake) -> ElementID {
    if let id = corpus.vocabulary.element(named: name) { return id }
    let names = corpus.vocabulary.elements.map(\.name)
    throw .unknownElement(name, rule: rule, nearest: NameSuggestion.nearest(to: name, among: names))
  }

  private func selection(
    _ names: [String], of id: ElementID, _ rule: String
  ) throws(BaselineMistake) -> Selection {
    let element = corpus.vocabulary[id]
    guard !names.isEmpty else { throw .noValue(element: element.name, rule: rule) }
    switch element.domain {
    case .values(let values, _):
      var bits: UInt64 = 0
      for name in names {
        guard let position = values.firstIndex(where: { $0.name == name }) else {
          let nearest = NameSuggestion.nearest(to: name, among: values.map(\.name))
          throw .unknownValue(name, element: element.name, rule: rule, nearest: nearest)
        }
        bits |= 1 << UInt64(position)
      }
      return .values(ValueSet(bits: bits))
    case .numbers(let domain, _):
      var ranges: [ClosedRange<Int>] = []
      for name in names {
        guard let range = Self.range(name), domain.contains(range.lowerBound),
          domain.contains(range.upperBound)
        else { throw .badNumber(name, element: element.name, rule: rule) }
        ranges.append(range)
      }
      return .numbers(NumberSet(ranges))
    }
  }

  /// `15`, or `15 to 17`.
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let bounds = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let low = bounds.first.flatMap({ Int($0) }) else { return nil }
    if bounds.count == 1 { return low...low }
    guard bounds.count == 3, bounds[1] == "to", let high = Int(bounds[2]), low <= high else { return nil }
    return low...high
  }
}
