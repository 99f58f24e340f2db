@preconcurrency import CGSL
import Foundation

/// Where a function is greatest.
enum Maximum {
  /// The greatest value of a function on a range: the best of a grid of equal steps, refined by
  /// Brent's method (`gsl_min_fminimizer_brent`).
  ///
  /// A maximum is flat, so its place is known to about 1e-8 of its scale only.
  ///
  /// - Throws: `NumericalFailure` if the precision is not reached.
  static func within(
    _ range: ClosedRange<Double>, steps: Int = 400, _ function: @escaping (Double) -> Double
  ) throws -> (place: Double, value: Double) {
    let width = (range.upperBound - range.lowerBound) / Double(steps)
    let values = (0...steps).map { function(range.lowerBound + Double($0) * width) }
    var best = 0
    for index in values.indices where values[index] > values[best] { best = index }
    let place = range.lowerBound + Double(best) * width
    // At an end, or level with a neighbour, there is nothing to refine between.
    guard best > 0, best < steps, values[best] > values[best - 1], values[best] > values[best + 1]
    else { return (place, values[best]) }
    let solver = gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent)
    defer { gsl_min_fminimizer_free(solver) }
    return try LibraryFunction.lend({ -function($0) }) { negated in
      try NumericalFailure.check(
        gsl_min_fminimizer_set(solver, negated, place, place - width, place + width), "maximum")
      for _ in 0..<200 {
        try NumericalFailure.check(gsl_min_fminimizer_iterate(solver), "maximum")
        let (low, high) = (gsl_min_fminimizer_x_lower(solver), gsl_min_fminimizer_x_upper(solver))
        if high - low < 1e-10 * max(1e-3, abs(low)) { break }
      }
      return (gsl_min_fminimizer_x_minimum(solver), -gsl_min_fminimizer_f_minimum(solver))
    }
  }

  /// Where a function of several variables is greatest, by the simplex of Nelder and Mead
  /// (`gsl_multimin_fminimizer_nmsimplex2`), started anew where it stopped.
  ///
  /// - Throws: `NumericalFailure` if the simplex cannot be moved.
  static func near(
    _ start: [Double], step: Double = 0.1, _ function: @escaping ([Double]) -> Double
  ) throws -> [Double] {
    var place = start
    for round in 0..<5 {
      place = try simplex(from: place, step: step * pow(10, -Double(round)), function)
    }
    return place
  }

  private static func simplex(
    from start: [Double], step: Double, _ function: @escaping ([Double]) -> Double
  ) throws -> [Double] {
    _ = LibraryFunction.handlerIsOff
    let count = start.count
    let solver = gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, count)
    let place = gsl_vector_alloc(count)
    let steps = gsl_vector_alloc(count)
    defer {
      gsl_multimin_fminimizer_free(solver)
      gsl_vector_free(place)
      gsl_vector_free(steps)
    }
    for index in 0..<count { gsl_vector_set(place, index, start[index]) }
    gsl_vector_set_all(steps, step)
    let objective = Objective { vector in
      -function((0..<count).map { gsl_vector_get(vector, $0) })
    }
    return try withExtendedLifetime(objective) {
      var lent = gsl_multimin_function(
        f: { vector, objective in
          guard let vector, let objective else { return .nan }
          return Unmanaged<Objective>.fromOpaque(objective).takeUnretainedValue().body(vector)
        }, n: count, params: Unmanaged.passUnretained(objective).toOpaque())
      try NumericalFailure.check(
        gsl_multimin_fminimizer_set(solver, &lent, place, steps), "maximum")
      for _ in 0..<2000 {
        guard gsl_multimin_fminimizer_iterate(solver) == Int32(GSL_SUCCESS) else { break }
        if gsl_multimin_fminimizer_size(solver) < 1e-10 { break }
      }
      let found = gsl_multimin_fminimizer_x(solver)
      return (0..<count).map { gsl_vector_get(found, $0) }
    }
  }

  /// A function of a vector that the library can call.
  private final class Objective {
    let body: (UnsafePointer<gsl_vector>) -> Double
    init(_ body: @escaping (UnsafePointer<gsl_vector>) -> Double) { self.body = body }
  }
}

/// Slopes of a function of one variable.
enum Slope {
  /// The derivative at a point, by central differences whose error is estimated
  /// (`gsl_deriv_central`).
  ///
  /// - Throws: `NumericalFailure` if the library cannot compute it.
  static func at(
    _ place: Double, step: Double = 1e-2, _ function: @escaping (Double) -> Double
  ) throws -> Double {
    try LibraryFunction.lend(function) { lent in
      var result = 0.0
      var error = 0.0
      try NumericalFailure.check(
        gsl_deriv_central(lent, place, step, &result, &error), "derivative")
      return result
    }
  }
}

extension Integral {
  /// The integral from a point to infinity (`gsl_integration_qagiu`).
  ///
  /// - Throws: `NumericalFailure` if the precision is not reached.
  static func upwards(
    from start: Double, absolute: Double = 1e-13, _ integrand: @escaping (Double) -> Double
  ) throws -> Double {
    let size = 1000
    let workspace = gsl_integration_workspace_alloc(size)
    defer { gsl_integration_workspace_free(workspace) }
    return try LibraryFunction.lend(integrand) { lent in
      var result = 0.0
      var error = 0.0
      let status = gsl_integration_qagiu(
        lent, start, absolute, 1e-10, size, workspace, &result, &error)
      let isGoodEnough = error <= max(1e3 * absolute, 1e-7 * abs(result))
      if !isGoodEnough { try NumericalFailure.check(status, "integral") }
      return result
    }
  }
}
