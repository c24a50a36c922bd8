#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import LegalSyntax
import OperatingSystem
import SourceText

/// A file or folder that could not be read: said as a diagnostic, without a place in a text.
struct InputProblem: Hashable {
  let code: DiagnosticCode
  let message: String
  let help: [String]
}

/// The only door to the file system for reading. Nothing is executed, and no link leads out of a given folder.
struct InputFiles {
  /// The largest file that is read.
  static let sizeLimit = 64 * 1024 * 1024
  /// The ending of statute and rule files. Markdown files with blocks are read as well.
  static let ending = ".lacuna"
  /// The path that messages and reports give to standard input.
  static let standardInput = "<standard input>"

  /// The files found, in the order of the paths given, folders in the order of their file names.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  /// The files read so far, under names that do not depend on how they were named.
  private var seen: Set<String> = []
  /// Where the files read so far stand in ``files``.
  private var positions: [String: Int] = [:]
  /// What could not be read.
  private(set) var problems: [InputProblem] = []

  /// Adds a file, a folder with everything below it, or `-` for standard input. What was added before is not read
  /// again, so that a file may be named beside its folder. `content` only decides what is advised where a folder holds
  /// nothing to read.
  mutating func add(_ path: String, content: FolderAdvice.Content = .law) {
    if path == "-" {
      append(Self.standardInput, Platform.readStandardInput(limit: Self.sizeLimit))
      return
    }
    switch Platform.entry(path) {
    case .folder?: addFolder(path, content)
    case .file?, .link?, .device?, .other?: read(path)
    case nil:
      if isLink(path) {
        let link = DeadLink(path) { try? FileManager.default.destinationOfSymbolicLink(atPath: $0) }
        report(.fileUnreadable, link.message, help: link.help)
      } else {
        let message =
          switch content {
          case .law: "there is no file or folder `\(path)`"
          case .rules: "the folder of rules `\(path)`, given with `--rules`, does not exist"
          }
        report(
          .fileUnreadable, message,
          help: PathAdvice(path) {
            FileManager.default.fileExists(atPath: $0)
          } names: {
            try? FileManager.default.contentsOfDirectory(atPath: $0)
          }.help)
      }
    }
  }

  /// Adds content that was read elsewhere, under the path that messages give it.
  mutating func add(_ path: String, _ bytes: [UInt8]) { append(path, bytes) }

  /// Whether a file of a folder, named by its path inside, is read; Markdown only if it holds blocks.
  static func isLaw(_ name: String) -> Bool {
    (name.hasSuffix(ending) || LiterateFile.isLiterate(name)) && !isHidden(name)
  }

  /// Adds one file that must not be a folder.
  ///
  /// - Returns: its position in ``files``, also if it was read before; nil if it could not be read.
  mutating func addFile(_ path: String) -> Int? {
    if Platform.isFolder(path) {
      report(.fileUnreadable, "`\(path)` is a folder", help: ["name one file"])
      return nil
    }
    add(path)
    return positions[Self.identity(of: path)]
  }

