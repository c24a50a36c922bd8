import LegalModel

/// The one order of findings for all forms of a report: as Markdown prints them, numbered as a reader meets them.
///
/// What is certain comes first, by level and section, then what is not settled, by level; what waivers accept stands
/// behind, waiver by waiver, in the same order. Findings that are told together stand next to each other.
enum FindingOrder {
  /// Sorts and numbers findings that come as the analysis has them.
  ///
  /// - Parameter waivers: the names of the waivers, in the order in which they are printed.
  static func numbered(_ findings: [Report.Finding], waivers: [String]) -> [Report.Finding] {
    let given = findings.enumerated().map { index, finding in
      var finding = finding
      finding.number = index
      return finding
    }
    let open = positions(of: given.filter { !$0.isAccepted })
    let accepted = waivers.flatMap { waiver in positions(of: given.filter { $0.acceptedBy == waiver }) }
    return (open + accepted).enumerated().map { index, position in
      var finding = findings[position]
      finding.number = index + 1
      return finding
    }
  }

  /// The numbers that findings have now, in the order in which they are printed below one heading.
  private static func positions(of given: [Report.Finding]) -> [Int] {
    let levels = Level.allCases.reversed().map { level in given.filter { $0.level == level.rawValue } }
    let settled = levels.flatMap { findings in
      FindingSection.allCases.flatMap { section in
        EqualFindings.groups(of: findings.filter { !$0.isUndecided && FindingSection($0) == section })
          .flatMap(\.numbers)
      }
    }
    let undecided = levels.flatMap { findings in
      OpenCases.groups(of: findings.filter(\.isUndecided)).flatMap { $0.cases.flatMap(\.numbers) }
    }
    return settled + undecided
  }
}
