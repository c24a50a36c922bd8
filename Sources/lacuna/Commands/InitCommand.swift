import ArgumentParser
import LegalSyntax
import SourceText

/// `lacuna init`: a small law to begin with.
struct InitCommand: ParsableCommand {
  /// The longest code of a State.
  private static let longestCode = 32

  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a small commented law of a State, to begin with.",
    discussion: """
      Examples:
        lacuna init XA                      writes into the folder Statutes/XA
        lacuna init XB --into laws/XB

      What is written can be checked at once; nothing that exists is overwritten.
      """)

  @Argument(help: "The code of the State, such as KHM; XA to XZ stand for no State.")
  var state: String

  @Option(
    help: ArgumentHelp("The folder to write into. Default: Statutes/STATE.", valueName: "dir"),
    completion: .directory)
  var into: String?

  func validate() throws {
    guard state.first?.isLetter == true, state.count <= Self.longestCode,
      state.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
    else {
      throw ValidationError(
        "`\(state)` cannot be the code of a State: write letters, then letters, digits and hyphens, as in XA or KHM"
      )
    }
    if ReservedWord(rawValue: state.lowercased()) != nil {
      throw ValidationError(
        "`\(state)` is a word that lacuna itself uses: write the code of a State, as in XA or KHM")
    }
  }

  func run() throws {
    let folder = into.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? "Statutes/\(state)"
    let law = StarterLaw(state: state, folder: folder, today: CalendarDate.today)
    try Terminal.create(law.files, in: folder)
    Terminal.print(law.files.map { "wrote \(folder)/\($0.name)\n" }.joined())
    Terminal.print("next: read the two files, then run `lacuna check \(StarterLaw.quoted(folder))`\n")
  }
}
