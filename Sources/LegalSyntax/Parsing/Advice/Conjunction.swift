/// `and` or `or` between the members of a list, where a comma must stand. A comma means "or", so that "and" cannot
/// always be replaced by one.
enum Conjunction {
  /// Both are required.
  case and
  /// One of the two is enough.
  case or

  /// Recognises a word between two members.
  init?(_ word: String) {
    switch word {
    case "and", "And", "AND": self = .and
    case "or", "Or", "OR", "and/or": self = .or
    default: return nil
    }
  }

  /// What to write instead between two values of an element, given the line with a comma in its place.
  func help(_ line: String) -> [String] {
    switch self {
    case .or: ["a comma means \"or\": write `\(line)`"]
    case .and:
      [
        "a comma between values means \"or\": if one of them is enough, write `\(line)`",
        "if the law requires them together, a list cannot say so: keep one of them in the line, and say the rest in the "
          + "\(NotePlace.of(line)) with `note \"…\"`; the note is shown but not checked, so that the line covers more than the law",
      ]
    }
  }
}

/// Where a note stands that says what a line cannot say.
enum NotePlace {
  /// The place, given the line: an amendment has notes of its own, and the articles that it changes have none.
  static func of(_ line: String) -> String {
    let verb = line.split(separator: " ").first.flatMap { EditVerb(rawValue: String($0)) }
    return verb == nil ? "article" : "amendment"
  }
}

/// What the members of a list have to do with each other.
enum ListMeaning {
  /// Values of an element: one of them is enough.
  case alternatives
  /// Things of the same kind that are named one after the other, such as rules or articles.
  case enumeration
}

/// A value in quotation marks, in which only words of the law may stand.
enum QuotedValue {
  /// What is wrong.
  static let message = "a value must not stand in quotation marks"

  /// What to do, given the line without the marks.
  static func help(_ line: String) -> [String] {
    [
      "write the value without quotation marks: `\(line)`",
      "only words quoted from the law have them, and stand after the values",
    ]
  }
}
