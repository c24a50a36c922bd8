import ArgumentParser
import GapAnalysis
import LegalModel
import LegalSyntax
import SourceText

/// What a shell offers when the user presses the tabulator. The shell asks the program for names that only the rules
/// know; those of the shipped rules are offered, or those of `--rules` where the line already has it.
enum Completions {
  /// Files with law or rules, and folders.
  static let law = CompletionKind.file(extensions: ["lacuna"])
  /// The rules, and `3.1.*` for those below a common beginning.
  static let rules = CompletionKind.custom { words, _, _ in ruleNames(words) }
  /// The short names of the treaties.
  static let instruments = CompletionKind.custom { words, _, _ in
    corpus(words).instruments.map(\.name)
  }
  /// The elements of the vocabulary.
  static let elements = CompletionKind.custom { words, _, _ in
    corpus(words).vocabulary.elements.map(\.name)
  }
  /// Whatever `lacuna explain` explains.
  static let subjects = CompletionKind.custom { words, _, _ in
    corpus(words).rules.map(\.name) + FindingKind.allCases.map(\.rawValue)
      + DiagnosticCode.allCases.map(\.rawValue)
  }

  private static func corpus(_ words: [String]) -> LegalCorpus {
    let option = words.firstIndex(of: "--rules").map { words.index(after: $0) }
    let folder = option.flatMap { words.indices.contains($0) ? words[$0] : nil }
    return Workspace(paths: [], rules: folder).corpus
  }

  private static func ruleNames(_ words: [String]) -> [String] {
    let names = corpus(words).rules.map(\.name)
    var beginnings: [String: Int] = [:]
    for name in names {
      var rest = Substring(name)
      while let dot = rest.lastIndex(of: ".") {
        rest = rest[..<dot]
        beginnings[rest + ".*", default: 0] += 1
      }
    }
    return names + beginnings.filter { $0.value > 1 }.map(\.key).sorted()
  }
}
