/// A probability distribution of a quantity in a scenario: validated once, then sampled freely.
///
/// Distributions go by their GSL names and parameters or by their moments, and can be shifted,
/// scaled, rounded, capped, clamped and mixed:
///
///     let size = try Distribution.lognormal(median: 6, sigma: 0.9).capped(max: 40)
///     let hours = size.sample(from: &stream)
///
/// A distribution is an immutable value without units: what its numbers mean is up to its owner.
/// Construction throws `DistributionError` for parameters out of range, so sampling never fails.
public struct Distribution: Sendable, Equatable {
  @usableFromInline let law: Law

  init(_ law: Law) {
    // Before any quantile or moment can make the library call its aborting error handler.
    GSL.prepare()
    self.law = law
  }

  /// A draw from a stream.
  ///
  /// Constants, exponentials, lognormals and Gaussians are inlined into the caller and touch no
  /// reference count.
  @inlinable
  public func sample(from stream: inout RandomStream) -> Double {
    law.sample(from: &stream)
  }

  /// The probability of a value of at most `x`.
  ///
  /// By `gsl_cdf_*`, composed for mixtures and modifiers. Not a number when `x` is not.
  public func cumulative(_ x: Double) -> Double {
    law.probability(atMost: x)
  }

  /// The probability of a value below `x`: the left limit of `cumulative(_:)`.
  public func cumulative(below x: Double) -> Double {
    law.probability(below: x)
  }

  /// The smallest value whose cumulative probability is at least `p`.
  ///
  /// Zero gives the lower end of the support, one the upper end, which may be infinite.
  ///
  /// - Throws: `DistributionError` unless `p` lies within [0, 1].
  public func quantile(_ p: Double) throws(DistributionError) -> Double {
    try ParameterRange.probability.check(p, "p", of: "quantile")
    let value = law.quantile(p)
    if value.isNaN {
      throw DistributionError(
        what: "quantile", parameter: "p", found: p.plain,
        expected: "a probability at which \(description) can be inverted")
    }
    return value
  }

  /// The smallest and the greatest possible value; infinite where there is none.
  public var support: ClosedRange<Double> {
    law.support.low...law.support.high
  }

  /// The one value that always occurs, if there is only one.
  public var constantValue: Double? {
    if case .constant(let value) = law { value } else { nil }
  }

  /// The direction in which values are rounded to whole numbers.
  public enum Rounding: String, Sendable, CaseIterable {
    /// To the nearest whole number that is not greater (floor).
    case down

    /// To the nearest whole number that is not smaller (ceiling).
    case up
  }
}
