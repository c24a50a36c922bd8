import LegalModel
import LegalSyntax

/// Which readings and alternatives of which articles count, as questions; fixed ones leave no question.
struct Interpretation: Sendable {
  /// Lines that replace lines of a provision, under some answers.
  struct Variant {
    /// By element, the line that replaces.
    var overlay: [ElementID: LineID]
    /// The answers under which it does.
    var answers: Answers
  }

  private let corpus: LegalCorpus
  private let asOf: CalendarDate
  private let fixedReading: String?
  /// The questions so far; later stages add theirs.
  private(set) var questions: [Question] = []
  private var readingQuestions: [ArticleID: QuestionID] = [:]
  private var alternativeQuestions: [ArticleID: [(name: String, question: QuestionID)]] = [:]

  init(corpus: LegalCorpus, articles: [ArticleID], asOf: CalendarDate, fixedReading: String?) {
    self.corpus = corpus
    self.asOf = asOf
    self.fixedReading = fixedReading
    for id in articles { ask(about: id) }
  }

  /// The readings of an article that count on the day, `literal` first.
  private func readingNames(of article: Article) -> [String] {
    var names = ["literal"]
    for reading in article.readings where reading.kind == .reading && counts(reading) {
      if !names.contains(reading.name) { names.append(reading.name) }
    }
    return names
  }

  private func counts(_ reading: Reading) -> Bool { reading.from.map { $0 <= asOf } ?? true }

  private mutating func ask(about id: ArticleID) {
    let article = corpus[id]
    let names = readingNames(of: article)
    let place = "article \(article.number)"
    let isFixed = fixedReading.map { names.contains($0) } ?? false
    if names.count > 1, !isFixed {
      readingQuestions[id] = add(
        Question(kind: .reading(id), answers: names, title: "how \(place) is to be read"))
    }
    for reading in article.readings where reading.kind == .alternative && counts(reading) {
      let known = alternativeQuestions[id] ?? []
      guard !known.contains(where: { $0.name == reading.name }) else { continue }
      let question = add(
        Question(
          kind: .alternative(id, reading.name), answers: ["as encoded", reading.name],
          title: reading.title ?? "which version of \(place) is right"))
      alternativeQuestions[id] = known + [(reading.name, question)]
    }
  }

  /// Adds a question and returns its number.
  mutating func add(_ question: Question) -> QuestionID {
    questions.append(question)
    return QuestionID(questions.count - 1)
  }

  /// The versions of one provision, each with the answers under which it holds. The first is the body.
  func variants(of id: ArticleID, target: Reading.Target) -> [Variant] {
    let article = corpus[id]
    let relevant = article.readings.filter { ($0.target == .all || $0.target == target) && counts($0) }
    var variants = [Variant(overlay: [:], answers: Answers())]
    for (name, question) in alternativeQuestions[id] ?? [] {
      let lines = relevant.filter { $0.kind == .alternative && $0.name == name }.flatMap(\.lines)
      guard !lines.isEmpty else { continue }
      variants = variants.flatMap { variant in
        [variant.under(question, 0b01), variant.replacing(lines, corpus).under(question, 0b10)]
      }
    }
    return readings(variants, article: article, id: id, relevant: relevant)
  }

  private func readings(
    _ variants: [Variant], article: Article, id: ArticleID, relevant: [Reading]
  ) -> [Variant] {
    let names = readingNames(of: article)
    func lines(_ name: String) -> [LineID] {
      relevant.filter { $0.kind == .reading && $0.name == name }.flatMap(\.lines)
    }
    guard let question = readingQuestions[id] else {
      guard let fixedReading, names.contains(fixedReading) else { return variants }
      return variants.map { $0.replacing(lines(fixedReading), corpus) }
    }
    // Readings that leave this provision alone share one version with the literal text.
    var unchanged: UInt64 = 0
    var changed: [(mask: UInt64, lines: [LineID])] = []
    for (position, name) in names.enumerated() {
      let replacements = lines(name)
      if replacements.isEmpty {
        unchanged |= 1 << UInt64(position)
      } else {
        changed.append((1 << UInt64(position), replacements))
      }
    }
    if changed.isEmpty { return variants }
    return variants.flatMap { variant in
      [variant.under(question, unchanged)]
        + changed.map { variant.replacing($0.lines, corpus).under(question, $0.mask) }
    }
  }
}

extension Interpretation.Variant {
  fileprivate func under(_ question: QuestionID, _ mask: UInt64) -> Self {
    var result = self
    result.answers = answers.joined(with: .only(question, mask)) ?? answers
    return result
  }

  fileprivate func replacing(_ lines: [LineID], _ corpus: LegalCorpus) -> Self {
    var result = self
    for line in lines { result.overlay[corpus[line].element] = line }
    return result
  }
}
