/// A normal value that is paid for in pieces: the part of it between two bounds.
///
/// With X normal, mean m and standard deviation s, and d = (m − k)/s:
///
///     E[(X − k)⁺]       = (m − k) Φ(d) + s φ(d)
///     E[(X − k)² 1{X>k}] = ((m − k)² + s²) Φ(d) + (m − k) s φ(d)
public struct NoisyMetric: Sendable, Equatable {
  /// Mean m.
  public var mean: Double

  /// Standard deviation s; 0 for a certain value.
  public var deviation: Double

  /// Makes a value.
  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// Mean and square of (X − bound)⁺.
  private func excess(above bound: Double) -> (mean: Double, square: Double) {
    let distance = mean - bound
    guard deviation > 0 else {
      return distance > 0 ? (distance, distance * distance) : (0, 0)
    }
    let standardised = distance / deviation
    let above = StandardNormal.probability(below: standardised)
    let density = deviation * StandardNormal.density(standardised)
    return (
      max(0, distance * above + density),
      max(0, (distance * distance + deviation * deviation) * above + distance * density)
    )
  }

  /// Mean and variance of what lies above a bound and counts up to another: (min(X, to) − from)⁺.
  ///
  /// - Parameters:
  ///   - low: Where counting begins; `nil` if everything counts, losses too.
  ///   - high: Where counting ends, at least `low`; `nil` if it does not end.
  public func part(from low: Double?, to high: Double?) -> PayProspect {
    // Everything is reckoned from a base, which is certain: `low`, or else the mean.
    let base = low ?? mean
    var (first, second) =
      low.map { excess(above: $0) } ?? (0, deviation * deviation)
    if let high {
      let over = excess(above: high)
      let width = high - base
      // min(Y, width) = Y − (Y − width)⁺, and its square lacks (Y − width)² + 2 width (Y − width).
      first -= over.mean
      second -= over.square + 2 * width * over.mean
    }
    return PayProspect(
      mean: (low == nil ? base : 0) + first, variance: max(0, second - first * first))
  }
}
