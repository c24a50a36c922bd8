import LegalModel

/// A small invented legal order, as the generator thinks of it before it is written down as text. The oracle decides
/// from this, the checker from the text.
struct World {
  var elements: [WorldElement] = []
  /// Every definition; instrument and articles refer to them by position.
  var definitions: [WorldDefinition] = []
  var instrumentDefinitions: [Int] = []
  var rules: [WorldRule] = []
  /// The first year in which the instrument binds the State.
  var boundFrom = 2000
  var reservations: [WorldReservation] = []
  var statutes: [WorldStatute] = []

  static let instrument = "TREATY"
  static let state = "XA"
}

/// An element; values are numbered from 0. For a numeric element the number is the value.
struct WorldElement {
  let name: String
  /// Empty for a numeric element.
  let values: [String]
  /// How many values there are.
  let size: Int
  let groups: [WorldGroup]
  /// What silence means.
  let defaultValue: Int?
  var isNumeric: Bool { values.isEmpty }
}

struct WorldGroup {
  let name: String
  let members: [Int]
}

/// One member of a list of values, as it is written.
enum WorldChoice {
  case value(Int)
  case group(Int)
  case under(Int)
  case atLeast(Int)
  case range(Int, Int)

  /// The values it means.
  func values(of element: WorldElement) -> [Int] {
    switch self {
    case .value(let value): [value]
    case .group(let position): element.groups[position].members
    case .under(let bound): Array(0..<bound)
    case .atLeast(let bound): Array(bound..<element.size)
    case .range(let low, let high): Array(low...high)
    }
  }
}

extension WorldElement {
  /// Whether a single number lies in a member of the list before it, which is a mistake.
  func isIdle(_ choice: WorldChoice, behind choices: [WorldChoice]) -> Bool {
    guard isNumeric else { return false }
    switch choice {
    case .value(let value): return choices.contains { $0.values(of: self).contains(value) }
    case .range(let low, let high):
      return low == high && choices.contains { $0.values(of: self).contains(low) }
    case .group, .under, .atLeast: return false
    }
  }
}

enum WorldStatement {
  case list([WorldChoice])
  case any
  case notStated
}

struct WorldLine {
  let element: Int
  let statement: WorldStatement
  let evidence: EvidenceGrade?
}

struct WorldRegion {
  var items: [WorldItem]
}

enum WorldItem {
  case line(WorldLine)
  case uses(Int, EvidenceGrade?)
  case either([WorldRegion])
  case except(WorldRegion)
}

/// A reading by an authority, or an alternative version of a text.
struct WorldReading {
  let isAlternative: Bool
  let name: String
  let from: Int?
  let evidence: EvidenceGrade?
  let lines: [WorldLine]
}

struct WorldDefinition {
  let name: String
  /// The statute it stands in; nil for the instrument.
  let statute: Int?
  var region: WorldRegion
  var evidence: EvidenceGrade?
  var readings: [WorldReading] = []
}

struct WorldPeriod {
  var from: Int?
  var until: Int?

  func contains(_ year: Int) -> Bool { (from ?? .min) <= year && year < (until ?? .max) }
}

enum WorldDuty: Equatable {
  case punish
  case notPunish
  case prohibit
  case define
  /// Imprisonment, of at least so many years where a number is given.
  case floor(years: Int?)
}

enum WorldTarget {
  case region(WorldRegion)
  /// Patterns of rule names, with lines that replace elements.
  case rules([String], changes: [WorldLine])
}

struct WorldRule {
  let name: String
  let duty: WorldDuty
  let target: WorldTarget
  let liability: [Liability]
  let mayExclude: [WorldRegion]
  let from: Int?
}

struct WorldReservation {
  let rules: [String]
  let region: WorldRegion?
  let from: Int?
}

struct WorldStatute {
  let name: String
  var period: WorldPeriod
  var evidence: EvidenceGrade?
  var articles: [WorldArticle] = []
  var unread: [WorldUnread] = []

  var fullName: String { World.state + "/" + name }
}

struct WorldArticle {
  let number: String
  var period: WorldPeriod?
  var evidence: EvidenceGrade?
  var claims: [String] = []
  var definitions: [Int] = []
  var offences: [WorldOffence] = []
  var extensions: [WorldExtension] = []
  var exemptions: [WorldExemption] = []
  var unread: [WorldUnread] = []
  var readings: [WorldReading] = []
}

enum WorldPenaltyKind {
  case years(Int)
  case life
  case openImprisonment
  case fine
  case notStated
}

struct WorldPenalty {
  let kind: WorldPenaltyKind
  let condition: WorldRegion?
}

struct WorldOffence {
  var region: WorldRegion
  var penalties: [WorldPenalty] = []
  var liability: Liability?
  var evidence: EvidenceGrade?
  var readings: [WorldReading] = []
}

enum WorldScope {
  case ownStatute
  case everyStatute
  /// Ranges of positions in the own statute, first and last included.
  case articles([ClosedRange<Int>])
  /// Numbers of articles of the own statute.
  case numbers([String])
  case statutes([Int])
}

struct WorldExtension {
  let element: Int
  /// Nil for `any`.
  let choices: [WorldChoice]?
  var scope: WorldScope
  var maximumOver: Int?
  var maximumUpTo: Int?
  var condition: WorldRegion?
  var liability: Liability?
  var evidence: EvidenceGrade?
}

struct WorldExemption {
  var scope: WorldScope
  let region: WorldRegion
}

struct WorldUnread {
  let title: String
  let region: WorldRegion
}

/// How a world is checked.
struct WorldScopeOfCheck {
  var year: Int
  var reading: String?
  var evidence: EvidenceGrade
}
