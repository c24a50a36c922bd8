/// Explanations of mistakes in layout and grammar.
extension DiagnosticExplanation {
  static let unknownKeyword = DiagnosticExplanation(
    summary: "A line begins with a word that its block does not know.",
    why: "Every block has a fixed list of lines. A misspelt line would otherwise silently say nothing.",
    wrongExample: """
      offence {
        penlty imprisonment 5 years
      }
      """,
    correctedExample: """
      offence {
        penalty imprisonment 5 years
      }
      """)

  static let unclosedBlock = DiagnosticExplanation(
    summary: "A block is opened and never closed.",
    why: "Without its `}` the lines below would belong to the wrong offence or the wrong article.",
    wrongExample: """
      article 12 "Recruitment" {
        offence {
          act recruit
      }
      """,
    correctedExample: """
      article 12 "Recruitment" {
        offence {
          act recruit
        }
      }
      """)

  static let strayBrace = DiagnosticExplanation(
    summary: "A `}` closes no block.",
    why: """
      A block above was probably closed too early, so lines may stand outside the article they \
      belong to.
      """,
    wrongExample: "offence { act offer } }",
    correctedExample: "offence { act offer }")

  static let nestingTooDeep = DiagnosticExplanation(
    summary: "Blocks stand inside blocks beyond the limit of 64.",
    why: "No law needs it, and the limit protects the program against hostile files.",
    wrongExample: "except { except { except { act offer } } }  # and so on",
    correctedExample: """
      define police-work { lawfulness official-duty }
      offence {
        except { uses police-work }
      }
      """)

  static let missingBlock = DiagnosticExplanation(
    summary: "A line that needs a block `{ … }` has none.",
    why: "An offence without a block would say nothing about what is punished.",
    wrongExample: "offence \"paragraph 1\"",
    correctedExample: """
      offence "paragraph 1" {
        act offer
      }
      """)

  static let unexpectedBlock = DiagnosticExplanation(
    summary: "A line that takes no block has one.",
    why: "The lines inside it would belong to nothing. A condition of a penalty follows the word `where`.",
    wrongExample: "penalty imprisonment 5 years { age under 18 }",
    correctedExample: "penalty imprisonment 5 years where { age under 18 }")

  static let missingText = DiagnosticExplanation(
    summary: "Text in quotation marks is missing.",
    why: """
      Titles, headings and sources are shown in reports, so that each line can be checked against \
      the law.
      """,
    wrongExample: "article 12 { }",
    correctedExample: "article 12 \"Unlawful recruitment\" { }")

  static let missingName = DiagnosticExplanation(
    summary: "A name is missing.",
    why: "Other lines refer to a declaration by its name, which is one word without quotation marks.",
    wrongExample: "article \"Unlawful recruitment\" { }",
    correctedExample: "article 12 \"Unlawful recruitment\" { }")

  static let unexpectedText = DiagnosticExplanation(
    summary: "There is more on a line than the line can hold.",
    why: "A list without commas, or two statements on one line, can be understood in two ways.",
    wrongExample: "act offer deliver",
    correctedExample: "act offer, deliver")

  static let badDate = DiagnosticExplanation(
    summary: "A date is missing, is not in the calendar, or is not written year-month-day.",
    why: "Periods in force are compared day by day; 05-02 is May in one country and February in another.",
    wrongExample: "in force from 15.2.2008",
    correctedExample: "in force from 2008-02-15")

  static let badNumber = DiagnosticExplanation(
    summary: "A whole number is missing or too large.",
    why: "Ages and penalties are counted exactly, in digits.",
    wrongExample: "age under eighteen",
    correctedExample: "age under 18")

  static let danglingComma = DiagnosticExplanation(
    summary: "A comma has no member of the list after it.",
    why: "A value may have been forgotten, and the next line would be read as part of the list.",
    wrongExample: """
      act offer,
      means force
      """,
    correctedExample: """
      act offer
      means force
      """)

  static let reservedWord = DiagnosticExplanation(
    summary: "A word that lacuna itself uses is taken as a name.",
    why: "A line that begins with this word would have two meanings.",
    wrongExample: "value except \"excepting\"",
    correctedExample: "value excepted \"excepting\"")

  static let unknownChoice = DiagnosticExplanation(
    summary: "A word from a fixed list was expected, or a number is compared in other words.",
    why: """
      Levels, grades of evidence, kinds of penalty and units have a fixed meaning in every report. So have the words \
      around numbers: `under 18` leaves 18 out, `at least 15` includes 15, and `from 15 to 17` includes both. Other \
      words, such as "at most" or "over", can be read in two ways.
      """,
    wrongExample: """
      level mandatory
      age less than 18
      age 15-17
      """,
    correctedExample: """
      level binding
      age under 18
      age from 15 to 17
      """)

  static let reservedForLater = DiagnosticExplanation(
    summary: "A declaration that a later version of lacuna will read.",
    why: "This version would ignore it, and a report must not leave out what was written.",
    wrongExample: "scenario \"a child is handed over\" { }",
    correctedExample: "# scenario \"a child is handed over\" { }")

  static let repeatedLine = DiagnosticExplanation(
    summary: "A line that may stand once in its block stands twice.",
    why: "Only one of the two could count, and the reader would not know which.",
    wrongExample: """
      level binding
      level optional
      """,
    correctedExample: "level binding")

  static let missingLink = DiagnosticExplanation(
    summary: "A linking word such as `to`, `by` or `of` is missing, or `not` stands before a value.",
    why: """
      The linking words make a line readable aloud and keep its parts apart. `not` is read only in `not stated`, which \
      means that the law is silent: what does not count is written in `except`.
      """,
    wrongExample: """
      extend stage attempted { over every statute }
      offence { act deliver; means not force }
      """,
    correctedExample: """
      extend stage to attempted { over every statute }
      offence { act deliver; except { means force } }
      """)

  static let reversedRange = DiagnosticExplanation(
    summary: "A range ends before it begins.",
    why: """
      No number is both at least the larger and at most the smaller bound, so the line would match \
      nothing.
      """,
    wrongExample: "age from 17 to 15",
    correctedExample: "age from 15 to 17")

  static let orWithoutEither = DiagnosticExplanation(
    summary: "`or` stands without `either`.",
    why: "`or` joins whole blocks; between the values of one element a comma means \"or\".",
    wrongExample: """
      act offer
      or { act deliver }
      """,
    correctedExample: "either { act offer } or { act deliver }")

  static let missingValue = DiagnosticExplanation(
    summary: "An element has no value.",
    why: """
      A line without values could mean everything or nothing: write `any`, or `not stated` if the \
      law is silent.
      """,
    wrongExample: "means",
    correctedExample: "means any")

  static let emptyBlock = DiagnosticExplanation(
    summary: "A block says nothing of the cases that are meant.",
    why: """
      Every line narrows what a block covers, so an empty one covers everything: an empty offence \
      would punish whatever anybody does, and an empty exception would exempt everything. An amendment may \
      leave such a block too.
      """,
    wrongExample: "offence { }",
    correctedExample: "offence { act deliver }")
}
