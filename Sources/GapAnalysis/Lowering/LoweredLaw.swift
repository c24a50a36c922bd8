public import LegalModel
public import LegalSyntax
import Regions
import SourceText

/// What a check is about.
public struct CheckScope: Sendable {
  /// The code of the State.
  public var jurisdiction: String
  /// The day on which law and obligations count.
  public var asOf: CalendarDate
  /// The authority whose reading is fixed wherever it has one; nil: all readings count.
  public var reading: String?
  /// The weakest grade of evidence that still covers for certain.
  public var evidence: EvidenceGrade

  /// Makes a scope.
  public init(
    jurisdiction: String, asOf: CalendarDate, reading: String? = nil, evidence: EvidenceGrade = .unverified
  ) {
    self.jurisdiction = jurisdiction
    self.asOf = asOf
    self.reading = reading
    self.evidence = evidence
  }
}

/// The law of one State on one day as boxes of cases.
struct LoweredLaw: Sendable {
  /// The space of cases.
  let space: CaseSpace
  /// What is not settled about the law.
  let questions: [Question]
  /// What offences reach by themselves, minus exceptions and exemptions, in the order of the law.
  let offences: [LegalUnit]
  /// What unread law might reach, each mark a question.
  let unread: [LegalUnit]
  /// What definitions reach, for duties to define.
  let definitions: [LegalUnit]
  /// Which penalty holds where, for each offence.
  let penalties: [Provision: PenaltyMap]
  /// The articles in force on the day, in the order of the law.
  let articles: [ArticleID]
  private var generalPart: GeneralPart
  /// Offences before extensions and exemptions.
  private let bare: [LegalUnit]
  /// Offences that ``added`` replaces.
  private var replaced: Set<Provision> = []
  private var added: [LegalUnit] = []
  /// What ``added`` reaches by itself, as ``offences`` tells it of ``bare``.
  private var addedOffences: [LegalUnit] = []
  private let doubt: Doubt

  init(
    space: CaseSpace, questions: [Question], bare: [LegalUnit], unread: [LegalUnit], definitions: [LegalUnit],
    penalties: [Provision: PenaltyMap], articles: [ArticleID], generalPart: GeneralPart, doubt: Doubt
  ) {
    self.space = space
    self.questions = questions
    self.bare = bare
    // Whether unread law reaches a case is a question already; who reads it will know it from the text.
    self.unread = unread
    self.definitions = definitions.map { doubt.applied(to: $0) }
    self.penalties = penalties
    self.articles = articles
    self.generalPart = generalPart
    self.doubt = doubt
    offences = bare.map { doubt.applied(to: generalPart.exempted($0)) }
  }

  /// The law with other units for some offences and with further extensions, as ``units(reaching:where:)`` tells it;
  /// ``offences`` stay those of the law before. Cost: none to speak of.
  func replacing(
    _ provisions: Set<Provision>, with units: [LegalUnit], adding extensions: [LawEdits.NewExtension]
  ) -> LoweredLaw {
    var result = self
    result.generalPart = generalPart.adding(extensions)
    result.replaced = provisions
    result.added = units
    result.addedOffences = units.map { doubt.applied(to: generalPart.exempted($0)) }
    return result
  }

  /// What some offences reach by themselves, before extensions and exemptions.
  func bareUnits(of provisions: Set<Provision>) -> [LegalUnit] {
    (bare.filter { !replaced.contains($0.provision) } + added).filter { provisions.contains($0.provision) }
  }

  func question(_ id: QuestionID) -> Question { questions[id.index] }

  /// Everything that may reach into a box of cases: offences, widened by the general part, then unread law.
  func units(reaching box: [UInt64]) -> [LegalUnit] {
    var result: [LegalUnit] = []
    if replaced.isEmpty {
      add(bare, offences, reaching: box, among: bare.indices, to: &result)
    } else {
      add(bare, offences, reaching: box, among: positions { _ in true }, to: &result)
    }
    add(added, addedOffences, reaching: box, among: added.indices, to: &result)
    for unit in unread where unit.meets(box) { result.append(unit) }
    return result
  }

  /// Where the units of some provisions stand among the units of offences. Cost: one look at each unit.
  func positions(where isWanted: (Provision) -> Bool) -> [Int] {
    var result: [Int] = []
    // The units of one provision stand together.
    var last: (provision: Provision, isWanted: Bool)?
    for (position, unit) in bare.enumerated() {
      let wanted: Bool
      if let last, last.provision == unit.provision {
        wanted = last.isWanted
      } else {
        wanted = !replaced.contains(unit.provision) && isWanted(unit.provision)
        last = (unit.provision, wanted)
      }
      if wanted { result.append(position) }
    }
    return result
  }

