import GapAnalysis
import LegalModel
import SourceText

/// Puts single moves in words.
extension ChangeReportBuilder {
  /// Losses first, then by level, then in the order of the rules.
  var moves: [ChangeReport.Move] {
    let all = sorted(change.rules).flatMap { rule in rule.moves.map { (rule: rule.rule, move: $0) } }
    let ordered = all.enumerated().sorted { left, right in
      order(left.element.rule, left.element.move, left.offset)
        < order(right.element.rule, right.element.move, right.offset)
    }.map(\.element)
    return grouped(ordered.concurrentMap { move($0.move, rule: $0.rule) })
  }

  /// What is certain comes before what a reading decides.
  private func order(_ rule: RuleID, _ move: CaseMove, _ offset: Int) -> (Int, Int, Int, Int) {
    let levels = Level.allCases.sorted(by: >)
    let certainty =
      switch (move.from, move.to) {
      case (.covered, .gap), (.gap, .covered): 0
      case (.depends, .gap), (.depends, .covered): 1
      case (.covered, _), (.depends, _), (.gap, _): 2
      }
    return (move.direction == .lost ? 0 : 1, levels.firstIndex(of: level(rule)) ?? 0, certainty, offset)
  }

  /// Moves of several rules that say the same are told once.
  func grouped(_ moves: [ChangeReport.Move]) -> [ChangeReport.Move] {
    var groups: [ChangeReport.Move] = []
    for move in moves {
      let same = groups.firstIndex { known in
        known.lead == move.lead && known.cases == move.cases && known.level == move.level
          && known.direction == move.direction
          && known.before == move.before && known.after == move.after && known.nearest == move.nearest
          && known.decision == move.decision
      }
      if let same {
        for rule in move.rules where !groups[same].rules.contains(rule) { groups[same].rules.append(rule) }
      } else {
        groups.append(move)
      }
    }
    return groups
  }

  func move(_ move: CaseMove, rule: RuleID?) -> ChangeReport.Move {
    let hull = hull(rule, move)
    let cases = after.phrasing.region(move.region, within: hull)
    // Where a reading decides, what it decides about is nearer than what comes near.
    let nearest = move.decision == nil ? nearest(move.nearMisses) : []
    return ChangeReport.Move(
      rules: rule.map { [before.corpus[$0].identity] } ?? [], level: rule.map { level($0).rawValue } ?? "",
      direction: move.direction.rawValue, from: move.from.rawValue, to: move.to.rawValue,
      region: Dictionary(
        after.region(move.region).map { ($0.element, $0.values) }, uniquingKeysWith: { first, _ in first }),
      lead: lead(move, rule), cases: cases.isEmpty ? "every case" : cases,
      example: Dictionary(
        after.example(move.example).map { ($0.element, $0.values.first ?? "") },
        uniquingKeysWith: { first, _ in first }), exampleText: exampleText(move, hull, rule),
      before: move.before.provisions.map { before.describe($0) },
      after: move.after.provisions.map { after.describe($0) }, causes: causes(move), nearest: nearest,
      places: places(move),
      decision: move.decision.map { after.decision($0, of: rule.flatMap { before.corpus[$0].duty }) } ?? [])
  }

  /// What goes without saying: the rule's own cases; outside of all rules, what silence means.
  private func hull(_ rule: RuleID?, _ move: CaseMove) -> [UInt64] {
    let space = change.before.space
    if let rule, let result = change.before.rules.first(where: { $0.rule == rule }) { return result.hull }
    return space.elements.map { element in
      let mask = move.region[element]
      let isSilence = mask.nonzeroBitCount == 1 && space.isDefault(move.example[element], of: element)
      return isSilence ? mask : space.everything(of: element)
    }
  }

  /// What became of the cases, in view of what the rule asks.
  private func lead(_ move: CaseMove, _ rule: RuleID?) -> String {
    let words = words(rule.flatMap { before.corpus[$0].duty })
    return switch (move.from, move.to) {
    case (.covered, .gap): words.no
    case (.covered, .depends): words.no + " under every reading"
    case (.depends, .gap): words.no + " under any reading"
    case (.gap, .covered): words.yes
    case (.depends, .covered): words.yes + " under every reading"
    case (.gap, .depends): words.yes + " under some reading"
    case (.covered, .covered), (.depends, .depends), (.gap, .gap): "Still as before"
    }
  }

  /// What is lost and what is gained where a duty is concerned.
  private func words(_ duty: Duty?) -> (no: String, yes: String) {
    switch duty {
    case .punish?, nil: ("No longer punished", "Now punished")
    case .prohibit?: ("No longer prohibited", "Now prohibited")
    case .notPunish?: ("No longer left unpunished", "Now left unpunished, as the rule asks,")
    case .define?: ("No longer reached by the definition", "Now reached by the definition")
    case .penaltyFloor?: ("No longer punished severely enough", "Now punished severely enough")
    }
  }

