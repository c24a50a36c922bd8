/// Explanations of mistakes in amendments.
extension DiagnosticExplanation {
  static let amendedStatuteMissing = DiagnosticExplanation(
    summary: "No file of the run declares the statute that is amended.",
    why: "Edits of a text that was not read would be lost without a word.",
    wrongExample: "amendment KHM/bill to KHM/tse-2007 \"Bill\" { }",
    correctedExample: "amendment KHM/bill to KHM/tse-2008 \"Bill\" { }")

  static let amendedArticleMissing = DiagnosticExplanation(
    summary: "The statute that is amended has no such article.",
    why: "An edit of a missing article would have no effect, and the report would not show it.",
    wrongExample: "repeal article 140",
    correctedExample: "repeal article 14")

  static let insertedArticleExists = DiagnosticExplanation(
    summary: "An article is inserted under a number that the statute uses already.",
    why: """
      Two articles of one number cannot be told apart. A new text for an article is written with \
      `replace`, also where the old one was repealed.
      """,
    wrongExample: "insert article 12 \"Recruitment\" { }",
    correctedExample: "insert article 12bis \"Recruitment\" { }")

  static let amendedPartMissing = DiagnosticExplanation(
    summary: "What is to be changed is not in the article, the offence or the definition.",
    why: """
      An edit speaks of lines as they are written. A line that comes from a definition is changed in the \
      article of the definition.
      """,
    wrongExample: "in offence { delete border }",
    correctedExample: "in offence { delete means }")

  static let amendedPartAmbiguous = DiagnosticExplanation(
    summary: "What is to be changed could be one of several.",
    why: "An edit of the wrong paragraph would change the law otherwise than the amendment says.",
    wrongExample: "in offence { delete publicity }",
    correctedExample: "in offence \"paragraph 1\" { delete publicity }")

  static let addedPartExists = DiagnosticExplanation(
    summary: "What is to be added is there already.",
    why: """
      An element stands once in a block. To add values to a line is to widen the law, to replace the line \
      may narrow it: the verb has to say which.
      """,
    wrongExample: "add act offer",
    correctedExample: "add offer to act")

  static let conflictingEdits = DiagnosticExplanation(
    summary: "Two edits touch the same text, and none of them is later than the other.",
    why: """
      Which of them holds would depend on the order of lines or files. A later amendment may change what an \
      earlier one wrote; one amendment, or two of the same day, may touch a text once.
      """,
    wrongExample: """
      replace means any
      delete means
      """,
    correctedExample: "replace means any")

  static let amendedArticleEnded = DiagnosticExplanation(
    summary: "An edit of an article that is no longer in force when the amendment takes effect.",
    why: "Nothing of it is left to change. `replace` puts a new text into force under the number.",
    wrongExample: """
      repeal article 14
      repeal article 14
      """,
    correctedExample: "repeal article 14")

  static let editWithoutEffect = DiagnosticExplanation(
    summary: "An edit leaves the text as it is, or an amendment makes no edit.",
    why: "Whoever wrote it meant something else; a report made from it would show no change.",
    wrongExample: "add deliver to act",
    correctedExample: "add offer to act")

  static let readingOfAmendedLine = DiagnosticExplanation(
    summary: "A reading goes on to replace the line that is changed.",
    why: """
      Readings stay when single lines are changed. Under this reading the change has no effect, although \
      the authority read the old text.
      """,
    wrongExample: "replace means any",
    correctedExample: """
      delete reading CRC-2015
      in define sale { replace means any }
      """)
}
