/// What somebody accepts although it is open.
extension Report {
  /// A waiver for a rule that was checked.
  public struct Waiver: Sendable {
    /// `KHM/adoption-law-pending`.
    public var name: String
    /// What is accepted, in a few words.
    public var title: String
    /// `OPSC 3.1.a.ii`.
    public var rule: String
    /// Who accepts it.
    public var by: String
    /// Why.
    public var reason: String
    /// The first day on which it is not accepted any more, `YYYY-MM-DD`.
    public var until: String
    /// Whether it holds on the day of the check.
    public var isInForce: Bool
    /// The cases it accepts, in words.
    public var text: String
    /// The cases it accepts, region by region.
    public var regions: [[ElementValues]]
    /// How many of them are a gap, decimal.
    public var gap: String
    /// How many of them depend on a reading, decimal.
    public var depends: String
    /// How many cases that is of those the rule requires, in words.
    public var size: String
    /// The title line.
    public var place: Place
  }

  /// The baseline that was applied.
  public struct AppliedBaseline: Sendable {
    /// The file.
    public var path: String
    /// The day whose law it records.
    public var asOf: String
    /// How many defects it sets aside.
    public var defects: Int
    /// Rules that it does not know.
    public var notRecorded: [String]
    /// Recorded regions in which nothing is open any more.
    public var closed: [ClosedRegion]
    /// How many recorded defects are gone.
    public var closedDefects: Int
  }

  /// A recorded region in which nothing is open any more.
  public struct ClosedRegion: Sendable {
    /// The rule.
    public var rule: String
    /// The cases in words.
    public var text: String
    /// The cases.
    public var region: [ElementValues]
  }

  /// How many open cases of a rule are set aside, decimal. They stay in its counts.
  public struct SetAside: Sendable {
    /// Cases of the gap that waivers in force accept.
    public var waivedGap: String
    /// Undecided cases that waivers in force accept.
    public var waivedDepends: String
    /// Cases of the gap that only the baseline sets aside.
    public var recordedGap: String
    /// Undecided cases that only the baseline sets aside.
    public var recordedDepends: String
    /// The last two as shares of the required cases, in words.
    public var recordedShares: (gap: String, depends: String)

    /// Whether the baseline sets anything aside.
    var isRecorded: Bool { recordedGap != "0" || recordedDepends != "0" }
  }
}

extension Report.Finding {
  /// Whether a waiver in force accepts it.
  public var isAccepted: Bool { acceptedBy != nil }

  /// Whether it can make a run fail: nobody accepts it, and it says more than that a waiver can go.
  public var canFail: Bool { !isAccepted && failsRuns }
}

extension Report {
  /// The findings that nobody accepts.
  var openFindings: [Finding] { findings.filter { !$0.isAccepted } }

  /// The findings that a waiver accepts.
  func findings(acceptedBy waiver: Waiver) -> [Finding] { findings.filter { $0.acceptedBy == waiver.name } }
}
