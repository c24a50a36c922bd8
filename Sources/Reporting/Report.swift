/// Everything that a renderer shows, in the order in which it is shown. Plain values: no renderer computes.
public struct Report: Sendable {
  /// What was checked, against what, when, how read.
  public struct Header: Sendable {
    /// Name and version of the program.
    public var tool: String
    /// The version alone.
    public var toolVersion: String
    /// The code of the State.
    public var jurisdiction: String
    /// The State in words.
    public var jurisdictionTitle: String
    /// The short name of the treaty.
    public var instrument: String
    /// The title of the treaty.
    public var instrumentTitle: String
    /// The articles of the treaty that the rules hold, `articles 1 to 3`; nil if the rules do not tell.
    public var articles: String?
    /// The day, `YYYY-MM-DD`.
    public var asOf: String
    /// The authority whose reading was fixed; nil if all readings count.
    public var reading: String?
    /// The weakest grade of evidence that still covers for certain.
    public var evidence: String
    /// Since when the treaty binds the State, or that it does not.
    public var binding: String
    /// Whether the treaty binds the State on the day.
    public var isBound: Bool
    /// Whether anything was checked.
    public var isChecked: Bool
    /// The lowest level shown, if not all levels are.
    public var level: String?
  }

  /// An amendment among the files.
  public struct Amendment: Sendable {
    /// `KHM/bill-a`.
    public var name: String
    /// The title.
    public var title: String
    /// The statute it changes.
    public var statute: String
    /// `enacted`, `bill` or `fictional`.
    public var status: String
    /// Its commencement, `YYYY-MM-DD`; nil if the file gives no day.
    public var inForce: String?
    /// The file.
    public var path: String
    /// Whether the law that was checked holds its edits.
    public var isApplied: Bool
    /// Whether it is enacted.
    public var isLaw: Bool
    /// Why it is not applied, or is although its day has not come.
    public var reason: String?
  }

  /// One rule.
  public struct Rule: Sendable {
    /// `OPSC 3.1.a.i.c`.
    public var id: String
    /// What it asks.
    public var title: String
    /// Its level.
    public var level: String
    /// The pinpoint.
    public var cite: String
    /// `satisfied`, `partly`, …
    public var verdict: String
    /// The reservation that takes it out.
    public var reservation: String?
    /// Number of cases, decimal.
    public var required: String
    /// Number of cases, decimal.
    public var covered: String
    /// Number of cases, decimal.
    public var depends: String
    /// Number of cases, decimal.
    public var gap: String
    /// Shares of the required cases in words: `33 %`.
    public var coveredShare: String
    /// Share of the required cases.
    public var dependsShare: String
    /// Share of the required cases.
    public var gapShare: String
    /// Share of the covered cases that rests on unverified lines; nil if none.
    public var unverifiedShare: String?
    /// Number of covered cases that rest on unverified lines, decimal.
    public var unverified: String
    /// Which value is covered, and by which article.
    public var elements: [MatrixRow]
    /// What the rule rests on in the general part, a sentence each.
    public var restsOn: [String]
    /// Identities of findings.
    public var findings: [String]
    /// Remarks of the rule file.
    public var notes: [String]
    /// Whether gaps of the rules it varies are shown there.
    public var isFolded: Bool
    /// The title line of the rule.
    public var place: Place
    /// How many of its open cases waivers and a baseline set aside; nil if none.
    public var setAside: SetAside?
  }

  /// One row of the element matrix.
  public struct MatrixRow: Sendable {
    /// The element's name.
    public var element: String
    /// The element in words.
    public var title: String
    /// The names of the values.
    public var values: [String]
    /// The values in words.
    public var text: String
    /// How their cases stand.
    public var status: String
    /// The articles, as `KHM/tse-2008 art. 14`.
    public var by: [String]
  }

  /// A line of the law that takes part in a finding.
  public struct Cause: Sendable {
    /// The statute.
    public var statute: String
    /// The number of the article.
    public var article: String
    /// The element's name.
    public var element: String
    /// What it asks for, in words.
    public var asks: String
    /// The file.
    public var path: String
    /// Counted from 1.
    public var line: Int
    /// Counted from 1.
    public var column: Int
    /// The words of the law.
    public var words: String?
    /// The reading or other version of the article in which it stands; nil where it is the text itself.
    public var version: String?
    /// The grade of evidence.
    public var evidence: String
    /// Where the fact was found.
    public var source: String?
    /// The whole line of the law, as other programs count.
    public var place: Place
  }

  /// An element and its values.
  public struct ElementValues: Sendable {
    /// The element's name.
    public var element: String
    /// The names of the values.
    public var values: [String]
  }

