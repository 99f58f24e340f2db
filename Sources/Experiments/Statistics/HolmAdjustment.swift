/// Adjusts p values of one family so that the chance of any false alarm stays below the level
/// (Holm 1979).
enum HolmAdjustment {
  /// The adjusted values in the order given; undefined ones stay so and do not count.
  static func adjusted(_ probabilities: [Double?]) -> [Double?] {
    let defined = probabilities.indices.compactMap { index in
      probabilities[index].map { (index: index, probability: $0) }
    }
    let ordered = defined.sorted {
      $0.probability == $1.probability ? $0.index < $1.index : $0.probability < $1.probability
    }
    var result = [Double?](repeating: nil, count: probabilities.count)
    var largest = 0.0
    for (rank, entry) in ordered.enumerated() {
      largest = max(largest, min(1, Double(ordered.count - rank) * entry.probability))
      result[entry.index] = largest
    }
    return result
  }
}
