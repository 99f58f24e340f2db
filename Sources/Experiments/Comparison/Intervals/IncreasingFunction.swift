@preconcurrency import CGSL

/// A function that rises, so that it has at most one root.
final class IncreasingFunction {
  private let body: (Double) -> Double

  /// Takes the function.
  init(_ body: @escaping (Double) -> Double) { self.body = body }

  /// The root in a range at whose ends the function is not above and not below 0
  /// (`gsl_root_fsolver_brent`), to a relative error of about 1e-12.
  func root(in range: ClosedRange<Double>) -> Double {
    let ends = (low: body(range.lowerBound), high: body(range.upperBound))
    precondition(ends.low <= 0 && ends.high >= 0, "the range holds no root")
    if ends.low == 0 { return range.lowerBound }
    if ends.high == 0 { return range.upperBound }
    let solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent)
    defer { gsl_root_fsolver_free(solver) }
    return withExtendedLifetime(self) {
      var function = gsl_function(
        function: { x, lent in
          guard let lent else { return .nan }
          return Unmanaged<IncreasingFunction>.fromOpaque(lent).takeUnretainedValue().body(x)
        }, params: Unmanaged.passUnretained(self).toOpaque())
      return withUnsafeMutablePointer(to: &function) { function in
        gsl_root_fsolver_set(solver, function, range.lowerBound, range.upperBound)
        for _ in 0..<200 {
          guard gsl_root_fsolver_iterate(solver) == Int32(GSL_SUCCESS) else { break }
          let (low, high) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
          if gsl_root_test_interval(low, high, 1e-13, 1e-12) == Int32(GSL_SUCCESS) { break }
        }
        return gsl_root_fsolver_root(solver)
      }
    }
  }
}
