@preconcurrency import CGSL

/// Roots of a function of one variable.
enum Root {
  /// The root in a range at whose ends the function has different signs (`gsl_root_fsolver_brent`).
  ///
  /// - Throws: `NumericalFailure` if the signs are equal or the iteration does not end.
  static func within(
    _ range: ClosedRange<Double>, _ function: @escaping (Double) -> Double
  ) throws -> Double {
    let low = function(range.lowerBound)
    let high = function(range.upperBound)
    if low == 0 { return range.lowerBound }
    if high == 0 { return range.upperBound }
    let solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent)
    defer { gsl_root_fsolver_free(solver) }
    return try LibraryFunction.lend(function) { lent in
      try NumericalFailure.check(
        gsl_root_fsolver_set(solver, lent, range.lowerBound, range.upperBound), "root")
      for _ in 0..<500 {
        try NumericalFailure.check(gsl_root_fsolver_iterate(solver), "root")
        let status = gsl_root_test_interval(
          gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver), 0, 1e-15)
        if status == Int32(GSL_SUCCESS) { break }
      }
      return gsl_root_fsolver_root(solver)
    }
  }

  /// Every root at which the function changes sign on a grid of equal steps, in rising order.
  ///
  /// Two roots within one step of each other, and roots at which the sign does not change, are not
  /// found.
  static func all(
    in range: ClosedRange<Double>, steps: Int = 4_001, _ function: @escaping (Double) -> Double
  ) throws -> [Double] {
    var roots: [Double] = []
    let width = (range.upperBound - range.lowerBound) / Double(steps)
    var left = range.lowerBound
    var atLeft = function(left)
    if atLeft == 0 { roots.append(left) }
    for step in 1...steps {
      let right = step == steps ? range.upperBound : range.lowerBound + Double(step) * width
      let atRight = function(right)
      if atRight == 0 {
        roots.append(right)
      } else if atLeft * atRight < 0 {
        roots.append(try within(left...right, function))
      }
      left = right
      atLeft = atRight
    }
    return roots
  }
}
