import LegalModel

/// What a unit of the law is, told so that units of two states of the law can be compared: no position in a file and
/// no number of an article in a list is part of it.
struct UnitShape: Hashable {
  private let statute: String
  private let article: String
  private let masks: [UInt64]
  private let exceptions: [Set<Answer>: [[UInt64]]]
  private let answers: Set<Answer>
  private let penalties: [String]
  private let liability: Liability

  /// An answer under which something holds, in words.
  private struct Answer: Hashable {
    let question: String
    let mask: UInt64
  }

  init(_ unit: LegalUnit, in law: LoweredLaw, of corpus: LegalCorpus) {
    func words(_ answers: Answers) -> Set<Answer> {
      Set(
        answers.entries.map { entry in
          let question = law.question(entry.question)
          return Answer(question: question.title + question.answers.joined(separator: "|"), mask: entry.mask)
        })
    }
    statute = unit.provision.statute.map { corpus[$0].name } ?? ""
    article = unit.provision.article.map { corpus[$0].number } ?? ""
    masks = unit.masks
    exceptions = Dictionary(grouping: unit.exceptions) { words($0.answers) }
      .mapValues { $0.map(\.masks).sorted { $0.lexicographicallyPrecedes($1) } }
    answers = words(unit.answers)
    liability = unit.liability
    if case .offence(let position) = unit.provision.kind, let id = unit.provision.article {
      penalties = corpus[id].offences[position].penalties.map(\.text)
    } else {
      penalties = []
    }
  }
}
