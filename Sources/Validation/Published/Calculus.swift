import CGSL
import Foundation

/// Integrals, roots, derivatives and optima of plain Swift functions, by the GNU Scientific Library.
enum Calculus {
  /// The integral from `low` to `high`, either of which may be infinite.
  ///
  /// Adaptive 61-point Gauss–Kronrod on each finite piece (`gsl_integration_qag`), 15-point on
  /// infinite ones (`qagiu`, `qagil`).
  ///
  /// - Parameter breaks: where the integrand has kinks or peaks; those outside are left out.
  /// - Returns: an absolute error below 1e-15 or a relative one below 1e-11 on each piece, where
  ///   double precision allows it.
  static func integral(
    from low: Double, to high: Double, breaks: [Double] = [], _ integrand: (Double) -> Double
  ) -> Double {
    let inner = breaks.filter { $0 > low && $0 < high && $0.isFinite }.sorted()
    // An infinite range needs a finite point to be split at.
    let middle = inner.isEmpty && low.isInfinite && high.isInfinite ? [0] : inner
    let ends = [low] + middle + [high]
    return zip(ends, ends.dropFirst()).reduce(0) { $0 + piece(from: $1.0, to: $1.1, integrand) }
  }

  private static let intervals = 2000

  private static func piece(
    from low: Double, to high: Double, _ integrand: (Double) -> Double
  ) -> Double {
    guard low < high else { return 0 }
    prepare()
    let workspace = gsl_integration_workspace_alloc(intervals)
    defer { gsl_integration_workspace_free(workspace) }
    var result = 0.0
    var error = 0.0
    withFunction(integrand) { function in
      if low.isInfinite {
        gsl_integration_qagil(function, high, 1e-15, 1e-11, intervals, workspace, &result, &error)
      } else if high.isInfinite {
        gsl_integration_qagiu(function, low, 1e-15, 1e-11, intervals, workspace, &result, &error)
      } else {
        gsl_integration_qag(
          function, low, high, 1e-15, 1e-11, intervals, GSL_INTEG_GAUSS61, workspace, &result,
          &error)
      }
    }
    return result
  }

  /// A root between two points where the function has different signs, by Brent's method.
  ///
  /// - Returns: NaN where the signs agree.
  static func root(
    between low: Double, and high: Double, of function: (Double) -> Double
  ) -> Double {
    let (atLow, atHigh) = (function(low), function(high))
    if atLow == 0 { return low }
    if atHigh == 0 { return high }
    guard (atLow < 0) != (atHigh < 0) else { return .nan }
    prepare()
    let solver = gsl_root_fsolver_alloc(cgsl_brent_root())
    defer { gsl_root_fsolver_free(solver) }
    return withFunction(function) { function in
      gsl_root_fsolver_set(solver, function, low, high)
      for _ in 0..<200 {
        guard gsl_root_fsolver_iterate(solver) == 0 else { break }
        let (left, right) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
        if abs(right - left) <= 1e-15 * max(1e-300, abs(left)) { break }
      }
      return gsl_root_fsolver_root(solver)
    }
  }

  /// Where a function is greatest on an interval: the best of a grid, refined by Brent's method.
  ///
  /// A maximum is flat, so its place is known to about 1e-8 only.
  static func maximum(
    between low: Double, and high: Double, grid: Int = 400, of function: (Double) -> Double
  ) -> (place: Double, value: Double) {
    let step = (high - low) / Double(grid)
    let values = (0...grid).map { function(low + Double($0) * step) }
    var best = 0
    for index in values.indices where values[index] > values[best] { best = index }
    let place = low + Double(best) * step
    // The best of the grid at an end, or level with a neighbour, cannot be bracketed.
    guard best > 0, best < grid, values[best] > values[best - 1], values[best] > values[best + 1]
    else { return (place, values[best]) }
    prepare()
    let solver = gsl_min_fminimizer_alloc(cgsl_brent_minimum())
    defer { gsl_min_fminimizer_free(solver) }
    return withFunction({ -function($0) }) { negated in
      gsl_min_fminimizer_set(solver, negated, place, place - step, place + step)
      for _ in 0..<200 {
        guard gsl_min_fminimizer_iterate(solver) == 0 else { break }
        let (left, right) = (gsl_min_fminimizer_x_lower(solver), gsl_min_fminimizer_x_upper(solver))
        if right - left < 1e-12 * max(1, abs(left)) { break }
      }
      return (
        gsl_min_fminimizer_x_minimum(solver), -gsl_min_fminimizer_f_minimum(solver)
      )
    }
  }

