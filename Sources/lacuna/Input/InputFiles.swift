#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
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
  /// The ending of statute and rule files.
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
    var isFolder = false
    guard exists(path, &isFolder) else {
      report(
        .fileUnreadable, "there is no file or folder `\(path)`",
        help: ["paths are relative to where you stand"])
      return
    }
    if isFolder { addFolder(path, content) } else { read(path) }
  }

  /// Adds content that was read elsewhere, under the path that messages give it.
  mutating func add(_ path: String, _ bytes: [UInt8]) { append(path, bytes) }

  /// Whether a file of a folder, named by its path inside, is read.
  static func isLaw(_ name: String) -> Bool { name.hasSuffix(ending) && !isHidden(name) }

  /// Adds one file that must not be a folder.
  ///
  /// - Returns: its position in ``files``, also if it was read before; nil if it could not be read.
  mutating func addFile(_ path: String) -> Int? {
    var isFolder = false
    if exists(path, &isFolder), isFolder {
      report(.fileUnreadable, "`\(path)` is a folder", help: ["name one file"])
      return nil
    }
    add(path)
    return positions[Self.identity(of: path)]
  }

  /// A name of a file that does not depend on how it was named.
  private static func identity(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private func exists(_ path: String, _ isFolder: inout Bool) -> Bool {
    FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
  }

  private mutating func addFolder(_ path: String, _ content: FolderAdvice.Content) {
    let base = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      report(.fileUnreadable, "the folder `\(path)` cannot be read", help: [])
      return
    }
    let wanted = names.filter { Self.isLaw($0) }.sorted()
    for name in wanted {
      if isLink(base + name) { refuseLink(base + name) } else { read(base + name) }
    }
    if wanted.isEmpty {
      let others = names.filter { !Self.isHidden($0) && !isFolder(base + $0) }.sorted()
      report(
        .noFiles, "the folder `\(path)` holds no file that ends in `\(Self.ending)`",
        help: FolderAdvice(content: content, files: others).help(wanted: Self.ending))
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return exists(path, &isFolder) && isFolder
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private func isLink(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeSymbolicLink
  }

  /// A link may lead out of the folder, and law that was left out silently would be reported as a gap.
  private mutating func refuseLink(_ path: String) {
    report(
      .fileUnreadable, "`\(path)` is a link, and links inside folders are not followed",
      help: ["name the file itself to read it"])
  }

  private mutating func read(_ path: String) {
    guard seen.insert(Self.identity(of: path)).inserted else { return }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let size = attributes?[.size] as? UInt64, size > UInt64(Self.sizeLimit) {
      tooLarge(path)
      return
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      report(.fileUnreadable, "the file `\(path)` cannot be read", help: [])
      return
    }
    positions[Self.identity(of: path)] = files.count
    append(path, Array(data))
  }

  private mutating func append(_ path: String, _ bytes: [UInt8]) {
    if bytes.count > Self.sizeLimit { tooLarge(path) } else { files.append((path, bytes)) }
  }

  private mutating func tooLarge(_ path: String) {
    report(
      .fileUnreadable, "`\(path)` is larger than 64 MiB, the most that is read",
      help: ["split the file in several"])
  }

  /// Notes that something could not be read.
  mutating func report(_ code: DiagnosticCode, _ message: String, help: [String]) {
    problems.append(InputProblem(code: code, message: message, help: help))
  }
}
