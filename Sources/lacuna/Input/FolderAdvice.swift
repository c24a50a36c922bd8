import LegalSyntax

/// What to do next with a folder in which no file was found to read.
struct FolderAdvice {
  /// The most files that are named.
  private static let shown = 3

  /// What the program was told to look for.
  enum Content {
    /// The law of a State.
    case law
    /// Rules instead of the shipped ones.
    case rules
  }

  let content: Content
  /// The files of the folder, hidden ones left out, in ascending order.
  let files: [String]
  /// Whether it holds folders.
  let holdsFolders: Bool

  /// One advice each, for a folder in which no file ends in `ending`.
  func help(wanted ending: String) -> [String] {
    guard let first = files.first else { return [start] }
    let named = files.prefix(Self.shown).map { "`\($0)`" }.joined(separator: ", ")
    let rest = files.count - min(files.count, Self.shown)
    let others = rest == 0 ? "" : " and \(rest) other file\(rest == 1 ? "" : "s")"
    // Some systems hide endings, and add another one.
    if let doubled = files.first(where: { $0.hasSuffix(ending + ".txt") }) {
      return ["it holds `\(doubled)`: rename it to `\(doubled.dropLast(4))`"]
    }
    let markdown = files.contains(where: LiterateFile.isLiterate)
    return [
      "it holds \(named)\(others); the name of a file that is to be read must end in `\(ending)`, as in `\(stem(of: first))\(ending)`",
      markdown
        ? "a file whose name ends in `.md` is read if some of its lines stand between a line ```lacuna and a line ```"
        : "or give the name of the file itself in the command: then it is read whatever its ending",
    ]
  }

  private var start: String {
    let isEmpty = holdsFolders ? "it holds only empty folders" : "it is empty"
    return switch content {
    case .law: "\(isEmpty); `lacuna init XA` writes a small law of a State XA to begin with"
    case .rules: "\(isEmpty); leave out `--rules` to use the rules that come with lacuna"
    }
  }

  /// The name of a file without its folder and its ending.
  private func stem(of path: String) -> Substring {
    let name = path.split(separator: "/").last ?? Substring(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return name[..<dot]
  }
}
