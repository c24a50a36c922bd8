import Foundation

/// A page of the documentation whose steps can be run: files to write, articles to replace, commands with answers.
///
/// What counts in the Markdown text:
///
///     `PATH`                   a line of its own: the next block of law is the whole file
///     `PATH`, article NUMBER   the next block of law replaces that article, or is added to the statute
///     ```sh … ```              lines to type; a block without a language counts if all its lines begin with `lacuna `
///     ```text … ```            behind such lines: what they print on both streams; `…` stands for any lines
struct DocumentedSteps {
  /// One thing to do.
  enum Step {
    /// A file is written.
    case file(path: String, text: String)
    /// An article of a file is replaced, or added at the end of the statute.
    case article(number: String, path: String, text: String)
    /// Lines are typed; the answer is shown in these lines of the page.
    case commands([String], answer: Range<Int>?)
  }

  /// A page that cannot be followed.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  private var lines: [String]
  private(set) var steps: [Step] = []

  /// The page, with the answers that were put in.
  var text: String { lines.joined(separator: "\n") }

  /// Reads a page.
  init(_ text: String) throws {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var caption: Substring?
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard line.hasPrefix("```") else {
        if !line.isEmpty { caption = line.hasPrefix("`") ? Substring(line) : nil }
        index += 1
        continue
      }
      guard let end = lines[(index + 1)...].firstIndex(where: { $0.hasPrefix("```") }) else {
        throw Mistake(description: "line \(index + 1): the block is not closed")
      }
      add(block: index + 1..<end, language: line.dropFirst(3), caption: caption)
      caption = nil
      index = end + 1
    }
  }

  private mutating func add(block: Range<Int>, language: Substring, caption: Substring?) {
    let body = lines[block]
    switch language {
    case "lacuna":
      guard let caption, let path = caption.split(separator: "`").first else { return }
      let text = body.map { $0 + "\n" }.joined()
      if let number = caption.firstRange(of: ", article ").map({ caption[$0.upperBound...] }) {
        steps.append(.article(number: String(number), path: String(path), text: text))
      } else {
        steps.append(.file(path: String(path), text: text))
      }
    case "sh": steps.append(.commands(Array(body), answer: nil))
    case "":
      guard !body.isEmpty, body.allSatisfy({ $0.hasPrefix("lacuna ") }) else { return }
      steps.append(.commands(Array(body), answer: nil))
    case "text":
      if case .commands(let commands, nil)? = steps.last {
        steps[steps.count - 1] = .commands(commands, answer: block)
      }
    default: break
    }
  }

  /// What the page shows as the answer; nil if it shows none.
  func answer(_ range: Range<Int>) -> String { lines[range].map { $0 + "\n" }.joined() }

  /// Puts answers into the page; each replaces the lines that it had.
  mutating func put(_ answers: [(range: Range<Int>, text: String)]) {
    for (range, text) in answers.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      lines.replaceSubrange(
        range, with: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      )
    }
  }

  /// A law file with one article replaced, or added behind the others.
  static func replacing(article number: String, in file: String, with text: String) throws -> String {
    var lines = file.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = text.split(separator: "\n").map(String.init)
    if let start = lines.firstIndex(where: { $0.hasPrefix("  article \(number) ") }) {
      guard let end = lines[start...].firstIndex(of: "  }") else {
        throw Mistake(description: "article \(number) is not closed")
      }
      lines.replaceSubrange(start...end, with: new)
    } else {
      guard let end = lines.lastIndex(of: "}") else { throw Mistake(description: "there is no statute") }
      lines.insert(contentsOf: [""] + new, at: end)
    }
    return lines.joined(separator: "\n")
  }
}
