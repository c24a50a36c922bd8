import Regions

/// The two ways to look at a law in which something is arguable.
enum Bound: String, CaseIterable, Sendable {
  /// Certain boxes, minus all exceptions.
  case certain
  /// All boxes, minus the certain exceptions.
  case arguable
}

/// A gap problem as a file states it: treaty rules and one or more laws over a common space.
struct Instance: Sendable {
  let name: String
  let space: Space
  let rules: [InstanceRule]
  let laws: [InstanceLaw]
  /// Pairs of laws, as positions: from, to.
  let changes: [(from: Int, to: Int)]
}

/// A rule: the union of its boxes.
struct InstanceRule: Sendable {
  let id: String
  let boxes: [Box]
}

/// A law, one version of a law, or the law of one jurisdiction.
struct InstanceLaw: Sendable {
  let id: String
  var provisions: [InstanceProvision]
  let extensions: [InstanceExtension]
}

/// A provision: the union of its boxes minus the union of its exceptions.
struct InstanceProvision: Sendable {
  var tags: [String]
  var boxes: [BoundedBox]
  var exceptions: [BoundedBox]
}

/// A box with the bound it belongs to.
struct BoundedBox: Hashable, Sendable {
  var box: Box
  var isArguable: Bool
}

/// A provision of the general part that widens others in one dimension.
struct InstanceExtension: Sendable {
  let dimension: Int
  let from: UInt64
  let to: UInt64
  /// `*` stands for all provisions.
  let tag: String
  /// The condition, as a box.
  let condition: Box
  let isArguable: Bool

  /// Adds what the extension makes of the boxes; an added box is arguable if its origin is, or if the extension
  /// is and `inheritsBound` says so.
  func apply(to boxes: inout [BoundedBox], inheritsBound: Bool) {
    for origin in boxes where origin.box.masks[dimension] & from != 0 {
      var box = origin.box.intersection(condition)
      box.masks[dimension] = to
      guard !box.isEmpty, !box.isSubset(of: origin.box) else { continue }
      boxes.append(
        BoundedBox(box: box, isArguable: origin.isArguable || inheritsBound && isArguable))
    }
  }
}

extension InstanceLaw {
  /// The law with every extension applied, in order, to the provisions that bear its tag.
  var extended: InstanceLaw {
    var law = self
    for index in law.provisions.indices {
      for widening in extensions
      where widening.tag == "*" || law.provisions[index].tags.contains(widening.tag) {
        widening.apply(to: &law.provisions[index].boxes, inheritsBound: true)
        widening.apply(to: &law.provisions[index].exceptions, inheritsBound: false)
      }
    }
    return law
  }

  /// Per provision, the boxes and the exceptions that count under a bound.
  func provisions(under bound: Bound) -> [(boxes: [Box], exceptions: [Box])] {
    provisions.map { provision in
      switch bound {
      case .certain: (provision.boxes.filter { !$0.isArguable }.map(\.box), provision.exceptions.map(\.box))
      case .arguable: (provision.boxes.map(\.box), provision.exceptions.filter { !$0.isArguable }.map(\.box))
      }
    }
  }
}
