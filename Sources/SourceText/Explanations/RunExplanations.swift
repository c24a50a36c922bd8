/// Explanations of problems of the whole run.
extension DiagnosticExplanation {
  static let fileUnreadable = DiagnosticExplanation(
    summary: "A file could not be read.",
    why: "A law that was not read must not be reported as a gap.",
    wrongExample: "lacuna check missing.lacuna",
    correctedExample: "lacuna check Statutes/KHM")

  static let noFiles = DiagnosticExplanation(
    summary: "There is no file to check.",
    why: "An empty folder would otherwise look like a law without findings.",
    wrongExample: "lacuna check empty-folder",
    correctedExample: "lacuna check Statutes/KHM")

  static let noStatute = DiagnosticExplanation(
    summary: "None of the files holds a statute.",
    why: "Without national law there is nothing to compare with the treaty.",
    wrongExample: "lacuna check Rules/OPSC",
    correctedExample: "lacuna check Statutes/KHM")

  static let severalJurisdictions = DiagnosticExplanation(
    summary: "The statutes belong to several States.",
    why: "A verdict is about the law of one State: check each State on its own.",
    wrongExample: "lacuna check Statutes",
    correctedExample: "lacuna check Statutes/KHM")

  static let workLimit = DiagnosticExplanation(
    summary: "A limit that protects against endless work was passed.",
    why: """
      The program stops with this message and never guesses a verdict. Branches of `either` multiply: ten lines with \
      three branches each make 59,049 ways to meet all of them. Branches that differ in one element alone are better \
      one line with several values. Where that cannot be, write one offence for each branch of one `either`, and \
      repeat all the other lines in each: all lines of an offence must be met at once, so an offence without some of \
      them would punish more than the law.
      """,
    wrongExample: """
      either { act offer } or { act deliver } or { act accept }
      either { means force } or { means threat } or { means fraud }
      """,
    correctedExample: """
      act   offer, deliver, accept
      means force, threat, fraud
      """)

  static let baselineUnreadable = DiagnosticExplanation(
    summary: "A file given as a baseline is none.",
    why: "A baseline that is understood in part would hide new gaps, or report old ones as new.",
    wrongExample: "lacuna check Statutes/KHM --baseline report.json",
    correctedExample: """
      lacuna check Statutes/KHM --write-baseline baseline.json
      lacuna check Statutes/KHM --baseline baseline.json
      """)

  static let baselineOfAnotherQuestion = DiagnosticExplanation(
    summary: "A baseline was written for another State, treaty, reading or grade of evidence.",
    why:
      "What is open depends on the question: under another one, what is new cannot be told from what is old.",
    wrongExample: """
      lacuna check Statutes/KHM --reading literal --write-baseline baseline.json
      lacuna check Statutes/KHM --baseline baseline.json
      """,
    correctedExample: """
      lacuna check Statutes/KHM --reading literal --write-baseline baseline.json
      lacuna check Statutes/KHM --reading literal --baseline baseline.json
      """)
}
