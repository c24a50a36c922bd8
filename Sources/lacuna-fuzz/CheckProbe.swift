import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import ShippedRules
import SourceText

/// The whole way from a file to a report. No law may crash it, and no example may contradict a verdict.
enum CheckProbe {
  /// The shipped rules, read once.
  private static let shipped: (files: SourceFiles, trees: [FileSyntax]) = {
    var files = SourceFiles()
    var bag = DiagnosticBag()
    let trees = ShippedRules.files.map { path, text in
      let file = SourceFile(path: path, text: text)
      return Parser.parse(file, id: files.add(file), diagnostics: &bag)
    }
    return (files, trees)
  }()

  /// One in so many rules is asked for one file, so that many files are tried; which ones depends on the file.
  private static let share = 8

  /// Checks the bytes as the law of a State.
  static func feed(_ bytes: [UInt8]) {
    var (files, trees) = shipped
    var bag = DiagnosticBag()
    let file = SourceFile(path: LiterateFile.holdsEncoding(bytes) ? "law.md" : "law.lacuna", bytes: bytes)
    trees.append(Parser.parse(file, id: files.add(file), diagnostics: &bag))
    let corpus = Resolver.resolve(trees, diagnostics: &bag)
    _ = DiagnosticRenderer(files: files, usesColor: false).render(bag.sorted)
    guard !bag.hasErrors, let state = corpus.statutes.first?.jurisdiction,
      let day = CalendarDate(year: 2020, month: 1, day: 1)
    else { return }
    let scope = CheckScope(jurisdiction: state, asOf: day, reading: nil, evidence: .unverified)
    let analyzer = Analyzer(corpus: corpus, scope: scope, instrument: InstrumentID(0))
    let chosen = bytes.reduce(0) { ($0 &+ Int($1)) % share }
    do {
      let mistakes = try analyzer.validate()
      _ = DiagnosticRenderer(files: files, usesColor: false).render(mistakes.sorted)
      guard !mistakes.hasErrors else { return }
      var number = 0
      let analysis = try analyzer.analysis(with: Set(AnalysisDetail.allCases)) { _ in
        number += 1
        return number % share == chosen
      }
      render(analysis, files)
    } catch {
      switch error {
      case .spaceTooLarge, .tooManyRanges, .tooManyQuestions, .workLimit, .acceptanceTooLarge: return
      case .contradiction(let rule, let finding): fatalError("\(finding) under \(rule) does not replay")
      }
    }
  }

  private static func render(_ analysis: Analysis, _ files: SourceFiles) {
    let report = ReportBuilder(analysis, files: files).report(
      tool: ("lacuna", "0"), inputs: [], digestAlgorithm: "none", level: nil)
    _ = TextRenderer(usesColor: true).render(report)
    _ = MarkdownRenderer().render(report)
    do {
      _ = try JSONRenderer().render(report)
      _ = try CertificateRenderer().render(analysis)
    } catch {
      fatalError("a report cannot be written: \(error)")
    }
  }
}
