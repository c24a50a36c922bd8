/// Explanations of mistakes in names.
extension DiagnosticExplanation {
  static let unknownElement = DiagnosticExplanation(
    summary: "No vocabulary declares this element.",
    why: "A misspelt element would constrain nothing, and the offence would seem wider than it is.",
    wrongExample: "purpos labour",
    correctedExample: "purpose labour")

  static let unknownValue = DiagnosticExplanation(
    summary: "The element has no such value or group.",
    why: "A value outside the vocabulary can be compared with nothing in a treaty.",
    wrongExample: "act offfer",
    correctedExample: "act offer")

  static let valueOfAnotherElement = DiagnosticExplanation(
    summary: "The value belongs to another element.",
    why: "Each value says something about one element only.",
    wrongExample: "means deliver",
    correctedExample: "act deliver")

  static let unknownDefinition = DiagnosticExplanation(
    summary: "There is no definition of this name.",
    why: """
      What it was meant to add would be lost. Definitions of another statute are named with the \
      statute.
      """,
    wrongExample: "uses sale",
    correctedExample: "uses KHM/tse-2008:sale")

  static let unknownRule = DiagnosticExplanation(
    summary: "The treaty has no such rule.",
    why: "A claim or a reservation that points nowhere would have no effect.",
    wrongExample: "implements OPSC 3.1.z",
    correctedExample: "implements OPSC 3.1.a.i.c")

  static let unknownInstrument = DiagnosticExplanation(
    summary: "No file holds this treaty.",
    why: "Its rules would not be checked, and the report would not say so.",
    wrongExample: "bound by OPCS from 2002-06-30",
    correctedExample: "bound by OPSC from 2002-06-30")

  static let duplicateName = DiagnosticExplanation(
    summary: "Two declarations have the same name.",
    why: "References to the name could mean either of them.",
    wrongExample: """
      article 12 "A" { }
      article 12 "B" { }
      """,
    correctedExample: """
      article 12 "A" { }
      article 12bis "B" { }
      """)

  static let unknownStatute = DiagnosticExplanation(
    summary: "No file declares this statute.",
    why: "A general part that reaches into a missing statute has no effect.",
    wrongExample: "over KHM/penal-cod",
    correctedExample: "over KHM/penal-code")

  static let unknownArticle = DiagnosticExplanation(
    summary: "The statute has no such article.",
    why: "A scope that names a missing article would silently reach less than the law says.",
    wrongExample: "over articles 8 to 200",
    correctedExample: "over articles 8 to 20")

  static let reservedName = DiagnosticExplanation(
    summary: "A name with a fixed meaning is declared.",
    why: """
      The body of an article is always its reading `literal`; another one of that name could not be \
      chosen.
      """,
    wrongExample: "reading literal \"a note\" { means any }",
    correctedExample: "reading ministry-2010 \"a note\" { means any }")

  static let unknownSourceKey = DiagnosticExplanation(
    summary: "The statute has no source with this key.",
    why: "Every line must be traceable to the document it rests on.",
    wrongExample: "evidence text s9",
    correctedExample: """
      source s9 "official gazette, 2008"
      evidence text s9
      """)

  static let cyclicDefinition = DiagnosticExplanation(
    summary: "Definitions use each other in a circle.",
    why: "None of them would ever say which cases it reaches.",
    wrongExample: """
      define a { uses b }
      define b { uses a }
      """,
    correctedExample: """
      define a { age under 18 }
      define b { uses a }
      """)
}
