import LegalSyntax
import SourceText

/// States and what binds them.
extension Resolution {
  mutating func resolveJurisdictions(_ files: [FileSyntax]) {
    var seen: [String: WordSyntax] = [:]
    for file in files {
      for case .jurisdiction(let syntax) in file.declarations {
        if let first = seen[syntax.name.text] {
          reportDuplicate(.jurisdiction, syntax.name, first: first)
          continue
        }
        seen[syntax.name.text] = syntax.name
        corpus.jurisdictions.append(
          Jurisdiction(
            name: syntax.name.text, title: syntax.title?.text ?? syntax.name.text,
            bonds: syntax.bonds.compactMap { bond($0) }, span: syntax.span))
      }
    }
  }

  private mutating func bond(_ syntax: BondSyntax) -> Bond? {
    guard let instrument = corpus.instrument(named: syntax.instrument.text) else {
      reportUnknownInstrument(syntax.instrument)
      return nil
    }
    return Bond(
      instrument: instrument, period: period(syntax.period, evidence: nil),
      reservations: syntax.reservations.map { reservation($0, instrument) }, span: syntax.span)
  }

  private mutating func reservation(_ syntax: ReservationSyntax, _ instrument: InstrumentID) -> Reservation {
    let known = evidence(syntax.evidence, inherited: nil, sources: nil)
    let context = RegionContext(owner: .reservation, evidence: known, definitions: [:])
    return Reservation(
      title: syntax.title?.text ?? "reservation", rules: rules(syntax.rules, in: instrument),
      region: syntax.region.map { region($0, context) }, period: period(syntax.period, evidence: known),
      evidence: known, span: syntax.span)
  }
}
