import LegalModel
import Regions

/// Which required value is covered, partly, or not, and by which article.
struct Matrix {
  private let law: LoweredLaw
  private let check: RuleCheck
  /// By unit of the question, the values of each element with which it reaches required cases.
  private let reach: [[UInt64]]
  /// By element, the values of cases that stand in each way.
  private let covered: [UInt64]
  private let depending: [UInt64]
  private let open: [UInt64]

  /// Cost: the units times the required boxes, and the parts.
  init(law: LoweredLaw, check: RuleCheck) {
    self.law = law
    self.check = check
    let nothing = [UInt64](repeating: 0, count: law.space.elements.count)
    reach = check.outcome.question.units.map { unit in
      var values = nothing
      for box in check.required.boxes where unit.meets(box.masks) {
        for index in values.indices { values[index] |= box.masks[index] & unit.masks[index] }
      }
      return values
    }
    var (covered, depending, open) = (nothing, nothing, nothing)
    for (part, status) in check.outcome.parts {
      for index in nothing.indices {
        switch status {
        case .covered: covered[index] |= part.box.masks[index]
        case .depends: depending[index] |= part.box.masks[index]
        case .gap: open[index] |= part.box.masks[index]
        }
      }
    }
    (self.covered, self.depending, self.open) = (covered, depending, open)
  }

  /// The rows: elements that the rule constrains, and elements it leaves open in which the law makes a difference.
  var rows: [MatrixRow] {
    // A floor looks at penalties; which provisions reach a case is told by the rules it varies.
    if case .penaltyFloor = check.duty { return [] }
    return law.space.elements.flatMap { element -> [MatrixRow] in
      let classes = self.classes(of: element)
      let isConstrained = !law.space.isEverything(check.required.hull[element.index], of: element)
      let isSilent = law.space.defaultMask(of: element) == check.required.hull[element.index]
      guard classes.count > 1 || (isConstrained && !isSilent) else { return [] }
      return classes.map { row(element, values: $0) }
    }
  }

  /// The values of an element, one class each; classes that no part tells apart are joined for numbers and for
  /// elements that the rule leaves open.
  private func classes(of element: ElementID) -> [UInt64] {
    let hull = check.required.hull[element.index]
    var classes: [UInt64] = [hull]
    // Parts share few masks: each is applied once.
    var applied: [UInt64] = [hull]
    for (part, _) in check.outcome.parts {
      let mask = part.box.masks[element.index]
      if applied.contains(mask) { continue }
      applied.append(mask)
      for index in classes.indices {
        let (inside, outside) = (classes[index] & mask, classes[index] & ~mask)
        guard inside != 0, outside != 0 else { continue }
        classes[index] = inside
        classes.append(outside)
      }
    }
    let isConstrained = !law.space.isEverything(hull, of: element)
    switch law.space.vocabulary[element].domain {
    case .numbers: break
    case .values:
      if isConstrained { classes = classes.flatMap { singles($0) } }
    }
    return joined(classes.sorted { $0.trailingZeroBitCount < $1.trailingZeroBitCount }, of: element)
  }

  private func singles(_ mask: UInt64) -> [UInt64] {
    ValueSet(bits: mask).positions.map { 1 << UInt64($0) }
  }

  /// For an element that the rule leaves open, classes with equal status become one row.
  private func joined(_ classes: [UInt64], of element: ElementID) -> [UInt64] {
    let hull = check.required.hull[element.index]
    guard law.space.isEverything(hull, of: element) else { return classes }
    var order: [MatrixStatus] = []
    var masks: [MatrixStatus: UInt64] = [:]
    for mask in classes {
      let status = self.status(element, mask)
      if masks[status] == nil { order.append(status) }
      masks[status, default: 0] |= mask
    }
    return order.compactMap { masks[$0] }
  }

  private func row(_ element: ElementID, values: UInt64) -> MatrixRow {
    let status = status(element, values)
    return MatrixRow(element: element, values: values, status: status, by: articles(element, values, status))
  }

  private func status(_ element: ElementID, _ values: UInt64) -> MatrixStatus {
    let isCovered = covered[element.index] & values != 0
    let depends = depending[element.index] & values != 0
    if open[element.index] & values != 0 { return isCovered || depends ? .partly : .missing }
    return depends ? .depends : .covered
  }

  /// The articles that reach some of the cases; unread ones only where the cases depend on them.
  private func articles(_ element: ElementID, _ values: UInt64, _ status: MatrixStatus) -> [ArticleID] {
    // Few articles reach into one row, each with many units.
    var result: [ArticleID] = []
    func note(_ article: ArticleID) { if !result.contains(article) { result.append(article) } }
    for (position, unit) in check.outcome.question.units.enumerated()
    where reach[position][element.index] & values != 0 {
      guard !unit.provision.isUnread || status == .depends else { continue }
      if let article = unit.provision.article { note(article) }
      for case (let article?, _) in unit.extendedBy { note(article) }
    }
    return result.sorted()
  }
}
