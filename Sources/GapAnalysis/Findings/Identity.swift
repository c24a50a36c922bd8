import LegalModel

/// The stable identity of a finding: rule, kind, region and provision in words of the vocabulary, hashed.
///
/// Moved lines, reworded messages and added values of other elements leave it as it is. The hash is FNV-1a with 64
/// bits: enough to tell the findings of one report apart, and no promise of security.
enum FindingIdentity {
  static func make(
    rule: Rule, kind: FindingKind, logic: FindingLogic, region: CaseRegion, provision: String,
    space: CaseSpace
  ) -> String {
    var text = "\(rule.identity)|\(kind.rawValue)|\(logic.rawValue)|\(provision)"
    for element in space.elements where !space.isEverything(region[element], of: element) {
      text += "|" + space.vocabulary[element].name + "="
      switch space.selection(region[element], of: element) {
      case .values(let set):
        text += set.positions.map { space.vocabulary[element].values[$0].name }.joined(separator: ",")
      case .numbers(let set):
        text += set.ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
      }
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
