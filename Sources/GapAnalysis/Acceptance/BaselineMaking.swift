import LegalModel
import Regions

extension Analysis {
  /// What is open today, for later checks to set aside: every rule that was asked, with its gap and its undecided cases as
  /// maximal regions, and the defects that were told.
  ///
  /// What a waiver in force accepts is left out. A waiver has an end, and a baseline must not outlive it.
  ///
  /// - Throws: ``AnalysisError`` if the regions pass a limit: a baseline that leaves something out would report it later
  ///   as new.
  public func recordOfToday() throws(AnalysisError) -> Baseline {
    var records: [Baseline.Record] = []
    for result in rules {
      guard let check = basis.checks[result.rule], result.verdict != .notApplicable else {
        records.append(Baseline.Record(rule: result.rule, gap: [], depends: [], defects: []))
        continue
      }
      do { records.append(try record(check)) } catch {
        throw .passed(error, rule: result.rule, corpus: corpus, law: basis.law)
      }
    }
    return Baseline(asOf: scope.asOf, reading: scope.reading, evidence: scope.evidence, records: records)
  }

  private func record(_ check: RuleCheck) throws(WorkLimitPassed) -> Baseline.Record {
    Baseline.Record(
      rule: check.rule, gap: try cases(check.outcome.gapBoxes, .gap, of: check.rule),
      depends: try cases(check.outcome.undecidedBoxes, .depends(open: 0), of: check.rule),
      defects: basis.knownDefects.filter { $0.rule == check.rule })
  }

  private func cases(
    _ open: [Box], _ status: CaseStatus, of rule: RuleID
  ) throws(WorkLimitPassed) -> [Baseline.Cases] {
    let waived = basis.acceptances.units(status, of: rule) { $0.waiver != nil }
    let cover = try SetDifference.maximalRegions(of: open, minus: waived, in: space.space)
    // Disjoint boxes say the same in more lines, and are complete where the list of maximal ones is not.
    let boxes =
      cover.isComplete
      ? cover.regions : try SetDifference.parts(of: open, minus: waived, in: space.space)
    return boxes.map { box in
      space.elements.filter { !space.isEverything(box.masks[$0.index], of: $0) }.map {
        Baseline.Choice(element: $0, selection: space.selection(box.masks[$0.index], of: $0))
      }
    }
  }
}
