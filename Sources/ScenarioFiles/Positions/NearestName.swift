/// Finds the name that was probably meant.
enum NearestName {
  /// The candidate nearest to a name, or nil when none is near enough to be a slip of the pen.
  ///
  /// Case is ignored; near means at most a third of the longer name changed. The first of equally
  /// near candidates wins.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      let distance = editDistance(wanted, letters)
      let limit = max(1, max(wanted.count, letters.count) / 3)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    if let best { return best.name }
    guard wanted.count >= 4 else { return nil }
    return candidates.first { candidate in
      let letters = candidate.lowercased()
      return letters.hasPrefix(name.lowercased()) || letters.hasSuffix(name.lowercased())
    }
  }

  /// The least number of insertions, deletions, substitutions and swaps of neighbours that turn one
  /// text into the other (optimal string alignment; Damerau 1964).
  static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var twoBack = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1] + [Int](repeating: 0, count: second.count)
      for column in second.indices {
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