  private func exampleText(_ move: CaseMove, _ hull: [UInt64], _ rule: RuleID?) -> String {
    let space = change.before.space
    let isDefinition = rule.map { before.isDefinition($0) } ?? false
    let told = space.elements.filter { element in
      let isNarrowed = move.region[element] & hull[element.index] != hull[element.index]
      let isNamed = move.nearMisses.contains {
        $0.obstacles.contains { $0.element == element && $0.isBlocking }
      }
      // A duty to define is about all conduct: its example must not name one.
      let isAct = element.index == 0 && !(isDefinition && space.isEverything(hull[0], of: element))
      let isGiven =
        !space.isEverything(hull[element.index], of: element)
        && !space.isDefault(move.example[element], of: element)
      return isAct || isNarrowed || isNamed || isGiven
    }
    return after.phrasing.sentence(move.example, naming: told)
  }

  /// What comes nearest, provisions that lack the same thing together.
  private func nearest(_ nearMisses: [NearMiss]) -> [String] {
    var groups: [(demand: String, places: [String])] = []
    for nearMiss in nearMisses {
      let place = nearMiss.provision.article.map { after.headed($0) } ?? after.describe(nearMiss.provision)
      let blocking = after.unique(nearMiss.obstacles.filter(\.isBlocking).map { after.demand($0) })
      let demand = after.phrasing.join(blocking, "and")
      if let known = groups.firstIndex(where: { $0.demand == demand }) {
        if !groups[known].places.contains(place) { groups[known].places.append(place) }
      } else {
        groups.append((demand, [place]))
      }
    }
    return groups.map { group in
      let places = after.phrasing.join(group.places, "and")
      if group.demand.isEmpty {
        return "\(places) \(group.places.count == 1 ? "reaches" : "reach") only a part."
      }
      return "\(places) would apply but for \(group.demand)."
    }
  }

  // MARK: Causes

  /// The articles that the change touched and that made the difference; where the text is the same and the day is not,
  /// the provisions themselves.
  private func causes(_ move: CaseMove) -> [String] {
    let (old, new) = touchedArticles(move)
    var causes: [String] = []
    var seen: Set<TouchedArticles.Name> = []
    for article in new where seen.insert(name(article, after)).inserted {
      causes.append(after.headed(article))
    }
    for article in old where seen.insert(name(article, before)).inserted {
      causes.append(before.headed(article))
    }
    if causes.isEmpty {
      causes = before.unique(
        move.before.provisions.map { before.describe($0) } + move.after.provisions.map { after.describe($0) })
    }
    return causes
  }

  private func touchedArticles(_ move: CaseMove) -> (old: [ArticleID], new: [ArticleID]) {
    (
      move.before.articles.filter { touched.contains(name($0, before)) },
      move.after.articles.filter { touched.contains(name($0, after)) }
    )
  }

  private func name(_ article: ArticleID, _ builder: ReportBuilder) -> TouchedArticles.Name {
    let declared = builder.corpus[article]
    return TouchedArticles.Name(
      statute: builder.corpus[declared.statute].name, article: declared.number)
  }

  /// The lines of the state after that keep the law away now, else the articles that the change touched.
  private func places(_ move: CaseMove) -> [ChangeReport.Place] {
    var places: [ChangeReport.Place] = []
    for nearMiss in move.nearMisses {
      for obstacle in nearMiss.obstacles where obstacle.isBlocking {
        guard let cause = after.cause(obstacle, nearMiss)?.entry,
          touched.contains(TouchedArticles.Name(statute: cause.statute, article: cause.article))
        else { continue }
        let place = ChangeReport.Place(
          path: cause.path, line: cause.line, column: cause.column, what: cause.element)
        if !places.contains(place) { places.append(place) }
      }
    }
    if !places.isEmpty { return places }
    let (old, new) = touchedArticles(move)
    for article in new + old.compactMap({ sameArticle($0) }) {
      let declared = after.corpus[article]
      let position = after.files.position(of: declared.span)
      let place = ChangeReport.Place(
        path: after.files[declared.span.file].path, line: position.line, column: position.column,
        what: "article \(declared.number)")
      if !places.contains(place) { places.append(place) }
    }
    return places
  }

  /// The article of the state after that has the number of one of the state before.
  private func sameArticle(_ old: ArticleID) -> ArticleID? {
    let name = name(old, before)
    return after.corpus.articles.indices.map { ArticleID($0) }.first { self.name($0, after) == name }
  }
}
