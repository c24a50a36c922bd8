public import LegalModel

/// Something about the law that is not settled. Each question is one more element of the space; its values are
/// the answers. Covered means covered under every combination of answers, gap means under none.
public struct Question: Hashable, Sendable {
  /// What is not settled.
  public enum Kind: Hashable, Sendable {
    /// Which authority's reading of an article holds.
    case reading(ArticleID)
    /// Which version of an article's text is the right one.
    case alternative(ArticleID, String)
    /// Whether law that was not read reaches what it might reach.
    case unread(StatuteID, ArticleID?, Int)
    /// Whether lines below the grade of evidence that was asked for are right.
    case evidence
    /// Whether a case is prohibited by other law than criminal law.
    case otherLaw
    /// Whether a penalty that the encoder did not find is high enough.
    case penaltyNotStated(ArticleID)
  }

  /// What is not settled.
  public let kind: Kind
  /// The answers in order. For readings the first is `literal`.
  public let answers: [String]
  /// What the question is about, in words of the input.
  public let title: String

  /// All answers as a mask.
  var everything: UInt64 { (1 << UInt64(answers.count)) - 1 }
}

/// The number of a question in ``LoweredLaw/questions``.
public typealias QuestionID = Identifier<Question>

/// The answers under which something holds, for the questions it depends on; other questions do not matter.
struct Answers: Hashable, Sendable {
  /// Ascending by question; no entry allows every answer.
  private(set) var entries: [(question: QuestionID, mask: UInt64)] = []

  static func == (left: Answers, right: Answers) -> Bool {
    left.entries.count == right.entries.count
      && zip(left.entries, right.entries).allSatisfy { $0.question == $1.question && $0.mask == $1.mask }
  }

  func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.question)
      hasher.combine(entry.mask)
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  subscript(question: QuestionID) -> UInt64? { entries.first { $0.question == question }?.mask }

  /// Whether the other answers are given whenever these are.
  func imply(_ other: Answers) -> Bool {
    other.entries.allSatisfy { entry in self[entry.question].map { $0 & ~entry.mask == 0 } ?? false }
  }

  /// Both hold; nil if no answer is left to some question.
  func joined(with other: Answers) -> Answers? {
    if other.entries.isEmpty { return self }
    var result = self
    for entry in other.entries {
      if let position = result.entries.firstIndex(where: { $0.question >= entry.question }) {
        if result.entries[position].question == entry.question {
          result.entries[position].mask &= entry.mask
          if result.entries[position].mask == 0 { return nil }
        } else {
          result.entries.insert(entry, at: position)
        }
      } else {
        result.entries.append(entry)
      }
    }
    return result
  }

  /// One question, these answers.
  static func only(_ question: QuestionID, _ mask: UInt64) -> Answers {
    var answers = Answers()
    answers.entries = [(question, mask)]
    return answers
  }
}
