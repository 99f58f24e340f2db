/// Finds the name that was probably meant.
package enum NearestName {
  /// The candidate nearest to `name` by edit distance, or `nil` when none is near.
  ///
  /// Near means at most a third of the longer name changed, and at most four edits. Case is
  /// ignored. The first of equally near candidates wins. Failing that, a candidate is near if each
  /// word of the name is one of its words but for one edit, so that `tokns` finds `total_tokens`.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let limit = min(4, max(1, max(wanted.count, scalars.count) / 3))
      guard abs(wanted.count - scalars.count) <= limit else { continue }
      let distance = editDistance(wanted, scalars)
      guard distance <= limit else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    if let best { return best.name }
    guard name.count >= 3 else { return nil }
    let words = name.lowercased().split(separator: "_")
    return candidates.first { candidate in
      let parts = candidate.lowercased().split(separator: "_")
      return words.allSatisfy { word in parts.contains { isSlip(word, $0) } }
    }
  }

  /// Whether two words differ by no more than one edit, and short ones not at all.
  private static func isSlip(_ first: Substring, _ second: Substring) -> Bool {
    if first == second { return true }
    guard min(first.count, second.count) >= 4 else { return false }
    return editDistance(Array(first.unicodeScalars), Array(second.unicodeScalars)) <= 1
  }

  /// The least number of insertions, deletions, substitutions and swaps of neighbours that turn
  /// one text into the other.
  ///
  /// Optimal string alignment distance (Damerau 1964, restricted to disjoint swaps).
  ///
  /// - Complexity: O(m n) time, O(n) space.
  static func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var twoBack = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    for row in 0..<first.count {
      var current = [row + 1] + [Int](repeating: 0, count: second.count)
      for column in 0..<second.count {
        let substitution = previous[column] + (first[row] == second[column] ? 0 : 1)
        var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          cost = min(cost, twoBack[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      twoBack = previous
      previous = current
    }
    return previous[second.count]
  }
}
