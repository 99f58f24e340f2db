/// Which designs no other surpasses in everything at once.
enum ParetoFronts {
  /// The front of each point: 1 for those that no point dominates, 2 for those that only points of
  /// the first front dominate, and so on; nil for points with an undefined coordinate.
  ///
  /// A point dominates another if it is at least as great in every coordinate and greater in one.
  ///
  /// Source: K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, "A fast and elitist multiobjective genetic
  /// algorithm: NSGA-II", IEEE Transactions on Evolutionary Computation 6 (2002), section III A.
  ///
  /// - Parameter points: coordinates, in each of which more is better.
  /// - Complexity: O(n² d) for n points with d coordinates.
  static func ranks(of points: [[Double]]) -> [Int?] {
    let valid = points.indices.filter { !points[$0].contains(where: \.isNaN) }
    var dominated: [[Int]] = points.map { _ in [] }
    var dominators = [Int](repeating: 0, count: points.count)
    for (place, first) in valid.enumerated() {
      for second in valid[(place + 1)...] {
        if dominates(points[first], points[second]) {
          dominated[first].append(second)
          dominators[second] += 1
        } else if dominates(points[second], points[first]) {
          dominated[second].append(first)
          dominators[first] += 1
        }
      }
    }
    var ranks = [Int?](repeating: nil, count: points.count)
    var front = valid.filter { dominators[$0] == 0 }
    var rank = 1
    while !front.isEmpty {
      var next: [Int] = []
      for point in front {
        ranks[point] = rank
        for other in dominated[point] {
          dominators[other] -= 1
          if dominators[other] == 0 { next.append(other) }
        }
      }
      front = next
      rank += 1
    }
    return ranks
  }

  private static func dominates(_ left: [Double], _ right: [Double]) -> Bool {
    var isGreater = false
    for (first, second) in zip(left, right) {
      if first < second { return false }
      if first > second { isGreater = true }
    }
    return isGreater
  }
}
