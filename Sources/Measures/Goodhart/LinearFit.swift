import CGSL

/// A straight line fitted by least squares.
package struct LinearFit: Sendable, Equatable {
  /// Value of the line at 0.
  package let intercept: Double
  /// Rise of the line per unit.
  package let slope: Double

  /// Fits y = intercept + slope x.
  ///
  /// - Returns: nil for fewer than two points or if all x are equal.
  package init?(_ x: [Double], _ y: [Double]) {
    self.init(x, y, weights: Array(repeating: 1, count: x.count))
  }

  /// Fits with a weight for every point.
  ///
  /// - Returns: nil if fewer than two points have weight or all of those have the same x.
  package init?(_ x: [Double], _ y: [Double], weights: [Double]) {
    precondition(x.count == y.count && x.count == weights.count, "one y and weight for every x")
    let used = x.indices.filter { weights[$0] > 0 }
    guard let first = used.first, used.contains(where: { x[$0] != x[first] }) else { return nil }
    var intercept = 0.0
    var slope = 0.0
    var covariance = (0.0, 0.0, 0.0)
    var squares = 0.0
    gsl_fit_wlinear(
      x, 1, weights, 1, y, 1, x.count, &intercept, &slope, &covariance.0, &covariance.1,
      &covariance.2, &squares)
    guard slope.isFinite, intercept.isFinite else { return nil }
    self.intercept = intercept
    self.slope = slope
  }

  /// Value of the line.
  package func value(at x: Double) -> Double { intercept + slope * x }
}