  /// Where a function of several variables is greatest, by the simplex of Nelder and Mead, started
  /// again where it stopped until it moves no more.
  static func maximum(
    from start: [Double], step: Double = 0.1, of function: ([Double]) -> Double
  ) -> [Double] {
    var place = start
    for round in 0..<6 {
      let next = simplex(from: place, step: step / pow(10, Double(round)), of: function)
      let moved = zip(place, next).map { abs($0 - $1) }.max() ?? 0
      place = next
      if moved < 1e-12 { break }
    }
    return place
  }

  private static func simplex(
    from start: [Double], step: Double, of function: ([Double]) -> Double
  ) -> [Double] {
    prepare()
    let count = start.count
    let solver = gsl_multimin_fminimizer_alloc(cgsl_simplex(), count)
    let place = gsl_vector_alloc(count)
    let steps = gsl_vector_alloc(count)
    defer {
      gsl_multimin_fminimizer_free(solver)
      gsl_vector_free(place)
      gsl_vector_free(steps)
    }
    for index in 0..<count { gsl_vector_set(place, index, start[index]) }
    gsl_vector_set_all(steps, step)
    return withoutActuallyEscaping(function) { function in
      let box = Box<UnsafePointer<gsl_vector>> { vector in
        -function((0..<count).map { gsl_vector_get(vector, $0) })
      }
      return withExtendedLifetime(box) {
        var objective = gsl_multimin_function(
          f: { vector, context in
            guard let vector, let context else { return .nan }
            return Unmanaged<Box<UnsafePointer<gsl_vector>>>.fromOpaque(context)
              .takeUnretainedValue().body(vector)
          }, n: count, params: Unmanaged.passUnretained(box).toOpaque())
        gsl_multimin_fminimizer_set(solver, &objective, place, steps)
        for _ in 0..<2000 {
          guard gsl_multimin_fminimizer_iterate(solver) == 0 else { break }
          if gsl_multimin_fminimizer_size(solver) < 1e-10 { break }
        }
        let found = gsl_multimin_fminimizer_x(solver)
        return (0..<count).map { gsl_vector_get(found, $0) }
      }
    }
  }

  /// The derivative at a point, by central differences with their error under control.
  static func derivative(at place: Double, of function: (Double) -> Double) -> Double {
    prepare()
    var result = 0.0
    var error = 0.0
    withFunction(function) { function in
      _ = gsl_deriv_central(function, place, 1e-2, &result, &error)
    }
    return result
  }

  /// A closure that the library can be handed.
  private final class Box<Argument> {
    let body: (Argument) -> Double
    init(_ body: @escaping (Argument) -> Double) { self.body = body }
  }

  private static func withFunction<Result>(
    _ function: (Double) -> Double, _ body: (UnsafeMutablePointer<gsl_function>) -> Result
  ) -> Result {
    withoutActuallyEscaping(function) { function in
      let box = Box<Double>(function)
      return withExtendedLifetime(box) {
        var wrapped = gsl_function(
          function: { argument, context in
            guard let context else { return .nan }
            return Unmanaged<Box<Double>>.fromOpaque(context).takeUnretainedValue().body(argument)
          }, params: Unmanaged.passUnretained(box).toOpaque())
        return withUnsafeMutablePointer(to: &wrapped, body)
      }
    }
  }

  /// The library's own error handler aborts the process; a result of poor accuracy shows in the
  /// comparison instead.
  private static func prepare() { _ = handlerIsOff }

  private static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()
}
