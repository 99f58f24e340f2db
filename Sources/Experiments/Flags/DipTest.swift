import Randomness

/// Whether replications fall into more than one state: the dip test of unimodality (Hartigan and
/// Hartigan 1985, Annals of Statistics 13, 70–84).
///
/// The dip is the greatest distance between the distribution of the values and the unimodal
/// distribution nearest to it. Skewed and heavy-tailed values are unimodal, so a few large
/// replications raise no alarm. p values refer to uniform values, which have the largest dips among
/// the unimodal; they come from ``nullSamples`` simulated samples with random numbers of their own.
struct DipTest {
  /// Simulated samples behind every p value.
  static let nullSamples = 10_000
  /// Above this size the dip's distribution is scaled by the square root of the size, which is
  /// what it tends to.
  private static let largestSimulated = 60

  private let count: Int
  /// Dips of uniform samples, ascending.
  private let null: [Double]

  /// Prepares the test of samples of a size.
  init(count: Int) {
    self.count = count
    let size = min(count, Self.largestSimulated)
    let scale = (Double(size) / Double(count)).squareRoot()
    null = (0..<Self.nullSamples).map { sample in
      var stream = RandomStream(
        StreamKey(seed: 0xD1B, replication: size), purpose: 1, entity: UInt32(sample), index: 0)
      return Self.dip(of: (0..<size).map { _ in stream.uniform() }.sorted()) * scale
    }.sorted()
  }

  /// Probability, if there is one state, of a dip as large as that of a sample in ascending order.
  func probability(of sorted: [Double]) -> Double {
    precondition(sorted.count == count, "the test is for samples of \(count) values")
    let dip = Self.dip(of: sorted)
    var (low, high) = (0, null.count)
    while low < high {
      let middle = (low + high) / 2
      if null[middle] < dip - 1e-12 { low = middle + 1 } else { high = middle }
    }
    return Double(null.count - low + 1) / Double(null.count + 1)
  }

  /// The dip of values in ascending order.
  ///
  /// The algorithm of the paper: between two ends, the greatest convex function below the
  /// distribution and the least concave one above it are farthest apart somewhere; the mode lies
  /// there, so the ends move in, and what lies outside must be convex on the left and concave on
  /// the right.
  ///
  /// - Complexity: O(n) for each time the ends move.
  static func dip(of sorted: [Double]) -> Double {
    let step = 1 / Double(sorted.count)
    guard var high = sorted.indices.last, sorted[0] < sorted[high] else { return step / 2 }
    var low = 0
    var dip = step
    while true {
      let below = Hull(sorted, low...high, isLower: true)
      let above = Hull(sorted, low...high, isLower: false)
      var widest = (distance: 0.0, low: low, high: high)
      for index in below.indices {
        let distance = above.value(at: sorted[index]) - Double(index) * step
        if distance > widest.distance {
          widest = (distance, index, above.first(notBelow: sorted[index]))
        }
      }
      for index in above.indices {
        let distance = Double(index + 1) * step - below.value(at: sorted[index])
        if distance > widest.distance {
          widest = (distance, below.last(notAbove: sorted[index]), index)
        }
      }
      guard widest.distance > dip else { return dip / 2 }
      for index in low...widest.low {
        dip = max(dip, Double(index + 1) * step - below.value(at: sorted[index]))
      }
      for index in widest.high...high {
        dip = max(dip, above.value(at: sorted[index]) - Double(index) * step)
      }
      guard widest.low > low || widest.high < high else { return dip / 2 }
      (low, high) = (widest.low, widest.high)
    }
  }
}

/// The greatest convex function below a distribution, or the least concave one above it.
private struct Hull {
  /// Values at which the function touches the distribution, ascending.
  let indices: [Int]
  private let sorted: [Double]
  private let heights: [Double]

  init(_ sorted: [Double], _ range: ClosedRange<Int>, isLower: Bool) {
    let step = 1 / Double(sorted.count)
    let sign = isLower ? 1.0 : -1.0
    func height(_ index: Int) -> Double { Double(isLower ? index : index + 1) * step }
    var corners: [Int] = []
    for index in range {
      // Of equal values, the lower function meets the first and the upper one the last.
      if let last = corners.last, sorted[last] == sorted[index] {
        if isLower { continue }
        corners.removeLast()
      }
      while corners.count >= 2 {
        let (first, second) = (corners[corners.count - 2], corners[corners.count - 1])
        let turn =
          (sorted[second] - sorted[first]) * (height(index) - height(first))
          - (sorted[index] - sorted[first]) * (height(second) - height(first))
        guard sign * turn <= 0 else { break }
        corners.removeLast()
      }
      corners.append(index)
    }
    indices = corners
    self.sorted = sorted
    heights = corners.map(height)
  }

  /// The function's value; its ends' values outside its range.
  func value(at x: Double) -> Double {
    guard let right = indices.firstIndex(where: { sorted[$0] >= x }) else {
      return heights[heights.count - 1]
    }
    if sorted[indices[right]] == x || right == 0 { return heights[right] }
    let (from, to) = (sorted[indices[right - 1]], sorted[indices[right]])
    let part = (x - from) / (to - from)
    return heights[right - 1] + part * (heights[right] - heights[right - 1])
  }

  /// The first touching point at or right of a value.
  func first(notBelow x: Double) -> Int {
    indices.first { sorted[$0] >= x } ?? indices[indices.count - 1]
  }

  /// The last touching point at or left of a value.
  func last(notAbove x: Double) -> Int {
    indices.last { sorted[$0] <= x } ?? indices[0]
  }
}
