import CGSL

/// Integrals by the library's adaptive Gauss-Kronrod rules.
enum Integral {
  /// The integral over a finite range (`gsl_integration_qag`, 61 points).
  ///
  /// - Parameters:
  ///   - breaks: points inside the range at which the integrand changes its character.
  ///   - absolute: absolute error that is good enough.
  /// - Throws: `NumericalFailure` if the precision is not reached.
  static func over(
    _ range: ClosedRange<Double>, breaks: [Double] = [], absolute: Double = 1e-13,
    _ integrand: @escaping (Double) -> Double
  ) throws -> Double {
    let inner = breaks.filter { $0 > range.lowerBound && $0 < range.upperBound }.sorted()
    let points = [range.lowerBound] + inner + [range.upperBound]
    let size = 400
    let workspace = gsl_integration_workspace_alloc(size)
    defer { gsl_integration_workspace_free(workspace) }
    return try LibraryFunction.lend(integrand) { function in
      var total = 0.0
      for (low, high) in zip(points, points.dropFirst()) where low < high {
        var result = 0.0
        var error = 0.0
        let status = gsl_integration_qag(
          function, low, high, absolute, 1e-11, size, 6, workspace, &result, &error)
        // Rounding stops the refinement of an integral that is already good enough.
        let isGoodEnough = error <= max(1e3 * absolute, 1e-8 * abs(result))
        if !isGoodEnough { try NumericalFailure.check(status, "integral") }
        total += result
      }
      return total
    }
  }
}