  /// One finding.
  public struct Finding: Sendable {
    /// Position in the report, from 1.
    public var number: Int
    /// The stable identity.
    public var id: String
    /// The kind.
    public var kind: String
    /// `coverage` or `defect`.
    public var logic: String
    /// The rule.
    public var rule: String
    /// Every rule concerned.
    public var rules: [String]
    /// The title of the rule.
    public var ruleTitle: String
    /// The pinpoint of the rule.
    public var cite: String
    /// The level.
    public var level: String
    /// Elements in which the region differs from all cases.
    public var region: [ElementValues]
    /// Every element with its value.
    public var example: [ElementValues]
    /// What is wrong, one sentence.
    public var text: String
    /// The example in words.
    public var exampleText: String
    /// Who relies on the provision.
    public var claim: String?
    /// What keeps the nearest provisions away, a sentence each.
    public var nearest: [String]
    /// The lines responsible.
    public var causes: [Cause]
    /// What decides, a sentence each.
    public var decision: [String]
    /// What has to be found out, in short.
    public var questions: [String]
    /// What closes it, a sentence each.
    public var remedy: [String]
    /// What the second run showed; nil for an offence made to measure.
    public var proof: String?
    /// Why there is no remedy, where one was looked for.
    public var missingRemedy: String?
    /// What the encoder noted on the articles that are responsible, `KHM/tse-2008 art. 13: …`, each in one finding only.
    public var encoderNotes: [String] = []
    /// The weakest grade of evidence.
    public var evidence: String
    /// False where more regions exist than were listed.
    public var isComplete: Bool
    /// Whether only some readings close it.
    public var isUndecided: Bool
    /// Where it is shown: the narrowest line responsible, else the title line of the law; nil if there is no law.
    public var place: Place?
    /// The waiver in force that accepts it; nil if nobody does.
    public var acceptedBy: String?
    /// The waiver that it is about.
    public var waiver: String?
    /// Whether its kind makes a run fail, as far as its level does.
    public var failsRuns = true
  }

  /// A statute that was checked.
  public struct Statute: Sendable {
    /// `KHM/tse-2008`.
    public var name: String
    /// The title.
    public var title: String
    /// The official number.
    public var number: String?
    /// `2008-02-15`, or `unknown`.
    public var inForce: String
    /// `2026-08-31`.
    public var researched: String
    /// The day of the report lies behind the research.
    public var isOutdated: Bool
    /// How many articles are encoded.
    public var articles: Int
    /// How many of them are in force on the day.
    public var articlesInForce: Int
    /// Remarks of the file.
    public var notes: [String]
  }

  /// One input file.
  public struct Input: Sendable {
    /// What a file is for.
    public enum Role: Hashable, Sendable {
      /// A rule file inside the program.
      case shippedRules
      /// A rule file that the user gave.
      case rules
      /// A file of the law.
      case law
      /// Law from standard input.
      case standardInput
      /// A baseline that was applied.
      case baseline
    }

    /// The path as given.
    public var path: String
    /// Hexadecimal.
    public var digest: String
    /// What it is for.
    public var role: Role
    /// The name under which it may leave the machine.
    public var name: FileName
    /// Makes an input; its name is settled when the report is built.
    public init(path: String, digest: String, role: Role = .law) {
      self.path = path
      self.digest = digest
      self.role = role
      name = FileName(base: .elsewhere, path: path)
    }
  }

  /// Something that could not be checked.
  public struct NotChecked: Sendable {
    /// The rule.
    public var rule: String
    /// Why.
    public var reason: String
  }

  /// What, against what, when.
  public var header: Header
  /// The amendments: those applied in the order of application, then the others.
  public var amendments: [Amendment]
  /// Things the reader must know before the results.
  public var warnings: [String]
  /// The rules, binding ones first.
  public var rules: [Rule]
  /// The findings in the order of their numbers: what is certain first, binding rules first.
  public var findings: [Finding]
  /// What is no finding, a sentence each.
  public var notes: [String]
  /// What could not be checked.
  public var notChecked: [NotChecked]
  /// Lines whose element the encoder found nothing about.
  public var notStated: [String]
  /// The laws.
  public var statutes: [Statute]
  /// How much rests on which evidence, a sentence.
  public var evidenceShare: String
  /// The files read.
  public var inputs: [Input]
  /// The digest's algorithm.
  public var digestAlgorithm: String
  /// What is worth a second look in the input files.
  public var remarks: [Remark]
  /// What somebody accepts, in the order of the files.
  public var waivers: [Waiver] = []
  /// The baseline that was applied; nil without one.
  public var baseline: AppliedBaseline?

  /// Encoded law is judged, not a State, and no advice is given.
  public static let notice =
    "This report judges the encoding of legal texts, not a State and not its practice. It is no legal advice."
}
