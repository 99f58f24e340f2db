import Foundation

/// The elementary functions of the C library, named in words.
enum NumericFunctions {
  /// Natural logarithm.
  @inline(__always)
  static func log(_ x: Double) -> Double { Foundation.log(x) }

  /// Exponential function.
  @inline(__always)
  static func exp(_ x: Double) -> Double { Foundation.exp(x) }

  /// `base` to the power of `exponent`.
  @inline(__always)
  static func power(_ base: Double, _ exponent: Double) -> Double { Foundation.pow(base, exponent) }

  /// The value itself if it is finite, else NaN.
  @inline(__always)
  static func finite(_ x: Double) -> Double { x.isFinite ? x : .nan }
}
