import CGSL

/// The numerical library could not do what was asked to the precision asked for.
struct NumericalFailure: Error, Equatable, CustomStringConvertible {
  /// What was computed, and what the library says.
  let description: String

  /// Throws unless a status code of the library means success.
  static func check(_ status: Int32, _ what: String) throws {
    guard status != Int32(GSL_SUCCESS) else { return }
    throw NumericalFailure(description: "\(what): \(String(cString: gsl_strerror(status)))")
  }

  init(description: String) { self.description = description }
}

/// A Swift function that the numerical library can call.
final class LibraryFunction {
  private let body: (Double) -> Double

  private init(_ body: @escaping (Double) -> Double) { self.body = body }

  /// Lends a function to the library for the duration of a call.
  static func lend<Result>(
    _ body: @escaping (Double) -> Double,
    to call: (UnsafeMutablePointer<gsl_function>) throws -> Result
  ) rethrows -> Result {
    _ = handlerIsOff
    let lent = LibraryFunction(body)
    var function = gsl_function(
      function: { x, lent in
        guard let lent else { return .nan }
        return Unmanaged<LibraryFunction>.fromOpaque(lent).takeUnretainedValue().body(x)
      },
      params: Unmanaged.passUnretained(lent).toOpaque())
    return try withExtendedLifetime(lent) { try call(&function) }
  }

  /// Errors are reported through status codes; the library's own handler would abort.
  static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()
}