  /// The offences at some positions, and those that ``replacing(_:with:adding:)`` put in the place of others, as far as
  /// they may reach into a box of cases, widened by the general part.
  func offences(reaching box: [UInt64], among positions: [Int]) -> [LegalUnit] {
    var result: [LegalUnit] = []
    add(bare, offences, reaching: box, among: positions, to: &result)
    add(added, addedOffences, reaching: box, among: added.indices, to: &result)
    return result
  }

  /// Most units are far from the box: they are told by their masks, without being copied.
  private func add(
    _ bare: [LegalUnit], _ offences: [LegalUnit], reaching box: [UInt64],
    among positions: some Sequence<Int>, to result: inout [LegalUnit]
  ) {
    for index in positions where generalPart.mayReach(bare[index], box) {
      if bare[index].meets(box) { result.append(offences[index]) }
      for unit in generalPart.widened(bare[index], penalties: penalties, reaching: box) {
        result.append(doubt.applied(to: unit))
      }
    }
  }
}

/// A provision below the grade of evidence that was asked for no longer covers for certain.
struct Doubt: Sendable {
  /// The weakest grade that covers for certain.
  let grade: EvidenceGrade
  /// The question that stands for weaker lines.
  let question: QuestionID

  /// The unit, under the answer that weaker evidence is right where it rests on such.
  func applied(to unit: LegalUnit) -> LegalUnit {
    guard unit.evidence < grade, let answers = unit.answers.joined(with: .only(question, 0b10)) else {
      return unit
    }
    return unit.reaching(answers: answers)
  }
}

/// Builds a ``LoweredLaw``, and reports provisions that can match no case.
struct LawLowering {
  let corpus: LegalCorpus
  let scope: CheckScope
  let space: CaseSpace
  private(set) var edits: LawEdits
  var regions: RegionLowering
  private var interpretation: Interpretation
  private let articles: [ArticleID]
  private(set) var diagnostics = DiagnosticBag()

  init(corpus: LegalCorpus, scope: CheckScope, space: CaseSpace) {
    self.corpus = corpus
    self.scope = scope
    self.space = space
    edits = LawEdits()
    articles = corpus.articles(of: scope.jurisdiction).filter { id in
      let article = corpus[id]
      return corpus[article.statute].period.contains(scope.asOf) && article.period.contains(scope.asOf)
    }
    // Of every article: an offence in force may use a definition of an article that is not, with its readings.
    interpretation = Interpretation(
      corpus: corpus, articles: corpus.articles.indices.map { ArticleID($0) }, asOf: scope.asOf,
      fixedReading: scope.reading)
    regions = RegionLowering(corpus: corpus, space: space, interpretation: interpretation)
  }

  /// The same law with edits; what was lowered of definitions that the edits do not touch is used again.
  func edited(by edits: LawEdits, touching definitions: Set<DefinitionID>) -> LawLowering {
    var result = self
    result.edits = edits
    result.regions = regions.edited(by: edits, touching: definitions)
    return result
  }

  /// Lowers the law. Cost: proportional to the boxes made, one per alternative, reading and extension.
  mutating func law() -> LoweredLaw {
    let evidenceQuestion = interpretation.add(
      Question(
        kind: .evidence, answers: ["not confirmed", "confirmed"],
        title: "whether what is encoded with weaker evidence than `\(scope.evidence.rawValue)` is right"))
    var units: [LegalUnit] = []
    var definitions: [LegalUnit] = []
    var penalties: [Provision: PenaltyMap] = [:]
    _ = interpretation.add(
      Question(
        kind: .otherLaw, answers: ["no other law prohibits it", "other law prohibits it"],
        title: "whether other than criminal law prohibits it"))
    let generalPart = GeneralPart(
      corpus: corpus, space: space, articles: articles, edits: edits, regions: &regions)
    for id in articles {
      let article = corpus[id]
      for (position, offence) in article.offences.enumerated() {
        let provision = Provision(statute: article.statute, article: id, kind: .offence(position))
        let base = self.base(of: offence, provision: provision)
        let map = PenaltyMap(offence: offence, space: space, regions: &regions)
        penalties[provision] = map
        if map.hasUnstatedPart { askForPenalty(of: id) }
        units += base
      }
      for definition in article.definitions {
        let provision = Provision(statute: article.statute, article: id, kind: .definition(definition))
        let drafts = regions.drafts(of: definition)
        let body = corpus[definition]
        reportIfEmpty(drafts, .definition(body.name), body.region, at: body.span)
        definitions += drafts.map { LegalUnit(draft: $0, provision: provision, liability: .criminal) }
      }
    }
    let unread = self.unread()
    units += newOffences
    return LoweredLaw(
      space: space, questions: interpretation.questions, bare: units, unread: unread,
      definitions: definitions,
      penalties: penalties, articles: articles, generalPart: generalPart,
      doubt: Doubt(grade: scope.evidence, question: evidenceQuestion))
  }

