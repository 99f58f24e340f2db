import CGSL

/// How far the change of people's use of time was from the one that would have raised value most at
/// the same cost.
///
///     DI = 1 - (dV / ||da||_C) / (dV* / ||da*||_C)
///
/// with da the change of mean hours by use and dV the change of mean true value. The cost of a change
/// is ||da||_C² = da' C da with C the inverse of the covariance S of hours over employees, pooled over
/// both runs: what people do differently from each other anyway is cheap to change. With slopes f of
/// value in hours, the best change of equal cost yields dV*/||da*||_C = sqrt(f'Sf), the standard
/// deviation of the part of value that hours explain. So the index is scale-free: 0 if the policy
/// moved hours where value is, 1 if the change had nothing to do with value, 2 if it was exactly
/// opposite. What a policy does to value other than through hours (defects, incidents, learning) is
/// in dV and can carry it beyond both ends.
///
/// Source: MODEL 4 (Baker 2002, normalised); whitening as in Datar, Kulp and Lambert 2001.
enum RealisedDistortion {
  private static let uses = 6

  /// The index of a policy against a reference run.
  ///
  /// - Returns: NaN if hours did not change, explain nothing of value, or changed in a direction in
  ///   which employees do not differ at all.
  static func index(policy: [PersonTotals], reference: [PersonTotals]) -> Double {
    guard !policy.isEmpty, !reference.isEmpty else { return .nan }
    let after = Sample(policy)
    let before = Sample(reference)
    let change = (0..<uses).map { after.hours[$0] - before.hours[$0] }
    let people = after.people + before.people
    let covariance = (0..<uses * uses).map { (after.squares[$0] + before.squares[$0]) / people }
    let products = (0..<uses).map { (after.products[$0] + before.products[$0]) / people }
    guard let directions = principalDirections(of: covariance) else { return .nan }
    var cost = 0.0
    var explained = 0.0
    var reachable = 0.0
    for (variance, direction) in directions {
      let part = inner(direction, change)
      let product = inner(direction, products)
      cost += part * part / variance
      explained += product * product / variance
      reachable += part * part
    }
    let length = inner(change, change)
    guard cost > 0, explained > 0, reachable > (1 - 1e-9) * length else { return .nan }
    return 1 - (after.value - before.value) / (cost.squareRoot() * explained.squareRoot())
  }

  /// Means over employees, and sums of squared deviations and products around them.
  private struct Sample {
    var people: Double
    var value = 0.0
    var hours = [Double](repeating: 0, count: uses)
    var squares = [Double](repeating: 0, count: uses * uses)
    var products = [Double](repeating: 0, count: uses)

    init(_ totals: [PersonTotals]) {
      people = Double(totals.count)
      for person in totals {
        value += person.value / people
        for use in 0..<uses { hours[use] += person.hours[use] / people }
      }
      for person in totals {
        let deviations = (0..<uses).map { person.hours[$0] - hours[$0] }
        for row in 0..<uses {
          products[row] += deviations[row] * (person.value - value)
          for column in 0..<uses {
            squares[row * uses + column] += deviations[row] * deviations[column]
          }
        }
      }
    }
  }

  /// Eigenvalues above rounding with their directions; nil if nothing varies.
  private static func principalDirections(
    of covariance: [Double]
  ) -> [(variance: Double, direction: [Double])]? {
    let matrix = gsl_matrix_alloc(uses, uses)
    let values = gsl_vector_alloc(uses)
    let vectors = gsl_matrix_alloc(uses, uses)
    let workspace = gsl_eigen_symmv_alloc(uses)
    defer {
      gsl_matrix_free(matrix)
      gsl_vector_free(values)
      gsl_matrix_free(vectors)
      gsl_eigen_symmv_free(workspace)
    }
    for row in 0..<uses {
      for column in 0..<uses {
        gsl_matrix_set(matrix, row, column, covariance[row * uses + column])
      }
    }
    guard gsl_eigen_symmv(matrix, values, vectors, workspace) == 0 else { return nil }
    let largest = (0..<uses).map { gsl_vector_get(values, $0) }.max() ?? 0
    guard largest > 0 else { return nil }
    return (0..<uses).compactMap { index in
      let variance = gsl_vector_get(values, index)
      guard variance > 1e-12 * largest else { return nil }
      return (variance, (0..<uses).map { gsl_matrix_get(vectors, $0, index) })
    }
  }

  private static func inner(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
