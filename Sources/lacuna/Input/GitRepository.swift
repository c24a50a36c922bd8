import ArgumentParser
import LegalSyntax
import OperatingSystem
import SourceText

/// Law files at a git revision, read through git itself: nothing is checked out, and no file of the user is touched.
struct GitRepository {
  /// A commit, and how a report names it.
  struct Revision {
    let name: String
    let commit: String
  }

  /// How the user named the law.
  private let shown: String
  /// The folder that git is asked in: the nearest one that is there.
  private let folder: String
  /// The path to read, seen from there; empty for the folder itself.
  private let path: String

  /// The repository that holds a file or folder of the user, which may be there in some revisions only.
  ///
  /// - Throws: a usage error if git finds none.
  init(around path: String) throws {
    shown = path
    var above = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var below: [String] = []
    func name(_ parts: [String]) -> String {
      let joined = parts.joined(separator: "/")
      return joined.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : joined
    }
    while !above.isEmpty, !Platform.isFolder(name(above)) { below.insert(above.removeLast(), at: 0) }
    folder = name(above)
    self.path = below.filter { !$0.isEmpty }.joined(separator: "/")
    // Git itself says why, above this message: that is often what helps.
    guard git(["rev-parse", "--git-dir"]) != nil else {
      throw DiffCommand.wrongUsage("`\(shown)` lies in no git repository that git can read")
    }
  }

  // MARK: Revisions

  /// The revisions of a range: `A..B`, `A...B` from where they parted, or `A` and the user's files.
  func revisions(of range: String) throws -> (before: Revision, after: Revision?) {
    if let (left, right) = Self.split(range, at: "...") {
      let (first, after) = (try revision(left), try revision(right))
      guard let base = line(["merge-base", first.commit, after.commit]) else {
        throw DiffCommand.wrongUsage("`\(left)` and `\(right)` have no common commit here" + shallowHint)
      }
      let name = "\(base.prefix(10)), where \(left) and \(right) parted"
      return (Revision(name: name, commit: base), after)
    }
    if let (left, right) = Self.split(range, at: "..") { return (try revision(left), try revision(right)) }
    return (try revision(range), nil)
  }

  /// The names on both sides of a mark; a side that is left out is `HEAD`.
  private static func split(_ range: String, at mark: String) -> (String, String)? {
    let (bytes, mark) = (Array(range.utf8), Array(mark.utf8))
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
    guard !name.isEmpty, !name.hasPrefix("-") else {
      throw DiffCommand.wrongUsage("`\(name)` is no git revision")
    }
    guard let commit = line(["rev-parse", "--verify", "--quiet", name + "^{commit}"]) else {
      throw DiffCommand.wrongUsage("git knows no revision `\(name)` in `\(folder)`" + shallowHint)
    }
    return Revision(name: name, commit: commit)
  }

  /// A copy in CI often holds the last commit alone.
  private var shallowHint: String {
    guard line(["rev-parse", "--is-shallow-repository"]) == "true" else { return "" }
    return "; this copy is shallow: fetch the whole history first, as with `fetch-depth: 0` in a workflow"
  }

  // MARK: Files

  /// Adds the files of a revision, in the order of their names.
  func add(at revision: Revision, to files: inout InputFiles) {
    let place = path.isEmpty ? "." : path
    guard let listing = git(["ls-tree", "-r", "-z", revision.commit, "--", place]) else {
      files.report(
        .fileUnreadable, "git cannot read `\(shown)` at `\(revision.name)`",
        help: ["the folder must lie in a git repository"])
      return
    }
    let entries = listing.split(separator: 0).compactMap { Entry($0) }.sorted { $0.name < $1.name }
    var isEmpty = true
    for entry in entries {
      guard let name = inside(entry.name) else { continue }
      if !name.isEmpty, !InputFiles.isLaw(name) { continue }
      isEmpty = add(entry, as: shownPath(name), at: revision, to: &files) && isEmpty
    }
    if isEmpty {
      files.report(
        .noFiles, "`\(shown)` holds no law file at `\(revision.name)`",
        help: ["statute files end in `\(InputFiles.ending)`"])
    }
  }

  /// - Returns: whether the file turned out to be about something else than law.
  private func add(
    _ entry: Entry, as place: String, at revision: Revision, to files: inout InputFiles
  ) -> Bool {
    guard entry.isFile, let bytes = git(["cat-file", "blob", entry.object]) else {
      files.report(
        .fileUnreadable, "`\(place)` is no plain file at `\(revision.name)`",
        help: ["links inside folders are not followed"])
      return false
    }
    if LiterateFile.isLiterate(place), !LiterateFile.holdsEncoding(bytes) { return true }
    files.add(place, bytes)
    return false
  }

  /// The path of an entry inside what was named; empty for the named file itself, nil for what lies elsewhere.
  private func inside(_ name: String) -> String? {
    if path.isEmpty { return name }
    if name == path { return "" }
    guard name.utf8.starts(with: (path + "/").utf8) else { return nil }
    return String(decoding: name.utf8.dropFirst(path.utf8.count + 1), as: UTF8.self)
  }

  /// The path that messages give a file, as if it lay in the folder of the user.
  private func shownPath(_ name: String) -> String {
    if name.isEmpty { return shown }
    if shown == "." { return name }
    return (shown.hasSuffix("/") ? shown : shown + "/") + name
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

  // MARK: Git

  private func line(_ arguments: [String]) -> String? {
    git(arguments).map { String(decoding: $0.prefix { $0 != 0x0A }, as: UTF8.self) }
  }

  private func git(_ arguments: [String]) -> [UInt8]? {
    Platform.run("git", ["-C", folder] + arguments, limit: InputFiles.sizeLimit)
  }
}
