public import LegalModel
import LegalSyntax
import Regions
public import SourceText

/// How the provisions of one State's law on one day lie to each other and to the rules of every loaded instrument.
///
/// For those who look for what is legal but suspicious. All readings count, obligations count whether or not they
/// bind the State, and where the set algebra passes a limit nothing is claimed: a provision is then taken to matter.
public struct ProvisionSurvey: Sendable {
  /// A case in point for a provision that reaches no case of any rule.
  public struct Nearest: Hashable, Sendable {
    /// The rule from which the fewest elements keep it.
    public let rule: RuleID
    /// These elements; empty where exceptions take out what is left.
    public let elements: [ElementID]
  }

  /// The corpus that was surveyed.
  public let corpus: LegalCorpus
  /// Blocks of the law, and waivers, that can match no case; mistakes that must be mended first.
  public let mistakes: DiagnosticBag
  let law: LoweredLaw
  private let meetings: [RuleMeeting]

  /// Lowers the law and puts every rule to it. The corpus must have been resolved without errors.
  ///
  /// Cost: about that of a check without its explanations.
  /// - Throws: ``AnalysisError/spaceTooLarge`` if the vocabulary makes more cases than can be counted.
  public init(corpus: LegalCorpus, scope: CheckScope) throws(AnalysisError) {
    let space: CaseSpace
    do { space = try CaseSpace(corpora: [corpus]) } catch { throw .noSpace(error, corpus) }
    self.corpus = corpus
    var lowering = LawLowering(corpus: corpus, scope: scope, space: space)
    let law = lowering.law()
    self.law = law
    var mistakes = lowering.diagnostics
    var waivers = WaiverLowering(corpus: corpus, space: space)
    for index in corpus.instruments.indices {
      mistakes.report(contentsOf: waivers.diagnostics(under: InstrumentID(index)))
    }
    self.mistakes = mistakes
    var rules = RuleLowering(corpus: corpus, space: space, reservations: [])
    meetings = corpus.rules.indices.map {
      RuleMeeting(rule: RuleID($0), drafts: rules.drafts(of: RuleID($0)), law: law)
    }
  }

  /// The articles in force on the day, in the order of the law.
  public var articles: [ArticleID] { law.articles }

  /// The offences in force on the day, in the order of the law.
  public var offences: [Provision] {
    articles.flatMap { id in
      corpus[id].offences.indices.map {
        Provision(statute: corpus[id].statute, article: id, kind: .offence($0))
      }
    }
  }

  /// The offence behind a provision of ``offences``; nil for any other provision.
  public func offence(_ provision: Provision) -> Offence? {
    guard let article = provision.article, case .offence(let position) = provision.kind else { return nil }
    return corpus[article].offences[position]
  }

  // MARK: Rules

  /// Whether an offence reaches a case that some rule wants punished, or unpunished, the general part included.
  /// Duties to define look at definitions alone.
  public func meetsSomeRule(_ offence: Provision) -> Bool {
    meetings.contains { meeting in
      guard meeting.provisions.contains(offence) else { return false }
      switch corpus[meeting.rule].duty {
      case .punish, .prohibit, .notPunish, .penaltyFloor: return true
      case .define, nil: return false
      }
    }
  }

  /// What a claim is about reaches a case of the rule: the provision itself, what uses the definition, or what the
  /// article of the general part widens.
  public func isMet(_ rule: RuleID, by article: ArticleID, target: Reading.Target) -> Bool {
    let meeting = meetings[rule.index]
    switch target {
    case .offence(let position):
      return meeting.provisions.contains(
        Provision(statute: corpus[article].statute, article: article, kind: .offence(position)))
    case .definition(let definition):
      return meeting.definitions.contains(definition)
    case .all:
      return meeting.provisions.contains { $0.article == article }
        || meeting.widening.contains(article)
        || corpus[article].definitions.contains { meeting.definitions.contains($0) }
    }
  }

  /// Of the rules that ask to punish or to prohibit the conduct of an offence, the one from which the fewest elements
  /// keep it; nil if no rule asks that of such conduct.
  public func nearestRule(to offence: Provision) -> Nearest? {
    let units = law.offences.filter { $0.provision == offence }
    let conduct = ElementID(0)
    var nearest: Nearest?
    for meeting in meetings where asksForOffences(meeting.rule) {
      for draft in meeting.drafts {
        for unit in units {
          let apart = unit.blockingElements(against: draft.masks)
          guard !apart.contains(conduct) else { continue }
          if let known = nearest, known.elements.count <= apart.count { continue }
          nearest = Nearest(rule: meeting.rule, elements: apart)
        }
      }
    }
    return nearest
  }

  /// To stay outside a duty not to punish is in order, and definitions punish nothing.
  private func asksForOffences(_ rule: RuleID) -> Bool {
    switch corpus[rule].duty {
    case .punish, .prohibit, .penaltyFloor: true
    case .notPunish, .define, nil: false
    }
  }

  // MARK: Exceptions

  /// Exceptions of offences and definitions in force that take no case out of the block in which they stand.
  public var idleExceptions: [SourceSpan] {
    var idle: [SourceSpan: Bool] = [:]
    for unit in law.offences + law.definitions {
      for exception in unit.exceptions {
        guard case .except(let span) = exception.source else { continue }
        idle[span] = (idle[span] ?? true) && !unit.meets(exception.masks)
      }
    }
    return idle.filter(\.value).map(\.key).sorted()
  }
}

/// What reaches cases of one rule.
private struct RuleMeeting: Sendable {
  let rule: RuleID
  /// The boxes of the rule.
  let drafts: [Draft]
  /// The offences and definitions that reach a case.
  private(set) var provisions: Set<Provision> = []
  /// The definitions that reach a case, themselves or through a provision that uses them.
  private(set) var definitions: Set<DefinitionID> = []
  /// The articles of the general part that widen an offence into the rule.
  private(set) var widening: Set<ArticleID> = []

  init(rule: RuleID, drafts: [Draft], law: LoweredLaw) {
    self.rule = rule
    self.drafts = drafts
    guard var hull = drafts.first?.masks else { return }
    for draft in drafts.dropFirst() { for index in hull.indices { hull[index] |= draft.masks[index] } }
    for unit in law.units(reaching: hull) + law.definitions where Self.meets(unit, drafts, law.space.space) {
      provisions.insert(unit.provision)
      definitions.formUnion(unit.uses)
      if case .definition(let id) = unit.provision.kind { definitions.insert(id) }
      widening.formUnion(unit.extendedBy.compactMap(\.article))
    }
  }

  /// Whether a unit reaches a case of some box that exceptions of neither side take out.
  private static func meets(_ unit: LegalUnit, _ drafts: [Draft], _ space: Space) -> Bool {
    drafts.contains { draft in
      let both = Box(masks: unit.masks).intersection(Box(masks: draft.masks))
      guard !both.isEmpty else { return false }
      let out =
        unit.exceptions.filter { unit.answers.imply($0.answers) }.map { Unit(box: Box(masks: $0.masks)) }
        + draft.exceptions.map { Unit(box: Box(masks: $0.masks)) }
      if out.isEmpty { return true }
      return !((try? SetDifference.isEmpty(of: [both], minus: out, in: space)) ?? false)
    }
  }
}
