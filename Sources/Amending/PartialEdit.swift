import LegalSyntax
import SourceText

/// An edit that holds for a part of the cases alone.
///
/// Of a region R, an edit of one element inside the part P gives (R edited ∩ P) ∪ (R \ P). What R says of other elements
/// stays outside the alternatives; the two parts are written as exceptions, because no default, no reading and no
/// later edit touches the lines of an exception.
struct PartialEdit {
  /// The part of the cases.
  let condition: RegionSyntax
  /// The whole edit.
  let span: SourceSpan
  /// The name of the amendment.
  let amendment: String
  /// How the edit is known.
  let evidence: EvidenceSyntax
  /// The numbers that an element counts, by its name.
  let numbers: [String: ClosedRange<Int>]

  /// The region with an edit of the lines of one element inside the part.
  func applied(
    to region: RegionSyntax, element: String, _ edit: (ElementLineSyntax) -> ElementLineSyntax?
  ) -> RegionSyntax {
    let concerned = region.items.filter { $0.lines.contains { $0.element.text == element } }
    return splitting(region, concerned, inside: concerned.compactMap { $0.editing(element, edit) })
  }

  /// The region with one more line inside the part.
  func adding(_ line: ElementLineSyntax, to region: RegionSyntax) -> RegionSyntax {
    splitting(region, [], inside: [.line(line)])
  }

  private func splitting(
    _ region: RegionSyntax, _ concerned: [RegionItemSyntax], inside edited: [RegionItemSyntax]
  ) -> RegionSyntax {
    let old = QuotedSyntax("where \(amendment) leaves the old text", span)
    let new = QuotedSyntax("where \(amendment) changes the text", condition.span)
    let inside = RegionSyntax(items: edited + [division(outside, old, at: span)], span: span)
    let rest = RegionSyntax(items: concerned + [division(condition, new, at: condition.span)], span: span)
    let alternatives = RegionItemSyntax.either([inside, rest], span)
    var items = region.items
    let position = concerned.first.flatMap { items.firstIndex(of: $0) } ?? items.count
    items.insert(alternatives, at: position)
    items.removeAll { concerned.contains($0) }
    return RegionSyntax(items: items, span: region.span)
  }

  private func division(
    _ region: RegionSyntax, _ title: QuotedSyntax, at span: SourceSpan
  ) -> RegionItemSyntax {
    .except(ExceptSyntax(title: title, region: region, evidence: evidence, span: span, isDivision: true))
  }

  /// The cases outside the part: of one range of numbers the other numbers, of anything else all cases but these.
  private var outside: RegionSyntax {
    if let line = otherNumbers { return RegionSyntax(items: [.line(line)], span: condition.span) }
    let inside = ExceptSyntax(title: nil, region: condition, evidence: evidence, span: condition.span)
    return RegionSyntax(items: [.except(inside)], span: condition.span)
  }

  private var otherNumbers: ElementLineSyntax? {
    guard condition.items.count == 1, case .line(let line)? = condition.items.first,
      let domain = numbers[line.element.text], case .list(let items) = line.selection, items.count == 1,
      case .range(let lowest, let highest, let span)? = items.first
    else { return nil }
    var others: [SelectionItemSyntax] = []
    if let lowest, lowest > domain.lowerBound {
      others.append(.range(lowest: nil, highest: lowest - 1, span: span))
    }
    if let highest, highest < domain.upperBound {
      others.append(.range(lowest: highest + 1, highest: nil, span: span))
    }
    guard !others.isEmpty, (lowest ?? domain.lowerBound) <= (highest ?? domain.upperBound) else { return nil }
    return ElementLineSyntax(
      element: line.element, selection: .list(others), words: nil, evidence: nil, span: line.span)
  }
}
