import ArgumentParser
import LegalModel
import OperatingSystem
import Reporting

/// The forms of a report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For a terminal.
  case text
  /// For a lawyer.
  case markdown
  /// For programs.
  case json
  /// For code scanning.
  case sarif
  /// For dashboards of CI services.
  case junit
  /// The findings, for a spreadsheet.
  case csv
  /// The concordance, for a spreadsheet.
  case csvConcordance = "csv-concordance"
  /// Annotations of a pull request.
  case github

  /// Whether the form tells which value is covered by which article.
  var printsConcordance: Bool {
    switch self {
    case .markdown, .json, .csvConcordance: true
    case .text, .sarif, .junit, .csv, .github: false
    }
  }

  /// Renders a report in this form.
  ///
  /// - Parameters:
  ///   - isForTerminal: whether it goes to standard output.
  ///   - failOn: from which level on findings fail the run.
  func render(_ report: Report, isForTerminal: Bool, failOn: FailLevel) throws -> String {
    switch self {
    case .text:
      let text = TextRenderer(usesColor: isForTerminal && Terminal.usesColor).render(report)
      // Where GitHub Actions reads along, findings also show at their lines.
      guard isForTerminal, Platform.environment("GITHUB_ACTIONS") == "true" else { return text }
      return AnnotationRenderer.harmless(text) + AnnotationRenderer().render(report)
    case .markdown: return MarkdownRenderer().render(report)
    case .json: return try JSONRenderer().render(report)
    case .sarif: return SARIFRenderer().render(report)
    case .junit: return JUnitRenderer(failingLevels: failOn.failingLevels).render(report)
    case .csv: return CSVRenderer(.findings).render(report)
    case .csvConcordance: return CSVRenderer(.concordance).render(report)
    case .github: return AnnotationRenderer().render(report)
    }
  }
}

extension FailLevel {
  /// The names of the levels at which a finding fails the run.
  var failingLevels: Set<String> {
    switch self {
    case .never: []
    case .level(let lowest): Set(Level.allCases.filter { $0 >= lowest }.map(\.rawValue))
    }
  }
}
