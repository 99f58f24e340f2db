/// A tournament: prizes by rank among rivals whose performance is standard normal.
///
/// Somebody who performs x is beaten by each of n − 1 rivals with probability Φ(−x), so the prize to
/// be expected is binomial in the rank,
///
///     g(x) = Σ_j w_j C(n−1, j−1) Φ(−x)^(j−1) Φ(x)^(n−j),
///
/// and with own performance normal around z with standard deviation s it is E[g(z + sN)], by the
/// trapezoidal rule, whose error falls faster than any power of the step for such integrands.
/// Against rivals of the same noise it holds that dE/dz at z = 0 is Σ_j w_j E[Z_(j:n)]/n (Lazear and
/// Rosen 1981; Nalebuff and Stiglitz 1983).
public struct PrizeContest: Sendable, Equatable {
  /// Performances beyond this count as this one.
  private static let range = 12.0

  private let step: Double
  private let prizes: [Double]
  private let squares: [Double]

  /// Makes a contest.
  ///
  /// - Parameters:
  ///   - prizes: Hours for ranks 1, 2, ...; ranks without one get nothing.
  ///   - contestants: How many compete, at least 1.
  public init(prizes: [Double], contestants: Int) {
    // The middle ranks of many rivals change over a distance of about 1/√n.
    let step = min(1.0 / 64, 0.35 / Double(contestants).squareRoot())
    let count = Int((2 * Self.range / step).rounded(.up))
    self.step = 2 * Self.range / Double(count)
    var means = [Double](repeating: 0, count: count + 1)
    var squares = means
    for index in 0...count {
      let performance = -Self.range + Double(index) * self.step
      (means[index], squares[index]) = Self.prize(
        prizes, rivals: contestants - 1, performance: performance)
    }
    self.prizes = means
    self.squares = squares
  }

  /// Mean and mean square of the prize for a known performance.
  private static func prize(
    _ prizes: [Double], rivals: Int, performance: Double
  ) -> (mean: Double, square: Double) {
    let losing = NumericFunctions.log(StandardNormal.probability(below: performance))
    let winning = NumericFunctions.log(StandardNormal.probability(below: -performance))
    var mean = 0.0
    var square = 0.0
    var ways = 0.0
    for (better, prize) in prizes.prefix(rivals + 1).enumerated() {
      if better > 0 { ways += NumericFunctions.log(Double(rivals - better + 1) / Double(better)) }
      let worse = Double(rivals - better)
      let logarithm =
        ways + (better > 0 ? Double(better) * winning : 0) + (worse > 0 ? worse * losing : 0)
      let probability = NumericFunctions.exp(logarithm)
      mean += prize * probability
      square += prize * prize * probability
    }
    return (mean, square)
  }

  /// The prize to be expected, and its variance.
  ///
  /// - Parameters:
  ///   - standing: Mean z of the own performance; rivals have mean 0 and standard deviation 1.
  ///   - noise: Standard deviation s of the own performance; 0 for a certain one.
  public func prospect(standing: Double, noise: Double) -> PayProspect {
    let (mean, square) = expectation(standing, noise)
    return PayProspect(mean: mean, variance: max(0, square - mean * mean))
  }

  /// What a unit more of own performance adds to the prize to be expected.
  ///
  /// - Parameters:
  ///   - standing: Mean z of the own performance.
  ///   - noise: Its standard deviation s, above 0.
  public func slope(standing: Double, noise: Double) -> Double {
    var sum = 0.0
    for index in prizes.indices {
      let distance = (-Self.range + Double(index) * step - standing) / noise
      sum += prizes[index] * distance * StandardNormal.density(distance)
    }
    return sum * step / (noise * noise)
  }

  private func expectation(_ standing: Double, _ noise: Double) -> (mean: Double, square: Double) {
    let last = prizes.count - 1
    guard noise > 0 else {
      let place = min(max((standing + Self.range) / step, 0), Double(last))
      let below = min(Int(place), last - 1)
      let share = place - Double(below)
      return (
        prizes[below] + share * (prizes[below + 1] - prizes[below]),
        squares[below] + share * (squares[below + 1] - squares[below])
      )
    }
    // Nine standard deviations hold all but 1e-19 of the probability.
    let first = max(0, Int((standing - 9 * noise + Self.range) / step))
    let end = min(last, Int((standing + 9 * noise + Self.range) / step) + 1)
    var mean = 0.0
    var square = 0.0
    if first <= end {
      for index in first...end {
        let distance = (-Self.range + Double(index) * step - standing) / noise
        let weight = StandardNormal.density(distance)
        mean += weight * prizes[index]
        square += weight * squares[index]
      }
    }
    let width = step / noise
    let above = StandardNormal.probability(below: (standing - Self.range) / noise)
    let below = StandardNormal.probability(below: (-Self.range - standing) / noise)
    return (
      mean * width + above * prizes[last] + below * prizes[0],
      square * width + above * squares[last] + below * squares[0]
    )
  }
}

/// Expected prizes and their variances by standing, tabulated for quick look-up in choice models.
public struct PrizeTable: Sendable, Equatable {
  /// Standings beyond this are worth what this one is worth.
  private static let range = 6.0

  private let steps: Double
  private let means: [Double]
  private let variances: [Double]

  /// Tabulates ``PrizeContest/prospect(standing:noise:)``.
  ///
  /// - Parameters:
  ///   - contest: The contest.
  ///   - noise: Standard deviation of the own standing, at least 0.
  public init(_ contest: PrizeContest, noise: Double) {
    let step = min(1.0 / 16, max(noise, 1.0 / 16) / 16)
    let count = Int((2 * Self.range / step).rounded())
    steps = Double(count)
    let prospects = (0...count).map { index in
      contest.prospect(
        standing: -Self.range + 2 * Self.range * Double(index) / Double(count), noise: noise)
    }
    means = prospects.map(\.mean)
    variances = prospects.map(\.variance)
  }

  /// The prospect at a standing, by linear interpolation; nothing for a missing one.
  ///
  /// - Complexity: O(1)
  public func prospect(standing: Double) -> PayProspect {
    if standing.isNaN { return PayProspect() }
    let clipped = min(max(standing, -Self.range), Self.range)
    let place = (clipped + Self.range) / (2 * Self.range) * steps
    let below = min(Int(place), means.count - 2)
    let share = place - Double(below)
    return PayProspect(
      mean: means[below] + share * (means[below + 1] - means[below]),
      variance: variances[below] + share * (variances[below + 1] - variances[below]))
  }
}

extension Reward {
  /// The prizes that contestants get, ties sharing those of their places.
  ///
  /// - Parameters:
  ///   - prizes: Hours for ranks 1, 2, ...
  ///   - values: The contestants' values; missing ones win nothing.
  public static func prizes(_ prizes: [Double], for values: [Double]) -> [Double] {
    var paid = [Double](repeating: 0, count: values.count)
    let order = values.indices.filter { !values[$0].isNaN }
      .sorted { (values[$0], $1) > (values[$1], $0) }
    var start = 0
    while start < min(order.count, prizes.count) {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let purse = prizes[start..<min(end, prizes.count)].reduce(0, +)
      for place in start..<end { paid[order[place]] = purse / Double(end - start) }
      start = end
    }
    return paid
  }
}
