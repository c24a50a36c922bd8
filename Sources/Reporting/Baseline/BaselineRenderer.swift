public import GapAnalysis
import LegalModel
import LegalSyntax

/// Writes what is open today as a baseline: a JSON file that `--baseline` reads.
public struct BaselineRenderer: Sendable {
  /// Makes a renderer.
  public init() {}

  /// The file as UTF-8 text with a final line feed. The same law and question give the same bytes: rules stand in the
  /// order of the treaty, regions in that of their names.
  ///
  /// - Throws: ``AnalysisError`` if what is open cannot be listed completely.
  public func render(_ analysis: Analysis) throws(AnalysisError) -> String {
    let baseline = try analysis.recordOfToday()
    let corpus = analysis.corpus
    let names = Names(corpus: corpus, phrasing: Phrasing(analysis.space), space: analysis.space)
    return JSONText.render(
      .members([
        "format": .text(BaselineFile.format), "version": .number(BaselineFile.version),
        "jurisdiction": .text(analysis.scope.jurisdiction),
        "instrument": .text(corpus[analysis.instrument].name), "asOf": .text(baseline.asOf.description),
        "reading": baseline.reading.map { .text($0) } ?? .null, "evidence": .text(baseline.evidence.rawValue),
        "rules": .list(
          baseline.records.map { record in
            .members([
              "rule": .text(corpus[record.rule].name), "gap": names.regions(record.gap),
              "depends": names.regions(record.depends),
              "defects": .list(record.defects.sorted().map { names.defect($0) }),
            ])
          }),
      ]))
  }

  /// Things by the names that files give them.
  private struct Names {
    let corpus: LegalCorpus
    let phrasing: Phrasing
    let space: CaseSpace

    func regions(_ regions: [Baseline.Cases]) -> JSONValue {
      let named = regions.map { cases in
        cases.map { choice in
          (
            element: corpus.vocabulary[choice.element].name,
            values: phrasing.names(space.atoms(choice.selection, of: choice.element), of: choice.element)
          )
        }
      }
      let sorted = named.map { region in
        (key: region.map { $0.element + "=" + $0.values.joined(separator: ",") }, region: region)
      }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      return .list(
        sorted.map { entry in .inline(.object(entry.region.map { ($0.element, .texts($0.values)) })) })
    }

    func defect(_ defect: RecordedDefect) -> JSONValue {
      .inline(
        .members([
          "element": defect.element.map { .text(corpus.vocabulary[$0].name) },
          "statute": defect.article.map { .text(corpus[corpus[$0].statute].name) },
          "article": defect.article.map { .text(corpus[$0].number) },
        ]))
    }
  }
}
