/// Gives every input file a name that may leave the machine.
///
/// Inside a working folder a file is named by its path below it. Other files are named below the deepest folder that
/// holds all of them, so that no two share a name and nothing tells where that folder lies.
struct FileNaming {
  private let workingFolders: [[Substring]]
  private let shared: Int

  /// Prepares names.
  ///
  /// - Parameters:
  ///   - paths: all paths as given; relative ones count from the first working folder.
  ///   - workingFolders: absolute paths of the folder in which the program ran, which may have several names.
  init(paths: [String], workingFolders: [String]) {
    let folders = workingFolders.map { Self.parts($0, below: []) }
    self.workingFolders = folders
    let outside = paths.map { Self.parts($0, below: folders.first ?? []) }.filter { path in
      !folders.contains { path.starts(with: $0) }
    }.map { $0.dropLast() }
    shared =
      outside.first.map { first in
        outside.reduce(first.count) { count, other in
          min(count, zip(first, other).prefix { $0 == $1 }.count)
        }
      } ?? 0
  }

  /// The name of a file. Cost: linear in the path.
  func name(of input: Report.Input) -> Report.FileName {
    switch input.role {
    case .shippedRules: return Report.FileName(base: .program, path: input.path)
    case .standardInput: return Report.FileName(base: .elsewhere, path: "standard-input")
    case .rules, .law, .baseline: break
    }
    let parts = Self.parts(input.path, below: workingFolders.first ?? [])
    let folders = workingFolders.filter { parts.starts(with: $0) && parts.count > $0.count }
    if let depth = folders.map(\.count).max() {
      return Report.FileName(base: .workingFolder, path: parts.dropFirst(depth).joined(separator: "/"))
    }
    return Report.FileName(base: .elsewhere, path: parts.dropFirst(shared).joined(separator: "/"))
  }

  /// The parts of an absolute path, `.` and `..` taken out by their names alone.
  private static func parts(_ path: String, below folder: [Substring]) -> [Substring] {
    var result = path.hasPrefix("/") ? [] : folder
    for part in path.split(separator: "/") where part != "." {
      if part != ".." { result.append(part) } else if !result.isEmpty { result.removeLast() }
    }
    return result
  }
}
