public import GapAnalysis
public import LegalModel
public import LegalSyntax
public import SourceText

/// What the checks look at: files of the user, and everything that was loaded with them.
public struct LintedLaw: Sendable {
  /// Everything that was loaded, resolved without errors.
  public let corpus: LegalCorpus
  /// Every file that was loaded, shipped rules included.
  public let files: [FileSyntax]
  /// The files that are judged. Others only count as users of what these declare.
  public let own: Set<FileID>
  /// The day on which the check runs.
  public let today: CalendarDate
  /// How the provisions lie to each other and to the rules, for each State whose law was loaded.
  public let surveys: [ProvisionSurvey]

  /// Surveys the law of every State. Cost: about that of a check without its explanations, for each State.
  ///
  /// - Parameters:
  ///   - corpus: everything that was loaded, resolved without errors.
  ///   - files: the syntax of the same files.
  ///   - own: the files that are judged.
  ///   - asOf: the day whose law is compared with itself and with the rules.
  ///   - today: the day on which the check runs.
  /// - Throws: ``AnalysisError/spaceTooLarge`` if the vocabulary makes more cases than can be counted.
  public init(
    corpus: LegalCorpus, files: [FileSyntax], own: Set<FileID>, asOf: CalendarDate, today: CalendarDate
  ) throws(AnalysisError) {
    self.corpus = corpus
    self.files = files
    self.own = own
    self.today = today
    var states: [String] = []
    for statute in corpus.statutes where !states.contains(statute.jurisdiction) {
      states.append(statute.jurisdiction)
    }
    var surveys: [ProvisionSurvey] = []
    for state in states {
      surveys.append(
        try ProvisionSurvey(corpus: corpus, scope: CheckScope(jurisdiction: state, asOf: asOf)))
    }
    self.surveys = surveys
  }

  /// Blocks that can match no case: mistakes that must be mended before anything is judged.
  public var mistakes: DiagnosticBag {
    var bag = DiagnosticBag()
    for survey in surveys { bag.report(contentsOf: survey.mistakes) }
    return bag
  }

  /// The declarations of the files that are judged, in the order of the files.
  var declarations: [DeclarationSyntax] {
    files.filter { own.contains($0.file) }.flatMap(\.declarations)
  }

  /// The statutes, or parts of statutes, of the files that are judged.
  var statutes: [StatuteSyntax] {
    declarations.compactMap { if case .statute(let statute) = $0 { statute } else { nil } }
  }

  /// All parts of a statute, whatever file they stand in.
  func parts(of name: String) -> [StatuteSyntax] {
    files.flatMap(\.declarations).compactMap { declaration in
      if case .statute(let statute) = declaration, statute.name.text == name { statute } else { nil }
    }
  }

  /// Whether a place lies in a file that is judged.
  func isOwn(_ span: SourceSpan) -> Bool { own.contains(span.file) }

  /// `article 5`, or `article 5 of XA/code` where the statute is not that of the other place.
  func name(of article: ArticleID, from other: ArticleID? = nil) -> String {
    let statute = corpus[article].statute
    let isElsewhere = other.map { corpus[$0].statute != statute } ?? false
    return "article \(corpus[article].number)" + (isElsewhere ? " of \(corpus[statute].name)" : "")
  }
}
