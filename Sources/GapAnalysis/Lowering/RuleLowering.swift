import LegalModel
import LegalSyntax
import Regions
import SourceText

/// The cases a rule is about.
struct RequiredRegion: Sendable {
  /// Boxes with their exceptions, one mask an element.
  var drafts: [Draft]
  /// The same cases as disjoint boxes without exceptions.
  var boxes: [Box]
  /// The smallest box that holds them all.
  var hull: [UInt64]

  /// What the rule asks for, element by element, in its parts that ask for cases of `region`.
  func asked(at region: [UInt64]) -> [UInt64] {
    let near = drafts(at: region)
    guard var masks = near.first?.masks else { return hull }
    for draft in near.dropFirst() { for index in masks.indices { masks[index] |= draft.masks[index] } }
    return masks
  }

  /// Whether the rule leaves an element open where it asks for cases of `region`: every value is asked for.
  func isOpen(_ element: ElementID, at region: [UInt64], in space: CaseSpace) -> Bool {
    let near = drafts(at: region)
    guard !near.isEmpty else { return space.isEverything(hull[element.index], of: element) }
    return near.allSatisfy { space.isEverything($0.masks[element.index], of: element) }
  }

  /// The cases of the rule that lie in some boxes, or at most in their hull; nil if there are none. The boxes of the
  /// result may overlap.
  func restricted(to boxes: [[UInt64]]) -> RequiredRegion? {
    guard var around = boxes.first else { return nil }
    for box in boxes.dropFirst() { for index in around.indices { around[index] |= box[index] } }
    let limits = boxes.count <= Self.fewBoxes ? boxes : [around]
    var result = self
    result.boxes = limits.flatMap { limit in
      self.boxes.map { $0.intersection(Box(masks: limit)) }.filter { !$0.isEmpty }
    }
    guard !result.boxes.isEmpty else { return nil }
    result.hull = Array(repeating: 0, count: hull.count)
    for box in result.boxes { for index in result.hull.indices { result.hull[index] |= box.masks[index] } }
    return result
  }

  /// A question about more boxes than these is harder than one about their hull.
  private static let fewBoxes = 8

  /// The parts of the rule that ask for cases of `region`.
  func drafts(at region: [UInt64]) -> [Draft] {
    drafts.filter { draft in draft.masks.indices.allSatisfy { draft.masks[$0] & region[$0] != 0 } }
  }
}

/// Rules as regions: definitions, defaults, variations, permitted exclusions, reservations.
struct RuleLowering {
  let corpus: LegalCorpus
  let space: CaseSpace
  let reservations: [Reservation]
  var regions: RegionLowering
  private var known: [RuleID: [Draft]] = [:]
  private(set) var diagnostics = DiagnosticBag()

  init(corpus: LegalCorpus, space: CaseSpace, reservations: [Reservation]) {
    self.corpus = corpus
    self.space = space
    self.reservations = reservations
    let settled = Interpretation(corpus: corpus, articles: [], asOf: .distantPast, fixedReading: nil)
    regions = RegionLowering(corpus: corpus, space: space, interpretation: settled)
  }

  /// Whether a reservation takes the whole rule out.
  func isReserved(_ rule: RuleID) -> Bool {
    reservations.contains { $0.region == nil && $0.rules.contains(rule) }
  }

  /// The required region of a rule; empty if it has no duty that can be checked.
  mutating func required(_ rule: RuleID) throws(WorkLimitPassed) -> RequiredRegion {
    let drafts = self.drafts(of: rule)
    var boxes: [Box] = []
    for draft in drafts {
      let exceptions = draft.exceptions.map { Unit(box: Box(masks: $0.masks)) }
      // Boxes of earlier drafts are taken out, so that the union is disjoint.
      let earlier = boxes.map { Unit(box: $0) }
      boxes += try SetDifference.parts(
        of: [Box(masks: draft.masks)], minus: exceptions + earlier, in: space.space)
    }
    var hull = [UInt64](repeating: 0, count: space.elements.count)
    for box in boxes { for index in hull.indices { hull[index] |= box.masks[index] } }
    return RequiredRegion(drafts: drafts, boxes: boxes, hull: hull)
  }

  /// The boxes of a rule with their exceptions.
  mutating func drafts(of id: RuleID) -> [Draft] {
    if let drafts = known[id] { return drafts }
    let rule = corpus[id]
    guard let duty = rule.duty else { return [] }
    var drafts: [Draft] = []
    regions.forgetConflict()
    switch duty.target {
    case .region(let region):
      drafts = regions.drafts(region)
      drafts = drafts.compactMap { $0.withDefaults(space) }
    case .rules(let rules, let changes):
      for other in rules where !isReserved(other) { drafts += self.drafts(of: other) }
      for change in changes { drafts = drafts.flatMap { replacing(change, in: $0) } }
    }
    for exception in rule.mayExclude { drafts = subtract(exception.region, from: drafts, at: exception.span) }
    for reservation in reservations where reservation.rules.contains(id) {
      if let region = reservation.region { drafts = subtract(region, from: drafts, at: reservation.span) }
    }
    if reservations.isEmpty, regions.tooLarge == nil, drafts.allSatisfy({ $0.isExhausted(in: space) }) {
      var region = Region(items: [], span: rule.span)
      if case .region(let own) = duty.target { region = own }
      diagnostics.report(
        EmptyRegion(region, of: .rule(rule.identity), exclusions: rule.mayExclude, &regions)
          .diagnostic(at: rule.span))
    }
    known[id] = drafts
    return drafts
  }

  private mutating func subtract(_ region: Region, from drafts: [Draft], at span: SourceSpan) -> [Draft] {
    regions.drafts(region).reduce(drafts) { rest, excluded in
      regions.bounded(rest.map { $0.subtracting(excluded, source: .except(span)) }, at: span)
    }
  }

  /// The cases that have a value of the change and differ from a case of the draft in that element alone.
  ///
  /// An exception that speaks of the element takes out what it took out with the old value, so that there is one
  /// draft for each group of old values that the exceptions do not tell apart.
  private func replacing(_ change: LineID, in draft: Draft) -> [Draft] {
    let line = corpus[change]
    let element = line.element.index
    var groups = [draft.masks[element]]
    for exception in draft.exceptions {
      groups = groups.flatMap { [$0 & exception.masks[element], $0 & ~exception.masks[element]] }.filter {
        $0 != 0
      }
    }
    return groups.map { old in
      var result = draft
      result.masks[element] = space.mask(line.selection, of: line.element)
      result.stated.insert(line.element)
      result.lines.removeAll { corpus[$0].element == line.element }
      result.lines.append(change)
      result.exceptions = draft.exceptions.filter { $0.masks[element] & old != 0 }
      for index in result.exceptions.indices {
        result.exceptions[index].masks[element] = space.everything(of: line.element)
      }
      return result
    }
  }
}

extension CalendarDate {
  /// A day before every law.
  static var distantPast: CalendarDate {
    guard let day = CalendarDate(year: 1, month: 1, day: 1) else {
      preconditionFailure("1 January 1 is a day")
    }
    return day
  }
}
