import CGSL

extension RandomStream {
  /// Runs any sampler of the GNU Scientific Library on this stream.
  ///
  /// The generator handed to the library lives on the stack around the stream, so nothing is
  /// allocated and the stream remains a value. The pointer is valid only inside `body`.
  ///
  ///     let angle = stream.withGSL { gsl_ran_rayleigh($0, 2) }
  ///
  /// The library checks few arguments itself: validate them before calling.
  @inlinable
  public mutating func withGSL<Result>(_ body: (UnsafePointer<gsl_rng>) -> Result) -> Result {
    withUnsafeMutablePointer(to: &self) { stream in
      withUnsafePointer(to: GSL.philox) { type in
        let generator = gsl_rng(type: type, state: UnsafeMutableRawPointer(stream))
        return withUnsafePointer(to: generator, body)
      }
    }
  }
}

/// The process-wide side of the GNU Scientific Library: its error handler and our generator type.
@usableFromInline
enum GSL {
  /// The description of `RandomStream` that the library calls back through.
  ///
  /// Built of constants wherever it is used: a stored global would be checked for its first use
  /// at every draw, which costs more than writing seven words.
  @inlinable
  static var philox: gsl_rng_type {
    let name: StaticString = "philox4x32-10"
    return gsl_rng_type(
      name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self),
      max: UInt(UInt32.max),
      min: 0,
      size: MemoryLayout<RandomStream>.size,
      // A stream is addressed, not seeded: the library never calls this for a generator that it
      // did not allocate itself.
      set: { _, _ in },
      get: { GSL.word($0) },
      get_double: { GSL.uniform($0) }
    )
  }

  @usableFromInline
  static func word(_ state: UnsafeMutableRawPointer?) -> UInt {
    guard let state else { return 0 }
    return UInt(state.assumingMemoryBound(to: RandomStream.self).pointee.bits())
  }

  @usableFromInline
  static func uniform(_ state: UnsafeMutableRawPointer?) -> Double {
    guard let state else { return 0 }
    return state.assumingMemoryBound(to: RandomStream.self).pointee.uniform()
  }

  /// Switches the library's aborting error handler off, exactly once in a process.
  ///
  /// Called by everything that comes before a draw or a quantile: parameters are validated when a
  /// distribution is created, and a result that is not a number is turned into an error here.
  static func prepare() { _ = handlerIsOff }

  /// Initialised by whichever thread comes first.
  private static let handlerIsOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()
}

/// The numerical library under all random variates.
public enum NumericalLibrary {
  /// The library's name and the version that the program was compiled against.
  public static let version = "GSL \(GSL_VERSION)"
}
