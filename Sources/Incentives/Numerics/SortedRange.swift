/// Where a value stands in a sorted run.
struct SortedPlace {
  /// How many values are less.
  var less: Int
  /// How many values are equal.
  var equal: Int
}

/// Binary search in a run of a sorted array.
enum SortedRange {
  /// Counts the values of `sorted[from..<to]` that are less than and equal to `value`.
  ///
  /// - Complexity: O(log n)
  @inline(__always)
  static func place(
    of value: Double, in sorted: borrowing [Double], from: Int, to: Int
  ) -> SortedPlace {
    var low = from
    var high = to
    while low < high {
      let middle = (low + high) >> 1
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    let less = low - from
    high = to
    while low < high {
      let middle = (low + high) >> 1
      if sorted[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return SortedPlace(less: less, equal: low - from - less)
  }

  /// The value of `sorted[from..<to]` that differs from `value` by rounding alone, or `value`.
  ///
  /// The same number reckoned in two ways may differ in its last digits, and would then tie with
  /// nobody.
  ///
  /// - Complexity: O(log n)
  @inline(__always)
  static func unrounded(
    _ value: Double, in sorted: borrowing [Double], from: Int, to: Int
  ) -> Double {
    var low = from
    var high = to
    while low < high {
      let middle = (low + high) >> 1
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    let tolerance = 1e-12 * max(abs(value), 1)
    if low < to, sorted[low] - value <= tolerance { return sorted[low] }
    if low > from, value - sorted[low - 1] <= tolerance { return sorted[low - 1] }
    return value
  }
}

/// Where a value stands among the others once one's own earlier value is taken away.
struct OtherPlaces {
  private let less: Double
  private let equal: Double
  private let count: Double

  /// Takes one's own value out of the counts.
  ///
  /// - Parameters:
  ///   - place: Where `value` stands among all.
  ///   - count: How many values there are.
  ///   - own: One's own value among them, NaN if there is none.
  ///   - value: The value to be placed.
  @inline(__always)
  init(place: SortedPlace, count: Int, own: Double, value: Double) {
    less = Double(place.less) - (own < value ? 1 : 0)
    equal = Double(place.equal) - (own == value ? 1 : 0)
    self.count = Double(count) - (own.isNaN ? 0 : 1)
  }

  /// Rank from the top, 1 for the highest; ties share the mean of their ranks.
  @inline(__always)
  var rank: Double { count - less - equal / 2 + 1 }

  /// Mid-rank share: those below, and half of those level, oneself included.
  @inline(__always)
  var percentile: Double { (less + (equal + 1) / 2) / (count + 1) }
}

/// Quantiles of a sample.
enum Quantile {
  /// The value below which `share` of the sample lies, by linear interpolation between order
  /// statistics (type 7 of Hyndman and Fan 1996); NaN for an empty sample.
  static func of(_ values: [Double], _ share: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}
