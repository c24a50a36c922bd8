import LegalModel
import Regions

/// Which parts of the law one state has and the other has not.
struct ChangedUnits {
  private let before: Analysis
  private let after: Analysis
  private let oldShapes: Set<UnitShape>
  private let newShapes: Set<UnitShape>
  /// What the state before does and the state after does not do in the same way.
  let gone: [LegalUnit]
  /// What the state after does and the state before did not do in the same way.
  let new: [LegalUnit]

  /// Compares all offences, widened by the general part, and all unread law. Cost: linear in their number.
  init(before: Analysis, after: Analysis) {
    let (old, now) = (Self.punishing(before), Self.punishing(after))
    let oldShapes = Self.shapes(old, before)
    let newShapes = Self.shapes(now, after)
    gone = old.filter { !newShapes.contains(UnitShape($0, in: before.basis.law, of: before.corpus)) }
    new = now.filter { !oldShapes.contains(UnitShape($0, in: after.basis.law, of: after.corpus)) }
    self.before = before
    self.after = after
    self.oldShapes = oldShapes
    self.newShapes = newShapes
  }

  private static func punishing(_ analysis: Analysis) -> [LegalUnit] {
    analysis.basis.law.units(reaching: analysis.space.space.dimensions.map(\.full))
  }

  private static func shapes(_ units: [LegalUnit], _ analysis: Analysis) -> Set<UnitShape> {
    let law = analysis.basis.law
    var shapes = Set(units.map { UnitShape($0, in: law, of: analysis.corpus) })
    // Definitions count where a rule asks for them: those that are relied on.
    for check in analysis.basis.checks.values {
      shapes.formUnion(check.outcome.question.units.map { UnitShape($0, in: law, of: analysis.corpus) })
    }
    return shapes
  }

  /// The provisions of the state before that reach a region by units which are gone, in the order of the law.
  func gone(among units: [LegalUnit], reaching region: [UInt64]) -> [Provision] {
    provisions(units, region) { !newShapes.contains(UnitShape($0, in: before.basis.law, of: before.corpus)) }
  }

  /// The provisions of the state after that reach a region by units which are new, in the order of the law.
  func new(among units: [LegalUnit], reaching region: [UInt64]) -> [Provision] {
    provisions(units, region) { !oldShapes.contains(UnitShape($0, in: after.basis.law, of: after.corpus)) }
  }

  private func provisions(
    _ units: [LegalUnit], _ region: [UInt64], where isChanged: (LegalUnit) -> Bool
  ) -> [Provision] {
    var result: [Provision] = []
    for unit in units where unit.meets(region) && !result.contains(unit.provision) {
      if isChanged(unit) { result.append(unit.provision) }
    }
    return result.sorted()
  }
}
