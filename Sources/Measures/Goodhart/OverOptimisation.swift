/// Gain in the true goal against the pressure on its proxy, R(d) = d (alpha - beta d).
///
/// It rises, peaks at d* = alpha / (2 beta) with R* = alpha² / (4 beta), and is lost again at
/// alpha / beta. Source: Gao, Schulman and Hilton 2022, form for best-of-n selection; d is the square
/// root of the Kullback-Leibler divergence from the distribution without pressure.
package struct OverOptimisation: Sendable, Equatable {
  /// Gain per unit of d for a first little pressure.
  package var alpha: Double
  /// How fast it is used up.
  package var beta: Double

  /// Creates a curve.
  package init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  /// Fits the curve by least squares.
  ///
  /// - Parameters:
  ///   - distances: d of each design, 0 or more.
  ///   - gains: true value less that without pressure, in any unit.
  /// - Returns: nil unless there are two different distances above 0.
  package init?(fittedTo distances: [Double], gains: [Double]) {
    precondition(distances.count == gains.count, "a gain for every distance")
    // R/d is a straight line in d; weights d² make its residuals those of R.
    let used = distances.indices.filter { distances[$0] > 0 && gains[$0].isFinite }
    let line = LinearFit(
      used.map { distances[$0] }, used.map { gains[$0] / distances[$0] },
      weights: used.map { distances[$0] * distances[$0] })
    guard let line else { return nil }
    alpha = line.intercept
    beta = -line.slope
  }

  /// Gain at a pressure.
  package func gain(at distance: Double) -> Double { distance * (alpha - beta * distance) }

  /// The pressure at which the gain is greatest; infinite if it only grows, 0 if it only falls.
  package var bestDistance: Double {
    guard alpha > 0 else { return 0 }
    return beta > 0 ? alpha / (2 * beta) : .infinity
  }

  /// The greatest gain.
  package var bestGain: Double {
    guard alpha > 0 else { return 0 }
    return beta > 0 ? alpha * alpha / (4 * beta) : .infinity
  }
}
