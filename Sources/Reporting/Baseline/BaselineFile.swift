#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A baseline as its file has it: names alone, no places and no sentences, so that moved lines and reworded messages
/// change nothing.
struct BaselineFile: Decodable {
  /// What the file says it is.
  static let format = "lacuna-baseline"
  /// The version that this program reads and writes. A change of meaning gets a new number.
  static let version = 1

  /// What stands in every version.
  struct Head: Decodable {
    let format: String
    let version: Int
  }

  struct Rule: Decodable {
    let rule: String
    let gap: [[String: [String]]]
    let depends: [[String: [String]]]
    let defects: [Defect]
  }

  struct Defect: Decodable {
    let element: String?
    let statute: String?
    let article: String?
  }

  let jurisdiction: String
  let instrument: String
  let asOf: String
  let reading: String?
  let evidence: String
  let rules: [Rule]
}
