import CGSL
import Measures
import Randomness

/// How far each factor moves an output in a straight line: coefficients of a linear regression of
/// standardised values.
///
/// A coefficient says by how many standard deviations the output changes for one of the factor. It
/// costs no rows beyond those of any design. The share of variance that all lines together explain
/// (R²) says how far the coefficients can be believed: where it is small, the output is curved or
/// factors interact, and indices of Sobol' are needed. On ranks, the same for any monotone relation.
///
/// Sources: A. Saltelli et al., "Global Sensitivity Analysis: The Primer" (2008), section 1.2.5;
/// ranks: R. L. Iman, W. J. Conover, "The use of the rank transform in regression", Technometrics 21
/// (1979). Least squares by singular value decomposition (`gsl_multifit_linear`).
public struct StandardisedRegression: Sendable, Equatable {
  /// The coefficient of each factor, with the t interval of least squares; undefined for a factor
  /// that does not vary, and for all if the output does not vary or the factors are collinear.
  public let coefficients: [SensitivityEstimate]
  /// Share of the output's variance that is explained, R²; nil where there are no coefficients.
  public let determination: Double?
  /// Whether values were replaced by their ranks.
  public let usesRanks: Bool
  /// Rows whose output is defined.
  public let rowsUsed: Int
  /// Rows left out, because their output is undefined.
  public let rowsLeftOut: Int

  /// Regresses one output on the positions of the factors.
  ///
  /// - Parameters:
  ///   - outputs: the output in each row, NaN where undefined.
  ///   - rows: the rows of a design. Levels of a factor count as equally spaced in their order.
  ///   - usesRanks: whether values are replaced by their ranks, of ties the mean rank.
  ///   - confidence: confidence of the intervals.
  /// - Complexity: O(rows x factors²), with ranks also O(rows log rows x factors).
  public init(
    of outputs: [Double], at rows: DesignMatrix, usesRanks: Bool = false,
    confidence: Double = 0.95
  ) {
    precondition(outputs.count == rows.rowCount, "one output for each row of the design")
    let defined = outputs.indices.filter { outputs[$0].isFinite }
    self.usesRanks = usesRanks
    rowsUsed = defined.count
    rowsLeftOut = outputs.count - defined.count

    func standardised(_ values: [Double]) -> [Double]? {
      // Before arithmetic, since rounding leaves equal values with a deviation that is not quite 0.
      guard values.contains(where: { $0 != values[0] }) else { return nil }
      let sample = usesRanks ? RankCorrelation.middleRanks(values) : values
      let mean = SampleStatistics.mean(sample)
      let deviation = SampleStatistics.standardDeviation(sample)
      return sample.map { ($0 - mean) / deviation }
    }
    let columns = (0..<rows.factorCount).map { factor in
      standardised(defined.map { rows[$0, factor] })
    }
    let varying = columns.compactMap { $0 }
    var coefficients = [SensitivityEstimate](repeating: .init(nil), count: rows.factorCount)
    guard let output = standardised(defined.map { outputs[$0] }),
      let fit = LeastSquares(output, on: varying, confidence: confidence)
    else {
      self.coefficients = coefficients
      determination = nil
      return
    }
    var estimates = fit.coefficients[...]
    for factor in columns.indices where columns[factor] != nil {
      if let estimate = estimates.popFirst() { coefficients[factor] = estimate }
    }
    self.coefficients = coefficients
    determination = fit.determination
  }
}

/// Ordinary least squares of a centred response on centred columns.
private struct LeastSquares {
  let coefficients: [SensitivityEstimate]
  let determination: Double

  /// Fits; nil if there are too few rows or the columns are collinear.
  init?(_ response: [Double], on columns: [[Double]], confidence: Double) {
    let (rows, count) = (response.count, columns.count)
    // One degree of freedom is spent on the means.
    let freedom = rows - count - 1
    guard count >= 1, freedom >= 0 else { return nil }
    let matrix = gsl_matrix_alloc(rows, count)
    let observed = gsl_vector_alloc(rows)
    let solution = gsl_vector_alloc(count)
    let covariance = gsl_matrix_alloc(count, count)
    let workspace = gsl_multifit_linear_alloc(rows, count)
    defer {
      gsl_matrix_free(matrix)
      gsl_vector_free(observed)
      gsl_vector_free(solution)
      gsl_matrix_free(covariance)
      gsl_multifit_linear_free(workspace)
    }
    for row in 0..<rows {
      gsl_vector_set(observed, row, response[row])
      for column in 0..<count { gsl_matrix_set(matrix, row, column, columns[column][row]) }
    }
    var residual = 0.0
    var rank = 0
    let status = gsl_multifit_linear_tsvd(
      matrix, observed, 1e-10, solution, covariance, &residual, &rank, workspace)
    guard status == Int32(GSL_SUCCESS), rank == count else { return nil }
    determination = 1 - residual / response.reduce(0) { $0 + $1 * $1 }
    // The library divides by rows less columns; the mean took one degree of freedom more.
    let correction = freedom > 0 ? Double(rows - count) / Double(freedom) : 0
    let quantile =
      freedom > 0
      ? try? ReferenceDistributions.studentTQuantile(
        0.5 + confidence / 2, degreesOfFreedom: Double(freedom)) : nil
    coefficients = (0..<count).map { column in
      let value = gsl_vector_get(solution, column)
      guard let quantile else { return SensitivityEstimate(value) }
      let variance = gsl_matrix_get(covariance, column, column) * correction
      let half = quantile * max(0, variance).squareRoot()
      return SensitivityEstimate(value, value - half...value + half)
    }
  }
}
