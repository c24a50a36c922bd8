/// Finds the declared word that an author probably meant.
public enum NameSuggestion {
  /// Words longer than this are not compared: no name of a law or a treaty is.
  static let longestWord = 64

  /// The nearest of some words; nil if none is near enough, or if one is the word itself.
  ///
  /// The distance counts inserted, missing, replaced and swapped characters; about one mistake in three
  /// characters is allowed. Among equally near words the alphabetically first is taken, so that the answer
  /// does not depend on their order.
  ///
  /// - Complexity: O(number of words × length of the word × length of a word).
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    // No letter has more bytes that matter: a word may be as long as a file.
    guard word.utf8.count <= 8 * longestWord else { return nil }
    let letters = folded(word)
    guard !letters.isEmpty, letters.count <= longestWord else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      if candidate == word { return nil }
      let other = folded(candidate)
      let allowed = max(1, min(letters.count, other.count) / 3)
      guard other.count <= longestWord, abs(letters.count - other.count) <= allowed else { continue }
      let distance = distance(letters, other)
      guard distance <= allowed, letters.count > 2 || distance == 0 else { continue }
      if let known = best, (known.distance, known.word) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.word ?? completion(of: letters, among: candidates)
  }

  /// The nearest of some words if no other one is as near; nil otherwise. For names such as `1.a` and `1.b`, where any
  /// guess may be wrong.
  public static func onlyNearest(to word: String, among candidates: some Collection<String>) -> String? {
    guard let nearest = nearest(to: word, among: candidates) else { return nil }
    let letters = folded(word)
    let least = distance(letters, folded(nearest))
    let hasRival = candidates.contains { candidate in
      guard candidate != nearest else { return false }
      let other = folded(candidate)
      return abs(letters.count - other.count) <= least && distance(letters, other) <= least
    }
    return hasRival ? nil : nearest
  }

  /// The shortest word that begins with all of the author's letters, at least three: `sell` may be half of `selling`.
  private static func completion(of letters: [Character], among candidates: some Sequence<String>) -> String?
  {
    guard letters.count > 2 else { return nil }
    return candidates.filter { folded($0).starts(with: letters) }.min { ($0.count, $0) < ($1.count, $1) }
  }

  /// Capital letters, hyphens and underscores are not what a mistake is about.
  private static func folded(_ word: String) -> [Character] {
    word.lowercased().map { $0 == "_" ? "-" : $0 }
  }

  /// The Damerau–Levenshtein distance (optimal string alignment) of two words.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, beforePrevious[column - 2] + 1)
        }
        current.append(value)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
