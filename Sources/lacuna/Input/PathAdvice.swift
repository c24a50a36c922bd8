import SourceText

/// What was probably meant by a path that leads to nothing.
struct PathAdvice {
  /// One advice each.
  let help: [String]

  /// - Parameters:
  ///   - path: as the user wrote it.
  ///   - exists: whether there is a file or folder of a path.
  ///   - names: the names in a folder; nil if it cannot be read.
  init(_ path: String, exists: (String) -> Bool, names: (String) -> [String]?) {
    if path.contains("\\") {
      let meant = String(path.map { $0 == "\\" ? "/" : $0 })
      help = ["write `/` between folders: `\(meant)`"]
      return
    }
    var known = path.hasPrefix("/") ? "/" : ""
    let parts = path.split(separator: "/").map(String.init)
    for (position, part) in parts.enumerated() {
      if exists(known + part) {
        known += part + "/"
        continue
      }
      let others = (names(known.isEmpty ? "." : known) ?? []).filter { !$0.hasPrefix(".") }.sorted()
      guard let near = NameSuggestion.nearest(to: part, among: others) else { break }
      let meant = known + ([near] + parts[(position + 1)...]).joined(separator: "/")
      help = ["did you mean `\(exists(meant) ? meant : known + near)`?"]
      return
    }
    help = [
      path.hasPrefix("/")
        ? "compare the path with the names of your folders"
        : "it was looked for in the folder you are working in: go to the right folder, or write the whole path"
    ]
  }
}
