import ArgumentParser
import LegalSyntax
import SourceText
import OperatingSystem

/// Law files at a git revision, read through git itself: nothing is checked out, and no file of the user is touched.
struct GitRepository {
  /// A commit, and how the user named it.
  struct Revision {
    let name: String
    let commit: String
  }

  /// The folder that git is asked in.
  private let folder: String
  /// The path to read, seen from there.
  private let path: String

  /// The repository that holds a file or folder of the user.
  init(around path: String) {
    if Platform.isFolder(path) {
      (folder, self.path) = (path, ".")
    } else {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let above = parts.dropLast().joined(separator: "/")
      folder = above.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : above
      self.path = String(parts.last ?? "")
    }
  }

  /// The revisions of a range: `A..B`, `A...B` from where they parted, or `A` and the user's files.
  func revisions(of range: String) throws -> (before: Revision, after: Revision?) {
    for separator in ["...", ".."] {
      guard let names = Self.split(range, at: separator) else { continue }
      let after = try revision(names.1)
      guard separator == "..." else { return (try revision(names.0), after) }
      let base = try line(["merge-base", try revision(names.0).commit, after.commit], of: range)
      return (Revision(name: String(base.prefix(10)), commit: base), after)
    }
    return (try revision(range), nil)
  }

  private static func split(_ range: String, at separator: String) -> (String, String)? {
    let bytes = Array(range.utf8)
    let mark = Array(separator.utf8)
    guard bytes.count >= mark.count else { return nil }
    for start in 0...(bytes.count - mark.count) where Array(bytes[start..<(start + mark.count)]) == mark {
      let left = String(decoding: bytes[..<start], as: UTF8.self)
      let right = String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
      return (left.isEmpty ? "HEAD" : left, right.isEmpty ? "HEAD" : right)
    }
    return nil
  }

  private func revision(_ name: String) throws -> Revision {
    // A name that begins with a dash would be an option of git.
    guard !name.hasPrefix("-") else { throw DiffCommand.wrongUsage("`\(name)` is no git revision") }
    let commit = try line(["rev-parse", "--verify", "--quiet", name + "^{commit}"], of: name)
    return Revision(name: name, commit: commit)
  }

  private func line(_ arguments: [String], of name: String) throws -> String {
    guard let output = git(arguments) else {
      throw DiffCommand.wrongUsage("git knows no revision `\(name)` in `\(folder)`")
    }
    return String(decoding: output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Adds the files of a revision, in the order of their names.
  func add(_ shown: String, at revision: Revision, to files: inout InputFiles) {
    guard let listing = git(["ls-tree", "-r", "-z", revision.commit, "--", path]) else {
      files.report(
        .fileUnreadable, "git cannot read `\(shown)` at `\(revision.name)`",
        help: ["the folder must lie in a git repository"])
      return
    }
    let base = path == "." ? (shown.hasSuffix("/") ? shown : shown + "/") : ""
    let entries = listing.split(separator: 0).compactMap { Entry($0) }
    let wanted = entries.filter { path != "." || InputFiles.isLaw($0.name) }.sorted { $0.name < $1.name }
    for entry in wanted {
      let place = path == "." ? base + entry.name : shown
      guard entry.isFile, let bytes = git(["cat-file", "blob", entry.object]) else {
        files.report(
          .fileUnreadable, "`\(place)` is no plain file at `\(revision.name)`",
          help: ["links inside folders are not followed"])
        continue
      }
      // Markdown about something else is no law.
      if LiterateFile.isLiterate(place), !LiterateFile.holdsEncoding(bytes) { continue }
      files.add(place, bytes)
    }
    if wanted.isEmpty {
      files.report(
        .noFiles, "`\(shown)` holds no law file at `\(revision.name)`",
        help: ["statute files end in `\(InputFiles.ending)`"])
    }
  }

  /// A line of `git ls-tree`: mode, type, object, a tab, the path.
  private struct Entry {
    let name: String
    let object: String
    let isFile: Bool

    init?(_ line: ArraySlice<UInt8>) {
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      let facts = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      guard facts.count == 3 else { return nil }
      name = String(decoding: line[(tab + 1)...], as: UTF8.self)
      object = String(facts[2])
      isFile = facts[1] == "blob" && facts[0].hasPrefix("100")
    }
  }

  private func git(_ arguments: [String]) -> [UInt8]? {
    Platform.run("git", ["-C", folder] + arguments, limit: InputFiles.sizeLimit)
  }
}