  /// A law that was lowered without edits, with the offences that the edits touch lowered again.
  mutating func law(replacing provisions: Set<Provision>, of law: LoweredLaw) -> LoweredLaw {
    var units: [LegalUnit] = []
    for provision in provisions.sorted() {
      guard let article = provision.article, case .offence(let position) = provision.kind else { continue }
      units += base(of: corpus[article].offences[position], provision: provision)
    }
    return law.replacing(provisions, with: units + newOffences, adding: edits.extensions)
  }

  private var newOffences: [LegalUnit] {
    edits.offences.map { masks in
      LegalUnit(
        provision: .newOffence, masks: masks, answers: Answers(), exceptions: [], lines: [], uses: [],
        extendedBy: [], evidence: .text, liability: .criminal)
    }
  }

  private mutating func askForPenalty(of article: ArticleID) {
    let kind = Question.Kind.penaltyNotStated(article)
    guard !interpretation.questions.contains(where: { $0.kind == kind }) else { return }
    _ = interpretation.add(
      Question(
        kind: kind, answers: ["the penalty is too low", "the penalty is high enough"],
        title: "the penalty of article \(corpus[article].number), which is not stated"))
  }

  /// What an offence reaches by itself, version by version, silence filled in.
  private mutating func base(of offence: Offence, provision: Provision) -> [LegalUnit] {
    guard let article = provision.article, case .offence(let position) = provision.kind else { return [] }
    var drafts: [Draft] = []
    regions.forgetConflict()
    for variant in interpretation.variants(of: article, target: .offence(position)) {
      let lowered = regions.drafts(offence.region, overlay: variant.overlay)
      drafts += variant.answers.isEmpty ? lowered : lowered.compactMap { $0.under(variant.answers) }
    }
    var kept = 0
    for index in drafts.indices where drafts[index].applyDefaults(space) {
      if !drafts[index].hasEvidence { drafts[index].weaken(to: offence.evidence.grade) }
      if kept != index { drafts.swapAt(kept, index) }
      kept += 1
    }
    drafts.removeSubrange(kept...)
    reportIfEmpty(drafts, .offence(article: corpus[article].number), offence.region, at: offence.span)
    return drafts.map { LegalUnit(draft: $0, provision: provision, liability: offence.liability) }
  }

  private mutating func reportIfEmpty(
    _ drafts: [Draft], _ subject: EmptyRegion.Subject, _ region: Region, at span: SourceSpan
  ) {
    guard edits.isEmpty, regions.tooLarge == nil, drafts.allSatisfy({ $0.isExhausted(in: space) }) else {
      return
    }
    diagnostics.report(EmptyRegion(region, of: subject, &regions).diagnostic(at: span))
  }

  /// Law that was not read, each mark a question of its own. Its silence means any value, defaults included.
  private mutating func unread() -> [LegalUnit] {
    var units: [LegalUnit] = []
    for (index, statute) in corpus.statutes.enumerated()
    where statute.jurisdiction == scope.jurisdiction && statute.period.contains(scope.asOf) {
      for (position, mark) in statute.unread.enumerated() {
        units += self.unread(mark, statute: StatuteID(index), article: nil, position: position)
      }
    }
    for id in articles {
      for (position, mark) in corpus[id].unread.enumerated() {
        units += unread(mark, statute: corpus[id].statute, article: id, position: position)
      }
    }
    return units
  }

  private mutating func unread(
    _ mark: Unread, statute: StatuteID, article: ArticleID?, position: Int
  ) -> [LegalUnit] {
    let question = interpretation.add(
      Question(
        kind: .unread(statute, article, position),
        answers: ["it does not reach the case", "it reaches the case"],
        title: mark.title))
    regions.forgetConflict()
    let drafts = regions.drafts(mark.region).compactMap { $0.under(.only(question, 0b10)) }
    reportIfEmpty(drafts, .unread(mark.title), mark.region, at: mark.span)
    let provision = Provision(statute: statute, article: article, kind: .unread(position))
    return drafts.map { LegalUnit(draft: $0, provision: provision, liability: .criminal) }
  }
}

extension LegalUnit {
  convenience init(draft: Draft, provision: Provision, liability: Liability) {
    self.init(
      provision: provision, masks: draft.masks, answers: draft.answers,
      exceptions: draft.exceptions.map {
        UnitException(masks: $0.masks, answers: $0.answers, source: $0.source)
      },
      lines: draft.lines, uses: draft.uses, extendedBy: [], evidence: draft.evidence, liability: liability)
  }
}
