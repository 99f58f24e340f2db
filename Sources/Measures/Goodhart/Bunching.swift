import CGSL
import Randomness

/// Mass that a threshold draws to itself.
///
///     b = (sum over bins just above of (n_j - c_j)) / (mean of c_j there)
///
/// with n the observed and c the counterfactual counts: how many times the mass that one bin would
/// have holds the excess. The counterfactual is known exactly from a seed-matched run without the
/// target, or estimated as a polynomial fitted outside the window (Saez 2010; Chetty, Friedman, Olsen
/// and Pistaferri 2011; Kleven and Waseem 2013). No constraint that excess and missing mass be equal
/// is imposed: missing mass may come from anywhere below.
package struct Bunching: Sendable, Equatable {
  /// Excess mass just above, in units of one bin's counterfactual mass.
  package let excessMass: Double
  /// Mass missing just below, in the same unit.
  package let missingMass: Double

  /// The bins in which bunching is looked for.
  package struct Window: Sendable, Equatable {
    /// First bin at or above the threshold.
    package var threshold: Int
    /// Bins below the threshold that mass may be missing from.
    package var below: Int
    /// Bins from the threshold on that mass may have moved to.
    package var above: Int

    /// Creates a window.
    package init(threshold: Int, below: Int, above: Int) {
      self.threshold = threshold
      self.below = below
      self.above = above
    }
  }

  /// Compares counts with counterfactual counts.
  ///
  /// - Returns: nil if the counterfactual has nothing just above the threshold.
  package init?(_ counts: [Double], counterfactual: [Double], around window: Window) {
    let end = window.threshold + window.above
    precondition(
      counts.count == counterfactual.count && window.above > 0 && end <= counts.count
        && window.threshold >= window.below,
      "the same bins for both, and the window within them")
    let above = window.threshold..<end
    let below = window.threshold - window.below..<window.threshold
    let mean = counterfactual[above].reduce(0, +) / Double(window.above)
    guard mean > 0 else { return nil }
    excessMass = above.reduce(0) { $0 + counts[$1] - counterfactual[$1] } / mean
    missingMass = below.reduce(0) { $0 + counterfactual[$1] - counts[$1] } / mean
  }

  /// Estimates the counterfactual from the counts outside the window.
  ///
  /// - Parameter degree: of the polynomial; 5 in most of the literature.
  /// - Returns: nil if fewer than twice as many bins as coefficients lie outside, or the polynomial
  ///   is not positive just above the threshold.
  package init?(fittedTo counts: [Double], around window: Window, degree: Int = 5) {
    guard
      let counterfactual = Self.polynomial(fittedTo: counts, outside: window, degree: degree)
    else { return nil }
    self.init(counts, counterfactual: counterfactual, around: window)
  }

  /// The polynomial of the counts outside a window, at every bin.
  package static func polynomial(
    fittedTo counts: [Double], outside window: Window, degree: Int
  ) -> [Double]? {
    let excluded = window.threshold - window.below..<window.threshold + window.above
    let used = counts.indices.filter { !excluded.contains($0) }
    let width = degree + 1
    guard used.count >= 2 * width else { return nil }
    let design = gsl_matrix_alloc(used.count, width)
    let response = gsl_vector_alloc(used.count)
    let coefficients = gsl_vector_alloc(width)
    let covariance = gsl_matrix_alloc(width, width)
    let workspace = gsl_multifit_linear_alloc(used.count, width)
    defer {
      gsl_matrix_free(design)
      gsl_vector_free(response)
      gsl_vector_free(coefficients)
      gsl_matrix_free(covariance)
      gsl_multifit_linear_free(workspace)
    }
    for (row, bin) in used.enumerated() {
      let powers = powers(of: bin, among: counts.count, upTo: degree)
      for column in 0..<width { gsl_matrix_set(design, row, column, powers[column]) }
      gsl_vector_set(response, row, counts[bin])
    }
    var squares = 0.0
    let status = gsl_multifit_linear(
      design, response, coefficients, covariance, &squares, workspace)
    guard status == 0 else { return nil }
    return counts.indices.map { bin in
      let powers = powers(of: bin, among: counts.count, upTo: degree)
      return (0..<width).reduce(0) { $0 + gsl_vector_get(coefficients, $1) * powers[$1] }
    }
  }

  /// Powers of the bin's place between -1 and 1, which keeps the fit well conditioned.
  private static func powers(of bin: Int, among bins: Int, upTo degree: Int) -> [Double] {
    let place = bins > 1 ? 2 * Double(bin) / Double(bins - 1) - 1 : 0
    var powers = [1.0]
    for _ in 0..<degree { powers.append(powers[powers.count - 1] * place) }
    return powers
  }
}

extension Bunching {
  /// Standard errors of both masses by bootstrap: every observation is drawn again with replacement.
  ///
  /// Observations count as independent. Weeks of one person are not, so between replications the
  /// figures vary more.
  ///
  /// - Parameters:
  ///   - counts: whole numbers of observations by bin.
  ///   - resamples: number of bootstrap samples, at least 2.
  ///   - stream: where the draws come from.
  ///   - estimate: what is computed from every sample; samples for which it is nil are left out.
  /// - Returns: NaN if the estimate is defined in fewer than two samples.
  package static func standardErrors(
    of counts: [Double], resamples: Int, stream: inout RandomStream,
    estimate: ([Double]) -> Bunching?
  ) -> (excessMass: Double, missingMass: Double) {
    var excess: [Double] = []
    var missing: [Double] = []
    for _ in 0..<resamples {
      guard let bunching = estimate(resample(counts, &stream)) else { continue }
      excess.append(bunching.excessMass)
      missing.append(bunching.missingMass)
    }
    guard excess.count > 1 else { return (.nan, .nan) }
    return (
      SampleStatistics.standardDeviation(excess), SampleStatistics.standardDeviation(missing)
    )
  }

  /// A multinomial sample of the same size, drawn bin by bin.
  static func resample(_ counts: [Double], _ stream: inout RandomStream) -> [Double] {
    var left = Int(counts.reduce(0, +))
    var mass = counts.reduce(0, +)
    return counts.map { count in
      guard left > 0, mass > 0 else { return 0 }
      let drawn = stream.binomial(trials: left, probability: min(1, count / mass))
      left -= drawn
      mass -= count
      return Double(drawn)
    }
  }
}

extension TargetHistogram {
  /// Where bunching at the target is looked for.
  static let window = Bunching.Window(threshold: binsBelow, below: reach, above: reach)
}
