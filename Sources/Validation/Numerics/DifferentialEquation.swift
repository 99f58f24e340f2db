@preconcurrency import CGSL

/// Ordinary differential equations of one variable.
enum DifferentialEquation {
  /// The value at time `time` of the solution of y' = `slope`(y) that starts at `start`.
  ///
  /// Runge-Kutta-Prince-Dormand of order 8 with adaptive steps (`gsl_odeiv2_step_rk8pd`).
  ///
  /// - Throws: `NumericalFailure` if the precision is not reached.
  static func solve(
    from start: Double, time: Double, slope: @escaping (Double) -> Double
  ) throws -> Double {
    guard time > 0 else { return start }
    return try LibraryFunction.lend(slope) { function in
      var system = gsl_odeiv2_system(
        function: { _, values, slopes, function in
          guard let values, let slopes, let function else { return Int32(GSL_EFAULT) }
          let lent = function.assumingMemoryBound(to: gsl_function.self).pointee
          guard let body = lent.function else { return Int32(GSL_EFAULT) }
          slopes[0] = body(values[0], lent.params)
          return Int32(GSL_SUCCESS)
        },
        jacobian: nil, dimension: 1, params: UnsafeMutableRawPointer(function))
      let driver = gsl_odeiv2_driver_alloc_y_new(
        &system, gsl_odeiv2_step_rk8pd, min(1e-3, time), 1e-14, 1e-12)
      defer { gsl_odeiv2_driver_free(driver) }
      var clock = 0.0
      var value = start
      try NumericalFailure.check(
        gsl_odeiv2_driver_apply(driver, &clock, time, &value), "differential equation")
      return value
    }
  }
}
