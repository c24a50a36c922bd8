/// Explanations of mistakes in meaning.
extension DiagnosticExplanation {
  static let emptyRegion = DiagnosticExplanation(
    summary: "A block can never apply.",
    why: """
      A rule that asks for nothing is always satisfied, and an offence that reaches nothing punishes \
      nobody: both hide a mistake. All lines of a block must be true at once; what the law means as one more \
      possibility is one more branch.
      """,
    wrongExample: """
      age under 15
      either { age 16 } or { age 17 }
      """,
    correctedExample: "either { age under 15 } or { age 16 } or { age 17 }")

  static let numberOutsideDomain = DiagnosticExplanation(
    summary: "A number lies outside the numbers that the vocabulary gives to the element.",
    why: "No case has such a number.",
    wrongExample: "age under 180",
    correctedExample: "age under 18")

  static let tooManyValues = DiagnosticExplanation(
    summary: "An element has more values than the program can decide completely.",
    why: "Verdicts are exact; beyond the limit they could not be computed.",
    wrongExample: "number 0 to 100000 days",
    correctedExample: "number 0 to 99 years")

  static let missingPart = DiagnosticExplanation(
    summary: "A declaration lacks a line that it needs.",
    why: "Reports name the level, the pinpoint and the period of every rule and every law.",
    wrongExample: """
      rule 3.1 "sale" {
        must punish { act offer }
      }
      """,
    correctedExample: """
      rule 3.1 "sale" {
        level binding
        cite "article 3(1)"
        must punish { act offer }
      }
      """)

  static let conflictingLines = DiagnosticExplanation(
    summary: "The same element stands twice in one block.",
    why: """
      All lines of a block must be met at once, and two lines of one element can hardly be. A comma between \
      values means "or", so one line says that either is enough.
      """,
    wrongExample: """
      act offer
      act deliver
      """,
    correctedExample: "act offer, deliver")

  static let datesOutOfOrder = DiagnosticExplanation(
    summary: "An end lies before its beginning.",
    why: "The law would never have been in force.",
    wrongExample: "in force from 2010-01-01 until 2008-01-01",
    correctedExample: "in force from 2008-01-01 until 2010-01-01")

  static let readingConflict = DiagnosticExplanation(
    summary: "Readings cannot be told apart, or contradict each other.",
    why: "Fixing one reading must say exactly which text applies.",
    wrongExample: """
      reading R "a" { means any }
      reading R "b" { means force }
      """,
    correctedExample: """
      reading R "a" { means any }
      reading S "b" { means force }
      """)

  static let spaceTooLarge = DiagnosticExplanation(
    summary: "There are too many elements, values or ranges of numbers to decide everything completely.",
    why: """
      Every age that some line mentions makes one more group of ages that must be told apart; at most 64 \
      can be. The program gives no verdict rather than a wrong one.
      """,
    wrongExample: """
      offence "at 15" { act deliver; age 15 }
      offence "at 16" { act deliver; age 16 }
      offence "at 17" { act deliver; age 17 }
      """,
    correctedExample: "offence { act deliver; age from 15 to 17 }")

  static let conflictingDeclarations = DiagnosticExplanation(
    summary: "Two declarations of one thing disagree.",
    why: "A statute may be spread over files, but it has one number and one date.",
    wrongExample: """
      statute KHM/law "A" { number "1" }
      statute KHM/law "A" { number "2" }
      """,
    correctedExample: """
      statute KHM/law "A" { number "1" }
      statute KHM/law "A" { }
      """)

  static let dutyMissing = DiagnosticExplanation(
    summary: "A rule asks nothing, or several things.",
    why: "Each rule has one verdict, so it has one duty.",
    wrongExample: """
      rule 3.1 "sale" {
        level binding
      }
      """,
    correctedExample: """
      rule 3.1 "sale" {
        level binding
        must punish { act offer }
      }
      """)

  static let circularRule = DiagnosticExplanation(
    summary: "Rules refer to each other in a circle.",
    why: "None of them would ever say which cases it is about.",
    wrongExample: """
      rule 1 "a" { must punish 2 }
      rule 2 "b" { must punish 1 }
      """,
    correctedExample: """
      rule 1 "a" { must punish { act offer } }
      rule 2 "b" { must punish 1 with stage attempted }
      """)

  static let noResidual = DiagnosticExplanation(
    summary: "An element has no value for everything that is not listed.",
    why: "Without it, what the law leaves over could not be seen.",
    wrongExample: "value offer \"offering\" meaning \"m\" source \"s\"",
    correctedExample: """
      value offer "offering" meaning "m" source "s"
      residual other-act "another act" meaning "All else." source "residual"
      """)

  static let cannotExtend = DiagnosticExplanation(
    summary: "An extension names an element that it cannot widen.",
    why: """
      An extension adds to what silence means, such as the completed act only. An element without a default is open \
      where a provision does not speak of it, so there is nothing to add. Where a provision names other values, the \
      value is added to them. Values of an element without a default are written in the offences themselves.
      """,
    wrongExample: "extend purpose to adoption { }",
    correctedExample: "extend stage to attempted { }")

  static let repeatedNumber = DiagnosticExplanation(
    summary: "A number of a list lies inside another member of the list.",
    why: """
      It adds nothing, so something else was probably meant. A comma separates the members of a list and is no decimal \
      point: 17,5 are two numbers. Of years only whole ones can be written: `under 17` leaves out some persons, \
      `under 18` takes in too many, and the exact limit is said in the article with `note "…"`.
      """,
    wrongExample: "age at least 16, 18",
    correctedExample: "age from 16 to 18")
}
