import LegalModel
import Regions

/// Which required value is covered, partly, or not, and by which article.
struct Matrix {
  let law: LoweredLaw
  let check: RuleCheck

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
      classes = classes.flatMap { [$0 & mask, $0 & ~mask] }.filter { $0 != 0 }
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
    var (covered, depends, gap) = (false, false, false)
    for (part, status) in check.outcome.parts where part.box.masks[element.index] & values != 0 {
      switch status {
      case .covered: covered = true
      case .depends: depends = true
      case .gap: gap = true
      }
    }
    if gap { return covered || depends ? .partly : .missing }
    return depends ? .depends : .covered
  }

  /// The articles that reach some of the cases; unread ones only where the cases depend on them.
  private func articles(_ element: ElementID, _ values: UInt64, _ status: MatrixStatus) -> [ArticleID] {
    var result = Set<ArticleID>()
    for unit in check.outcome.question.units where unit.masks[element.index] & values != 0 {
      let reaches = check.required.boxes.contains { box in
        box.masks[element.index] & unit.masks[element.index] & values != 0 && unit.meets(box.masks)
      }
      guard reaches, !unit.provision.isUnread || status == .depends else { continue }
      if let article = unit.provision.article { result.insert(article) }
      for provision in unit.extendedBy { if let article = provision.article { result.insert(article) } }
    }
    return result.sorted()
  }
}
