/// Explanations of mistakes in files and tokens.
extension DiagnosticExplanation {
  static let invalidUTF8 = DiagnosticExplanation(
    summary: "The file was saved in a form of text that lacuna cannot read: only UTF-8 is read.",
    why: """
      A name or a quotation that cannot be decoded would be shown to the reader as something else \
      than was written.
      """,
    wrongExample: "source s1 \"Loi de l\u{FFFD}tat\"",
    correctedExample: "source s1 \"Loi de l’État\"")

  static let controlCharacter = DiagnosticExplanation(
    summary: "The file holds a character that cannot be seen.",
    why: """
      Invisible characters can make a line read differently on the screen than it is checked, for \
      instance by turning the direction of writing.
      """,
    wrongExample: "note \"not\u{2400}punished\"",
    correctedExample: "note \"not punished\"")

  static let unexpectedCharacter = DiagnosticExplanation(
    summary: "A character stands where only names, lists and quoted text may stand.",
    why: """
      lacuna reads words, numbers and lists, and no signs of arithmetic: ranges are written in words, and \
      other text stands in straight quotation marks.
      """,
    wrongExample: "age < 18",
    correctedExample: "age under 18")

  static let unterminatedString = DiagnosticExplanation(
    summary: "Text in quotation marks is not closed on its line.",
    why: """
      Quoted text ends on the line where it begins, so that one missing mark does not swallow the \
      rest of the law.
      """,
    wrongExample: "note \"the act is punished",
    correctedExample: "note \"the act is punished\"")

  static let unknownEscape = DiagnosticExplanation(
    summary: "A backslash stands before a character that needs none.",
    why: """
      Inside quotation marks a backslash introduces a quotation mark or another backslash, nothing \
      else.
      """,
    wrongExample: "note \"laws\\KHM\"",
    correctedExample: "note \"laws\\\\KHM\"")

  static let tooManyMistakes = DiagnosticExplanation(
    summary: "The file has a hundred mistakes or more; the rest is not listed.",
    why: "So many mistakes usually have one cause, such as a file in another format.",
    wrongExample: "act = offer; age = 17; means = force",
    correctedExample: """
      act offer
      age 17
      means force
      """)

  static let unclosedFence = DiagnosticExplanation(
    summary: "A fenced block of a Markdown file is not closed.",
    why: """
      In a Markdown file only the blocks marked `lacuna` are read. Without its end nobody can tell where the part for lacuna \
      ends and the text of the law goes on.
      """,
    wrongExample: """
      ```lacuna
      article 2 "Purchase" { offence { act deliver } }

      Article 3. Whoever …
      """,
    correctedExample: """
      ```lacuna
      article 2 "Purchase" { offence { act deliver } }
      ```

      Article 3. Whoever …
      """)

  static let misplacedFence = DiagnosticExplanation(
    summary: "A fenced block of a Markdown file stands where it is not read.",
    why: """
      Inside quotations and lists, or with four spaces before it, a block can look otherwise to a reader of the page \
      than in the file. Law must not be left out silently, so the place is refused.
      """,
    wrongExample: """
      > ```lacuna
      > note "inside a quotation"
      > ```
      """,
    correctedExample: """
      ```lacuna
      note "at the left margin"
      ```
      """)

  static let foreignFormat = DiagnosticExplanation(
    summary: "The file is no plain text, or was saved in another form of text than UTF-8.",
    why: """
      A document of a word processor, a PDF or a web page is not read: what its reader sees is not what stands in \
      the file. Plain text has several forms too, such as UTF-16, and only UTF-8 is read: a text editor lets you choose \
      it where the file is saved.
      """,
    wrongExample: "<html><body>Article 1 …</body></html>",
    correctedExample: "statute XA/code \"Penal Code\" { … }")
}
