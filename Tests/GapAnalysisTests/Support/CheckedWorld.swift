import Amending
import LegalModel
import LegalSyntax
import Regions
import SourceText

@testable import GapAnalysis

/// A world sent through the whole pipeline: written down, read, resolved, lowered, checked.
struct CheckedWorld {
  struct NotReadable: Error, CustomStringConvertible {
    let description: String
  }

  /// The syntax trees, with amendments applied.
  let trees: [FileSyntax]
  let corpus: LegalCorpus
  let scope: CheckScope
  let instrument: InstrumentID
  let table: CaseTable
  let elements: [WorldElement]

  /// Reads the files of a world, in the order given; with an amendment it is applied first.
  init(
    _ world: World, _ scope: WorldScopeOfCheck, files: [String]? = nil, amendment: String? = nil
  ) throws {
    let texts = (files ?? WorldText.files(of: world)) + (amendment.map { [$0] } ?? [])
    var sources = SourceFiles()
    var bag = DiagnosticBag()
    var trees: [FileSyntax] = []
    for (position, text) in texts.enumerated() {
      let source = SourceFile(path: "world-\(position).lacuna", text: text)
      trees.append(Parser.parse(source, id: sources.add(source), diagnostics: &bag))
    }
    guard let day = CalendarDate(year: scope.year, month: 1, day: 1) else {
      throw NotReadable(description: "no day")
    }
    trees = Consolidation(trees, asOf: day, diagnostics: &bag).files
    self.trees = trees
    corpus = Resolver.resolve(trees, diagnostics: &bag)
    if bag.hasErrors {
      let problems = DiagnosticRenderer(files: sources, usesColor: false).render(bag.sorted)
      throw NotReadable(description: problems)
    }
    guard let instrument = corpus.instrument(named: World.instrument)
    else { throw NotReadable(description: "no instrument") }
    self.instrument = instrument
    self.scope = CheckScope(
      jurisdiction: World.state, asOf: day, reading: scope.reading, evidence: scope.evidence)
    table = CaseTable(world.elements)
    elements = world.elements
  }

  var analyzer: Analyzer { Analyzer(corpus: corpus, scope: scope, instrument: instrument) }

  /// The files that declare no statute, and the statutes written down again with what amends them.
  func consolidatedFiles(_ original: [String]) -> [String] {
    var result: [String] = []
    for (file, tree) in trees.enumerated() where file < original.count {
      let statutes = tree.declarations.compactMap { declaration -> StatuteSyntax? in
        guard case .statute(let statute) = declaration else { return nil }
        return statute
      }
      result.append(
        statutes.isEmpty ? original[file] : statutes.map { StatuteWriter.text(of: [$0]) }.joined())
    }
    return result
  }

  // MARK: Cases

  /// The numbered cases of a box of the checker.
  func cases(_ masks: [UInt64], in space: CaseSpace) -> CaseSet {
    var result = table.all
    for element in elements.indices {
      let selection = space.selection(masks[element], of: ElementID(element))
      let values = (0..<elements[element].size).filter { caseValue($0, of: element).isAllowed(by: selection) }
      result.formIntersection(table.cases(values, of: element))
    }
    return result
  }

  private func caseValue(_ value: Int, of element: Int) -> CaseValue {
    elements[element].isNumeric ? .number(value) : .value(value)
  }

  /// A numbered case as the checker writes it.
  func legalCase(_ subject: Int) -> LegalCase {
    LegalCase(values: elements.indices.map { caseValue(table.value(of: $0, in: subject), of: $0) })
  }

  /// The number of a case of the checker.
  func number(of subject: LegalCase) -> Int? {
    table.all.cases.first { legalCase($0) == subject }
  }

  // MARK: Sets behind the counts

  /// The covered, undecided and uncovered cases of a rule as the set algebra has them.
  struct Sets: Equatable {
    var required: CaseSet
    var covered: CaseSet
    var depends: CaseSet
    var gap: CaseSet
  }

  /// The cases of every rule that applies, by name, straight from the lowered law with some edits.
  func sets(edits: LawEdits = LawEdits()) throws -> [String: Sets] {
    let bonds = corpus.jurisdiction(named: World.state)?.bonds ?? []
    guard let bond = bonds.first(where: { $0.period.contains(scope.asOf) }) else { return [:] }
    let space = try CaseSpace(corpora: [corpus])
    var lowering = LawLowering(corpus: corpus, scope: scope, space: space).edited(by: edits, touching: [])
    let law = lowering.law()
    let reservations = bond.reservations.filter { $0.period.contains(scope.asOf) }
    var rules = RuleLowering(corpus: corpus, space: space, reservations: reservations)
    let asker = RuleAsker(corpus: corpus, law: law, claims: ClaimIndex(corpus: corpus))
    var result: [String: Sets] = [:]
    for rule in corpus[instrument].rules
    where corpus[rule].period.contains(scope.asOf) && !rules.isReserved(rule) {
      guard let duty = corpus[rule].duty else { continue }
      let required = try rules.required(rule)
      let outcome = try asker.outcome(of: rule, duty: duty, required: required)
      var sets = Sets(required: table.none, covered: table.none, depends: table.none, gap: table.none)
      for (part, status) in outcome.parts {
        let cases = cases(outcome.question.elements(of: part.box), in: space)
        sets.required.formUnion(cases)
        switch status {
        case .covered: sets.covered.formUnion(cases)
        case .depends: sets.depends.formUnion(cases)
        case .gap: sets.gap.formUnion(cases)
        }
      }
      result[corpus[rule].name] = sets
    }
    return result
  }
}
