@preconcurrency import CGSL

/// The simplex of Nelder and Mead (`gsl_multimin_fminimizer_nmsimplex2`), made to wait for values.
///
/// The library calls a function and expects its value at once, while a value here takes runs that
/// are made elsewhere, many at a time. The simplex draws no random numbers, so it can be led again
/// along the same way: every call starts from the beginning with all values known so far and stops
/// at the first that is missing. A search of n values costs n²/2 look-ups, which is nothing beside
/// n simulations, and no thread ever waits.
struct SimplexSearch {
  /// Where it begins.
  var start: [Double]
  /// How far the other corners of the first simplex lie along each axis.
  var step: Double
  /// Mean distance of the corners from their centre at which the search has converged.
  var tolerance: Double

  /// How far the search has come.
  enum State: Equatable {
    /// It cannot go on without the values at these places.
    case needs([[Double]])
    /// It has converged; the place with the least value.
    case converged([Double])
  }

  /// Goes as far as the known values allow.
  ///
  /// - Parameter value: what is to be small, at a place; nil where it is not known yet.
  func state(_ value: @escaping ([Double]) -> Double?) -> State {
    _ = Self.handlerIsOff
    let count = start.count
    let asked = Asked(count: count, value: value)
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
    return withExtendedLifetime(asked) {
      var lent = gsl_multimin_function(
        f: { vector, asked in
          guard let vector, let asked else { return .nan }
          return Unmanaged<Asked>.fromOpaque(asked).takeUnretainedValue().answer(vector)
        }, n: count, params: Unmanaged.passUnretained(asked).toOpaque())
      // The corners of the first simplex do not depend on any value, so all are asked for at once.
      gsl_multimin_fminimizer_set(solver, &lent, place, steps)
      if !asked.missing.isEmpty { return .needs(asked.missing) }
      for _ in 0..<Self.mostIterations {
        if gsl_multimin_fminimizer_size(solver) < tolerance { break }
        let status = gsl_multimin_fminimizer_iterate(solver)
        // What came after the first missing value was led by a value that nobody knows.
        if let first = asked.missing.first { return .needs([first]) }
        if status != Int32(GSL_SUCCESS) { break }
      }
      let found = gsl_multimin_fminimizer_x(solver)
      return .converged((0..<count).map { gsl_vector_get(found, $0) })
    }
  }

  private static let mostIterations = 5000

  /// Errors are told by status codes; the library's own handler would end the program.
  private static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()

  /// Answers the library and remembers what it could not answer.
  private final class Asked {
    private let count: Int
    private let value: ([Double]) -> Double?
    var missing: [[Double]] = []

    init(count: Int, value: @escaping ([Double]) -> Double?) {
      self.count = count
      self.value = value
    }

    func answer(_ vector: UnsafePointer<gsl_vector>) -> Double {
      let place = (0..<count).map { gsl_vector_get(vector, $0) }
      if let value = value(place) { return value }
      missing.append(place)
      return 0
    }
  }
}
