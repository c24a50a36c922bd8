import LegalModel

/// The articles of a treaty that some rules hold, read off their pinpoints: `article 3(1)(a)(i)` is article 3.
struct ComparedArticles {
  /// An article: its number, and a letter or `bis` behind it.
  private struct Number: Hashable, Comparable {
    let number: Int
    let suffix: String

    static func < (left: Self, right: Self) -> Bool {
      (left.number, left.suffix) < (right.number, right.suffix)
    }
  }

  /// `articles 1 to 3`; nil if a rule above the level of recommendations does not say where it stands.
  let words: String?

  init(of rules: [Rule]) {
    var found = Set<Number>()
    for rule in rules {
      if let number = Self.article(in: rule.cite ?? "") {
        found.insert(number)
      } else if rule.level > .recommended {
        words = nil
        return
      }
    }
    words = found.isEmpty ? nil : Self.words(for: found.sorted())
  }

  /// The article with which a pinpoint begins. What follows, as in `article 1 with article 2(a)`, only explains it.
  private static func article(in cite: String) -> Number? {
    let parts = cite.split(separator: " ", maxSplits: 2)
    guard parts.count > 1, ["article", "articles", "art.", "arts", "arts."].contains(parts[0].lowercased())
    else { return nil }
    let digits = parts[1].prefix { $0.isASCII && $0.isNumber }
    let suffix = parts[1].dropFirst(digits.count).prefix { $0.isASCII && $0.isLetter }
    return Int(digits).map { Number(number: $0, suffix: String(suffix)) }
  }

  private static func words(for articles: [Number]) -> String {
    var runs: [[Number]] = []
    for article in articles {
      if let last = runs.last?.last, last.suffix.isEmpty, article.suffix.isEmpty,
        article.number == last.number + 1
      {
        runs[runs.count - 1].append(article)
      } else {
        runs.append([article])
      }
    }
    let parts = runs.flatMap { run in
      run.count > 2
        ? ["\(run[0].number) to \(run[run.count - 1].number)"] : run.map { "\($0.number)\($0.suffix)" }
    }
    let list =
      parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1] : parts[0]
    return (articles.count == 1 ? "article " : "articles ") + list
  }
}

extension Report.Header {
  /// What of the treaty was compared, and that the rest was not; nil if that is not known.
  var restNotCompared: String? {
    articles.map {
      "only \($0) of the instrument \($0.hasPrefix("articles") ? "are" : "is") compared; all its other articles are not, "
        + "and nothing in this report speaks of them"
    }
  }
}
