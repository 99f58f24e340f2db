/// Count, mean and sum of squared deviations, updated without cancellation.
///
/// Welford (1962) for single values, Chan, Golub and LeVeque (1983) for joining two parts.
struct Moments: Sendable, Equatable {
  private(set) var count = 0.0
  private(set) var mean = 0.0
  private(set) var squares = 0.0

  init() {}

  init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  init(count: Double, mean: Double, squares: Double) {
    self.count = count
    self.mean = mean
    self.squares = squares
  }

  @inline(__always)
  mutating func add(_ value: Double) {
    count += 1
    let delta = value - mean
    mean += delta / count
    squares += delta * (value - mean)
  }

  /// The moments of both parts together.
  func joined(with other: Moments) -> Moments {
    let total = count + other.count
    guard total > 0 else { return Moments() }
    let delta = other.mean - mean
    return Moments(
      count: total, mean: mean + delta * other.count / total,
      squares: squares + other.squares + delta * delta * count * other.count / total)
  }

  /// Standard deviation of the whole group (divisor n), 0 where only rounding separates the values.
  @inline(__always)
  var deviation: Double {
    let deviation = (squares / count).squareRoot()
    return deviation > 1e-12 * abs(mean) ? deviation : 0
  }

  /// Distance of a value from the mean in standard deviations, 0 if all values are equal.
  @inline(__always)
  func standardScore(of value: Double) -> Double {
    let deviation = deviation
    return deviation > 0 ? (value - mean) / deviation : 0
  }
}
