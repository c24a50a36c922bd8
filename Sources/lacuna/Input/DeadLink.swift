/// A link that leads to no file: because the file is not there, or because the link leads back to itself.
struct DeadLink {
  /// What is wrong.
  let message: String
  /// One advice each.
  let help: [String]

  /// Longer chains of links are followed no further.
  private static let longestChain = 50

  /// - Parameters:
  ///   - path: the link.
  ///   - target: what a path points to, as the link says it; nil if it is no link.
  init(_ path: String, target: (String) -> String?) {
    var chain = [path]
    while chain.count < Self.longestChain, let here = chain.last, let next = target(here) {
      let resolved = Self.path(next, from: here)
      if chain.contains(resolved) {
        message =
          resolved == here
          ? "`\(path)` is a link to itself"
          : "`\(path)` is a link that leads back to itself, by way of `\(here)`"
        help = ["delete it, and use the real file"]
        return
      }
      chain.append(resolved)
    }
    message = "`\(path)` is a link that leads nowhere"
    help = [
      "the file `\(chain.last ?? path)` it points to is not there: put it back, or delete the link"
    ]
  }

  /// A target as seen from where the link was named from.
  private static func path(_ target: String, from link: String) -> String {
    guard !target.hasPrefix("/"), let slash = link.lastIndex(of: "/") else { return target }
    return link[...slash] + target
  }
}