  /// A name of a file that does not depend on how it was named.
  private static func identity(of path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : workingFolder + "/" + path
    var names: [Substring] = []
    for name in absolute.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  private static let workingFolder = Platform.workingFolders.first ?? ""

  private mutating func addFolder(_ path: String, _ content: FolderAdvice.Content) {
    let base = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    // A folder that is named is read even if it is a link.
    guard let (names, unreadable) = Self.names(below: path) else {
      report(
        .fileUnreadable, "the folder `\(path)` cannot be read",
        help: ["you may not be allowed to read it: ask its owner, or copy the files"])
      return
    }
    for name in unreadable {
      report(
        .fileUnreadable, "the folder `\(base + name)` cannot be read, and may hold law",
        help: ["you may not be allowed to read it: ask its owner, or name the files that are to be read"])
    }
    var isEmpty = true
    for name in names where Self.isLaw(name) {
      let isLink = isLink(base + name)
      // The files below a folder are listed themselves, whatever its name.
      if Platform.isFolder(base + name), !isLink { continue }
      if !name.hasSuffix(Self.ending), holdsNoEncoding(base + name) { continue }
      isEmpty = false
      if isLink { refuseLink(base + name) } else { read(base + name) }
    }
    if isEmpty {
      let shown = names.filter { !Self.isHidden($0) }
      let others = shown.filter { !Platform.isFolder(base + $0) }.sorted()
      let holdsFolders = others.count < shown.count
      report(
        .noFiles,
        "the folder `\(path)`\(holdsFolders ? " and the folders in it hold" : " holds") no file whose name ends in "
          + "`\(Self.ending)`",
        help: FolderAdvice(content: content, files: others, holdsFolders: holdsFolders).help(
          wanted: Self.ending))
    }
  }

  /// The paths below a folder in ascending order, and the folders that cannot be read; nil if it cannot be read itself.
  /// Hidden folders hold no law and may be large, and links lead out of the folder: neither is entered.
  private static func names(below folder: String) -> (names: [String], unreadable: [String])? {
    guard let first = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    var (found, unreadable): ([String], [String]) = ([], [])
    var waiting = first
    while let name = waiting.popLast() {
      if isHidden(name) { continue }
      found.append(name)
      let path = folder + "/" + name
      guard Platform.entry(path, followsLinks: false) == .folder else { continue }
      if let inner = try? FileManager.default.contentsOfDirectory(atPath: path) {
        waiting += inner.map { name + "/" + $0 }
      } else {
        unreadable.append(name)
      }
    }
    return (found.sorted(), unreadable.sorted())
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private func isLink(_ path: String) -> Bool { Platform.entry(path, followsLinks: false) == .link }

  /// Whether a file is Markdown about something else. What cannot be read may hold law and is not passed over.
  private func holdsNoEncoding(_ path: String) -> Bool {
    guard case .file(let size)? = Platform.entry(path), size <= Self.sizeLimit,
      let bytes = Platform.contents(of: path, limit: Self.sizeLimit)
    else { return false }
    return !LiterateFile.holdsEncoding(bytes)
  }

  /// A link may lead out of the folder, and law that was left out silently would be reported as a gap.
  private mutating func refuseLink(_ path: String) {
    report(
      .fileUnreadable, "`\(path)` is a link; inside a folder only real files are read",
      help: ["delete the link, and put the file itself in its place; or move the link out of the folder"])
  }

  private mutating func read(_ path: String) {
    guard seen.insert(Self.identity(of: path)).inserted else { return }
    let entry = Platform.entry(path)
    // A pipe may never end, and a device has no end at all.
    guard case .file(let size)? = entry else {
      report(
        .fileUnreadable,
        "`\(path)` is not a document but \(entry == .device ? "a device" : "a special entry") of the system",
        help: ["give the name of an ordinary document, such as `penal-code\(Self.ending)`"])
      return
    }
    guard size <= Self.sizeLimit else { return tooLarge(path) }
    guard let bytes = Platform.contents(of: path, limit: Self.sizeLimit) else {
      report(
        .fileUnreadable, "the file `\(path)` cannot be read",
        help: ["you may not be allowed to read it: ask its owner, or copy it"])
      return
    }
    guard !LiterateFile.isLiterate(path) || LiterateFile.holdsEncoding(bytes) else {
      report(
        .noFiles, "`\(path)` holds nothing that lacuna reads",
        help: [
          "in a file whose name ends in `.md`, only the lines between a line ```lacuna and a line ``` are read, "
            + "both at the left margin",
          "if the whole file is for lacuna, give it a name that ends in `\(Self.ending)`",
        ])
      return
    }
    positions[Self.identity(of: path)] = files.count
    append(path, bytes)
  }

  private mutating func append(_ path: String, _ bytes: [UInt8]) {
    if bytes.count > Self.sizeLimit { tooLarge(path) } else { files.append((path, bytes)) }
  }

  private mutating func tooLarge(_ path: String) {
    let name = path == Self.standardInput ? "the text that was passed in" : "`\(path)`"
    report(
      .fileUnreadable, "\(name) is larger than 64 MB, the most that is read",
      help: ["split it into several files"])
  }

  /// Notes that something could not be read.
  mutating func report(_ code: DiagnosticCode, _ message: String, help: [String]) {
    problems.append(InputProblem(code: code, message: message, help: help))
  }
}
